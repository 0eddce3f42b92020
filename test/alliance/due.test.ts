import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alliance, Member, Position, Proposal, Revision } from '../../src/alliance/alliance.js';
import { isWorkingTime } from '../../src/alliance/calendar.js';
import type { CharterSettings } from '../../src/alliance/charter.js';
import { type Due, dues, duesOf, movedDues, nextDue } from '../../src/alliance/due.js';
import { unfounded } from '../../src/alliance/evolve.js';
import { remindersOf } from '../../src/alliance/reminders.js';

const charter = {
  calendar: {
    timeZone: 'Europe/London',
    nation: 'england-and-wales',
    dayStarts: '09:00',
    dayEnds: '17:00',
    extraHolidays: [],
  },
  limits: { reminderSteps: ['halfWindow', 'oneWorkingDay', 'fourWorkingHours'] },
} as unknown as CharterSettings;

/** Opened Thu 2 Apr 2026 10:00 BST, deadline five working days later: Mon 13 Apr 17:00 BST. */
const revision: Revision = {
  number: 1,
  edition: 0,
  title: 'text:a',
  text: 'text:b',
  bestForPeople: 'text:c',
  digest: 'd',
  openedAt: '2026-04-02T09:00:00.000Z',
  deadline: '2026-04-13T16:00:00.000Z',
  rule: { rule: 'unanimous', charterRevision: 1, class: 'routine', minEligible: 2, needsCommissioner: false },
  eligible: ['harbour', 'path'],
  amended: null,
  reopened: null,
  changedBy: null,
  positions: new Map(),
  left: [],
  recount: null,
  confirmed: null,
  removedObjections: [],
  held: null,
  extensions: 0,
  extendedAt: null,
  madeGood: false,
};

const proposal: Proposal = {
  id: 'P-14',
  class: 'routine',
  proposer: 'person:1',
  proposingFor: null,
  proposerName: 'text:n',
  title: 'text:a',
  text: 'text:b',
  bestForPeople: 'text:c',
  discreet: false,
  retables: null,
  tabledAt: '2026-04-01T09:00:00.000Z',
  windowFrom: '2026-04-02T09:00:00.000Z',
  opensAt: '2026-04-02T09:00:00.000Z',
  deadline: '2026-04-13T16:00:00.000Z',
  status: 'open',
  chairMayAmend: false,
  current: revision,
  earlier: [],
  suggestions: [],
  declarations: [],
  referral: null,
  nudgedAt: null,
  outcome: null,
  lateObjections: [],
};

const allianceWith = (...proposals: readonly Proposal[]): Alliance => ({
  ...unfounded('PLY'),
  charter,
  charterRevision: 1,
  charters: new Map([[1, charter]]),
  proposals: new Map(proposals.map((each) => [each.id, each])),
  live: new Set(proposals.filter(({ status }) => ['tabled', 'open', 'referred'].includes(status)).map(({ id }) => id)),
});

const open = (change: Partial<Revision>): Alliance =>
  allianceWith({ ...proposal, current: { ...revision, ...change } });
const agreed = (...members: readonly string[]): Partial<Revision> => ({
  positions: new Map(members.map((member) => [member, { member, position: 'agree' } as unknown as Position])),
});
const moments = (all: readonly Due[]): readonly string[] => all.map(({ kind, dueAt }) => `${kind} ${dueAt}`);

describe('an open proposal', () => {
  it('waits for three reminders, its deadline and its declaration two minutes later', () => {
    expect(moments(duesOf(open({}), 'P-14'))).toEqual([
      'reminder:halfWindow 2026-04-08T08:00:00.000Z',
      'reminder:oneWorkingDay 2026-04-10T16:00:00.000Z',
      'reminder:fourWorkingHours 2026-04-13T12:00:00.000Z',
      'deadline 2026-04-13T16:00:00.000Z',
      'declare 2026-04-13T16:02:00.000Z',
    ]);
  });

  it('widens the audience with each reminder', () => {
    expect(duesOf(open({}), 'P-14').map(({ to }) => to)).toEqual([
      'representatives',
      'representativesAndDeputies',
      'representativesDeputiesAndAllianceManager',
      'clerk',
      'clerk',
    ]);
  });

  it('reminds nobody once nobody is waited for, and again when somebody is', () => {
    const objected = agreed('harbour', 'path');
    expect(moments(duesOf(open(objected), 'P-14')).filter((due) => due.startsWith('reminder'))).toEqual([]);
    expect(moments(duesOf(open(agreed('harbour')), 'P-14')).filter((due) => due.startsWith('reminder'))).toHaveLength(
      3,
    );
  });

  it('is adopted at the end of its time for consideration once all agree, not before', () => {
    const rule = { ...revision.rule, considerUntil: '2026-04-07T16:00:00.000Z' };
    expect(moments(duesOf(open({ rule }), 'P-14'))).not.toContain('considered 2026-04-07T16:00:00.000Z');
    expect(moments(duesOf(open({ rule, ...agreed('harbour', 'path') }), 'P-14'))).toEqual([
      'considered 2026-04-07T16:00:00.000Z',
      'deadline 2026-04-13T16:00:00.000Z',
      'declare 2026-04-13T16:02:00.000Z',
    ]);
  });

  it('that is agreed but for a recount waits one working day after the deadline for it', () => {
    const recount = { because: [{ kind: 'memberLeft', member: 'livewest' } as const], at: '2026-04-09T09:00:00.000Z' };
    expect(moments(duesOf(open({ recount, ...agreed('harbour', 'path') }), 'P-14'))).toEqual([
      'deadline 2026-04-13T16:00:00.000Z',
      'recount 2026-04-14T16:00:00.000Z',
    ]);
    expect(moments(duesOf(open({ recount }), 'P-14')).at(-1)).toBe('declare 2026-04-13T16:02:00.000Z');
  });

  it('keeps its keys from one position to the next and gets new ones when the deadline is extended', () => {
    const keys = (alliance: Alliance): readonly string[] => duesOf(alliance, 'P-14').map(({ key }) => key);
    expect(keys(open(agreed('harbour')))).toEqual(keys(open({})));
    const extended = keys(open({ extensions: 1, deadline: '2026-04-14T16:00:00.000Z' }));
    expect(extended.filter((key) => keys(open({})).includes(key))).toEqual([]);
    expect(new Set([...extended, ...keys(open({})), ...keys(open({ number: 2 }))]).size).toBe(15);
  });

  it('moves nothing in the schedule by a position, but by the last one, an extension or an outcome', () => {
    const subjects = ['P-14', 'member:harbour'];
    expect(movedDues(open({}), open(agreed('harbour')), subjects)).toEqual(new Map());
    const all = open(agreed('harbour', 'path'));
    expect([...movedDues(open(agreed('harbour')), all, subjects)]).toEqual([['P-14', duesOf(all, 'P-14')]]);
    const extended = open({ extensions: 1, deadline: '2026-04-14T16:00:00.000Z' });
    expect([...movedDues(open({}), extended, subjects)]).toEqual([['P-14', duesOf(extended, 'P-14')]]);
    const withdrawn = allianceWith({ ...proposal, status: 'withdrawn' });
    expect([...movedDues(open({}), withdrawn, subjects)]).toEqual([['P-14', []]]);
  });

  it('[E72] is reminded as the charter says under which it opened', () => {
    const fewer = { ...charter, limits: { ...charter.limits, reminderSteps: ['oneWorkingDay'] } } as CharterSettings;
    const changed = {
      ...open({}),
      charter: fewer,
      charterRevision: 2,
      charters: new Map([
        [1, charter],
        [2, fewer],
      ]),
    };
    const reminders = (alliance: Alliance): number =>
      duesOf(alliance, 'P-14').filter(({ kind }) => kind.startsWith('reminder:')).length;
    expect(reminders(changed)).toBe(3);
    const later = { ...revision, rule: { ...revision.rule, charterRevision: 2 } };
    expect(reminders({ ...changed, proposals: new Map([['P-14', { ...proposal, current: later }]]) })).toBe(1);
  });
});

describe('a proposal that is not open', () => {
  it('waits for its opening while it is only tabled', () => {
    const tabled = allianceWith({ ...proposal, status: 'tabled', current: null });
    expect(moments(duesOf(tabled, 'P-14'))).toEqual(['opens 2026-04-02T09:00:00.000Z']);
  });

  it('waits for its meeting while it is referred to one', () => {
    const referral = {
      at: '2026-04-08T09:00:00.000Z',
      because: 'belowMinimum',
      member: null,
      reason: null,
      lapsesAt: '2026-06-04T16:00:00.000Z',
    } as const;
    expect(moments(duesOf(allianceWith({ ...proposal, status: 'referred', referral }), 'P-14'))).toEqual([
      'meeting 2026-06-04T16:00:00.000Z',
    ]);
  });

  it('waits for nothing once it is closed, and neither does a subject that nobody knows', () => {
    for (const status of ['adopted', 'lapsed', 'notAgreed', 'withdrawn'] as const) {
      expect(duesOf(allianceWith({ ...proposal, status }), 'P-14')).toEqual([]);
    }
    expect(duesOf(open({}), 'P-15')).toEqual([]);
    expect(duesOf(open({}), 'member:nobody')).toEqual([]);
    expect(duesOf(open({}), 'alliance')).toEqual([]);
  });
});

describe('an alliance', () => {
  const member: Member = {
    id: 'livewest',
    organisation: 'livewest',
    name: 'Livewest',
    capacity: 'provider',
    voting: true,
    from: '2019-04-01T00:00:00.000Z',
    noticeOf: '2026-04-09T23:00:00.000Z',
    leftAt: null,
  };
  const leaving = (change: Partial<Member>): Alliance => ({
    ...allianceWith(proposal, {
      ...proposal,
      id: 'P-15',
      status: 'tabled',
      current: null,
      opensAt: '2026-04-20T08:00:00.000Z',
    }),
    members: new Map([['livewest', { ...member, ...change }]]),
  });

  it('waits for a member that gave notice to leave, until it has left', () => {
    expect(duesOf(leaving({}), 'member:livewest')).toEqual([
      {
        subject: 'member:livewest',
        kind: 'leaves',
        to: 'clerk',
        dueAt: '2026-04-09T23:00:00.000Z',
        key: 'member:livewest/leaves',
      },
    ]);
    expect(duesOf(leaving({ leftAt: '2026-04-09T23:00:00.000Z' }), 'member:livewest')).toEqual([]);
    expect(duesOf(leaving({ noticeOf: null }), 'member:livewest')).toEqual([]);
  });

  it('lists the dues of all its subjects in order of time, each key once', () => {
    const all = dues(leaving({}));
    expect(moments(all)).toEqual([
      'reminder:halfWindow 2026-04-08T08:00:00.000Z',
      'leaves 2026-04-09T23:00:00.000Z',
      'reminder:oneWorkingDay 2026-04-10T16:00:00.000Z',
      'reminder:fourWorkingHours 2026-04-13T12:00:00.000Z',
      'deadline 2026-04-13T16:00:00.000Z',
      'declare 2026-04-13T16:02:00.000Z',
      'opens 2026-04-20T08:00:00.000Z',
    ]);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it('says when the clock next matters to it', () => {
    expect(nextDue(leaving({}), '2026-04-08T07:59:59.999Z')).toBe('2026-04-08T08:00:00.000Z');
    expect(nextDue(leaving({}), '2026-04-08T08:00:00.000Z')).toBe('2026-04-09T23:00:00.000Z');
    expect(nextDue(leaving({}), '2026-04-20T08:00:00.000Z')).toBeNull();
  });
});

describe('reminders', () => {
  it('that would come together, or before the opening, are left out in favour of the last of them', () => {
    const steps = (openedAt: string, deadline: string): readonly string[] =>
      remindersOf(charter, openedAt, deadline).map(({ step, at }) => `${step} ${at}`);
    // Four working hours in all: no step lies between opening and deadline but the half.
    expect(steps('2026-03-02T09:00:00.000Z', '2026-03-02T13:00:00.000Z')).toEqual([
      'halfWindow 2026-03-02T11:00:00.000Z',
    ]);
    // One working day and a bit: the half would come after the step of one working day.
    expect(steps('2026-03-02T10:00:00.000Z', '2026-03-03T17:00:00.000Z')).toEqual([
      'oneWorkingDay 2026-03-02T17:00:00.000Z',
      'fourWorkingHours 2026-03-03T13:00:00.000Z',
    ]);
    // A weekend in the middle: the half is pulled to Monday morning, where the step of one working day stands already.
    expect(steps('2026-02-27T12:00:00.000Z', '2026-03-03T09:00:00.000Z')).toEqual([
      'oneWorkingDay 2026-03-02T09:00:00.000Z',
      'fourWorkingHours 2026-03-02T13:00:00.000Z',
    ]);
  });

  it('keep to working hours, to the window and to their order, whatever the window', () => {
    const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 28 * 24 * 60 }), (openedMinute, minutes) => {
        const openedAt = new Date(openedMinute * 60_000).toISOString();
        const deadline = new Date((openedMinute + minutes) * 60_000).toISOString();
        const reminders = remindersOf(charter, openedAt, deadline);
        const times = reminders.map(({ at }) => at);
        expect(times).toEqual([...new Set(times)].sort());
        for (const at of times) {
          expect(isWorkingTime(charter.calendar, at)).toBe(true);
          expect(openedAt < at && at < deadline).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
