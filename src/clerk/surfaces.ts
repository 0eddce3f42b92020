import type { Instant } from '../alliance/instant.js';
import type { Account, RoomAddress } from '../alliance/directory.js';
import type { Platform } from '../alliance/accountEvents.js';
import type { AllianceCode, PersonId, ProposalId } from '../alliance/names.js';
import type { Card } from '../cards/card.js';

/**
 * What the announcer needs of a platform. A surface does one call at a time as it is told; pacing, retries and what
 * becomes of a message that may not have arrived are the announcer's (rulings 5).
 */
export interface Surface {
  readonly platform: Platform;
  /** Posts a card in a room. */
  post(room: RoomAddress, card: Card): Promise<Sent>;
  /** Draws a card anew in place. */
  update(room: RoomAddress, reference: string, card: Card): Promise<Sent>;
  /** Posts a card to one person alone, in a conversation of their own. */
  whisper(account: Account, card: Card): Promise<Sent>;
  /** Says to one person, seen by the room, where a whisper cannot reach: a mention beside the card. */
  mention(room: RoomAddress, account: Account, card: Card): Promise<Sent>;
  /** A link to a message, where the platform has one. */
  permalink(room: RoomAddress, reference: string): Promise<string | null>;
}

/** What came of one call to a platform. */
export type Sent =
  | { readonly kind: 'shown'; readonly reference: string }
  /** Refused for now: nothing was done; again after so long (429 with Retry-After, a brief outage before sending). */
  | { readonly kind: 'later'; readonly afterMs: number; readonly whole: 'room' | 'workspace' }
  /** It may have been done: a time-out or a broken connection after the request had left. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Refused for good; `reason` is a key of the words that say how to mend it. */
  | { readonly kind: 'failed'; readonly reason: FailureReason };

export type FailureReason =
  | 'roomGone'
  | 'roomArchived'
  | 'botNotInRoom'
  | 'botRemoved'
  | 'messageGone'
  | 'personUnreachable'
  | 'tooLong'
  | 'notAllowed'
  | 'unexpected';

/** How one message of ours stands in one room or with one person (rulings 5). */
export interface Post {
  readonly alliance: AllianceCode;
  /** "room:3" or "person:7". */
  readonly to: `room:${number}` | PersonId;
  /** Living: "P-14/r2". Once: the announcement's or whisper's key. Unique together with `to`. */
  readonly key: string;
  readonly kind: 'living' | 'once';
  /** The entry that it tells of: once-messages are drawn from it, and rooms hear in this order. */
  readonly seq: number;
  readonly state: 'wanted' | 'sending' | 'shown' | 'unknown' | 'undeliverable' | 'dropped';
  readonly reference: string | null;
  /** Digest of the card that is shown, to see whether it must be drawn anew. */
  readonly digest: string | null;
  readonly reason: FailureReason | 'expired' | null;
  /** A living card whose subject has ended and which shows its end: never touched again. */
  readonly final: boolean;
  readonly at: Instant;
}

/** What is shown where. Disposable in the sense that the book never depends on it; kept so that nobody is told twice. */
export interface Posts {
  /** Posts of an alliance with which something is still to be done: living ones that are not final, once-messages that are wanted or sending. */
  openPosts(alliance: AllianceCode): Promise<readonly Post[]>;
  /** The post that a message on a platform is, or null: for stale twins and links (rulings 5). */
  postAt(room: RoomAddress, reference: string): Promise<Post | null>;
  /** Every post about one proposal, in any state: their keys begin with its number. */
  postsAbout(alliance: AllianceCode, proposal: ProposalId): Promise<readonly Post[]>;
  /** Writes posts, durably, each in the place of the one with the same `to` and `key`, and moves cursors with them. */
  keepPosts(alliance: AllianceCode, posts: readonly Post[], cursor?: number): Promise<void>;
  /** Up to which entry of the book messages were wanted already; 0 where nothing is kept. */
  cursor(alliance: AllianceCode): Promise<number>;
}
