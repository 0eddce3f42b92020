import type { Sabotage } from './sabotage.js';

/** Revisions and interests: what was agreed to, and who takes no part. */
export const ofRevisions: readonly Sabotage[] = [
  {
    name: 'amendments keep votes',
    edits: [
      {
        file: 'evolveProposals.ts',
        find: '    positions: new Map(),',
        replace: '    positions: proposal.current?.positions ?? new Map(),',
      },
    ],
    laws: ['unanimity'],
    test: { file: 'alliance/edge/amendments.test.ts', title: '[E39] asks every member again' },
  },
  {
    name: 'an old revision is agreed to',
    edits: [
      {
        file: 'desk.ts',
        find: "if ('refusal' in open || open.revision.number === asked) return open;",
        replace: "if ('refusal' in open || open.revision.number >= asked) return open;",
      },
      {
        file: 'positions.ts',
        find: '      revision: revision.number,\n      edition',
        replace: '      revision: command.revision,\n      edition',
      },
    ],
    laws: ['revision'],
    test: { file: 'alliance/edge/amendments.test.ts', title: '[E39] asks every member again' },
  },
  {
    name: 'open proposals follow the charter of today',
    edits: [
      {
        file: 'tabling.ts',
        find: 'proposal.current?.rule.charterRevision ?? alliance.charterRevision',
        replace: 'alliance.charterRevision',
      },
    ],
    laws: ['charter'],
    test: { file: 'alliance/edge/amendments.test.ts', title: '[E72]' },
  },
  {
    name: 'an objection needs no reason',
    edits: [
      {
        file: 'positions.ts',
        find: "textRefusal('objection', reason ?? '', least) ?? (asks === '' ?",
        replace: "(least < 0 ? textRefusal('objection', '') : null) ?? (asks === '' ?",
      },
    ],
    laws: ['reason'],
    test: { file: 'alliance/edge/outcomes.test.ts', title: '[E46]' },
  },
  {
    name: 'a recusal changes nothing',
    edits: [
      {
        file: 'tally.ts',
        find: 'else if (recusalOf(proposal, member) !== null) noPart.push(member);\n',
        replace: '',
      },
    ],
    laws: ['recount', 'truth', 'liveness'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E22] that completes an agreement' },
  },
  {
    name: 'who may only speak keeps the vote',
    edits: [{ file: 'tally.ts', find: "!withdrawn && level !== 'note'", replace: "!withdrawn && level === 'recuse'" }],
    laws: ['interest', 'recount', 'truth'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E25] who may only speak' },
  },
  {
    name: 'a personal interest bars nobody',
    edits: [
      {
        file: 'tally.ts',
        find: "declaration.person === person && declaration.scope === 'personal' && takesNoPart(declaration)",
        replace: "declaration.person === person && declaration.scope === 'organisation' && takesNoPart(declaration)",
      },
    ],
    laws: ['interest'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E24] the deputy acts' },
  },
  {
    name: 'an interest that is taken back brings the old vote back',
    edits: [
      {
        file: 'evolveProposals.ts',
        find: 'const voided = withoutPosition(revision, body.member);',
        replace: 'const voided = revision;',
      },
    ],
    laws: ['unanimity'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E29] taken back while the proposal is open' },
  },
  {
    name: 'what a declaration makes void is not recorded',
    edits: [
      {
        file: 'interests.ts',
        find: "    writeOn(desk, id, 'PositionVoided', body, { for: of });\n",
        replace: '    if (body.revision < 0) return;\n',
      },
    ],
    laws: ['interest'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E22] makes void' },
  },
  {
    name: 'a departure asks for no recount',
    edits: [
      {
        file: 'departures.ts',
        find: "  requireRecount(desk, id, { kind: 'memberLeft', member }, occurredAt);\n",
        replace: '',
      },
    ],
    laws: ['recount'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E2] without a position' },
  },
  {
    name: 'a recusal that completes an agreement is not confirmed',
    edits: [
      {
        file: 'interests.ts',
        find: 'if (objections.length === 0 && completes(desk, id, member, wasComplete)) {',
        replace: 'if (objections.length < 0 && completes(desk, id, member, wasComplete)) {',
      },
    ],
    laws: ['recount'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E22] that completes an agreement' },
  },
  {
    name: 'a recusal that removes an objection is not confirmed',
    edits: [
      {
        file: 'interests.ts',
        find: "for (const { member: of } of objections) requireRecount(desk, id, { kind: 'interestDeclared', member: of });",
        replace: '',
      },
    ],
    laws: ['recount'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E22] that removes the only objection' },
  },
  {
    name: 'adoption does not wait for a recount',
    edits: [{ file: 'settle.ts', find: 'revision.recount === null && isConsidered(', replace: 'isConsidered(' }],
    laws: ['recount'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E2] without a position' },
  },
  {
    name: 'an officer confirms a recount that is their own member’s',
    edits: [
      {
        file: 'recounts.ts',
        find: '!isAway(alliance, person, at) && !hasPosition(alliance, revision, person, at)',
        replace:
          '!isAway(alliance, person, at) && (revision.number > 0 || !hasPosition(alliance, revision, person, at))',
      },
    ],
    laws: ['recount'],
    test: { file: 'alliance/edge/membership.test.ts', title: '[E2] is somebody who also speaks' },
  },
  {
    name: 'a removed objection is not printed',
    edits: [
      { file: 'settle.ts', find: 'removedObjections: revision.removedObjections,', replace: 'removedObjections: [],' },
    ],
    laws: ['truth'],
    test: { file: 'alliance/edge/interests.test.ts', title: '[E22] that removes the only objection' },
  },
];
