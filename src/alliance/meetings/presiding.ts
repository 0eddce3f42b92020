import type { Alliance } from '../alliance.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import type { Instant } from '../instant.js';
import { isPerson } from '../names.js';
import type { Office, PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { holdersOf, voicesOf } from '../speaking.js';
import { personalBar, recusalOf } from '../tally.js';
import type { Chair, Meeting } from './meeting.js';
import { nameOn, optionalItemOn, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';

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
  const item = optionalItemOn(meeting, command.item);
  if (item !== null && 'refusal' in item) return item.refusal;
  const person = command.person ?? by;
  const number = item?.number ?? null;
  const refusal = whyNotChosen(desk, meeting) ?? whyNotPresiding(desk, meeting, number, person);
  if (refusal !== null) return refusal;
  const last = meeting.chairs.findLast((chair) => chair.item === number);
  if (last?.person === person) return null;
  const how = howPresiding(ableIn(alliance, meeting, number, at), person);
  writeAt(desk, meeting.id, 'ChairTaken', { person, personName: nameOn(desk, person), how, ...given('item', number) });
  return null;
};

const howPresiding = (able: (office: Office) => readonly PersonId[], person: PersonId): Chair['how'] => {
  if (able('chair').includes(person)) return 'chair';
  return able('deputyChair').includes(person) ? 'deputyChair' : 'chosen';
};

/** By those who run meetings, the chair or deputy chair, and those there who speak for a member. */
const whyNotChosen = (desk: Desk, meeting: Meeting): Refusal | null => {
  const { alliance, context } = desk;
  const { at } = context;
  const choosing = present(meeting).filter((each) => voicesOf(alliance, each, at).length > 0);
  const offices = [...holdersOf(alliance, 'chair', at), ...holdersOf(alliance, 'deputyChair', at)];
  return whyNotRunner(desk, 'takeChair', [...choosing, ...offices]);
};

const whyNotPresiding = (
  { alliance, context: { at } }: Desk,
  meeting: Meeting,
  item: number | null,
  person: PersonId,
): Refusal | null => {
  if (!present(meeting).includes(person)) return { why: 'notPresent', meeting: meeting.id, person };
  if (isConflicted(alliance, meeting, item, person, at)) {
    return { why: 'chairConflicted', meeting: meeting.id, item: item ?? 0, person };
  }
  const able = ableIn(alliance, meeting, item, at);
  const first = able('chair').length > 0 ? able('chair') : able('deputyChair');
  return first.length === 0 || first.includes(person)
    ? null
    : { why: 'chairIsThere', meeting: meeting.id, people: first };
};

/** Holders of an office who are there and have no interest in the item. */
const ableIn =
  (alliance: Alliance, meeting: Meeting, item: number | null, at: Instant) =>
  (office: Office): readonly PersonId[] =>
    holdersOf(alliance, office, at).filter(
      (each) => present(meeting).includes(each) && !isConflicted(alliance, meeting, item, each, at),
    );

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
