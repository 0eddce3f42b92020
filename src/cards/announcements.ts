import type { Proposal } from '../alliance/alliance.js';
import type { EventKind } from '../alliance/events.js';
import type { ProposalId } from '../alliance/names.js';
import type { Entry } from '../ledger/entry.js';
import { roomBoundCard } from './arrival.js';
import { buttonBlock, showButton } from './buttons.js';
import { bold, plain } from './card.js';
import type { Block, Card, Tone } from './card.js';
import { meetingNews } from './meetings/news.js';
import { practiceBlocks } from './proposalCard.js';
import type { View } from './view.js';
import {
  blockedWords,
  headlines,
  headlineWords,
  openedWords,
  outcomeWords,
  revisedWords,
  tabledWords,
} from './words/announcements.js';
import { showWords } from './words/buttons.js';
import { historyWords } from './words/history.js';
import type { EntryOfKind } from './words/history.js';
import { outcomeNotes, referredLabel } from './words/outcomes.js';
import { recountWords } from './words/status.js';

/** A message said once to a room, never edited; the same entry always has the same key. */
export interface Announcement {
  readonly key: string;
  readonly card: Card;
}

/**
 * The once-message that an entry of the book deserves, or null: few of them, so that each is read. A discreet proposal
 * is named by its number only (rulings 3.7). It says what the entry said, so that it reads the same later.
 */
export const announcement = (view: View, entry: Entry): Announcement | null => {
  // The registers of a new alliance are its beginning, not news.
  if (entry.at === view.alliance.founded) return null;
  const announce = announced[entry.kind] as ((view: View, entry: Entry) => Card | null) | undefined;
  const card = announce?.(view, entry) ?? null;
  return card === null ? null : { key: `${entry.subject}/${entry.kind}/${entry.seq}`, card };
};

type Announced = { readonly [K in EventKind]?: (view: View, entry: EntryOfKind<K>) => Card | null };

const news =
  (headline: string) =>
  (view: View, entry: Entry): Card =>
    card(view, 'note', headline, [historyWords(view, entry)]);

const outcome =
  (headline: string, tone: Tone) =>
  (view: View, entry: Entry): Card | null =>
    onProposal(view, entry, tone, headline, (proposal) => outcomeLines(view, proposal));

const announced: Announced = {
  RoomBound: (view, entry) => roomBoundCard(view, entry),
  ProposalTabled: (view, entry) =>
    onProposal(view, entry, 'open', headlines.tabled, (proposal) => [tabledWords(view, proposal, entry.body)]),
  RevisionOpened: (view, entry) => revisionCard(view, entry),
  PositionRecorded: (view, entry) =>
    entry.body.position === 'object'
      ? onProposal(view, entry, 'objected', headlines.blocked, ({ discreet }) =>
          discreet ? [blockedWords] : [historyWords(view, entry), blockedWords],
        )
      : null,
  RecountRequired: (view, entry) =>
    onProposal(view, entry, 'note', headlines.recount, ({ current, outcome: ended }) => {
      const words = current === null || ended !== null ? null : recountWords(view, current);
      return [words ?? historyWords(view, entry)];
    }),
  DowntimeMadeGood: (view, entry) =>
    onProposal(view, entry, 'note', headlines.moreTime, () => [historyWords(view, entry)]),
  ProposalAdopted: outcome(headlines.adopted, 'agreed'),
  ProposalLapsed: outcome(headlines.ended, 'ended'),
  ProposalNotAgreed: outcome(headlines.notAgreed, 'objected'),
  ProposalWithdrawn: outcome(headlines.withdrawn, 'ended'),
  ProposalReferred: (view, entry) =>
    onProposal(view, entry, 'note', headlines.referred, ({ discreet }) => [
      discreet ? `${referredLabel(view, entry.body)}.` : historyWords(view, entry),
    ]),
  MemberJoined: news(headlines.people),
  NoticeGiven: news(headlines.people),
  MemberLeft: news(headlines.people),
  Appointed: news(headlines.people),
  AppointmentEnded: news(headlines.people),
  OfficeTaken: news(headlines.people),
  OfficeLeft: news(headlines.people),
  // Who covers matters to the room; an absence that nobody covers shows on the cards.
  AbsenceRecorded: (view, entry) => (entry.body.cover === undefined ? null : news(headlines.people)(view, entry)),
  CharterAdopted: news(headlines.charter),
  ...meetingNews,
};

/** A first revision that opened with the tabling was announced with it. */
const revisionCard = (view: View, entry: EntryOfKind<'RevisionOpened'>): Card | null => {
  const { revision, deadline } = entry.body;
  if (revision === 1) {
    return onProposal(view, entry, 'open', headlines.opened, (proposal) =>
      proposal.opensAt <= proposal.tabledAt ? null : [openedWords(view, deadline)],
    );
  }
  return onProposal(view, entry, 'open', headlines.revised, ({ discreet }) => [
    ...(discreet ? [] : [historyWords(view, entry)]),
    revisedWords(view, revision, deadline),
  ]);
};

const outcomeLines = (view: View, proposal: Proposal): readonly string[] => [
  outcomeWords(view, proposal),
  ...(proposal.discreet ? [] : outcomeNotes(view, proposal)),
];

const onProposal = (
  view: View,
  entry: Entry,
  tone: Tone,
  headline: string,
  lines: (proposal: Proposal) => readonly string[] | null,
): Card | null => {
  const proposal = view.alliance.proposals.get(entry.subject as ProposalId);
  const words = proposal === undefined ? null : lines(proposal);
  if (proposal === undefined || words === null) return null;
  const show = showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id });
  return card(view, tone, headlineWords(view, headline, proposal), words, buttonBlock([show]));
};

const card = (
  view: View,
  tone: Tone,
  headline: string,
  lines: readonly string[],
  buttons: readonly Block[] = [],
): Card => ({
  summary: headline,
  tone,
  blocks: [
    ...practiceBlocks(view),
    { kind: 'text', spans: [bold(headline)] },
    ...lines.map((line): Block => ({ kind: 'text', spans: [plain(line)] })),
    ...buttons,
  ],
});

export { whispers } from './whispers.js';
export type { Whisper } from './whispers.js';
