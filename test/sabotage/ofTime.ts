import type { Sabotage } from './sabotage.js';

/** Time: deadlines, the grace after them, consideration, holds, and what is final. */
export const ofTime: readonly Sabotage[] = [
  {
    name: 'those who have not spoken are reminded by hand as often as anybody likes',
    edits: [
      {
        file: 'nudging.ts',
        find: 'if (last !== null && localDateOf',
        replace: 'if (last === undefined && localDateOf',
      },
    ],
    laws: ['nudge'],
    test: { file: 'clerk/notices.test.ts', title: 'by hand goes out at once, once a day, to those who are waited for' },
  },
  {
    name: 'an outage is made good to an hour of the same day',
    edits: [
      {
        file: 'downtime.ts',
        find: 'to: sameHourNextWorkingDay(calendar, revision.deadline, at)',
        replace: 'to: plusMs(at > revision.deadline ? at : revision.deadline, 7_200_000)',
      },
    ],
    laws: ['downtime'],
    test: {
      file: 'alliance/edge/downtime.test.ts',
      title:
        '[E32] for more than 15 minutes: more time, once, to the same hour of the next working day, said to everybody',
    },
  },
  {
    name: 'a late position is counted',
    edits: [
      {
        file: 'desk.ts',
        find: 'if (countedTime(desk.context) > revision.deadline) {',
        replace: 'if (desk.context.at < revision.openedAt) {',
      },
    ],
    laws: ['deadline'],
    test: { file: 'alliance/edge/deadlines.test.ts', title: '[E30] [F24] is over one millisecond later' },
  },
  {
    name: 'platform time counts however old it is',
    edits: [
      {
        file: 'desk.ts',
        find: 'return before >= 0 && before <= graceMs ? occurredAt : at;',
        replace: 'return before >= 0 ? occurredAt : at;',
      },
    ],
    laws: ['time'],
    test: { file: 'alliance/keystones.test.ts', title: 'platform time older than 120 seconds' },
  },
  {
    name: 'a lapse is declared before the grace is over',
    edits: [
      {
        file: 'passing.ts',
        find: ': { dueAt: plusMs(current.deadline, graceMs), make',
        replace: ': { dueAt: current.deadline, make',
      },
    ],
    laws: ['grace'],
    test: { file: 'alliance/edge/deadlines.test.ts', title: '[E31] [F24] a look at the card declares nothing' },
  },
  {
    name: 'a deadline declares nothing',
    edits: [
      {
        file: 'passing.ts',
        find: ': { dueAt: plusMs(current.deadline, graceMs), make',
        replace: ": { dueAt: '9999', make",
      },
    ],
    laws: ['liveness'],
    test: { file: 'alliance/edge/outcomes.test.ts', title: '[E53]' },
  },
  {
    name: 'a standing objection is called a lapse',
    edits: [
      { file: 'passing.ts', find: 'if (objected.length > 0) {', replace: 'if (objected.length < 0) {' },
      {
        file: 'passing.ts',
        find: '} else if (waiting.length > 0) {',
        replace: '} else if (waiting.length + objected.length > 0) {',
      },
    ],
    laws: ['outcome'],
    test: { file: 'alliance/edge/outcomes.test.ts', title: '[E47] stands to the deadline' },
  },
  {
    name: 'a lapse names nobody',
    edits: [
      {
        file: 'passing.ts',
        find: "because === 'noPosition' ? tally(proposal, proposal.current).waiting : []",
        replace: "because === 'noPosition' ? tally(proposal, proposal.current).left : []",
      },
    ],
    laws: ['truth'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-2]' },
  },
  {
    name: 'an unconfirmed recount lapses at the deadline itself',
    edits: [
      {
        file: 'passing.ts',
        find: 'plusWorkingDays(charterOf(alliance, rule).calendar, deadline, 1);',
        replace:
          'charterOf(alliance, rule).code === deadline ? plusWorkingDays(alliance.charter.calendar, deadline, 1) : deadline;',
      },
    ],
    laws: ['grace'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E2] and nobody confirms' },
  },
  {
    name: 'the time for consideration is ignored',
    edits: [
      {
        file: 'settle.ts',
        find: 'rule.considerUntil === undefined || rule.considerUntil <= at;',
        replace: 'rule.considerUntil === undefined || rule.considerUntil !== at;',
      },
    ],
    laws: ['consideration'],
    test: { file: 'alliance/edge/amendments.test.ts', title: '[E72]' },
  },
  {
    name: 'a held outcome is declared all the same',
    edits: [
      {
        file: 'settle.ts',
        find: '    else hold(desk, proposal, revision);',
        replace: `    else {
      hold(desk, proposal, revision);
      adopt(desk, proposal, revision, standing, occurredAt);
    }`,
      },
    ],
    laws: ['hold'],
    test: { file: 'alliance/keystones.test.ts', title: 'under a clock that is not trusted is held' },
  },
  {
    name: 'a position is taken after the outcome',
    edits: [
      {
        file: 'desk.ts',
        find: "if (status !== 'open') return { refusal: { why: 'closed', proposal: id } };",
        replace: '',
      },
    ],
    laws: ['final'],
    test: { file: 'alliance/edge/concurrency.test.ts', title: '[F31] on a closed proposal' },
  },
  {
    name: 'a deadline is extended for ever',
    edits: [
      {
        file: 'deadlines.ts',
        find: 'export const revisionDaysMost = 28;',
        replace: 'export const revisionDaysMost = 280;',
      },
      {
        file: 'deadlines.ts',
        find: 'export const windowDaysMost = 56;',
        replace: 'export const windowDaysMost = 560;',
      },
    ],
    laws: ['extension'],
    test: { file: 'alliance/edge/deadlines.test.ts', title: 'lie in working time' },
  },
  {
    name: 'a deadline is brought forward',
    edits: [
      {
        file: 'conducting.ts',
        find: 'isInstant(command.deadline) && command.deadline <= revision.deadline',
        replace: 'isInstant(command.deadline) && command.deadline === revision.deadline',
      },
    ],
    laws: ['extension'],
    test: { file: 'alliance/edge/deadlines.test.ts', title: 'move to a later time only' },
  },
  {
    name: 'the objection of a member that leaves is erased',
    edits: [
      {
        file: 'departures.ts',
        find: 'if (standing === undefined) loseMember(desk, id, member, leftAt);',
        replace: 'if (standing !== null) loseMember(desk, id, member, leftAt);',
      },
    ],
    laws: ['outcome'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E3]' },
  },
];
