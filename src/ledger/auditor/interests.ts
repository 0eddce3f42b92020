import type { Checks } from './findings.js';
import { isFromMinutes } from './minutedInterests.js';
import type { Reading } from './reading.js';
import { lastOf, ofKind, pagesOf } from './reading.js';
import { seatOf, speaksFor } from './seats.js';
import { standingOf } from './standing.js';

/** Declared interests: a person's own act, and what falls with it (domain.md B32, E22 to E29). */
export const interestChecks: Checks<'InterestDeclared' | 'InterestWithdrawn' | 'PositionVoided'> = {
  InterestDeclared: (entry, reading, note) => {
    const { proposal, member, person, declaration, revision } = entry.body;
    const standing = standingOf(reading, proposal);
    const before = ofKind(pagesOf(reading, proposal), 'InterestDeclared');
    if (declaration !== before.length + 1) note('counted', `declaration ${declaration} of ${proposal} is out of order`);
    const minuted = isFromMinutes(entry, reading);
    if ((entry.by !== person && !minuted) || entry.for !== member) {
      note('actor', `${person} did not declare this themselves`);
    }
    if (!(minuted && entry.body.scope === 'organisation') && !speaksFor(reading, person, member, entry.at)) {
      note('appointment', `${person} does not speak for ${member}: nobody can declare an interest of others`);
    }
    if (standing.status !== 'open') note('final', `${proposal} is ${standing.status}`);
    if (standing.opened?.body.revision !== revision) note('revision', `${proposal} stands at another revision`);
    if (!standing.eligible.includes(member)) note('eligibility', `${member} is not eligible on ${proposal}`);
  },

  InterestWithdrawn: (entry, reading, note) => {
    const { proposal, member, person, declaration } = entry.body;
    const pages = pagesOf(reading, proposal);
    const declared = ofKind(pages, 'InterestDeclared').find((earlier) => earlier.body.declaration === declaration);
    const back = ofKind(pages, 'InterestWithdrawn').some((earlier) => earlier.body.declaration === declaration);
    const { status } = standingOf(reading, proposal);
    if (declared?.body.member !== member || back) note('interest', `there is no such declaration on ${proposal}`);
    if (status !== 'open' && status !== 'referred') note('final', `${proposal} is ${status}`);
    const own = declared?.body.scope === 'personal' ? declared.body.person === person : null;
    if (entry.by !== person || !(own ?? speaksFor(reading, person, member, entry.at))) {
      note('appointment', `the interest of ${member} is not for ${person} to withdraw`);
    }
  },

  PositionVoided: (entry, reading, note) => {
    const { proposal, member, because } = entry.body;
    const fallen = standingOf(reading, proposal).unvoided.includes(member);
    const reasons = {
      interestDeclared: lastOf(pagesOf(reading, proposal), 'InterestDeclared') !== null,
      memberLeft: hasLeft(reading, member),
    };
    if (!fallen || !reasons[because]) note('truth', `nothing had made the position of ${member} on ${proposal} void`);
  },
};

const hasLeft = (reading: Reading, member: string): boolean =>
  seatOf(reading, member) !== null &&
  ofKind(reading.register, 'MemberLeft').some((left) => left.body.member === member);
