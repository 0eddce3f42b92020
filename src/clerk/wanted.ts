import { createHash } from 'node:crypto';
import type { Alliance, Room } from '../alliance/alliance.js';
import { liveLinks } from '../alliance/accounts.js';
import { liveRooms } from '../alliance/rooms.js';
import type { ProposalId } from '../alliance/names.js';
import { announcement, whispers } from '../cards/announcements.js';
import type { Block, Card } from '../cards/card.js';
import { proposalCard, supersededCard } from '../cards/proposalCard.js';
import type { View } from '../cards/view.js';
import { deliveryWords } from '../cards/words/delivery.js';
import { canonical } from '../ledger/canonical.js';
import type { Entry } from '../ledger/entry.js';
import type { Post } from './surfaces.js';

/**
 * The posts that an entry asks for: a living card for each revision in every room bound before it, the once-messages of
 * its announcement, and whispers to single people (rulings 5). Nothing is posted that the book does not already say.
 */
export const postsWanted = (view: View, entry: Entry): readonly Post[] => {
  const rooms = liveRooms(view.alliance).filter(({ boundSeq }) => entry.seq > boundSeq);
  const key = livingKey(entry);
  const once = key === null ? announcement(view, entry) : null;
  return [
    ...(key === null ? [] : rooms.map((room) => wanted(view, entry, toRoom(room), key, 'living'))),
    ...(once === null ? [] : rooms.map((room) => wanted(view, entry, toRoom(room), once.key, 'once'))),
    ...whispers(view, entry)
      .filter(({ person }) => liveLinks(view.alliance, person).some(({ at }) => at <= entry.at))
      .map(({ person }, index) => wanted(view, entry, person, whisperKey(entry, index), 'once')),
  ];
};

/** The living card of a revision is itself the message that it was opened; so is that of a proposal that opens later. */
const livingKey = (entry: Entry): string | null => {
  if (entry.kind === 'RevisionOpened') return `${entry.body.proposal}/r${entry.body.revision}`;
  return entry.kind === 'ProposalTabled' ? `${entry.body.proposal}/r1` : null;
};

const wanted = (view: View, entry: Entry, to: Post['to'], key: string, kind: Post['kind']): Post => ({
  alliance: view.alliance.code,
  to,
  key,
  kind,
  seq: entry.seq,
  state: 'wanted',
  reference: null,
  digest: null,
  reason: null,
  tries: 0,
  final: false,
  at: view.now,
});

/** A person may get several whispers of one entry; the place in the list tells them apart. */
const whisperKey = (entry: Entry, index: number): string => `${entry.subject}/${entry.seq}/${index + 1}`;

/** The once-message that a post stands for, drawn from the entry that it tells of; null when it is not owed any more. */
export const onceCard = (view: View, entry: Entry, post: Post): Card | null => {
  const announced = announcement(view, entry);
  if (announced?.key === post.key) return announced.card;
  return whispers(view, entry).find((_, index) => whisperKey(entry, index) === post.key)?.card ?? null;
};

export const toRoom = ({ number }: Room): `room:${number}` => `room:${number}`;

/** A living card as it is to be shown now, and whether this is how it ends. */
export interface Living {
  readonly card: Card;
  readonly digest: string;
  readonly final: boolean;
}

/** The living card of a post; null where the book knows no such revision. `doubtful` posts about it are said on it. */
export const livingCard = (view: View, key: string, doubtful: readonly Post[]): Living | null => {
  const { id, revision } = partsOf(key);
  const proposal = view.alliance.proposals.get(id);
  if (proposal === undefined) return null;
  const superseded = proposal.current !== null && revision < proposal.current.number;
  const drawn = superseded ? supersededCard(view, id, revision) : proposalCard(view, id);
  const notes = superseded ? [] : deliveryWords(view, doubtful);
  const blocks: readonly Block[] = notes.map((text) => ({ kind: 'note', spans: [{ kind: 'plain', text }] }));
  const card = { ...drawn, blocks: [...drawn.blocks, ...blocks] };
  return { card, digest: digestOf(card), final: superseded || proposal.outcome !== null };
};

/** The proposal that a post is about, by the beginning of its key; null for messages about people and seats. */
export const proposalOf = ({ proposals }: Alliance, key: string): ProposalId | null => {
  const { id } = partsOf(key);
  return proposals.has(id) ? id : null;
};

const partsOf = (key: string): { readonly id: ProposalId; readonly revision: number } => {
  const [id = '', part = ''] = key.split('/');
  return { id: id as ProposalId, revision: Number(/^r(\d+)$/.exec(part)?.[1] ?? 0) };
};

const digestOf = (card: Card): string => createHash('sha256').update(canonical(card)).digest('hex').slice(0, 32);
