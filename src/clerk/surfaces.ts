import type { Instant } from '../alliance/instant.js';
import type { Account, RoomAddress } from '../alliance/directory.js';
import type { Platform } from '../alliance/accountEvents.js';
import type { AllianceCode, MeetingId, PersonId, ProposalId, SeriesId } from '../alliance/names.js';
import type { Card } from '../cards/card.js';

/**
 * What the announcer needs of a platform. A surface does one call at a time as it is told; pacing, retries and what
 * becomes of a message that may not have arrived are the announcer's (rulings 5).
 */
export interface Surface {
  readonly platform: Platform;
  /** Posts a card in a room. */
  post(room: RoomAddress, card: Card): Promise<Sent>;
  /**
   * Gives a room the file of a card's invitation, with its words, in the thread of the message `beside` where that is
   * known. Only where the platform takes files of a bot.
   */
  share?(room: RoomAddress, card: Card, beside: string | null): Promise<Sent>;
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
  /**
   * Refused for now: nothing was done; again after so long (429 with Retry-After, a brief outage before sending). With
   * `few`, it is given up after a few calls, and only this message waits, and all that its room is to hear after it.
   */
  | { readonly kind: 'later'; readonly afterMs: number; readonly whole: 'room' | 'workspace'; readonly few?: true }
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
  /** The message on its platform, as far as we know of it. */
  readonly reference: string | null;
  /** Digest of the card that is shown, or that was refused, to see whether it must be drawn anew. */
  readonly digest: string | null;
  /** Why it could not be delivered or was dropped; `messageGone` stays with a card that was posted again. */
  readonly reason: FailureReason | DropReason | null;
  /** Calls in a row of which nobody knows what came of them. */
  readonly tries: number;
  /** Never touched again: a card that shows how its subject ended, a once-message with which nothing is left to do or to say. */
  readonly final: boolean;
  /** When it was wanted. */
  readonly at: Instant;
}

/** Too late to be news, not owed any more, or its room was released before it was sent. */
export type DropReason = 'expired' | 'notOwed' | 'roomReleased';

/** What is shown where. Disposable in the sense that the book never depends on it; kept so that nobody is told twice. */
export interface Posts {
  /** Posts of an alliance that are not final, in the order of the book. */
  openPosts(alliance: AllianceCode): Promise<readonly Post[]>;
  /** The post that a message in a bound room is, or null: for stale twins and links (rulings 5). */
  postAt(room: RoomAddress, reference: string): Promise<Post | null>;
  /** Every post about one subject, in any state, oldest first: their keys begin with its number. */
  postsAbout(alliance: AllianceCode, subject: ProposalId | MeetingId | SeriesId): Promise<readonly Post[]>;
  /**
   * What may not have arrived or could not be delivered, and is not sent again by itself; what is being sent is among it,
   * since the process may have died over it. The newest, at most so many.
   */
  undelivered(alliance: AllianceCode, most: number): Promise<readonly Post[]>;
  /** How many are still to be sent, now or again: neither given up nor being sent. */
  waiting(alliance: AllianceCode): Promise<number>;
  /** Adds the posts that are not there yet and gives them back; the cursor moves with them: all of it durable, or none. */
  wantPosts(alliance: AllianceCode, posts: readonly Post[], cursor: number): Promise<readonly Post[]>;
  /** Writes posts, durably, each in the place of the one with the same `to` and `key`. */
  keepPosts(posts: readonly Post[]): Promise<void>;
  /** Up to which entry of the book messages were wanted already; 0 where nothing is kept. */
  cursor(alliance: AllianceCode): Promise<number>;
  /** Up to when everybody was told of what was due; null where that was never noted. */
  told(): Promise<Instant | null>;
  /** Notes, durably, that everybody is told of what was due at or before this moment: their messages are wanted. */
  setTold(at: Instant): Promise<void>;
  /** The alliances with a bound room, a linked account or an open post: nobody else hears of anything. */
  followed(): Promise<readonly AllianceCode[]>;
}
