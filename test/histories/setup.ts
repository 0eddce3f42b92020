import fc from 'fast-check';
import { charterDocument } from '../../src/alliance/charter.js';
import type { CharterDocument } from '../../src/alliance/charter.js';
import type { Instant } from '../../src/alliance/instant.js';

/** The bare figures of an alliance; `charterOf` makes a charter of them. Smaller figures make a simpler alliance. */
export interface Setup {
  readonly seats: readonly Seat[];
  /** Which seat's representative is also an officer; a figure beyond the seats is somebody with no other part. */
  readonly offices: readonly {
    readonly office: 'allianceManager' | 'chair' | 'convenor' | 'facilitator';
    readonly seat: number;
  }[];
  readonly considerationWorkingDays: number;
  readonly windowWorkingDays: number;
  readonly minEligible: number;
  readonly start: Instant;
  readonly live: string | null;
}

interface Seat {
  readonly capacity: 'commissioner' | 'provider' | 'other';
  readonly voting: boolean;
  readonly deputies: number;
  /** The deputies end with the representative. */
  readonly personal: boolean;
  /** The representative of an earlier seat represents this one as well (domain.md E16). */
  readonly shared: boolean;
  readonly nominator: boolean;
}

const seat: fc.Arbitrary<Seat> = fc.record({
  capacity: fc.constantFrom('provider', 'provider', 'commissioner', 'other'),
  voting: fc.constantFrom(true, true, true, true, false),
  deputies: fc.constantFrom(0, 1, 1, 2),
  personal: fc.constantFrom(false, false, true),
  shared: fc.constantFrom(false, false, false, false, true),
  nominator: fc.boolean(),
});

/** Around New Year, Easter, and both changes of the clocks; a summer's day first, being the plainest. */
const starts = [
  '2026-06-09T09:30:00.000Z',
  '2026-12-28T10:00:00.000Z',
  '2026-03-26T11:00:00.000Z',
  '2026-10-22T08:00:00.000Z',
  '2026-01-01T00:10:00.000Z',
] as const;

export const setups: fc.Arbitrary<Setup> = fc.record({
  seats: fc.array(seat, { minLength: 2, maxLength: 9 }),
  offices: fc.tuple(
    fc.record({ office: fc.constantFrom('chair' as const, 'convenor' as const), seat: fc.nat(10) }),
    fc.record({ office: fc.constantFrom('allianceManager' as const, 'chair' as const), seat: fc.nat(10) }),
    fc.record({ office: fc.constantFrom('facilitator' as const), seat: fc.nat(10) }),
  ),
  considerationWorkingDays: fc.constantFrom(0, 0, 0, 1, 2),
  windowWorkingDays: fc.integer({ min: 2, max: 6 }),
  minEligible: fc.constantFrom(0, 0, 0, 2, 3),
  start: fc.constantFrom(...starts),
  live: fc.constantFrom('2019-04-01', '2019-04-01', '2026-12-31', null),
});

export const charterOf = (setup: Setup): CharterDocument => {
  const { seats, offices, considerationWorkingDays, windowWorkingDays } = setup;
  const votes = seats.filter((each, at) => each.voting || at < 2).length;
  const minEligible = setup.minEligible === 0 ? undefined : Math.min(setup.minEligible, votes);
  const unanimous = {
    rule: 'unanimous',
    windowWorkingDays,
    minimumWorkingDays: 1,
    considerationWorkingDays,
    minEligible,
  };
  return charterDocument.parse({
    name: 'The Alliance of These Histories',
    code: 'HIS',
    phases: { live: { planned: setup.live ?? '2026-01-01', actual: setup.live ?? undefined } },
    organisations: seats.map((_, at) => ({ id: `organisation-${at}`, name: `Organisation ${at}` })),
    bodies: [{ id: 'leadership', name: 'Alliance Leadership Team', code: 'ALT' }],
    classes: [
      { id: 'routine', name: 'Routine', ...unanimous },
      { id: 'agreement', name: 'Variation of the agreement', ...unanimous, needs: ['signature'] },
      { id: 'reserved', name: 'Reserved', rule: 'reservedHolders' },
    ],
    reserved: [{ matter: 'Statutory duties', holders: ['organisation-0'] }],
    members: seats.map(({ capacity, voting }, at) => ({
      id: `seat-${at}`,
      organisation: `organisation-${at}`,
      name: `Seat ${at}`,
      capacity,
      voting: voting || at < 2,
      from: '2019-01-01',
    })),
    people: [...seats.flatMap(peopleOf), ...officersOnly(seats.length)],
    officers: [...new Map(offices.map(({ office, seat: at }) => [office, at]))].map(([office, at]) => ({
      office,
      person: holderOf(seats, at),
      from: '2019-01-01',
    })),
    observers: [{ person: 'observer', role: 'observer', from: '2019-01-01' }],
  });
};

const holderOf = (seats: readonly Seat[], at: number): string =>
  at < seats.length && !isShared(seats[at], at) ? `representative-${at}` : `officer-${at % 2}`;

const isShared = (each: Seat | undefined, at: number): boolean => each?.shared === true && at > 0;

const peopleOf = (each: Seat, at: number, seats: readonly Seat[]) => {
  const member = `seat-${at}`;
  const shares = seats
    .map((other, nth) => ({ other, nth }))
    .filter(({ other, nth }) => nth > at && isShared(other, nth) && seats.slice(at + 1, nth).every((one) => one.shared))
    .map(({ nth }) => ({ as: 'representative', member: `seat-${nth}` }));
  const representative = {
    id: `representative-${at}`,
    name: `Representative ${at}`,
    appointments: [{ as: 'representative', member }, ...shares],
  };
  const own = isShared(each, at) ? [] : [representative];
  const deputies = Array.from({ length: each.deputies }, (_, nth) => ({
    id: `deputy-${at}-${nth}`,
    name: `Deputy ${nth} of seat ${at}`,
    appointments: [
      { as: 'deputy', member, ...(each.personal && own.length > 0 ? { personalTo: `representative-${at}` } : {}) },
    ],
  }));
  const nominators = each.nominator
    ? [{ id: `nominator-${at}`, name: `Nominator ${at}`, appointments: [{ as: 'nominatingOfficer', member }] }]
    : [];
  return [...own, ...deputies, ...nominators];
};

const officersOnly = (seats: number) => [
  { id: 'officer-0', name: `Officer beside ${seats} seats`, appointments: [] },
  { id: 'officer-1', name: `Second officer beside ${seats} seats`, appointments: [] },
  { id: 'observer', name: 'Observer', appointments: [] },
];
