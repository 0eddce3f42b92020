import type { Instant } from '../../src/alliance/instant.js';
import type { AllianceCode, PersonId, ProposalId } from '../../src/alliance/names.js';
import { mayRead } from '../../src/alliance/reading.js';
import { announcement, whispers } from '../../src/cards/announcements.js';
import type { Card } from '../../src/cards/card.js';
import { proposalCard, supersededCard } from '../../src/cards/proposalCard.js';
import type { View } from '../../src/cards/view.js';
import { dayWords, shortMoment } from '../../src/cards/words/moments.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import type { Clerk } from '../../src/clerk/orders.js';
import type { Entry } from '../../src/ledger/entry.js';
import { html, type Markup } from './html.js';
import type { PrivateAnswer } from './privateAnswers.js';
import { digestOf, type Place, renderCard } from './render.js';
import type { RoomDigest } from './weekly.js';

/** A stretch of the book, as far as one page of the room shows it. */
export interface Stretch {
  readonly entries: readonly Entry[];
  /** There are entries before the first one here. */
  readonly earlier: boolean;
  /** There are entries after the last one here. */
  readonly later: boolean;
}

/** A stretch with what was said at its time though no entry says so. */
export interface Told extends Stretch {
  readonly digest: RoomDigest | null;
}

/** The entries before a sequence number, or the newest, oldest first. */
export const stretchOf = async (
  clerk: Pick<Clerk, 'head' | 'entries'>,
  code: AllianceCode,
  before: number | null,
): Promise<Stretch> => {
  const { seq } = await clerk.head(code);
  const last = before === null ? seq : Math.min(before - 1, seq);
  const after = Math.max(0, last - entriesMost);
  const entries = last <= after ? [] : await clerk.entries(code, after, last - after);
  return { entries, earlier: after > 0, later: last < seq };
};

/**
 * The room as messages of the clerk in the order of the book: one living card for each revision, where it was opened,
 * and messages that are said once. What is for one chair alone stands beside the card that it is about.
 */
export const renderTimeline = (
  view: View,
  person: PersonId,
  stretch: Told,
  answers: readonly PrivateAnswer[],
  place: Place,
): Markup => {
  const { entries, later } = stretch;
  const said = entries.flatMap((entry) => messagesOf(view, person, entry));
  const messages = withDigest(said, stretch, person);
  const living = new Set(messages.map((message) => message.living));
  const loose = answers.filter(({ proposal }) => proposal === null || !living.has(proposal));
  const days = messages.map(({ at }) => dayWords(view, at));
  return html`${messages.map((message, at) => {
    const own = answers.filter(({ proposal }) => proposal !== null && proposal === message.living);
    return html`${days[at] !== days[at - 1] && renderDay(message, days[at]!)}${renderMessage(view, message, own, place)}`;
  })}${
    !later && loose.map((answer) => html`<li id="loose-${answer.id}" data-drawn="">${renderAnswer(answer, place)}</li>`)
  }`;
};

/** "Only you can see this", and the card. */
export const renderAnswer = ({ id, card }: PrivateAnswer, place: Place): Markup =>
  html`<div class="only-you" id="${id}" tabindex="-1" data-summary="${card.summary}">
    <p class="label">${playgroundWords.room.onlyYou}</p>
    ${renderCard(card, place)}
  </div>`;

const entriesMost = 200;

interface Message {
  /** What tells this message from every other. */
  readonly id: `${'card' | 'said' | 'digest' | `whisper-${number}` | 'whisper-digest'}-${string}`;
  readonly at: Instant;
  readonly card: Card;
  /** The proposal whose living card this is. */
  readonly living: ProposalId | null;
}

const messagesOf = (view: View, person: PersonId, entry: Entry): readonly Message[] => {
  const living = livingCard(view, person, entry);
  const said = announcement(view, entry);
  const toPerson = whispers(view, entry).filter((whisper) => whisper.person === person);
  return [
    ...(said === null ? [] : [{ ...named('said', entry), card: said.card, living: null }]),
    ...(living === null ? [] : [living]),
    ...toPerson.map(({ card }, at) => ({ ...named(`whisper-${at}`, entry), card, living: null })),
  ];
};

/** One living card a revision, where it was opened; a proposal that is not open yet has its card where it was tabled. */
const livingCard = (view: View, person: PersonId, entry: Entry): Message | null => {
  if (entry.kind !== 'ProposalTabled' && entry.kind !== 'RevisionOpened') return null;
  const id = entry.body.proposal;
  if (!mayRead(view.alliance, { kind: 'card', proposal: id }, person, view.now)) return null;
  const current = view.alliance.proposals.get(id)?.current?.number ?? null;
  const revision = entry.kind === 'RevisionOpened' ? entry.body.revision : null;
  if (current === revision) return { ...named('card', entry), card: proposalCard(view, id), living: id };
  return revision === null ? null : { ...named('card', entry), card: supersededCard(view, id, revision), living: null };
};

const named = <P extends 'card' | 'said' | `whisper-${number}`>(part: P, { seq, at }: Entry) => ({
  id: `${part}-${seq}` as const,
  at,
});

/** The digest between what was said before it fell due and what was said since, where this stretch holds that time. */
const withDigest = (
  said: readonly Message[],
  { digest, entries, earlier, later }: Told,
  person: PersonId,
): readonly Message[] => {
  if (digest === null) return said;
  const { week, dueAt, pages, alone } = digest;
  const [first, last] = [entries[0]?.at ?? dueAt, entries.at(-1)?.at ?? dueAt];
  if ((earlier && first > dueAt) || (later && last <= dueAt)) return said;
  const own = alone.get(person);
  const told: readonly Message[] = [
    ...pages.map((card, page) => ({ id: `digest-${week}-${page + 1}` as const, at: dueAt, card, living: null })),
    ...(own === undefined ? [] : [{ id: `whisper-digest-${week}` as const, at: dueAt, card: own, living: null }]),
  ];
  return [...said.filter(({ at }) => at <= dueAt), ...told, ...said.filter(({ at }) => at > dueAt)];
};

const renderDay = ({ id }: Message, words: string): Markup =>
  html`<li class="day" id="day-${id}" data-drawn="">${words}</li>`;

const renderMessage = (view: View, message: Message, own: readonly PrivateAnswer[], place: Place): Markup => {
  const { id, at, card, living } = message;
  const drawing = digestOf(card, ...own.map(({ id }) => id));
  return html`<li class="message" id="${id}" data-drawn="${drawing}" data-summary="${card.summary}">
    <p class="who">
      <span class="name">${playgroundWords.room.clerk}</span>
      <time datetime="${at}">${shortMoment(view, at)}</time>
      ${id.startsWith('whisper') && html`<span class="soft">${playgroundWords.room.onlyYou}</span>`}
    </p>
    <div class="anchor" ${living !== null && html` id="${living}"`}>
      ${renderCard(card, place, living === null ? 'slim' : 'full')}
    </div>
    ${own.map((answer) => renderAnswer(answer, place))}
  </li>`;
};
