import type { Proposal, Revision } from '../alliance/alliance.js';
import type { ProposalId, TextRef } from '../alliance/names.js';
import { recusalOf } from '../alliance/tally.js';
import { buttonBlock, formButton, moreButton, orderButton, showButton, voteButtons } from './buttons.js';
import { bold, plain } from './card.js';
import type { Block, Button, Card, Span, Tone } from './card.js';
import { changeBlocks } from './changes.js';
import { rollBlock } from './roll.js';
import type { View } from './view.js';
import { linksBlocks } from './webLinks.js';
import { buttonWords } from './words/buttons.js';
import { practiceNote } from './words/general.js';
import { momentSpan } from './words/moments.js';
import { textOf } from './words/names.js';
import { decisionNumberWords, outcomeNotes, removedObjection } from './words/outcomes.js';
import {
  className,
  declarationWords,
  headingWords,
  lateObjectionWords,
  linkedWords,
  nameInMessages,
  noSuchProposalWords,
  proposalLabels,
  proposerWords,
  retablesWords,
  severalVoicesWords,
  revisionWords,
  suggestionWords,
  supersededWords,
} from './words/proposal.js';
import {
  confirmedWords,
  extensionWords,
  heldWords,
  isClosing,
  recountWords,
  ruleWords,
  statusLine,
} from './words/status.js';

/**
 * The living card of a proposal: the same view gives the same card. Open: with buttons that carry the revision. After
 * the deadline: no vote buttons. After the outcome: no buttons, and the outcome line with its number stays.
 */
export const proposalCard = (view: View, id: ProposalId): Card => {
  const proposal = view.alliance.proposals.get(id);
  if (proposal === undefined) {
    const words = noSuchProposalWords(id);
    return { summary: words, tone: 'refused', blocks: [text(words)] };
  }
  return {
    summary: `${nameInMessages(view, proposal)}: ${statusLine(view, proposal)}`,
    tone: toneOf(view, proposal),
    blocks: [
      ...practiceBlocks(view),
      { kind: 'heading', level: 1, spans: [plain(headingWords(view, proposal))] },
      ...statusBlocks(view, proposal),
      ...textBlocks(view, proposal),
      ...revisionBlocks(view, proposal),
      ...factBlocks(view, proposal),
      ...besideBlocks(view, proposal),
      ...buttonBlock(buttonsOf(view, proposal)),
    ],
  };
};

/** What is left of a card whose revision was replaced: one line, no buttons (rulings 1.12). */
export const supersededCard = (view: View, id: ProposalId, revision: number): Card => {
  const proposal = view.alliance.proposals.get(id);
  const current = proposal?.current?.number;
  if (proposal === undefined || current === undefined) return proposalCard(view, id);
  const words = supersededWords(proposal, revision, current);
  return { summary: words, tone: 'ended', blocks: [...practiceBlocks(view), note(words)] };
};

/** PRACTICE, on everything that a practice book shows (rulings 3.4). */
export const practiceBlocks = ({ alliance }: View): readonly Block[] =>
  alliance.practice ? [{ kind: 'note', spans: [bold(practiceNote)] }] : [];

const toneOf = (view: View, proposal: Proposal): Tone => {
  switch (proposal.status) {
    case 'adopted':
      return 'agreed';
    case 'notAgreed':
      return 'objected';
    case 'lapsed':
    case 'withdrawn':
      return 'ended';
    case 'tabled':
    case 'referred':
      return 'note';
    case 'open':
      if (isClosing(view, proposal)) return 'ended';
      return hasObjection(proposal) ? 'objected' : 'open';
  }
};

const hasObjection = (proposal: Proposal): boolean =>
  [...(proposal.current?.positions.values() ?? [])].some(
    ({ member, position }) => position === 'object' && recusalOf(proposal, member) === null,
  );

/** The outcome with what must be printed under it, or how things stand. */
const statusBlocks = (view: View, proposal: Proposal): readonly Block[] => {
  const number = decisionNumberWords(proposal);
  return [
    { kind: 'text', spans: [bold(statusLine(view, proposal)), ...(number === null ? [] : [plain(` · ${number}`)])] },
    ...outcomeNotes(view, proposal, proposal.current === null ? undefined : 'roll').map(note),
    ...(proposal.outcome === null && proposal.status !== 'referred' ? [deadlineLine(view, proposal)] : []),
  ];
};

/** By when, near the top: what a hurried reader looks for first. */
const deadlineLine = (view: View, { current, deadline }: Proposal): Block => ({
  kind: 'note',
  spans: [plain(`${proposalLabels.deadline}: `), momentSpan(view, current?.deadline ?? deadline)],
});

/** "Best for people using services" first, then the text; both verbatim. */
const textBlocks = (view: View, proposal: Proposal): readonly Block[] => {
  const quote = (ref: TextRef): Block => ({
    kind: 'quote',
    text: textOf(view, ref),
    more: showButton(view, buttonWords.readAll, { show: 'proposal', proposal: proposal.id }),
  });
  return [
    { kind: 'text', spans: [bold(proposalLabels.bestForPeople)] },
    quote(proposal.bestForPeople),
    { kind: 'text', spans: [bold(proposalLabels.text)] },
    quote(proposal.text),
    ...linksBlocks(view.text(proposal.text)),
  ];
};

const revisionBlocks = (view: View, proposal: Proposal): readonly Block[] => {
  const revision = proposal.current;
  if (revision === null) return [];
  const why = revisionWords(view, revision);
  return [...(why === '' ? [] : [text(why)]), ...changeBlocks(view, proposal), rollBlock(view, proposal, revision)];
};

const factBlocks = (view: View, proposal: Proposal): readonly Block[] => {
  const { current } = proposal;
  const fact = (label: string, ...spans: readonly Span[]) => ({ label, spans });
  return [
    {
      kind: 'facts',
      facts: [
        ...(proposal.status === 'tabled' ? [fact(proposalLabels.opens, momentSpan(view, proposal.opensAt))] : []),
        ...(proposal.outcome === null
          ? []
          : [fact(proposalLabels.deadline, momentSpan(view, current?.deadline ?? proposal.deadline))]),
        ...(current === null ? [] : [fact(proposalLabels.rule, plain(ruleWords(proposal, current)))]),
        fact(proposalLabels.proposer, plain(proposerWords(view, proposal))),
        fact(proposalLabels.class, plain(className(view.alliance, proposal))),
        ...(current === null ? [] : [fact(proposalLabels.revision, plain(`${current.number}`))]),
      ],
    },
  ];
};

/** What stands beside the vote: recount, hold, new accounts, interests, suggestions, extensions, late objections. */
const besideBlocks = (view: View, proposal: Proposal): readonly Block[] => {
  const { current } = proposal;
  const open = proposal.outcome === null;
  const lines = [
    ...(open && current !== null ? openWords(view, current, proposal.status === 'referred') : []),
    ...(current === null ? [] : severalVoicesWords(view, current)),
    open ? linkedWords(view, proposal) : null,
    ...(current === null ? [] : [confirmedWords(current), extensionWords(current)]),
    ...proposal.declarations.filter(({ withdrawn }) => !withdrawn).map((each) => declarationWords(view, each)),
    ...proposal.suggestions
      .filter(({ answer }) => open && answer === null)
      .map((suggestion) => suggestionWords(view, suggestion)),
    retablesWords(proposal),
    ...proposal.lateObjections.map((late) => lateObjectionWords(view, late)),
  ];
  return lines.filter((line) => line !== null).map(note);
};

/** While a meeting is called nothing is confirmed: a revision that opens afterwards counts anew. */
const openWords = (view: View, revision: Revision, referred: boolean): readonly (string | null)[] => [
  referred ? null : recountWords(view, revision),
  revision.held === null ? null : heldWords,
  ...revision.removedObjections.map((objection) => removedObjection(view, objection)),
];

const buttonsOf = (view: View, proposal: Proposal): readonly Button[] => {
  const { id, status, current } = proposal;
  if (proposal.outcome !== null) return [];
  if (status === 'referred') {
    return [formButton(view, buttonWords.reopen, { form: 'reopen', proposal: id }), moreButton(view, proposal)];
  }
  const confirm: readonly Button[] =
    current?.recount == null
      ? []
      : [
          orderButton(view, buttonWords.confirmRecount, {
            kind: 'confirmRecount',
            proposal: id,
            revision: current.number,
          }),
        ];
  if (isClosing(view, proposal)) return confirm;
  return [...(status === 'open' ? voteButtons(view, proposal) : []), ...confirm, moreButton(view, proposal)];
};

const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
const note = (words: string): Block => ({ kind: 'note', spans: [plain(words)] });
