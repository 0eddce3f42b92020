import { createHash } from 'node:crypto';
import type { Alliance, Proposal } from './alliance.js';
import { plusWorkingDays } from './calendar.js';
import type { CharterSettings, DecisionClass } from './charter.js';
import type { CommandOf } from './commands.js';
import { deadlineFor, earliestDeadline, isInstant } from './deadlines.js';
import type { Desk } from './desk.js';
import { writeOn } from './desk.js';
import type { EventBodies, RuleInForce } from './events.js';
import { laterOf } from './instant.js';
import type { Instant } from './instant.js';
import { isPerson } from './names.js';
import type { PersonId, ProposalId, TextRef } from './names.js';
import { textRefusal } from './limits.js';
import { carryInterests } from './meetings/carriedInterests.js';
import type { Refusal } from './refusals.js';
import { holdersOfPower, officesWith, voiceOf, voicesOf } from './speaking.js';
import type { Voice } from './speaking.js';
import { isCommissioner, votingMembersAt } from './tally.js';

/**
 * Puts a proposal before the leadership team. It opens at once unless an opening time was chosen (rulings 1.11). The
 * proposer is a representative, a deputy or an officer who may table (domain.md D1).
 */
export const tableProposal = (desk: Desk, command: CommandOf<'tableProposal'>): Refusal | null => {
  const proposer = proposerOf(desk, command);
  if ('refusal' in proposer) return proposer.refusal;
  const { alliance, context } = desk;
  const decisionClass = offeredClass(alliance.charter, command.class);
  if ('refusal' in decisionClass) return decisionClass.refusal;
  const refusal = whyNotTabled(desk, command, decisionClass);
  if (refusal !== null) return refusal;
  const opensAt = command.opensAt !== undefined && command.opensAt > context.at ? command.opensAt : context.at;
  const chosen = deadlineFor(
    { charter: alliance.charter, decisionClass, opensAt, windowFrom: opensAt },
    command.deadline,
  );
  if ('refusal' in chosen) return chosen.refusal;
  const id: ProposalId = `P-${alliance.proposals.size + 1}`;
  writeOn(desk, id, 'ProposalTabled', tabledBody(desk, id, command, proposer, { opensAt, deadline: chosen.deadline }), {
    for: proposer.voice?.member,
  });
  if (opensAt <= context.at) openFirst(desk, id);
  return null;
};

const whyNotTabled = (
  { alliance, context }: Desk,
  command: CommandOf<'tableProposal'>,
  decisionClass: DecisionClass,
): Refusal | null => {
  const most = alliance.charter.limits.openProposalsMost;
  return (
    textRefusal('title', command.title) ??
    textRefusal('text', command.text) ??
    textRefusal('bestForPeople', command.bestForPeople) ??
    whyNotOpening(command.opensAt, context.at) ??
    whyNotRetabled(alliance, command.retables) ??
    whyTooFew(alliance, decisionClass, context.at) ??
    (alliance.live.size >= most ? { why: 'tooManyOpen', most } : null)
  );
};

/**
 * Opens the first revision of a tabled proposal: this is the record date (domain.md C). One that opens late, since
 * nothing ran when it was due, still gets the shortest time that its class allows.
 */
export const openFirst = (desk: Desk, id: ProposalId, occurredAt?: Instant): void => {
  const proposal = desk.alliance.proposals.get(id);
  if (proposal === undefined) return;
  const { at } = desk.context;
  const { charter } = desk.alliance;
  const decisionClass = charter.classes.find((each) => each.id === proposal.class);
  const late = occurredAt !== undefined && decisionClass !== undefined;
  const shortest = late ? earliestDeadline({ charter, decisionClass, opensAt: at, windowFrom: at }) : proposal.deadline;
  openRevision(
    desk,
    proposal,
    { ...proposal, revision: 1, deadline: laterOf(proposal.deadline, shortest) },
    occurredAt,
  );
  carryInterests(desk, id);
};

/** The parts of a revision that its opening is told; the rest follows from the alliance as it stands. */
export type OpeningText = Pick<
  EventBodies['RevisionOpened'],
  'revision' | 'title' | 'text' | 'bestForPeople' | 'deadline' | 'amended' | 'reopened'
>;

export const openRevision = (desk: Desk, proposal: Proposal, opening: OpeningText, occurredAt?: Instant): void => {
  const { alliance, context } = desk;
  const { revision, title, text, bestForPeople, deadline, amended, reopened } = opening;
  writeOn(
    desk,
    proposal.id,
    'RevisionOpened',
    {
      proposal: proposal.id,
      revision,
      title,
      text,
      bestForPeople,
      digest: digestOf(title, text, bestForPeople),
      deadline,
      eligible: votingMembersAt(alliance, context.at),
      rule: ruleInForce(alliance, proposal, context.at),
      ...(amended === undefined ? {} : { amended }),
      ...(reopened === undefined ? {} : { reopened }),
    },
    occurredAt === undefined ? {} : { occurredAt },
  );
};

/** What an agreement is to: SHA-256 over the commitments to title, text and best-for-people answer. */
export const digestOf = (title: TextRef, text: TextRef, bestForPeople: TextRef): string =>
  createHash('sha256').update(`roundtable/revision/1\n${title}\n${text}\n${bestForPeople}`).digest('hex');

/** A class that this release can decide, or why not. What needs more than a unanimous vote is not offered half done. */
export const offeredClass = (charter: CharterSettings, id: string): DecisionClass | { readonly refusal: Refusal } => {
  const found = charter.classes.find((each) => each.id === id);
  if (found === undefined) {
    return {
      refusal: { why: 'unknownClass', class: id, offered: charter.classes.filter(isOffered).map((each) => each.id) },
    };
  }
  return isOffered(found) ? found : { refusal: { why: 'classNotOffered', class: found.name, rule: found.rule } };
};

/** Unanimous, and needing nothing that is not built: a signature is given outside, after the decision. */
export const isOffered = ({ rule, needs }: DecisionClass): boolean =>
  rule === 'unanimous' && needs.every((need) => need === 'signature');

/** A proposal stays under the charter that it opened under (domain.md E72). */
const ruleInForce = (alliance: Alliance, proposal: Proposal, at: Instant): RuleInForce => {
  const charterRevision = proposal.current?.rule.charterRevision ?? alliance.charterRevision;
  const charter = alliance.charters.get(charterRevision) ?? alliance.charter;
  const decisionClass = charter.classes.find(({ id }) => id === proposal.class);
  const days = decisionClass?.considerationWorkingDays ?? 0;
  return {
    rule: 'unanimous',
    charterRevision,
    class: proposal.class,
    ...minimumOf(alliance, decisionClass, at),
    ...(days > 0 ? { considerUntil: plusWorkingDays(charter.calendar, at, days) } : {}),
  };
};

/** More than half of the voting members and at least two, a commissioner among them where one votes (D1, rulings 1.9). */
const minimumOf = (
  alliance: Alliance,
  decisionClass: DecisionClass | undefined,
  at: Instant,
): { readonly minEligible: number; readonly needsCommissioner: boolean } => {
  const voting = votingMembersAt(alliance, at);
  return {
    minEligible: Math.max(2, decisionClass?.minEligible ?? Math.floor(voting.length / 2) + 1),
    needsCommissioner: voting.some((member) => isCommissioner(alliance, member)),
  };
};

const whyTooFew = (alliance: Alliance, decisionClass: DecisionClass, at: Instant): Refusal | null => {
  const eligible = votingMembersAt(alliance, at).length;
  const { minEligible: least, needsCommissioner } = minimumOf(alliance, decisionClass, at);
  return eligible < least ? { why: 'tooFewEligible', eligible, least, needsCommissioner } : null;
};

const proposerOf = (
  { alliance, context }: Desk,
  { member }: CommandOf<'tableProposal'>,
): { readonly person: PersonId; readonly voice: Voice | null } | { readonly refusal: Refusal } => {
  const { by, at } = context;
  if (!isPerson(by)) return { refusal: { why: 'notByOperator' } };
  const mayAsOfficer = holdersOfPower(alliance, 'table', at).includes(by);
  if (mayAsOfficer && member === undefined && voicesOf(alliance, by, at).length !== 1) {
    return { person: by, voice: null };
  }
  const voice = voiceOf(alliance, by, member, at);
  if (!('refusal' in voice)) return { person: by, voice };
  if (voice.refusal.why !== 'noVoice') return voice;
  const people = [...new Set([...voice.refusal.speakers, ...holdersOfPower(alliance, 'table', at)])];
  return { refusal: { why: 'mayNot', act: 'table', people, offices: officesWith(alliance, 'table') } };
};

const tabledBody = (
  { alliance, sealer }: Desk,
  proposal: ProposalId,
  command: CommandOf<'tableProposal'>,
  { person, voice }: { readonly person: PersonId; readonly voice: Voice | null },
  times: { readonly opensAt: Instant; readonly deadline: Instant },
): EventBodies['ProposalTabled'] => ({
  proposal,
  class: command.class,
  proposer: person,
  ...(voice === null ? {} : { proposingFor: voice.member }),
  proposerName: alliance.people.get(person)?.name ?? 'text:',
  title: sealer.seal(command.title),
  text: sealer.seal(command.text),
  bestForPeople: sealer.seal(command.bestForPeople),
  discreet: command.discreet ?? false,
  ...(command.retables === undefined ? {} : { retables: command.retables }),
  ...times,
});

const whyNotOpening = (opensAt: Instant | undefined, at: Instant): Refusal | null => {
  if (opensAt === undefined) return null;
  if (!isInstant(opensAt)) return { why: 'notAnInstant', field: 'opensAt' };
  return opensAt < at ? { why: 'inThePast', field: 'opensAt' } : null;
};

const whyNotRetabled = (alliance: Alliance, retables: ProposalId | undefined): Refusal | null =>
  retables === undefined || alliance.proposals.get(retables)?.outcome
    ? null
    : { why: 'noSuchProposal', proposal: retables };
