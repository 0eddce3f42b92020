import type { Proposal } from '../../alliance/alliance.js';
import type { ProposalId } from '../../alliance/names.js';
import { proposers } from '../../alliance/speaking.js';
import { graphemesWithin, visibleLine } from '../fit.js';
import type { View } from '../view.js';
import { counted, figure, listed } from './general.js';
import { momentWords } from './moments.js';
import { memberName, peopleNames } from './names.js';
import { outcomeLabel } from './outcomes.js';
import type { RefusalSentences } from './refusals.js';

type ProposalWhy =
  | 'noSuchProposal'
  | 'notOpenYet'
  | 'oldRevision'
  | 'closing'
  | 'closed'
  | 'objectionAfterOutcome'
  | 'referred'
  | 'papersWithheld'
  | 'notReferred'
  | 'nothingToWithdraw'
  | 'alreadyDeclared'
  | 'noSuchDeclaration'
  | 'noSuchSuggestion'
  | 'noChange'
  | 'nothingToConfirm'
  | 'unknownClass'
  | 'classNotOffered'
  | 'tooFewEligible'
  | 'tooManyOpen'
  | 'nobodyWaiting'
  | 'nudgedToday';

export const proposalRefusals: RefusalSentences<ProposalWhy> = {
  noSuchProposal: (_view, { proposal }) => [
    `Nothing was recorded. There is no proposal ${shortId(proposal)} in this alliance.`,
    'Look at the open proposals and use the button on the card.',
  ],
  notOpenYet: (view, { proposal, opensAt }) => [
    `Nothing was recorded. ${proposal} opens on ${momentWords(view, opensAt)}.`,
    'You can record your position from then on.',
  ],
  oldRevision: (_view, { proposal, asked, current }) => [
    `Nothing was recorded. You pressed a button on revision ${asked} of ${proposal}.`,
    `The text has changed since: revision ${current} is what is being decided.`,
    `Read revision ${current} and use the buttons on its card.`,
  ],
  closing: (view, { proposal, deadline }) => [
    `Nothing was recorded. The deadline of ${proposal} was ${momentWords(view, deadline)}; it is closed, the outcome is being declared.`,
    'If nothing is decided, the proposal can be tabled again.',
  ],
  closed: (view, { proposal }) => [
    `Nothing was recorded. ${proposal} is closed${outcomeIn(view, proposal)}, and outcomes are final.`,
    'To change what was decided, or to decide it after all, table a new proposal.',
  ],
  objectionAfterOutcome: (view, { proposal }) => [
    `${proposal} was closed before your objection arrived${outcomeIn(view, proposal)}, and outcomes are final.`,
    'Your objection is kept in the record, without effect on the outcome.',
    'You can table a rescission: a new proposal to undo the decision, which all members must agree.',
  ],
  referred: (view, { proposal }) => [
    `Nothing was recorded. ${proposal} was referred to a meeting, so no positions are taken here now.`,
    `${proposersOf(view, proposal)} can reopen it after the meeting.`,
  ],
  papersWithheld: (_view, { proposal }) => [
    `You take no part in ${proposal} because of a declared interest, so its papers and history are not shown to you.`,
    'The card shows how it stands. A declaration made by mistake can be withdrawn under More while it is open.',
  ],
  notReferred: (_view, { proposal }) => [
    `Nothing was recorded. ${proposal} was not referred to a meeting, so there is nothing to reopen.`,
    'If it is open, use the buttons on its card; if it has ended, it can be tabled again.',
  ],
  nothingToWithdraw: (_view, { proposal }) => [
    `Nothing was recorded. Your member has no objection to ${proposal} that could be withdrawn.`,
    'The card shows where each member stands; use its buttons to record a position.',
  ],
  alreadyDeclared: (view, { proposal, member }) => [
    `Nothing was recorded. ${memberName(view, member)} has declared an interest in ${proposal} already.`,
    'To change it, withdraw that declaration under More and declare again.',
  ],
  noSuchDeclaration: (_view, { proposal }) => [
    `Nothing was recorded. There is no such declaration of interest on ${proposal}, or it was withdrawn before.`,
    'The card lists the declarations that stand.',
  ],
  noSuchSuggestion: (view, { proposal, suggestion }) => [
    `Nothing was recorded. Suggestion ${suggestion} on ${proposal} does not exist or was answered before.`,
    `The card lists the suggestions that wait for ${proposersOf(view, proposal)}.`,
  ],
  noChange: (_view, { proposal }) => [
    `Nothing was recorded. The new text of ${proposal} is the same as the old one.`,
    'Change the words that should change and send it again.',
  ],
  nothingToConfirm: (_view, { proposal }) => [
    `Nothing was recorded. ${proposal} has no recount that waits to be confirmed.`,
    'The card shows how it stands now.',
  ],
  unknownClass: (_view, { class: asked, offered }) => [
    `Nothing was recorded. The charter has no class of decision called ${shortId(asked)}.`,
    `Choose one of these: ${listed(offered, 'or')}.`,
  ],
  classNotOffered: (_view, { class: name }) => [
    `Nothing was recorded. Decisions of the class ${name} follow a rule that this version cannot apply yet.`,
    'Choose a class that is decided unanimously, or decide it outside for now.',
  ],
  tooFewEligible: (_view, { eligible, least, needsCommissioner }) => [
    `Nothing was recorded. ${counted(eligible, 'member')} could vote on it, and at least ${least} must${needsCommissioner ? ', a commissioner among them' : ''}.`,
    'Table it once enough members can take part, or take it to a meeting.',
  ],
  tooManyOpen: (_view, { most }) => [
    `Nothing was recorded. There are ${figure(most)} open proposals already, the most that the charter allows.`,
    'Wait until one of them has ended, or ask a proposer to withdraw one.',
  ],
  nobodyWaiting: (_view, { proposal }) => [
    `Nobody was reminded. Every member has spoken on ${proposal}, so nobody is waited for.`,
    'The card shows where each member stands.',
  ],
  nudgedToday: (view, { proposal, at }) => [
    `Nobody was reminded. Those whom ${proposal} waits for were reminded today already, on ${momentWords(view, at)}.`,
    'You can do it again tomorrow; the reminders of the charter come by themselves.',
  ],
};

/** ": Adopted unanimously, 9 of 9", as part of a sentence. */
const outcomeIn = (view: View, id: ProposalId): string => {
  const proposal = view.alliance.proposals.get(id);
  const label = proposal === undefined ? null : outcomeLabel(view, proposal);
  return label === null ? '' : ` (${label})`;
};

const proposersOf = (view: View, id: ProposalId): string => {
  const proposal: Proposal | undefined = view.alliance.proposals.get(id);
  const people = proposal === undefined ? [] : proposers(view.alliance, proposal, view.now);
  return people.length === 0 ? 'The chair' : peopleNames(view, people);
};

/** Somebody's own idea of an id, cut to what a sentence can hold. */
const shortId = (id: string): string => visibleLine(graphemesWithin(id, 40));
