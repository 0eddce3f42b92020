import { isWorkingTime, nextWorkingTime } from '../../../src/alliance/calendar.js';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import type { CommandOf } from '../../../src/alliance/commands.js';
import type { Alliance } from '../../../src/alliance/alliance.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { plusMs } from '../../../src/alliance/instant.js';
import type { AllianceCode, MemberId, ProposalId } from '../../../src/alliance/names.js';
import type { Passed } from '../../../src/clerk/orders.js';
import { paragraphs } from '../../cast/replies.js';
import type { Down, Followed } from './deadlines.js';
import type { Message } from './office.js';

interface Reading {
  readonly charterOf: (alliance: AllianceCode) => CharterDocument;
  readonly allianceOf: (alliance: AllianceCode) => Alliance;
  readonly revisionOf: (alliance: AllianceCode, proposal: ProposalId) => Followed | undefined;
  readonly downs: readonly Down[];
  readonly broken: (promise: string, where: unknown) => void;
}

/** Holds each message to what is promised of it, by what it says and when it came (domain.md BE, E80, rulings 1.19). */
export const messagesOf = (reading: Reading) => {
  const said = new Map<string, number>();
  const lastTo = new Map<string, Message>();
  const spared = new Map<string, Sparing>();
  const struck = new Map<string, Instant>();
  const { broken } = reading;
  /** Whoever asked for no peace hears of it in the minute in which it falls due, or in which work begins. */
  const heldToTheMinute = ({ alliance, to, at }: Message, key: string): void => {
    const due = struck.get(`${alliance} ${key.slice(0, key.lastIndexOf('/'))}`);
    if (due === undefined || spared.has(`${alliance} ${to}`) || reading.downs.some((down) => down.to > due)) return;
    const expected = nextWorkingTime(reading.charterOf(alliance).calendar, due);
    if (at > plusMs(expected, minuteMs)) broken('a reminder comes when it falls due', { alliance, key, at, expected });
  };
  return {
    /** What fell due, and when the minute struck for it. */
    fellDue: ({ at, dues }: Passed): void => {
      for (const { alliance, key } of dues) struck.set(`${alliance} ${key}`, at);
    },
    /** How often each notice was said: "PLY person:7 P-1/r1/reminder:halfWindow/person:7". */
    said,
    spare: (alliance: AllianceCode, person: string, { snoozedUntil, quiet }: CommandOf<'setPreferences'>): void => {
      const before = spared.get(`${alliance} ${person}`) ?? { snoozedUntil: null, quiet: null };
      spared.set(`${alliance} ${person}`, {
        snoozedUntil: snoozedUntil === undefined ? before.snoozedUntil : snoozedUntil,
        quiet: quiet === undefined ? before.quiet : quiet,
      });
    },
    read: (message: Message): void => {
      const { alliance, to, keys, at } = message;
      const notices = keys.filter((key) => ofNotice.test(key) || key.startsWith('digest/'));
      if (notices.length === 0) return;
      for (const key of notices) {
        const name = `${alliance} ${to} ${key}`;
        said.set(name, (said.get(name) ?? 0) + 1);
        if (said.get(name) !== 1) broken('nothing is said twice', { name, at });
        if (key.includes('/reminder:')) heldToVotes(reading, message, key);
        heldToTheMinute(message, key);
      }
      // The minute in which work ends is a minute of work.
      const minute = `${at.slice(0, 16)}:00.000Z`;
      if (!isWorkingTime(reading.charterOf(alliance).calendar, minute)) broken('in working hours only', message);
      if (to.startsWith('room:')) return;
      if (isSpared(reading.charterOf(alliance), spared.get(`${alliance} ${to}`), at))
        broken('people are spared', message);
      if (notices.every((key) => key.includes('/reminder:nudge-'))) return;
      const last = lastTo.get(`${alliance} ${to}`);
      if (last?.at.slice(0, 16) === at.slice(0, 16)) broken('one message a person a tick', [last, message]);
      lastTo.set(`${alliance} ${to}`, message);
    },
  };
};

/** Reminders, and what is said of meetings, minutes and actions. */
const ofNotice = /\/(?:reminder|meeting|minutes|action):/u;

const minuteMs = 60_000;

interface Sparing {
  readonly snoozedUntil: Instant | null;
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

const isSpared = ({ calendar }: CharterDocument, sparing: Sparing | undefined, at: Instant): boolean => {
  if (sparing === undefined) return false;
  if (sparing.snoozedUntil !== null && at < sparing.snoozedUntil) return true;
  if (sparing.quiet === null) return false;
  const { from, to } = sparing.quiet;
  const time = new Date(at).toLocaleTimeString('en-GB', {
    timeZone: calendar.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  return from < to ? from <= time && time < to : from <= time || time < to;
};

/** Nobody is reminded whose member has spoken on this revision, and no member that has spoken is named. */
const heldToVotes = (reading: Reading, { alliance, to, card, at }: Message, key: string): void => {
  const [id = '', step = ''] = key.split('/');
  const about = reading.revisionOf(alliance, id as ProposalId);
  const { broken } = reading;
  const where = { alliance, to, key, at, about };
  if (
    about === undefined ||
    about.over ||
    !new RegExp(`^r${about.revision}(\\+|$)`).test(step) ||
    at > about.deadline
  ) {
    broken('only what is open is reminded of', where);
    return;
  }
  const waiting = about.eligible.filter((member) => !about.spoken.has(member));
  const now = reading.allianceOf(alliance);
  if (!waiting.some((member) => mayActFor(now, member, to))) broken('nobody is reminded who has spoken', where);
  const spoken = new Set([...about.spoken].map((member) => now.members.get(member)?.name ?? member));
  for (const line of paragraphs(card)) {
    const named = new RegExp(`^${id}\\b.* waits for (.*)\\.$`).exec(line)?.[1]?.split(/, | and /) ?? [];
    if (named.some((name) => spoken.has(name))) broken('nobody is asked for who has spoken', { ...where, line });
  }
};

/** Speaks for the member, stands behind it, or looks after the alliance. */
const mayActFor = ({ appointments, officers }: Alliance, member: MemberId, to: Message['to']): boolean =>
  appointments.some(
    (each) =>
      each.person === to && each.member === member && ['representative', 'deputy', 'seniorSponsor'].includes(each.as),
  ) ||
  officers.some(({ person, office }) => person === to && ['allianceManager', 'chair', 'convenor'].includes(office));
