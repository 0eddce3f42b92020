import type { Alliance } from '../alliance.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import type { Instant } from '../instant.js';
import { isPerson } from '../names.js';
import type { Office, PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { holdersOf, voicesOf } from '../speaking.js';
import { personalBar, recusalOf } from '../tally.js';
import type { Meeting } from './meeting.js';
import { isRunner, itemOn, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';

/**
 * Takes the chair, of the meeting or of one item: the chair; where the chair is absent or has an interest, the deputy
 * chair; else somebody whom the members present choose (domain.md E59). Recorded, and no vote comes with it (B14).
 */
export const takeChair = (desk: Desk, command: CommandOf<'takeChair'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const { alliance, context } = desk;
  const { by, at } = context;
  if (!isPerson(by)) return { why: 'notByOperator' };
  const item = command.item === undefined ? null : itemOn(meeting, command.item);
  if (item !== null && 'refusal' in item) return item.refusal;
  const person = command.person ?? by;
  const number = item?.number ?? null;
  const speakers = present(meeting).filter((each) => voicesOf(alliance, each, at).length > 0);
  const mayNot = isRunner(desk) || speakers.includes(by) ? null : whyNotRunner(desk, 'takeChair', speakers);
  if (mayNot !== null) return mayNot;
  if (!present(meeting).includes(person)) return { why: 'notPresent', meeting: meeting.id, person };
  if (isConflicted(alliance, meeting, number, person, at)) {
    return { why: 'chairConflicted', meeting: meeting.id, item: number ?? 0, person };
  }
  const able = (office: Office): readonly PersonId[] =>
    holdersOf(alliance, office, at).filter(
      (each) => present(meeting).includes(each) && !isConflicted(alliance, meeting, number, each, at),
    );
  const first = [...able('chair'), ...(able('chair').length === 0 ? able('deputyChair') : [])];
  if (first.length > 0 && !first.includes(person)) {
    return { why: 'chairIsThere', meeting: meeting.id, people: first };
  }
  const last = meeting.chairs.findLast((chair) => chair.item === number);
  if (last?.person === person) return null;
  writeAt(desk, meeting.id, 'ChairTaken', {
    person,
    personName: alliance.people.get(person)?.name ?? 'text:',
    how: able('chair').includes(person) ? 'chair' : able('deputyChair').includes(person) ? 'deputyChair' : 'chosen',
    ...(number === null ? {} : { item: number }),
  });
  return null;
};

/** Has declared an interest in the item, or speaks for a member that takes no part in it. */
export const isConflicted = (
  alliance: Alliance,
  { lines, items }: Meeting,
  item: number | null,
  person: PersonId,
  at: Instant,
): boolean => {
  if (item === null) return false;
  const about = items.find(({ number }) => number === item)?.about ?? null;
  const proposal = about === null ? undefined : alliance.proposals.get(about);
  const members = voicesOf(alliance, person, at).map(({ member }) => member);
  const declared = lines.some(
    (line) =>
      line.item === item &&
      line.interest !== null &&
      line.interest.level !== 'note' &&
      (line.interest.person === person || members.includes(line.interest.member?.member ?? '')),
  );
  return (
    declared ||
    (proposal !== undefined &&
      (personalBar(proposal, person) !== null || members.some((member) => recusalOf(proposal, member) !== null)))
  );
};

/** Everybody who is there now. */
export const present = ({ attendance }: Meeting): readonly PersonId[] => [
  ...new Set(attendance.filter(({ leftAt }) => leftAt === null).map(({ person }) => person)),
];
