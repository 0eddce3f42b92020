import type { KeyObject } from 'node:crypto';
import type { Account, DirectoryChange, RoomAddress } from '../alliance/directory.js';
import type { Due } from '../alliance/due.js';
import type { Instant } from '../alliance/instant.js';
import type { AllianceCode, PersonId, TextRef } from '../alliance/names.js';
import type { SaltedText } from '../alliance/texts.js';
import type { Document } from '../cards/documents/document.js';
import type { Head, SealedEntry } from '../ledger/entry.js';
import type { Feeds } from './feeds.js';
import type { Heartbeats } from './uptime.js';
import type { HeadToSign, SignedHead } from '../ledger/signature.js';

/** What the clerk needs from the world. Every port is small and asynchronous, so that other stores can stand behind it. */

export type { Account, Due, SaltedText, SignedHead };

/** What one alliance adds in one go; all of it becomes durable, or none. */
export interface Batch {
  readonly alliance: AllianceCode;
  /** The head on which it was decided. */
  readonly after: Head;
  /** At least one entry, in sequence. May hold several causes: orders decided on one another. */
  readonly entries: readonly SealedEntry[];
  readonly texts: readonly SaltedText[];
  /** Papers that its entries name by their hash; what is kept already stays as it is. */
  readonly papers: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  /** What changes in the erasable directory with these entries: rooms and linked accounts. */
  readonly directory: readonly DirectoryChange[];
  /** The whole future of each subject named here; earlier rows of that subject are replaced. */
  readonly schedule: ReadonlyMap<string, readonly Due[]>;
  /** Signed by the store, on its own thread where it has one: a signature costs two thirds as much as writing the vote. */
  readonly head: SignedHead | HeadToSign;
}

export type AppendResult =
  | { readonly kind: 'appended' }
  /** The book has moved past `after`: read on and decide again. */
  | { readonly kind: 'moved'; readonly head: Head }
  /** A cause of this batch stands in the book already: the entries it made then. Nothing was added. */
  | { readonly kind: 'seen'; readonly cause: string; readonly entries: readonly SealedEntry[] };

export interface AllianceLine {
  readonly code: AllianceCode;
  readonly name: string;
  readonly practice: boolean;
  readonly head: Head;
}

export interface Ledger {
  /**
   * Adds batches of different alliances in one durable transaction. Each gets its own answer, in order; one that is
   * `moved` or `seen` does not hold up the others. Rejects when nothing at all could be made durable (full disk, I/O error).
   */
  append(batches: readonly Batch[]): Promise<readonly AppendResult[]>;
  /** Entries after `afterSeq` in sequence, at most `most` of them. */
  read(alliance: AllianceCode, afterSeq: number, most: number): Promise<readonly SealedEntry[]>;
  /** All entries of one subject in sequence. */
  readSubject(alliance: AllianceCode, subject: string): Promise<readonly SealedEntry[]>;
  readCause(alliance: AllianceCode, cause: string): Promise<readonly SealedEntry[]>;
  head(alliance: AllianceCode): Promise<Head>;
  alliances(): Promise<readonly AllianceLine[]>;
  /** Texts by reference; a redacted or unknown one is absent from the answer. */
  texts(alliance: AllianceCode, refs: readonly TextRef[]): Promise<ReadonlyMap<TextRef, string>>;
  /**
   * What is due at or before the instant, earliest first, at most `most`: everything that the clerk has to do, and what
   * people are told of as far as they were not told yet (`Posts.setTold`).
   */
  due(at: Instant, most: number): Promise<readonly DueOfAlliance[]>;
  /** Everything scheduled for one alliance, earliest first. */
  scheduled(alliance: AllianceCode): Promise<readonly Due[]>;
  signedHead(alliance: AllianceCode): Promise<SignedHead | null>;
  /** Bounded note of somebody refused who must not grow the book. */
  noteAttempt(attempt: Attempt): Promise<void>;
  attempts(alliance: AllianceCode, most: number): Promise<readonly Attempt[]>;
}

export type DueOfAlliance = Due & { readonly alliance: AllianceCode };

export interface Attempt {
  readonly alliance: AllianceCode;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly why: string;
}

/** How one person is reached and recognised: never in the book, and erasable (rulings 4.2). */
export interface DirectoryLine {
  readonly person: PersonId;
  readonly email: string | null;
  /** Accounts that may act for the person: linked, and confirmed where that was needed; the one last used comes first. */
  readonly accounts: readonly Account[];
}

/** Whose account stands behind the number of a link in the book, confirmed or waiting for it. */
export interface LinkLine {
  readonly link: number;
  readonly person: PersonId;
  readonly account: Account;
  readonly confirmed: boolean;
}

/** What a person wants to be spared. */
export interface Preferences {
  /** No reminders before this moment. */
  readonly snoozedUntil: Instant | null;
  /** Local times of the alliance, "18:00" to "08:00", between which nothing unasked is sent. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

/** Where a bound room is, by its number in the book. */
export interface RoomLine {
  readonly room: number;
  readonly body: string;
  readonly address: RoomAddress;
  /** As people called it when it was bound; null where the platform did not tell. */
  readonly name: string | null;
}

/** Reading of, and addresses in, the erasable directory; links and rooms change with `Batch.directory`. */
export interface Directory {
  /** Keeps these addresses; each replaces what was kept of that person. */
  keepPeople(alliance: AllianceCode, lines: readonly Pick<DirectoryLine, 'person' | 'email'>[]): Promise<void>;
  people(alliance: AllianceCode): Promise<readonly DirectoryLine[]>;
  /** Who this account may act for, in each alliance that knows it. */
  personsOf(account: Account): Promise<readonly { readonly alliance: AllianceCode; readonly person: PersonId }[]>;
  /** All links that have not ended, by number. */
  links(alliance: AllianceCode): Promise<readonly LinkLine[]>;
  rooms(alliance: AllianceCode): Promise<readonly RoomLine[]>;
  /** Which room of which alliance this place is. */
  roomsAt(address: RoomAddress): Promise<readonly (RoomLine & { readonly alliance: AllianceCode })[]>;
  /** What the person wants to be spared; null where nothing is kept. */
  preferences(alliance: AllianceCode, person: PersonId): Promise<Preferences | null>;
  keepPreferences(alliance: AllianceCode, person: PersonId, preferences: Preferences): Promise<void>;
  /** Notes that the account was used now: messages go where the person was last. */
  noteUse(account: Account, at: Instant): Promise<void>;
  /** Forgets address, accounts and preferences of a person for good; the book keeps only the counted name. */
  forgetPerson(alliance: AllianceCode, person: PersonId): Promise<void>;
}

/** Holds the private keys of the books. */
export interface Keyring {
  /** Makes and keeps a key pair for a new book; returns the public key, SPKI DER in base64. */
  create(alliance: AllianceCode): Promise<string>;
  /**
   * Makes and keeps, durably, the key pair that is to follow the present one; it counts once the book names it (rulings
   * 4.3). Returns the public key. Throws when the present one is not here, or where keys cannot be kept.
   */
  prepare(alliance: AllianceCode, presentPublicKey: string): Promise<string>;
  /** Ed25519 signature in base64 by the key that the book names as its own; throws when that one is not here. */
  sign(alliance: AllianceCode, bytes: Uint8Array, publicKey: string): string;
  /** The private key itself, for a head that is signed as it is written; throws as `sign` does. */
  keyOf(alliance: AllianceCode, publicKey: string): KeyObject;
  /** Whether one of these keys of a book is here; null when no key of that alliance is, or none can be read. */
  holds(alliance: AllianceCode, publicKeys: readonly string[]): boolean | null;
}

/**
 * Paints a drawing of ours as PNG, three times as large as it is drawn, or as many times as is said. The same drawing
 * always gives the same picture. Rejects when it cannot be painted.
 */
export type Paint = (svg: string, timesLarger?: number) => Promise<Uint8Array>;

/**
 * Sets a document of ours as a file. The same document always gives the same bytes, whenever and wherever it is set.
 * Rejects when it cannot be set.
 */
export type Typeset = (document: Document) => Promise<Uint8Array>;

export interface Clock {
  /** The wall clock. */
  now(): Instant;
  /** Milliseconds of a clock that never jumps, for comparison with the wall clock. */
  monotonicMs(): number;
}

export interface Randomness {
  bytes(count: number): Uint8Array;
}

/** Everything that the clerk needs. */
export interface ClerkPorts {
  readonly ledger: Ledger;
  readonly keyring: Keyring;
  readonly directory: Pick<Directory, 'keepPeople' | 'preferences' | 'keepPreferences' | 'rooms'>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Where it is kept when surfaces were up; nothing is watched without. */
  readonly heartbeats?: Heartbeats;
  /** Where addresses of calendars are kept; nobody can have one without. */
  readonly feeds?: Feeds;
  /** Told of what went wrong inside; the person concerned has got a sentence. */
  readonly report: (thrown: unknown) => void;
}
