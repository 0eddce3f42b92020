import type { Alliance } from '../alliance/alliance.js';
import type { Command } from '../alliance/commands.js';
import type { Instant } from '../alliance/instant.js';
import type { Actor, AllianceCode, TextRef } from '../alliance/names.js';
import type { Refusal } from '../alliance/refusals.js';
import type { Entry, Head } from '../ledger/entry.js';
import type { CharterDocument } from '../alliance/charter.js';
import type { DueOfAlliance } from './ports.js';

/** One thing that somebody asks of the clerk. */
export interface Order {
  readonly alliance: AllianceCode;
  readonly command: Command;
  readonly by: Actor;
  /**
   * Names this one act (a click's trigger id, an activity id, a form's nonce), never person plus choice. The same
   * cause again gets the first answer and changes nothing (rulings 6).
   */
  readonly cause: string;
  readonly via: 'web' | 'slack' | 'teams' | 'cli' | 'clock';
  /** The bytes of the paper that an `addPaper` names: kept with its entry, or not at all. */
  readonly paper?: Uint8Array;
  /** The platform's own time of the act, where it gives one (rulings 1.3). */
  readonly occurredAt?: Instant;
}

/** The answer. `done` and `refused` are given only after everything they rest on is durable. */
export type Reply =
  | {
      readonly kind: 'done';
      readonly alliance: Alliance;
      /** What the order wrote, durable; empty when it was true already ("already recorded"). */
      readonly entries: readonly Entry[];
      /** The cause was seen before: this is its first answer again. */
      readonly repeated: boolean;
    }
  | { readonly kind: 'refused'; readonly alliance: Alliance | null; readonly refusal: Refusal };

/** What has fallen due of which people are told, and up to which moment that is all. */
export interface Passed {
  readonly at: Instant;
  readonly dues: readonly DueOfAlliance[];
  /** Alliances in which the clerk had, or still has, something to do: what their cards say may have changed with the hour. */
  readonly alliances: readonly AllianceCode[];
}

export interface Clerk {
  serve(order: Order): Promise<Reply>;
  /** Founds an alliance from a charter; refused when the code is taken. Operator only. */
  found(charter: CharterDocument, options: { readonly practice: boolean; readonly via: Order['via'] }): Promise<Reply>;
  /**
   * Gives the book a new signing key, which signs from this entry on. Operator only. Rejects, with nothing changed, when
   * the present key is not here or the keys are not kept in files.
   */
  rotateKey(alliance: AllianceCode): Promise<Reply>;
  /** The alliance as it stands; null when there is none. A read never writes (rulings 1.3). */
  view(alliance: AllianceCode): Promise<Alliance | null>;
  head(alliance: AllianceCode): Promise<Head>;
  texts(alliance: AllianceCode, refs: readonly TextRef[]): Promise<ReadonlyMap<TextRef, string>>;
  /** What people call the rooms of an alliance, by number, as far as that is known: never in the book, and erasable. */
  roomNames(alliance: AllianceCode): Promise<ReadonlyMap<number, string>>;
  /** The entries of one subject, oldest first, read on demand. */
  history(alliance: AllianceCode, subject: string): Promise<readonly Entry[]>;
  /** All entries after a sequence number, oldest first. */
  entries(alliance: AllianceCode, afterSeq: number, most: number): Promise<readonly Entry[]>;
  /**
   * Makes true what time makes true, in every alliance that has something due, and gives back of what somebody is to be
   * told (`Announcer.timePassed`). Idempotent; asks the store once.
   */
  tick(): Promise<Passed>;
  /** These surfaces are up: once a minute, and from the start on (rulings 1.4). */
  beat(surfaces: readonly string[]): Promise<void>;
  /** Calls back after entries of an alliance became durable; returns the way to stop. */
  watch(listener: (alliance: AllianceCode, head: Head) => void): () => void;
  now(): Instant;
  /** Waits for what is under way and accepts nothing more. */
  close(): Promise<void>;
}
