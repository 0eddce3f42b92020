import type { Proposal } from '../../alliance/alliance.js';
import type { PersonId } from '../../alliance/names.js';
import type { DigestWeek } from '../../alliance/weeks.js';
import { buttonBlock, showButton } from '../buttons.js';
import { bold, plain } from '../card.js';
import type { Block, Card, Span } from '../card.js';
import { waitingOn } from '../lists.js';
import { waitingOfMeetings } from '../meetings/waitingOfMeetings.js';
import { practiceBlocks } from '../proposalCard.js';
import type { View } from '../view.js';
import { buttonWords } from '../words/buttons.js';
import { closesOn, personalWords } from '../words/digest.js';
import { lineOf as parts } from '../words/lists.js';
import { dayWords, momentWords } from '../words/moments.js';
import { nameInMessages } from '../words/proposal.js';
import { statusLine } from '../words/status.js';
import { waitingWords } from '../words/waiting.js';

/**
 * The private part of a digest: everything that waits on one person, the one that closes first on top; one line when
 * nothing does. A few decisions stand with their buttons; of many, each is named, and a button leads to all of theirs.
 */
export const personalDigest = (view: View, week: DigestWeek, { person, elsewhere }: For): Card => {
  const waiting = person === null ? [] : waitingOn(view, person);
  const ofMeetings = person === null ? [] : waitingOfMeetings(view, person);
  const { name } = view.alliance;
  if (waiting.length + ofMeetings.length === 0)
    return card(view, personalWords.nothing(name), [text(personalWords.nothing(name))]);
  const show = showButton(view, buttonWords.mine, { show: 'mine' }, 'primary');
  return card(view, personalWords.heading(week), [
    { kind: 'heading', level: 1, spans: [plain(personalWords.heading(week))] },
    ...(waiting.length === 0 ? [] : [text(personalWords.count(name, waiting.length))]),
    ...(waiting.length <= withButtonsMost
      ? waiting.flatMap(({ proposal, wanted }): readonly Block[] => [
          { kind: 'text', spans: lineOf(view, proposal) },
          ...(elsewhere.has(proposal.id) ? [] : wanted()),
        ])
      : [{ kind: 'list' as const, items: waiting.map(({ proposal }) => briefly(view, proposal, waiting.length)) }]),
    ...meetingBlocks(name, ofMeetings),
    ...buttonBlock([show]),
  ]);
};

/** For whom it is, and which proposals have their buttons elsewhere in the same message. */
export interface For {
  readonly person: PersonId | null;
  readonly elsewhere: ReadonlySet<string>;
}

/** Answers to invitations, minutes to accept and actions to do, a line each; the button below leads to what can be done. */
const meetingBlocks = (name: string, waiting: ReturnType<typeof waitingOfMeetings>): readonly Block[] => {
  if (waiting.length === 0) return [];
  const lines = waiting.slice(0, ofMeetingsMost).map((draw) => draw().find((block) => block.kind === 'text'));
  return [
    text(personalWords.ofMeetings(name, waiting.length)),
    { kind: 'list', items: lines.flatMap((line) => (line === undefined ? [] : [line.spans])) },
    ...(waiting.length > ofMeetingsMost ? [text(waitingWords.more(waiting.length - ofMeetingsMost))] : []),
  ];
};

/** As many as people read in one message. */
const ofMeetingsMost = 10;

/** With more of them one message would not hold all their buttons. */
const withButtonsMost = 4;
/** With more of them one message would not hold all their names. */
const namedMost = 30;

/** A discreet proposal appears by its number only (rulings 3.7). */
const lineOf = (view: View, proposal: Proposal): readonly Span[] => [
  bold(nameInMessages(view, proposal)),
  plain(`: ${parts([statusLine(view, proposal), closing(proposal, (at) => momentWords(view, at))])}`),
];

const briefly = (view: View, proposal: Proposal, of: number): readonly Span[] => [
  bold(of > namedMost ? proposal.id : nameInMessages(view, proposal)),
  plain(`: ${closing(proposal, (at) => dayWords(view, at))}`),
];

const closing = ({ current }: Proposal, say: (at: string) => string): string =>
  current === null ? '' : closesOn(say(current.deadline));

const card = (view: View, summary: string, blocks: readonly Block[]): Card => ({
  summary,
  tone: 'note',
  blocks: [...practiceBlocks(view), ...blocks],
});

const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
