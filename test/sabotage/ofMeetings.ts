import type { Sabotage } from './sabotage.js';

/** Meetings and minutes: quorum, chair, notice and acceptance. */
export const ofMeetings: readonly Sabotage[] = [
  {
    name: 'a decision is put in the room without its quorum',
    edits: [
      {
        file: 'meetings/decisions.ts',
        find: "if (meeting.quorum === 'inquorate' || !quorate) return { why: 'noQuorum', ...on, absent };",
        replace: "if (quorate && absent.length > 99) return { why: 'noQuorum', ...on, absent };",
      },
    ],
    laws: ['quorum'],
    test: { file: 'alliance/edge/meetings.test.ts', title: '[E58]' },
  },
  {
    name: 'a quorum counts people and not members',
    edits: [
      {
        file: 'meetings/representation.ts',
        find: 'quorate: people >= peopleLeast && represented.length >= needed,',
        replace: 'quorate: people >= peopleLeast && represented.length + needed > 0,',
      },
    ],
    laws: ['quorum'],
    test: { file: 'alliance/edge/meetings.test.ts', title: '[PL-10]' },
  },
  {
    name: 'an interest that was minuted before the decision was put does not count on it',
    edits: [
      {
        file: 'meetings/carriedInterests.ts',
        find: 'if (item === undefined) continue;',
        replace: 'if (item === undefined || item.number > 0) continue;',
      },
    ],
    laws: ['interest'],
    test: { file: 'alliance/edge/minutedInterests.test.ts', title: 'takes the member out of the denominator' },
  },
  {
    name: 'somebody’s own interest that was minuted before the decision was put is forgotten',
    edits: [
      {
        file: 'meetings/carriedInterests.ts',
        find: 'members.some((member) => carryInterest(',
        replace: 'members.slice(9).some((member) => carryInterest(',
      },
    ],
    laws: ['interest'],
    test: {
      file: 'alliance/edge/minutedInterests.test.ts',
      title: 'bars the person alone where the interest is their own',
    },
  },
  {
    name: 'what came late is taken with the consent block, without discussion',
    edits: [{ file: 'meetings/consent.ts', find: "if (isLate(meeting, item.number)) return 'late';", replace: '' }],
    laws: ['consent'],
    test: { file: 'alliance/edge/agenda.test.ts', title: 'holds nothing that came late' },
  },
  {
    name: 'what came late is put in the room though nobody waived',
    edits: [
      {
        file: 'meetings/decisions.ts',
        find: "return owed.length === 0 ? null : { why: 'noticeNotWaived', ...on, members: owed };",
        replace: "return owed.length >= 0 ? null : { why: 'noticeNotWaived', ...on, members: owed };",
      },
    ],
    laws: ['notice'],
    test: { file: 'alliance/edge/meetings.test.ts', title: '[E60] needs a reason' },
  },
  {
    name: 'somebody else takes the chair although the chair is there',
    edits: [
      {
        file: 'meetings/presiding.ts',
        find: 'return first.length === 0 || first.includes(person)',
        replace: 'return first.length >= 0 || first.includes(person)',
      },
    ],
    laws: ['chair'],
    test: { file: 'alliance/edge/meetings.test.ts', title: '[E59] absent is replaced' },
  },
  {
    name: 'a changed series calls meetings that are there already',
    edits: [
      {
        file: 'meetings/evolveSeries.ts',
        find: 'calledTo: calledTo ?? null,',
        replace: 'calledTo: series.rule === plan.rule && calledTo !== undefined ? calledTo : null,',
      },
    ],
    laws: ['series'],
    test: { file: 'alliance/edge/changedSeries.test.ts', title: 'never puts two of its meetings on one day' },
  },
  {
    name: 'recurring meetings may go on for ever',
    edits: [
      {
        file: 'meetings/recurrence.ts',
        find: "if (until === undefined && count === undefined) return { unclear: 'noEnd' };",
        replace:
          "if (until === undefined && count === undefined) return { ...pattern, every, end: { until: '2099-12-31' } };",
      },
      { file: 'meetings/recurrence.ts', find: 'if (end === null) return `FREQ=${by}`;', replace: '' },
      {
        file: 'meetings/recurrence.ts',
        find: 'return withEnd(`FREQ=${by}`, end);',
        replace: 'return `FREQ=${by}`;',
      },
    ],
    laws: ['series'],
    test: { file: 'alliance/edge/series.test.ts', title: 'says what can be done about a rule without an end' },
  },
  {
    name: 'the clock calls the same meeting again',
    edits: [
      {
        file: 'meetings/series.ts',
        find: '(series.calledTo === null || on > series.calledTo)',
        replace: '(series.calledTo === null || on >= series.calledTo)',
      },
    ],
    laws: ['series'],
    test: { file: 'alliance/edge/series.test.ts', title: 'three ahead at once' },
  },
  {
    name: 'minutes are agreed although a member has not accepted',
    edits: [
      {
        file: 'minutes/accepting.ts',
        find: 'if (!version.asked.every(',
        replace: 'if (!version.asked.some(',
      },
    ],
    laws: ['minutes'],
    test: { file: 'alliance/edge/minutes.test.ts', title: 'are accepted by every member that was there' },
  },
];
