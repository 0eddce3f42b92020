import { wasOpen } from './amendments.js';
import { between, daysMs } from './days.js';
import type { Checks } from './findings.js';
import { windowFrom } from './openings.js';
import { countedAt } from './positions.js';
import { ofKind, pagesOf } from './reading.js';
import { holds, holdsAnyOffice, speaksFor } from './seats.js';
import { maySponsor } from './sponsors.js';
import { isSilent, standingOf } from './standing.js';

/** What happens to an open proposal besides positions: suggestions, consent to the chair, more time. */
export const conductChecks: Checks<'AmendmentSuggested' | 'SuggestionDeclined' | 'ChairMayAmend' | 'DeadlineExtended'> =
  {
    AmendmentSuggested: (entry, reading, note) => {
      const { proposal, person, member, suggestion } = entry.body;
      const standing = standingOf(reading, proposal);
      const before = ofKind(pagesOf(reading, proposal), 'AmendmentSuggested').length;
      if (suggestion !== before + 1) note('counted', `suggestion ${suggestion} on ${proposal} is out of order`);
      if (entry.by !== person) note('actor', `${entry.by} suggested this, recorded as ${person}`);
      if (standing.status !== 'open') note('final', `${proposal} is ${standing.status}`);
      const may =
        member === undefined
          ? holds(reading, person, 'facilitator', entry.at)
          : speaksFor(reading, person, member, entry.at) && !isSilent(reading, proposal, person, member);
      if (!may) note('eligibility', `${person} may not suggest an amendment to ${proposal}`);
    },

    SuggestionDeclined: (entry, reading, note) => {
      const { proposal, suggestion } = entry.body;
      if (!wasOpen(reading, proposal, suggestion)) {
        note('amendment', `suggestion ${suggestion} on ${proposal} was not open to be declined`);
      }
      const person = entry.by;
      if (person === 'clock' || person === 'operator' || !maySponsor(reading, proposal, person, entry.at)) {
        note('amendment', `${person} may not answer for the proposer of ${proposal}`);
      }
    },

    ChairMayAmend: (entry, reading, note) => {
      const { proposal } = entry.body;
      const person = entry.by;
      if (person === 'clock' || person === 'operator' || !maySponsor(reading, proposal, person, entry.at)) {
        note('amendment', `${person} may not consent for the proposer of ${proposal}`);
      }
    },

    DeadlineExtended: (entry, reading, note) => {
      const { proposal, revision, from, to } = entry.body;
      const { status, opened, deadline } = standingOf(reading, proposal);
      if (status !== 'open' || opened?.body.revision !== revision) note('extension', `${proposal} is ${status}`);
      if (from !== deadline) note('truth', `the deadline of ${proposal} was ${deadline}, not ${from}`);
      if (to <= from) note('extension', `${to} is not later than ${from}`);
      if (countedAt(entry) > deadline) note('extension', `the deadline of ${proposal} had passed`);
      if (opened !== null && between(opened.at, to) > daysMs(28)) {
        note('extension', `revision ${revision} of ${proposal} would be open for more than 28 days`);
      }
      if (between(windowFrom(reading, proposal), to) > daysMs(56)) {
        note('extension', `the revisions of ${proposal} would take more than 56 days`);
      }
      const person = entry.by;
      const may =
        person !== 'clock' &&
        person !== 'operator' &&
        (maySponsor(reading, proposal, person, entry.at) || holdsAnyOffice(reading, person, entry.at));
      if (!may) note('extension', `${person} may not extend the deadline of ${proposal}`);
    },
  };
