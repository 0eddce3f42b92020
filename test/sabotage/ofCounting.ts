import type { Sabotage } from './sabotage.js';

/** Counting: who is asked, what counts as an agreement, and how many it takes. */
export const ofCounting: readonly Sabotage[] = [
  {
    name: 'silence counts as agreement',
    edits: [
      {
        file: 'tally.ts',
        find: "(position === undefined ? waiting : position === 'object' ? objected : agreed)",
        replace: "(position === 'object' ? objected : agreed)",
      },
    ],
    laws: ['unanimity'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-2]' },
  },
  {
    name: 'an objection is no obstacle',
    edits: [
      {
        file: 'tally.ts',
        find: "(position === undefined ? waiting : position === 'object' ? objected : agreed)",
        replace: '(position === undefined ? waiting : agreed)',
      },
    ],
    laws: ['unanimity'],
    test: { file: 'alliance/edge/outcomes.test.ts', title: '[E47] stands to the deadline' },
  },
  {
    name: 'adopted without the last member',
    edits: [
      {
        file: 'tally.ts',
        find: 'agreed.length === eligible.length',
        replace: 'agreed.length >= eligible.length - 1',
      },
    ],
    laws: ['unanimity'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-1]' },
  },
  {
    name: 'an agreement of all is left lying',
    edits: [
      {
        file: 'tally.ts',
        find: 'agreed.length === eligible.length',
        replace: 'agreed.length > eligible.length',
      },
    ],
    laws: ['liveness'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-1]' },
  },
  {
    name: 'members without a vote are asked',
    edits: [{ file: 'tally.ts', find: 'member.voting && isInOffice(member, at)', replace: 'isInOffice(member, at)' }],
    laws: ['snapshot'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-3]' },
  },
  {
    name: 'a member that left is still counted',
    edits: [
      {
        file: 'tally.ts',
        find: 'if (revision.left.includes(member)) left.push(member);\n    else if (recusalOf',
        replace: 'if (recusalOf',
      },
    ],
    laws: ['truth', 'liveness', 'recount'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E2] without a position' },
  },
  {
    name: 'a member that joins is added to what is open',
    edits: [
      {
        file: 'evolveMembership.ts',
        find: "    draft.map('members').set(body.member, {",
        replace: `    for (const id of draft.alliance.live) {
      withCurrent(draft, id, (revision) => ({ ...revision, eligible: [...revision.eligible, body.member] }));
    }
    draft.map('members').set(body.member, {`,
      },
    ],
    laws: ['eligibility', 'truth', 'liveness'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E1]' },
  },
  {
    name: 'however few are left, they decide',
    edits: [{ file: 'tally.ts', find: 'eligible.length < rule.minEligible ||', replace: '' }],
    laws: ['minimum', 'liveness'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E27] that leaves too few' },
  },
  {
    name: 'the charter’s minimum is not what a revision opens under',
    edits: [{ file: 'tabling.ts', find: 'minEligible: Math.max(2,', replace: 'minEligible: Math.min(1,' }],
    laws: ['minimum'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E27] that leaves too few' },
  },
  {
    name: 'no commissioner is needed',
    edits: [
      {
        file: 'tally.ts',
        find: '(rule.needsCommissioner && !eligible.some((member) => isCommissioner(alliance, member)))',
        replace: 'false',
      },
    ],
    laws: ['minimum', 'liveness'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E27] without a commissioner left' },
  },
  {
    name: 'a number is given twice',
    edits: [
      {
        file: 'settle.ts',
        find: '(alliance.numbers.get(series) ?? 0) + 1',
        replace: 'Math.max(1, alliance.numbers.get(series) ?? 0)',
      },
    ],
    laws: ['number'],
    test: { file: 'alliance/keystones.test.ts', title: 'numbers have no gaps' },
  },
  {
    name: 'shadow decisions stand in the live series',
    edits: [
      {
        file: 'settle.ts',
        find: 'const series = shadow ? `${alliance.code}-S-${year}` : `${alliance.code}-${year}`;',
        replace: 'const series = `${alliance.code}-${year}`;',
      },
    ],
    laws: ['number'],
    test: { file: 'alliance/keystones.test.ts', title: 'shadow decisions have their own series' },
  },
  {
    name: 'the year of a number is that of Greenwich, not of the alliance',
    edits: [
      {
        file: 'settle.ts',
        find: 'localYearOf(alliance.charter.calendar, context.at)',
        replace: 'Number(context.at.slice(0, 4)) + 1',
      },
    ],
    laws: ['number'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-1]' },
  },
  {
    name: 'a reservation is not told',
    edits: [
      {
        file: 'settle.ts',
        find: '...(position.reason === null ? {} : { reason: position.reason }),',
        replace: '',
      },
    ],
    laws: ['truth'],
    test: { file: 'alliance/edge/outcomes.test.ts', title: '[E50] everybody agrees' },
  },
];
