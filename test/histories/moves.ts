import fc from 'fast-check';

/** A few figures; what they mean depends on how the alliance stands when the move is made. */
export interface Move {
  readonly act: Act;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly wait: Wait;
  /** Seconds by which the platform's own time precedes receipt; most often none is given. */
  readonly skew: number | null;
  readonly clockTrusted: boolean;
  /** Hours for which Slack was down until now; none, most often. */
  readonly downHours: number;
}

export const acts = [
  'agreeAll',
  'vote',
  'table',
  'pass',
  'object',
  'declare',
  'confirm',
  'withdrawObjection',
  'withdrawInterest',
  'amend',
  'depart',
  'stray',
  'deputy',
  'extend',
  'nudge',
  'bind',
  'withdraw',
  'suggest',
  'decline',
  'letChairAmend',
  'callMeeting',
  'reopen',
  'notice',
  'join',
  'appoint',
  'endAppointment',
  'absence',
  'endAbsence',
  'office',
  'rename',
  'charter',
  'observer',
  'recuseObjector',
  'changeOfMind',
  'departing',
  'covering',
  'tooEarly',
  'tooLate',
  'convene',
  'meet',
  'conduct',
  'minutes',
  'actions',
  'series',
] as const;
export type Act = (typeof acts)[number];

export type Wait = 'none' | 'seconds' | 'hours' | 'day' | 'due' | 'long';

/** How often each act is drawn. Voting leads, since little else can be seen without it. */
const weights: Readonly<Record<Act, number>> = {
  agreeAll: 16,
  vote: 16,
  table: 8,
  pass: 8,
  object: 5,
  declare: 8,
  confirm: 3,
  withdrawObjection: 4,
  withdrawInterest: 5,
  amend: 5,
  depart: 3,
  stray: 8,
  deputy: 8,
  extend: 3,
  nudge: 4,
  bind: 3,
  withdraw: 2,
  suggest: 2,
  decline: 1,
  letChairAmend: 1,
  callMeeting: 1,
  reopen: 3,
  notice: 2,
  join: 1,
  appoint: 4,
  endAppointment: 4,
  absence: 4,
  endAbsence: 1,
  office: 2,
  rename: 1,
  charter: 3,
  observer: 1,
  recuseObjector: 5,
  changeOfMind: 3,
  departing: 3,
  covering: 3,
  tooEarly: 2,
  tooLate: 2,
  convene: 1,
  meet: 2,
  conduct: 8,
  minutes: 3,
  actions: 3,
  series: 2,
};

const weighted = <Name extends string>(table: Readonly<Record<Name, number>>): fc.Arbitrary<Name> =>
  fc.oneof(
    ...Object.entries<number>(table).map(([name, weight]) => ({ arbitrary: fc.constant(name as Name), weight })),
  );

export const moves: fc.Arbitrary<Move> = fc.record({
  act: weighted(weights),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(99),
  wait: weighted<Wait>({ none: 70, seconds: 70, hours: 8, day: 2, due: 8, long: 1 }),
  skew: fc.oneof(
    { arbitrary: fc.constant(null), weight: 8 },
    { arbitrary: fc.constantFrom(0, 60, 119, 120, 121, -5), weight: 2 },
  ),
  downHours: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.constantFrom(0.2, 1, 30), weight: 1 }),
  clockTrusted: fc.oneof({ arbitrary: fc.constant(true), weight: 30 }, { arbitrary: fc.constant(false), weight: 1 }),
});

/** One of a list, chosen by a figure; undefined when there is none to choose. */
export const pick = <Item>(items: readonly Item[], figure: number): Item | undefined =>
  items.length === 0 ? undefined : items[figure % items.length];
