import type { Proposal, Revision, Suggestion } from './alliance.js';
import type { CommandOf } from './commands.js';
import { deadlineFor } from './deadlines.js';
import { openOn, openOnRevision, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import type { Instant } from './instant.js';
import { textRefusal } from './limits.js';
import { isPerson } from './names.js';
import type { PersonId, TextRef } from './names.js';
import type { Refusal, TextField } from './refusals.js';
import { holdersOf, isProposer, officesOf, proposers, voiceOf } from './speaking.js';
import type { Voice } from './speaking.js';
import { openRevision } from './tabling.js';
import { charterOf, personalBar, recusalOf, whyBarred, whyNotEligible } from './tally.js';

/**
 * A substantive amendment: a new revision, on which every member is asked again (domain.md 0.5, B24). By the proposer;
 * by the chair where the proposer has left or consents (rulings 1.7).
 */
export const amendProposal = (desk: Desk, command: CommandOf<'amendProposal'>): Refusal | null => {
  const open = openOnRevision(desk, command);
  if ('refusal' in open) return open.refusal;
  const { proposal, revision } = open;
  const { by } = desk.context;
  const may = amenders(desk, proposal);
  if (!isPerson(by) || !may.includes(by)) return { why: 'mayNot', act: 'amend', people: may, offices: [] };
  const suggestion = openSuggestion(proposal, command.suggestion);
  if (suggestion !== null && 'refusal' in suggestion) return suggestion.refusal;
  const refusal =
    whyNotTexts(command) ?? (changesNothing(command) ? { why: 'noChange' as const, proposal: proposal.id } : null);
  if (refusal !== null) return refusal;
  const deadline = deadlineOfNext(desk, proposal, revision, command);
  if (typeof deadline !== 'string') return deadline.refusal;
  const { seal } = desk.sealer;
  const anew = (text: string | undefined, present: TextRef): TextRef => (text === undefined ? present : seal(text));
  openRevision(desk, proposal, {
    revision: revision.number + 1,
    title: anew(command.title, revision.title),
    text: anew(command.text, suggestion?.text ?? revision.text),
    bestForPeople: anew(command.bestForPeople, revision.bestForPeople),
    deadline,
    amended: {
      by,
      why: seal(command.why),
      ...(suggestion === null ? {} : { suggestion: suggestion.number }),
      asksAgain: asksAgain(revision),
    },
  });
  return null;
};

/** The minimum window begins again with each revision (domain.md D1). */
const deadlineOfNext = (
  { alliance, context }: Desk,
  proposal: Proposal,
  revision: Revision,
  { deadline }: CommandOf<'amendProposal'>,
): Instant | { readonly refusal: Refusal } => {
  const charter = charterOf(alliance, revision.rule);
  const decisionClass = charter.classes.find(({ id }) => id === proposal.class);
  if (decisionClass === undefined) return { refusal: { why: 'unknownClass', class: proposal.class, offered: [] } };
  const opening = { charter, decisionClass, opensAt: context.at, windowFrom: proposal.windowFrom ?? context.at };
  const chosen = deadlineFor(opening, deadline);
  return 'refusal' in chosen ? chosen : chosen.deadline;
};

/**
 * Any eligible member, or the facilitator, may suggest; the text changes only when the proposer accepts (rulings 1.7).
 * So may a seat without a vote on it: its comment is in the record and is not counted (domain.md A1 ID-3, B12).
 */
export const suggestAmendment = (desk: Desk, command: CommandOf<'suggestAmendment'>): Refusal | null => {
  const open = openOnRevision(desk, command);
  if ('refusal' in open) return open.refusal;
  const { proposal, revision } = open;
  const { alliance, context } = desk;
  const { by } = context;
  const facilitates = isPerson(by) && officesOf(alliance, by, context.at).includes('facilitator');
  const voice = voiceOf(alliance, by, command.member, context.at);
  if ('refusal' in voice && !facilitates) return voice.refusal;
  const member = 'refusal' in voice ? undefined : voice.member;
  const refusal =
    ('refusal' in voice ? null : whyNotHeard(desk, proposal, voice)) ??
    textRefusal('text', command.text) ??
    textRefusal('why', command.why) ??
    (proposal.suggestions.length >= suggestionsMost ? { why: 'tooManyOpen' as const, most: suggestionsMost } : null);
  if (refusal !== null) return refusal;
  if (!isPerson(by)) return { why: 'notByOperator' };
  writeOn(
    desk,
    proposal.id,
    'AmendmentSuggested',
    {
      proposal: proposal.id,
      revision: revision.number,
      suggestion: proposal.suggestions.length + 1,
      person: by,
      ...(member === undefined ? {} : { member }),
      text: desk.sealer.seal(command.text),
      why: desk.sealer.seal(command.why),
    },
    { for: member },
  );
  return null;
};

/** Who has declared "recuse" says nothing more; who has declared "speak only" is heard (rulings 1.9). */
const whyNotHeard = (desk: Desk, proposal: Proposal, voice: Voice): Refusal | null => {
  if (recusalOf(proposal, voice.member)?.level === 'recuse') {
    return whyNotEligible(desk.alliance, proposal, voice.member);
  }
  return personalBar(proposal, voice.person)?.level === 'recuse' ? whyBarred(desk, proposal, voice) : null;
};

export const declineSuggestion = (desk: Desk, command: CommandOf<'declineSuggestion'>): Refusal | null => {
  const open = openOn(desk, command.proposal);
  if ('refusal' in open) return open.refusal;
  const { proposal } = open;
  const { by, at } = desk.context;
  const people = proposers(desk.alliance, proposal, at);
  if (!isProposer(desk.alliance, proposal, by, at)) return { why: 'mayNot', act: 'decline', people, offices: [] };
  const suggestion = openSuggestion(proposal, command.suggestion);
  if (suggestion !== null && 'refusal' in suggestion) return suggestion.refusal;
  const refusal = textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  writeOn(desk, proposal.id, 'SuggestionDeclined', {
    proposal: proposal.id,
    suggestion: command.suggestion,
    reason: desk.sealer.seal(command.reason),
  });
  return null;
};

/** The proposer consents to amendments by the chair (rulings 1.7). */
export const letChairAmend = (desk: Desk, command: CommandOf<'letChairAmend'>): Refusal | null => {
  const open = openOn(desk, command.proposal);
  if ('refusal' in open) return open.refusal;
  const { by, at } = desk.context;
  if (!isProposer(desk.alliance, open.proposal, by, at)) {
    const people = proposers(desk.alliance, open.proposal, at);
    return { why: 'mayNot', act: 'letChairAmend', people, offices: [] };
  }
  if (!open.proposal.chairMayAmend) writeOn(desk, open.proposal.id, 'ChairMayAmend', { proposal: open.proposal.id });
  return null;
};

/** Members whose position stood and no longer counts; each is told privately (rulings 1.12). */
export const asksAgain = ({ positions, left }: Revision) =>
  [...positions.keys()].filter((member) => !left.includes(member));

const suggestionsMost = 50;

const amenders = ({ alliance, context }: Desk, proposal: Proposal): readonly PersonId[] => [
  ...new Set([
    ...proposers(alliance, proposal, context.at),
    ...(proposal.chairMayAmend ? holdersOf(alliance, 'chair', context.at) : []),
  ]),
];

const openSuggestion = (
  proposal: Proposal,
  number: number | undefined,
): Suggestion | { readonly refusal: Refusal } | null => {
  if (number === undefined) return null;
  const found = proposal.suggestions.find((suggestion) => suggestion.number === number && suggestion.answer === null);
  return found ?? { refusal: { why: 'noSuchSuggestion', proposal: proposal.id, suggestion: number } };
};

const whyNotTexts = (command: CommandOf<'amendProposal'>): Refusal | null => {
  const given: readonly (readonly [TextField, string | undefined])[] = [
    ['title', command.title],
    ['text', command.text],
    ['bestForPeople', command.bestForPeople],
    ['why', command.why],
  ];
  for (const [field, text] of given) {
    const refusal = text === undefined ? null : textRefusal(field, text);
    if (refusal !== null) return refusal;
  }
  return null;
};

/** Whether a text given is the same as the present one is for the surface to see, which has the words. */
const changesNothing = ({ title, text, bestForPeople, suggestion }: CommandOf<'amendProposal'>): boolean =>
  title === undefined && text === undefined && bestForPeople === undefined && suggestion === undefined;
