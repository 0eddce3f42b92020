import type { PersonId } from '../../alliance/names.js';
import type { Note } from './findings.js';
import { countedAt } from './positions.js';
import type { Of, Reading } from './reading.js';
import { ofKind, pagesOf, sameNames } from './reading.js';
import { holds, holdsAnyOffice } from './seats.js';
import { presides } from './represented.js';
import { maySponsor } from './sponsors.js';
import type { Standing } from './standing.js';

type Opened = Of<'RevisionOpened'>;

/** A revision by amendment: of an open proposal, by those who may, with everyone asked again (rulings 1.7). */
export const checkAmendment = (entry: Opened, reading: Reading, standing: Standing, note: Note): void => {
  const { proposal, amended } = entry.body;
  if (amended === undefined) return;
  if (amended.by !== entry.by) note('actor', `${entry.by} amended this, recorded as ${amended.by}`);
  if (standing.status !== 'open') note('amendment', `${proposal} is ${standing.status} and cannot be amended`);
  if (countedAt(entry) > standing.deadline) note('deadline', `${proposal} closed at ${standing.deadline}`);
  if (!mayAmend(entry, amended.by, reading)) note('amendment', `${amended.by} may not amend ${proposal}`);
  checkAskedAgain(entry, amended.asksAgain, standing, note);
  if (amended.suggestion !== undefined && !wasOpen(reading, proposal, amended.suggestion)) {
    note('amendment', `suggestion ${amended.suggestion} was not open to be accepted`);
  }
};

/** A revision after a meeting: the same words, everyone asked again (rulings 1.10). */
export const checkReopening = (entry: Opened, reading: Reading, standing: Standing, note: Note): void => {
  const { proposal, reopened } = entry.body;
  if (reopened === undefined) return;
  const { by } = reopened;
  if (by !== entry.by) note('actor', `${entry.by} reopened this, recorded as ${by}`);
  if (standing.status !== 'referred') note('referral', `${proposal} is ${standing.status}, not referred`);
  const may =
    maySponsor(reading, proposal, by, entry.at) || holdsAnyOffice(reading, by, entry.at) || presides(reading, by);
  if (!may) note('referral', `${by} may not reopen ${proposal}`);
  checkAskedAgain(entry, reopened.asksAgain, standing, note);
};

/** Whether a suggestion was made and neither accepted nor declined. */
export const wasOpen = (reading: Reading, proposal: Opened['body']['proposal'], suggestion: number): boolean => {
  const pages = pagesOf(reading, proposal);
  return (
    ofKind(pages, 'AmendmentSuggested').some(({ body }) => body.suggestion === suggestion) &&
    !ofKind(pages, 'SuggestionDeclined').some(({ body }) => body.suggestion === suggestion) &&
    !ofKind(pages, 'RevisionOpened').some(({ body }) => body.amended?.suggestion === suggestion)
  );
};

const mayAmend = ({ at, body: { proposal } }: Opened, by: PersonId, reading: Reading): boolean => {
  const consented = ofKind(pagesOf(reading, proposal), 'ChairMayAmend').length > 0;
  return maySponsor(reading, proposal, by, at) || (consented && holds(reading, by, 'chair', at));
};

const checkAskedAgain = (
  { body }: Opened,
  told: readonly string[],
  { positions, left }: Standing,
  note: Note,
): void => {
  const wanted = [...positions.keys()].filter((member) => !left.includes(member));
  if (!sameNames(told, wanted)) {
    note('amendment', `those who had a position on ${body.proposal} and are asked again: ${wanted.join(', ')}`);
  }
};
