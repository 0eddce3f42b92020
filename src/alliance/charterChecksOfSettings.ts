import type { CharterSettings, DecisionClass, Power } from './charter.js';
import { powerInWords, powers } from './charter.js';
import type { CharterProblem } from './charterProblem.js';
import { duplicates, oneOf } from './charterProblem.js';
import type { LocalDate } from './instant.js';
import type { Capacity, MemberId, Office } from './names.js';
import { offices } from './names.js';
import { usualHolders } from './speaking.js';

/** The seats and offices against which rules are judged: those of the file at founding, those of the book later. */
export interface SeatsInForce {
  readonly members: readonly { readonly id: MemberId; readonly capacity: Capacity; readonly voting: boolean }[];
  readonly offices: ReadonlySet<Office>;
}

/**
 * What is wrong with rules for the given seats and offices; empty when they can be worked with. Asked at founding and
 * again when a decision changes the charter.
 */
export const settingsChecks = (charter: CharterSettings, seats: SeatsInForce): readonly CharterProblem[] => [
  ...duplicates(['organisations'], charter.organisations, ({ id }) => id, 'id', 'id'),
  ...duplicates(['bodies'], charter.bodies, ({ id }) => id, 'id', 'id'),
  ...duplicates(['bodies'], charter.bodies, ({ code }) => code, 'code', 'code'),
  ...duplicates(['classes'], charter.classes, ({ id }) => id, 'id', 'id'),
  ...duplicates(['money', 'envelopes'], charter.money?.envelopes ?? [], ({ id }) => id, 'id', 'id'),
  ...duplicates(['network', 'providers'], charter.network?.providers ?? [], ({ id }) => id, 'id', 'id'),
  ...dateChecks(charter),
  ...moneyChecks(charter),
  ...bodyChecks(charter, seats),
  ...charter.classes.flatMap((decisionClass, at) => classChecks(charter, decisionClass, at, seats)),
  ...classReferences(charter),
  ...holderChecks(charter, seats),
  ...powers.flatMap((power) => powerChecks(charter, power, seats)),
];

const dateChecks = ({ phases, calendar, pilot }: CharterSettings): readonly CharterProblem[] => {
  const { shadowFrom } = phases;
  const live = phases.live.actual ?? phases.live.planned;
  const ends = phases.ends?.actual ?? phases.ends?.planned;
  return [
    problem(!live, ['phases', 'live'], 'give the planned or the actual date of going live.'),
    problem(later(shadowFrom, live), ['phases', 'shadowFrom'], `must not be after going live on ${live}.`),
    problem(later(live, ends), ['phases', 'ends'], `must not be before going live on ${live}.`),
    problem(
      calendar.dayStarts >= calendar.dayEnds,
      ['calendar', 'dayEnds'],
      `must be later than dayStarts, ${calendar.dayStarts}.`,
    ),
    problem(
      later(pilot?.reviewFrom, pilot?.decideBy),
      ['pilot', 'decideBy'],
      `must not be before reviewFrom, ${pilot?.reviewFrom}.`,
    ),
  ].flat();
};

const problem = (wrong: boolean, path: CharterProblem['path'], says: string): readonly CharterProblem[] =>
  wrong ? [{ path, says }] : [];

const later = (a: LocalDate | undefined, b: LocalDate | undefined): boolean =>
  a !== undefined && b !== undefined && a > b;

const moneyChecks = ({ money, term }: CharterSettings): readonly CharterProblem[] => [
  ...(money?.years ?? []).flatMap(({ least, most }, at) =>
    most !== undefined && most < least
      ? [{ path: ['money', 'years', at, 'most'], says: `must not be less than ${least}, the least.` }]
      : [],
  ),
  ...(term?.months && term.longest && term.longest < term.months
    ? [{ path: ['term', 'longest'], says: `must not be less than ${term.months}, the months of the first term.` }]
    : []),
];

const bodyChecks = ({ bodies, rooms }: CharterSettings, seats: SeatsInForce): readonly CharterProblem[] => [
  ...(bodies[0] && bodies[0].members !== 'all'
    ? [
        {
          path: ['bodies', 0, 'members'],
          says: 'the first body is the leadership team, in which every member has a voice: write "members: all" or leave it out.',
        },
      ]
    : []),
  ...bodies.flatMap(({ members }, at) =>
    members === 'all'
      ? []
      : members.flatMap((id, seat) => oneOf(seats.members, id, ['bodies', at, 'members', seat], 'member')),
  ),
  ...rooms.flatMap(({ body }, at) => oneOf(bodies, body, ['rooms', at, 'body'], 'body')),
];

const classChecks = (
  charter: CharterSettings,
  { id, windowWorkingDays: window, minimumWorkingDays, considerationWorkingDays, ...rest }: DecisionClass,
  at: number,
  seats: SeatsInForce,
): readonly CharterProblem[] => {
  const path = (field: string) => ['classes', at, field];
  return [
    problem(
      minimumWorkingDays > window,
      path('minimumWorkingDays'),
      `must not be more than windowWorkingDays, which is ${window}.`,
    ),
    problem(
      considerationWorkingDays > window,
      path('considerationWorkingDays'),
      `must not be more than windowWorkingDays, or "${id}" would close before it may be adopted.`,
    ),
    whyNobodyCanPass(charter, rest, seats.members).map(({ field, because }) => ({
      path: path(field),
      says: `nobody can pass "${id}": ${because}.`,
    })),
  ].flat();
};

/** Reasons for which no proposal of a class could ever be decided (rulings 1.9; domain.md BF). */
const whyNobodyCanPass = (
  charter: CharterSettings,
  { rule, minEligible = 2, needs }: Pick<DecisionClass, 'rule' | 'minEligible' | 'needs'>,
  members: SeatsInForce['members'],
): readonly { readonly field: string; readonly because: string }[] => {
  const voting = members.filter((member) => member.voting).length;
  const byMembers = rule === 'unanimous' || rule === 'withoutObjection';
  return [
    {
      wrong: byMembers && voting < 2,
      field: 'rule',
      because: `deciding together needs two voting members at least, and there ${voting === 1 ? 'is one' : 'are none'}`,
    },
    {
      wrong: byMembers && voting >= 2 && minEligible > voting,
      field: 'minEligible',
      because: `it asks for ${minEligible} eligible members and only ${voting} vote`,
    },
    {
      wrong: needs.includes('commissionerConsent') && !hasCommissioner(charter, members),
      field: 'needs',
      because:
        'it needs the consent of a commissioner; no member sits as commissioner and no organisation without a seat holds a reserved matter',
    },
    {
      wrong: rule === 'reservedHolders' && charter.reserved.length === 0,
      field: 'rule',
      because: 'it is decided by the holders of reserved matters, and none is listed under reserved',
    },
    {
      wrong: needs.includes('envelope') && !charter.money?.envelopes.length,
      field: 'needs',
      because: 'it needs an envelope, and none is listed under money, envelopes',
    },
  ].filter(({ wrong }) => wrong);
};

/** A commissioner may sit in the alliance or stand outside it with reserved matters (domain.md A5). */
const hasCommissioner = ({ reserved }: CharterSettings, members: SeatsInForce['members']): boolean =>
  members.some(({ capacity }) => capacity === 'commissioner') ||
  reserved.some(({ holders }) => holders.some((holder) => !members.some(({ id }) => id === holder)));

const classReferences = ({ classes, network, papers }: CharterSettings): readonly CharterProblem[] => [
  ...(network?.consultedOn ?? []).flatMap((id, at) => oneOf(classes, id, ['network', 'consultedOn', at], 'class')),
  ...papers.flatMap((paper, at) =>
    paper.class === undefined ? [] : oneOf(classes, paper.class, ['papers', at, 'class'], 'class'),
  ),
];

const holderChecks = (charter: CharterSettings, { members }: SeatsInForce): readonly CharterProblem[] => {
  const holders = [...members, ...charter.organisations];
  const owners = [...offices, 'seniorSponsor', 'representative'].map((id) => ({ id }));
  return [
    ...charter.reserved.flatMap((matter, at) =>
      matter.holders.flatMap((id, nth) =>
        oneOf(holders, id, ['reserved', at, 'holders', nth], 'member or organisation'),
      ),
    ),
    ...(charter.term?.options ?? []).flatMap((option, at) =>
      option.holders.flatMap((id, nth) =>
        oneOf(holders, id, ['term', 'options', at, 'holders', nth], 'member or organisation'),
      ),
    ),
    ...charter.ladder.flatMap(({ owner }, at) =>
      oneOf(
        [...owners, ...holders, ...charter.bodies],
        owner,
        ['ladder', at, 'owner'],
        'office, member, body or organisation',
      ),
    ),
  ];
};

const powerChecks = (
  charter: CharterSettings,
  power: Power,
  { offices: held }: SeatsInForce,
): readonly CharterProblem[] => {
  const named = charter.powers[power];
  if ((named ?? usualHolders[power]).some((office) => held.has(office))) return [];
  const allowed = named
    ? `it is given to ${named.join(', ')}, and nobody is in that office`
    : 'there is no Alliance Manager, chair or convenor';
  return [
    {
      path: named ? ['powers', power] : ['officers'],
      says: `nobody holds the power to ${powerInWords[power]} (${power}): ${allowed}. Put somebody in the office, or give the power to an office that is held.`,
    },
  ];
};
