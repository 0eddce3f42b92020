import type { Proposal } from '../alliance/alliance.js';
import type { PersonId } from '../alliance/names.js';
import { recountConfirmers } from '../alliance/recounts.js';
import { isProposer, voicesOf } from '../alliance/speaking.js';
import { personalBar, tally } from '../alliance/tally.js';
import { buttonBlock, formButton, orderButton, showButton, voteButtons } from './buttons.js';
import { bold, plain } from './card.js';
import type { Block, Button, Card } from './card.js';
import { waitingOfMeetings } from './meetings/waitingOfMeetings.js';
import { practiceBlocks } from './proposalCard.js';
import type { View } from './view.js';
import { acceptWords, buttonWords, declineWords, showWords } from './words/buttons.js';
import {
  closesWords,
  forMember,
  confirmWaits,
  inRegister,
  lineOf,
  listWords,
  moreHidden,
  objectionMine,
  suggestionWaits,
  tabledAgo,
} from './words/lists.js';
import { ageWords, dayWords, timeLeft } from './words/moments.js';
import { memberName } from './words/names.js';
import { outcomeLabel } from './words/outcomes.js';
import { headingWords, suggestionWords } from './words/proposal.js';
import { isClosing, statusLine } from './words/status.js';
import { waitingWords } from './words/waiting.js';

/** Everything that waits on this person, soonest first, with the time left and the buttons; one block a member spoken for. */
export const mineCard = (view: View, person: PersonId): Card => {
  const ofMeetings = waitingOfMeetings(view, person);
  const hidden = ofMeetings.length - meetingsShown;
  const waiting = [
    ...liveProposals(view).flatMap((proposal) => waitingBlocks(view, proposal, person)),
    ...ofMeetings.slice(0, meetingsShown).flatMap((draw) => draw()),
    ...(hidden > 0 ? [text(waitingWords.more(hidden))] : []),
  ];
  return listCard(view, listWords.mine, waiting.length === 0 ? [text(listWords.nothingForMe)] : waiting);
};

/** Most things of meetings and actions on the card of what waits; platforms show no more than 50 blocks. */
const meetingsShown = 10;

/** What waits on this person, soonest first: each proposal, and how to draw the blocks by which the person can act. */
export const waitingOn = (
  view: View,
  person: PersonId,
): readonly { readonly proposal: Proposal; readonly wanted: () => readonly Block[] }[] =>
  liveProposals(view)
    .map((proposal) => ({ proposal, wanted: wantedOf(view, proposal, person) }))
    .filter(({ wanted }) => wanted.length > 0)
    .map(({ proposal, wanted }) => ({ proposal, wanted: () => wanted.flatMap((draw) => draw()) }));

/** How many open proposals, meetings, minutes and actions want something of this person. */
export const waitingCount = (view: View, person: PersonId): number =>
  waitingOn(view, person).length + waitingOfMeetings(view, person).length;

/** Open proposals, soonest deadline first: how each stands and for how long it has been open. */
export const openCard = (view: View): Card => {
  const open = liveProposals(view);
  const blocks = open.flatMap((proposal): readonly Block[] => {
    const until = proposal.status === 'open' ? closesWords(timeLeft(view.now, deadlineOf(proposal))) : '';
    const facts = lineOf([until, tabledAgo(ageWords(view, proposal.tabledAt))]);
    return [
      title(view, proposal),
      text(statusLine(view, proposal)),
      note(facts),
      ...buttonBlock([showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id })]),
    ];
  });
  const table = formButton(view, buttonWords.table, { form: 'table' }, 'primary');
  return listCard(view, listWords.open, [
    ...(open.length === 0 ? [text(listWords.nothingOpen)] : blocks),
    ...buttonBlock([table]),
  ]);
};

/** The register of decisions, newest first, by number; how many older ones there are is said. */
export const decisionsCard = (view: View): Card => {
  const decided = [...view.alliance.decisions].reverse();
  const rows = decided.slice(0, decisionsShown).flatMap(([number, id]): readonly Block[] => {
    const proposal = view.alliance.proposals.get(id);
    if (proposal === undefined) return [];
    const on = proposal.outcome === null ? '' : dayWords(view, proposal.outcome.at);
    const words = ` ${headingWords(view, proposal)} · ${lineOf([outcomeLabel(view, proposal) ?? '', on])}`;
    return [{ kind: 'text', spans: [bold(number), plain(words)] }];
  });
  const hidden = decided.length - decisionsShown;
  return listCard(view, listWords.decisions, [
    ...(rows.length === 0 ? [text(listWords.noDecisions)] : rows),
    ...(hidden > 0 ? [text(moreHidden(hidden, inRegister))] : []),
  ]);
};

/** Most decisions on one card; platforms show no more than 50 blocks. */
const decisionsShown = 30;

/** Proposals that still wait for something, the one that closes first on top. */
export const liveProposals = ({ alliance }: View): readonly Proposal[] =>
  [...alliance.live]
    .flatMap((id) => alliance.proposals.get(id) ?? [])
    .sort((a, b) => (deadlineOf(a) < deadlineOf(b) ? -1 : 1));

const deadlineOf = ({ current, deadline }: Proposal): string => current?.deadline ?? deadline;

/** What one proposal wants of the person: a position for each member, a confirmation, an answer to a suggestion. */
const waitingBlocks = (view: View, proposal: Proposal, person: PersonId): readonly Block[] => {
  const wanted = wantedOf(view, proposal, person);
  if (wanted.length === 0) return [];
  const left = proposal.status === 'open' ? closesWords(timeLeft(view.now, deadlineOf(proposal))) : '';
  const show = showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id });
  return [
    title(view, proposal),
    text(statusLine(view, proposal)),
    ...(left === '' ? [] : [note(left)]),
    ...wanted.flatMap((draw) => draw()),
    ...buttonBlock([show]),
  ];
};

/** Each thing that is wanted, as the blocks by which the person gives it: most are counted and never drawn. */
type Wanted = () => readonly Block[];

const wantedOf = (view: View, proposal: Proposal, person: PersonId): readonly Wanted[] => [
  ...positionsWanted(view, proposal, person),
  ...answersWanted(view, proposal, person),
];

const positionsWanted = (view: View, proposal: Proposal, person: PersonId): readonly Wanted[] => {
  const { current } = proposal;
  if (proposal.status !== 'open' || current === null || isClosing(view, proposal)) return [];
  if (personalBar(proposal, person) !== null) return [];
  const { waiting, objected } = tally(proposal, current);
  return voicesOf(view.alliance, person, view.now).flatMap(({ member }): readonly Wanted[] => {
    const name = memberName(view, member);
    if (waiting.includes(member)) {
      return [() => [note(forMember(name)), ...buttonBlock(voteButtons(view, proposal, member))]];
    }
    return objected.includes(member)
      ? [() => [note(objectionMine(name)), ...buttonBlock([withdrawObjectionButton(view, proposal, member)])]]
      : [];
  });
};

/** "Withdraw our objection", for the member on whose behalf it was recorded. */
export const withdrawObjectionButton = (view: View, proposal: Proposal, member: string): Button =>
  orderButton(view, buttonWords.withdrawObjection, {
    kind: 'withdrawObjection',
    proposal: proposal.id,
    revision: proposal.current?.number ?? 1,
    member,
  });

const answersWanted = (view: View, proposal: Proposal, person: PersonId): readonly Wanted[] => {
  const { id, current } = proposal;
  if (current === null || proposal.status !== 'open') return [];
  const confirms =
    current.recount !== null &&
    recountConfirmers(view.alliance, current, view.now).some((each) => each.person === person);
  const order = { kind: 'confirmRecount', proposal: id, revision: current.number } as const;
  const open = proposal.suggestions.filter(({ answer }) => answer === null);
  const answers = open.length > 0 && isProposer(view.alliance, proposal, person, view.now) ? open : [];
  return [
    ...(confirms
      ? [() => [note(confirmWaits), ...buttonBlock([orderButton(view, buttonWords.confirmRecount, order, 'primary')])]]
      : []),
    ...answers.map((suggestion) => () => [
      note(suggestionWaits(suggestion.number)),
      note(suggestionWords(view, suggestion)),
      ...buttonBlock(suggestionButtons(view, proposal, suggestion.number)),
    ]),
  ];
};

/** Accept and decline, for whoever acts as the proposer. */
export const suggestionButtons = (view: View, { id, current }: Proposal, suggestion: number): readonly Button[] => {
  const on = { proposal: id, revision: current?.number ?? 1, suggestion };
  return [
    formButton(view, acceptWords(suggestion), { form: 'amend', ...on }),
    formButton(view, declineWords(suggestion), { form: 'decline', ...on }),
  ];
};

/** A private card under one heading. */
export const listCard = (view: View, heading: string, blocks: readonly Block[]): Card => ({
  summary: heading,
  tone: 'note',
  blocks: [...practiceBlocks(view), { kind: 'heading', level: 1, spans: [plain(heading)] }, ...blocks],
});

const title = (view: View, proposal: Proposal): Block => ({
  kind: 'text',
  spans: [bold(headingWords(view, proposal))],
});
const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
const note = (words: string): Block => ({ kind: 'note', spans: [plain(words)] });
