import type { Sabotage } from './sabotage.js';

/** Voices: who may speak for a member, and whose word stands. */
export const ofVoices: readonly Sabotage[] = [
  {
    name: 'a deputy overrules the representative',
    edits: [
      {
        file: 'positions.ts',
        find: "voice.as === 'representative' || voice.covering || standing.person === voice.person",
        replace: "voice.as === 'representative' || voice.as === 'deputy'",
      },
    ],
    laws: ['deputy'],
    test: { file: 'alliance/edge/appointments.test.ts', title: '[E10] a deputy does not overrule' },
  },
  {
    name: 'an absence is covered for ever',
    edits: [{ file: 'speaking.ts', find: 'at < absence.to &&\n      appointed(', replace: 'appointed(' }],
    laws: ['deputy'],
    test: { file: 'alliance/keystones.test.ts', title: 'covers until the absence ends' },
  },
  {
    name: 'anybody may cover an absence',
    edits: [
      {
        file: 'appointing.ts',
        find: 'cover !== undefined && (cover === person || !deputies.includes(cover))',
        replace: 'cover !== undefined && cover === person',
      },
    ],
    laws: ['deputy'],
    test: { file: 'alliance/keystones.test.ts', title: 'only a named deputy covers' },
  },
  {
    name: 'an appointment that has not begun speaks',
    edits: [{ file: 'speaking.ts', find: '  appointment.effectiveFrom <= at &&\n', replace: '' }],
    laws: ['appointment'],
    test: { file: 'alliance/edge/appointments.test.ts', title: '[E14]' },
  },
  {
    name: 'an appointment that has ended speaks',
    edits: [{ file: 'speaking.ts', find: '(appointment.to === null || at < appointment.to) &&', replace: '' }],
    laws: ['appointment'],
    test: { file: 'alliance/edge/appointments.test.ts', title: '[E14]' },
  },
  {
    name: 'ending an appointment makes it longer',
    edits: [
      {
        file: 'evolveMembership.ts',
        find: 'appointment.number === body.appointment && stillHeld(appointment.to, to)',
        replace: 'appointment.number === body.appointment',
      },
    ],
    laws: ['appointment'],
    test: { file: 'alliance/edge/appointments.test.ts', title: '[E15] a back-dated ending' },
  },
  {
    name: 'a personal deputy outlives the representative',
    edits: [
      {
        file: 'speaking.ts',
        find: '(appointment.personalTo === null ||',
        replace: '(appointment.personalTo !== undefined ||',
      },
    ],
    laws: ['appointment'],
    test: { file: 'alliance/keystones.test.ts', title: 'a personal deputy ends with the representative' },
  },
  {
    name: 'an observer may vote',
    edits: [
      {
        file: 'speaking.ts',
        find: '  if (voice !== undefined && chosen.length === 1) return voice;',
        replace: `  if (voice !== undefined && chosen.length === 1) return voice;
  const [first] = alliance.members.keys();
  if (first !== undefined && alliance.observers.some((observer) => observer.person === by)) {
    return { person: by, member: member ?? first, as: 'deputy', covering: false };
  }`,
      },
    ],
    laws: ['appointment'],
    test: { file: 'scenarios/idream.test.ts', title: '[ID-5]' },
  },
  {
    name: 'a member that has left goes on speaking',
    edits: [
      {
        file: 'speaking.ts',
        find: '    if (!isInOffice(alliance.members.get(member), at)) continue;\n',
        replace: '',
      },
      {
        file: 'tally.ts',
        find: "if (revision?.left.includes(member) === true) return { why: 'memberNotEligible', member, because: 'left' };",
        replace: '',
      },
    ],
    laws: ['appointment', 'eligibility'],
    test: { file: 'alliance/keystones.test.ts', title: 'a member that has left says nothing more' },
  },
  {
    name: 'anybody may amend',
    edits: [
      {
        file: 'amending.ts',
        find: "if (!isPerson(by) || !may.includes(by)) return { why: 'mayNot', act: 'amend',",
        replace: "if (!isPerson(by)) return { why: 'mayNot', act: 'amend',",
      },
    ],
    laws: ['amendment'],
    test: { file: 'alliance/edge/amendments.test.ts', title: '[E39] is the proposer’s to make' },
  },
  {
    name: 'anybody may withdraw a proposal',
    edits: [
      {
        file: 'conducting.ts',
        find: "if (!isPerson(by) || !people.includes(by)) return { why: 'mayNot', act: 'withdraw',",
        replace: "if (!isPerson(by)) return { why: 'mayNot', act: 'withdraw',",
      },
    ],
    laws: ['withdrawal'],
    test: { file: 'alliance/keystones.test.ts', title: 'nobody but the member that tabled' },
  },
];
