import type { Alliance } from '../../src/alliance/alliance.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Instant } from '../../src/alliance/instant.js';
import { plusMs } from '../../src/alliance/instant.js';
import { consentBlock } from '../../src/alliance/meetings/consent.js';
import type { Meeting } from '../../src/alliance/meetings/meeting.js';
import { calledIn } from '../../src/alliance/meetings/series.js';
import type { Actor, InterestScope, MeetingId, MemberId } from '../../src/alliance/names.js';
import { officers, people, speakersOf } from './cast.js';
import { pick } from './moves.js';
import type { Act } from './moves.js';
import type { Asked, Meaning } from './orders.js';

type MeetingAct = Extract<Act, 'convene' | 'meet' | 'conduct' | 'minutes' | 'actions' | 'series'>;

/** Meetings with their minutes, and actions; by those who may, and now and then by somebody else. */
export const meetingOrders: Readonly<Record<MeetingAct, Meaning>> = {
  convene: (alliance, now, { a, b, c }) => {
    const by = c % 9 === 8 ? pick(people(alliance), b) : pick(officers(alliance, now), b);
    const hours = [1, 30, 24 * 21, -2][a % 4] ?? 1;
    const startsAt = plusMs(now, hours * hour);
    return one(by, { kind: 'conveneMeeting', startsAt, endsAt: plusMs(startsAt, hour), reason: words });
  },

  /** A whole meeting, from its call to its minutes, with a decision in the middle. */
  meet: (alliance, now, { a, b, c }) => {
    const id: MeetingId = `M-${alliance.meetings.size + 1}`;
    const officer = pick(officers(alliance, now), b);
    if (officer === undefined) return [];
    const at = plusMs(now, hour / 2);
    const seats = [...alliance.members.keys()];
    const coming = c % 3 === 0 ? seats.slice(1) : seats;
    const about = `P-${alliance.proposals.size + 1}` as const;
    const first = speaker(alliance, seats[a % seats.length] ?? '', now);
    const forAll = (command: (member: MemberId) => Command): readonly Asked[] =>
      coming.flatMap((member) => one(speaker(alliance, member, now), command(member)));
    return [
      ...one(officer, { kind: 'conveneMeeting', startsAt: at, endsAt: plusMs(at, hour) }),
      ...one(first, tabled(id, seats[a % seats.length])),
      ...one(officer, { kind: 'startMeeting', meeting: id }),
      ...forAll(() => ({ kind: 'recordAttendance', meeting: id, mode: 'room' })),
      ...one(officer, { kind: 'recordAttendance', meeting: id, mode: 'remote' }),
      ...one(officer, { kind: 'takeChair', meeting: id, person: officer }),
      ...one(first, { kind: 'takeChair', meeting: id }),
      ...(a % 4 === 3 ? [] : forAll((member) => ({ kind: 'waiveNotice', meeting: id, member }))),
      ...(a % 4 === 3 ? [] : forAll((member) => ({ kind: 'waiveNotice', meeting: id, item: 1, member }))),
      ...(b % 5 === 4 ? one(first, { kind: 'endAttendance', meeting: id }) : []),
      ...(c % 4 === 1
        ? one(first, takesNoPart(id, 1, seats[a % seats.length], b % 2 === 0 ? 'organisation' : 'personal'))
        : []),
      ...(c % 5 === 2 ? consent(id, officer, b % 3 === 1 ? first : undefined) : []),
      ...one(officer, { kind: 'putDecision', meeting: id, item: 1 }),
      ...(b % 3 === 2 ? one(officer, { kind: 'declareInquorate', meeting: id }) : []),
      ...one(officer, { kind: 'enterPosition', meeting: id, item: 1, member: seats[0] ?? '', position: 'agree' }),
      ...one(speaker(alliance, seats[0] ?? '', now), answerEntered(id, c)),
      ...forAll((member) => ({ kind: 'recordPosition', proposal: about, revision: 1, position: 'agree', member })),
      ...one(officer, { kind: 'takeNote', meeting: id, item: 1, as: 'note', text: words }),
      ...one(officer, { kind: 'endMeeting', meeting: id }),
      ...one(officer, { kind: 'circulateMinutes', meeting: id }),
      ...forAll((member) => ({ kind: 'acceptMinutes', meeting: id, version: 1, member })),
      ...(c % 2 === 0 ? one(officer, { kind: 'confirmMinutes', meeting: id, version: 1 }) : []),
    ];
  },

  /** One step of a meeting that is called or in session. */
  conduct: (alliance, now, { a, b, c }) => {
    const meeting = pick(live(alliance), b);
    if (meeting === undefined) return [];
    const by = c % 11 === 10 ? pick(people(alliance), a) : pick(officers(alliance, now), b);
    const item = pick(meeting.items, c)?.number ?? 1;
    const person = pick(people(alliance), a);
    const member = pick([...alliance.members.keys()], c);
    const own = speaker(alliance, member ?? '', now);
    const on = { meeting: meeting.id };
    const steps: readonly (readonly Asked[])[] = [
      one(by, { kind: 'startMeeting', ...on }),
      one(by, { kind: 'recordAttendance', mode: 'room', ...on, ...(person === undefined ? {} : { person }) }),
      one(person, { kind: 'recordAttendance', mode: 'remote', ...on }),
      one(person, { kind: 'endAttendance', ...on }),
      one(by, { kind: 'takeChair', item, ...on, ...(person === undefined ? {} : { person }) }),
      one(own, takesNoPart(meeting.id, item, member)),
      one(by, { kind: 'putDecision', item, ...on }),
      one(by, { kind: 'circulateItem', item, ...on }),
      one(by, { kind: 'takeNote', as: 'recommendation', text: words, ...on }),
      one(by, { kind: 'correctLine', line: 1, ...on, text: words }),
      one(own, { kind: 'answerInvitation', answer: 'apologies', ...on, ...(member === undefined ? {} : { member }) }),
      one(own, tabled(meeting.id, member)),
      one(by, { kind: 'addItem', as: 'discussion', title: 'Something to talk about', reason: words, ...on }),
      one(by, { kind: 'moveItem', item, before: 1, ...on }),
      one(by, {
        kind: 'addPaper',
        item,
        sha256: 'a'.repeat(64),
        name: 'Plan.pdf',
        type: 'application/pdf',
        bytes: 9,
        ...on,
      }),
      one(by, { kind: 'placeInConsent', item, ...on }),
      one(own, { kind: 'takeOutOfConsent', item, ...on }),
      one(by, { kind: 'takeConsent', ...on, items: consentBlock(alliance, meeting).map(({ number }) => number) }),
      one(by, { kind: 'publishPack', ...on }),
      one(by, {
        kind: 'moveMeeting',
        startsAt: plusMs(now, 40 * hour),
        endsAt: plusMs(now, 41 * hour),
        why: words,
        ...on,
      }),
      one(by, { kind: 'removeItem', item, why: words, ...on }),
      one(by, { kind: 'endMeeting', ...on }),
      one(by, { kind: 'cancelMeeting', why: words, ...on }),
    ];
    return pick(steps, a) ?? [];
  },

  minutes: (alliance, now, { a, b, c }) => {
    const ended = [...alliance.meetings.values()].filter(({ minutes }) => minutes !== null);
    const meeting = pick(ended, b);
    if (meeting === undefined) return [];
    const by = pick(officers(alliance, now), b);
    const member = pick([...alliance.members.keys()], c);
    const own = speaker(alliance, member ?? '', now);
    const version = meeting.minutes?.versions.at(-1)?.version ?? 1;
    const on = { meeting: meeting.id };
    const as = { ...on, ...(member === undefined ? {} : { member }) };
    const correction = meeting.minutes?.corrections.length ?? 1;
    const under = pick([...alliance.decisions.keys()], a) ?? 'HIS-2026-001';
    const steps: readonly (readonly Asked[])[] = [
      one(by, { kind: 'writeMinutes', text: words, ...on }),
      one(by, { kind: 'circulateMinutes', ...on }),
      one(own, { kind: 'acceptMinutes', version, ...as }),
      one(own, { kind: 'requestCorrection', version, line: 1, text: 'Another account of it.', ...as }),
      one(by, { kind: 'answerCorrection', correction, answer: 'accepted', ...on }),
      one(by, { kind: 'answerCorrection', correction, answer: 'declined', reason: words, ...on }),
      one(by, { kind: 'confirmMinutes', version, ...on }),
      one(by, { kind: 'amendMinutes', line: 1, under, ...on }),
    ];
    return pick(steps, a) ?? [];
  },

  /** Recurring meetings, most of them near enough that the clock calls some. */
  series: (alliance, now, { a, b, c }) => {
    const by = c % 7 === 6 ? pick(people(alliance), b) : pick(officers(alliance, now), b);
    const series = pick([...alliance.series.keys()], c);
    if (series !== undefined && a % 4 === 0) {
      return one(by, { kind: 'endSeries', series, why: words, called: c % 2 === 0 ? 'keep' : 'cancel' });
    }
    const called = pick(series === undefined ? [] : calledIn(alliance, series), b);
    if (series !== undefined && a % 4 === 1) {
      const plan = { from: plusMs(now, 24 * hour).slice(0, 10), startsAt: '14:00', endsAt: '15:00', why: words };
      const rule = ['FREQ=WEEKLY;BYDAY=WE;COUNT=4', 'FREQ=MONTHLY;BYDAY=1MO;COUNT=3'][c % 2] ?? '';
      const since = called === undefined || c % 3 === 2 ? {} : { since: called.id };
      return one(by, { kind: 'changeSeries', series, rule, ...plan, ...since });
    }
    const rule = pick(
      [
        'FREQ=WEEKLY;BYDAY=MO;COUNT=9',
        'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=6',
        'FREQ=MONTHLY;BYDAY=-1FR;COUNT=5',
        'FREQ=MONTHLY;BYMONTHDAY=25;COUNT=4',
        'FREQ=MONTHLY;BYDAY=2TU',
      ],
      a,
    );
    const from = plusMs(now, (c % 20) * 24 * hour).slice(0, 10);
    return one(by, {
      kind: 'conveneSeries',
      rule: rule ?? '',
      from,
      startsAt: '10:00',
      endsAt: '11:30',
      place: 'Room 3',
    });
  },

  actions: (alliance, now, { a, b, c }) => {
    const owner = pick(people(alliance), b);
    const action = pick([...alliance.openActions], c);
    const by = a % 5 === 4 ? pick(officers(alliance, now), b) : owner;
    const due = plusMs(now, (2 + (c % 9)) * 24 * hour).slice(0, 10);
    if (action === undefined || a % 3 === 0) {
      return one(pick(officers(alliance, now), a) ?? owner, {
        kind: 'recordAction',
        text: words,
        owner: owner ?? 'person:1',
        due,
      });
    }
    const holder = alliance.actions.get(action)?.owner?.person ?? owner;
    const steps: readonly (readonly Asked[])[] = [
      one(holder, { kind: 'acceptAction', action }),
      one(holder, { kind: 'updateAction', action, state: 'blocked', note: words }),
      one(holder, { kind: 'putOffAction', action, due: plusMs(now, 50 * 24 * hour).slice(0, 10), reason: words }),
      one(holder, { kind: 'claimAction', action, evidence: words }),
      one(by, { kind: 'closeAction', action }),
      one(by, { kind: 'returnAction', action, reason: words }),
      one(by, { kind: 'transferAction', action, owner: owner ?? 'person:1', reason: words }),
      one(by, { kind: 'cancelAction', action, reason: words }),
    ];
    return pick(steps, a) ?? [];
  },
};

const words = 'We have talked about it and this is what we say.';
const hour = 3_600_000;

const one = (by: Actor | undefined, command: Command): readonly Asked[] => (by === undefined ? [] : [{ by, command }]);

const speaker = (alliance: Alliance, member: MemberId, now: Instant): Actor | undefined =>
  speakersOf(alliance, member, 'representative', now)[0] ?? speakersOf(alliance, member, 'deputy', now)[0];

const live = (alliance: Alliance): readonly Meeting[] =>
  [...alliance.meetings.values()].filter(({ status }) => status === 'called' || status === 'inSession');

const tabled = (meeting: MeetingId, member: MemberId | undefined): Command => ({
  kind: 'tableForMeeting',
  meeting,
  class: 'routine',
  title: 'For the meeting',
  text: words,
  bestForPeople: words,
  reason: words,
  ...(member === undefined ? {} : { member }),
});

/** Something to note is to be taken without discussion, and somebody may want it discussed. */
const consent = (meeting: MeetingId, officer: Actor, contester: Actor | undefined): readonly Asked[] => [
  ...one(officer, { kind: 'addItem', meeting, as: 'noting', title: 'Something to note', reason: words }),
  ...one(officer, { kind: 'placeInConsent', meeting, item: 2 }),
  ...one(contester, { kind: 'takeOutOfConsent', meeting, item: 2 }),
  ...one(officer, { kind: 'takeConsent', meeting, items: [2] }),
];

const takesNoPart = (
  meeting: MeetingId,
  item: number,
  member: MemberId | undefined,
  scope: InterestScope = 'organisation',
): Command => ({
  ...{ kind: 'minuteInterest', meeting, item, level: 'recuse', scope, nature: words },
  ...(member === undefined ? {} : { member }),
});

const answerEntered = (meeting: MeetingId, figure: number): Command => ({
  kind: 'answerEntered',
  meeting,
  entered: 1,
  answer: figure % 4 === 0 ? 'disputed' : 'confirmed',
});
