import type { Alliance } from '../../../src/alliance/alliance.js';
import type { Command } from '../../../src/alliance/commands.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { plusMs } from '../../../src/alliance/instant.js';
import type { Meeting } from '../../../src/alliance/meetings/meeting.js';
import type { MemberId, PersonId } from '../../../src/alliance/names.js';
import { holdersOfPower } from '../../../src/alliance/speaking.js';
import { oneOf } from '../../cast/dice.js';
import type { Dice } from '../../cast/dice.js';
import { speakersOf } from '../../histories/cast.js';
import type { Wish } from './people.js';

type WishOf = (alliance: Alliance, at: Instant, dice: Dice) => Wish | null;

/** Recurring meetings are planned, and what comes next in one of them, or with an action, is done by somebody. */
export const meeting: WishOf = (alliance, at, dice) => {
  const by = oneOf(dice, holdersOfPower(alliance, 'runMeetings', at));
  if (by === undefined) return null;
  if (alliance.liveSeries.size === 0) return { by, command: planned(at, dice) };
  if (dice() < 0.25) return withAction(alliance, at, dice, by);
  const live = [...alliance.liveMeetings].map((id) => alliance.meetings.get(id)!);
  const begun = live.filter(({ status }) => status !== 'called');
  // What has begun is mostly brought to its end first.
  const found = oneOf(dice, begun.length > 0 && dice() < 0.7 ? begun : live);
  return found === undefined ? null : next(alliance, found, { at, dice, by });
};

const planned = (at: Instant, dice: Dice): Command => ({
  kind: 'conveneSeries',
  rule: dice() < 0.5 ? 'FREQ=MONTHLY;BYDAY=2TH;COUNT=6' : 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=12',
  from: plusMs(at, dayMs).slice(0, 10),
  startsAt: '10:00',
  endsAt: '12:00',
});

interface Now {
  readonly at: Instant;
  readonly dice: Dice;
  readonly by: PersonId;
}

const next = (alliance: Alliance, found: Meeting, now: Now): Wish | null => {
  const { at, dice, by } = now;
  const on = { meeting: found.id };
  const member = oneOf(dice, [...alliance.members.keys()]);
  switch (found.status) {
    case 'called':
      if (found.startsAt <= at) return { by, command: { kind: 'startMeeting', ...on } };
      if (dice() < 0.2) return { by, command: { kind: 'publishPack', ...on } };
      return forMember(alliance, member, now, (seat) => ({
        kind: 'answerInvitation',
        answer: dice() < 0.8 ? 'room' : 'apologies',
        member: seat,
        ...on,
      }));
    case 'inSession':
      if (found.attendance.length > 0 && dice() < 0.5) return { by, command: { kind: 'endMeeting', ...on } };
      return forMember(alliance, member, now, () => ({ kind: 'recordAttendance', mode: 'room', ...on }));
    case 'ended':
      return withMinutes(alliance, found, now);
    case 'cancelled':
      return null;
  }
};

const withMinutes = (alliance: Alliance, { id, minutes }: Meeting, now: Now): Wish | null => {
  const { dice, by } = now;
  const version = minutes?.versions.at(-1);
  if (version === undefined) return { by, command: { kind: 'circulateMinutes', meeting: id } };
  if (dice() < 0.2) return { by, command: { kind: 'confirmMinutes', meeting: id, version: version.version } };
  const asked = oneOf(
    dice,
    version.asked.filter(({ member }) => !version.accepted.has(member)),
  );
  return forMember(alliance, asked?.member, now, (member) => ({
    kind: 'acceptMinutes',
    meeting: id,
    version: version.version,
    member,
  }));
};

const withAction = (alliance: Alliance, at: Instant, dice: Dice, by: PersonId): Wish | null => {
  const action = oneOf(dice, [...alliance.openActions]);
  const owner = action === undefined ? undefined : alliance.actions.get(action)?.owner?.person;
  if (action === undefined || owner === undefined || alliance.openActions.size < 2) {
    const member = oneOf(dice, [...alliance.members.keys()]);
    const person = member === undefined ? undefined : oneOf(dice, speakersOf(alliance, member, 'representative', at));
    const due = plusMs(at, Math.floor((3 + dice() * 30) * dayMs)).slice(0, 10);
    return person === undefined
      ? null
      : { by, command: { kind: 'recordAction', text: 'Ask for three offers', owner: person, due } };
  }
  return dice() < 0.5
    ? { by: owner, command: { kind: 'claimAction', action, evidence: 'The offers are in.' } }
    : { by, command: { kind: 'closeAction', action } };
};

const forMember = (
  alliance: Alliance,
  member: MemberId | undefined,
  { at, dice }: Now,
  command: (member: MemberId) => Command,
): Wish | null => {
  const by = member === undefined ? undefined : oneOf(dice, speakersOf(alliance, member, 'representative', at));
  return member === undefined || by === undefined ? null : { by, command: command(member) };
};

const dayMs = 24 * 3_600_000;
