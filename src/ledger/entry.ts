import { hash } from 'node:crypto';
import type { EventBodies, EventKind, Fact } from '../alliance/events.js';
import { shapeVersions } from '../alliance/events.js';
import type { Instant } from '../alliance/instant.js';
import type { Actor, AllianceCode, MemberId } from '../alliance/names.js';
import { canonical } from './canonical.js';

export { textRef } from '../alliance/texts.js';

/** One line of the minute book, as it stands in the JSON that is hashed (rulings 4.1). */
export interface EntryOf<K extends string, B> {
  readonly alliance: AllianceCode;
  /** 1, 2, 3 … without gaps. The book's sequence decides, never a clock (rulings 1.1). */
  readonly seq: number;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string;
  readonly subject: string;
  readonly kind: K;
  /** Shape version of the body. */
  readonly v: number;
  /** Version of the engine's rules that decided it. */
  readonly rules: number;
  /** Receipt by our clock. */
  readonly at: Instant;
  /** When the platform says that it happened (rulings 1.3). */
  readonly occurredAt: Instant;
  readonly by: Actor;
  readonly for?: MemberId;
  /** The surface it came through: "web", "slack", "teams", "cli", "clock". */
  readonly via: string;
  /** Idempotency key of the order; with `part` unique within the alliance. */
  readonly cause: string;
  readonly part: number;
  readonly body: B;
}

/** An entry of a kind and shape that this release knows. */
export type Entry = { [K in EventKind]: EntryOf<K, EventBodies[K]> }[EventKind];

/** An entry as stored: its canonical JSON text and the hash over exactly that text. */
export interface SealedEntry {
  readonly alliance: AllianceCode;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly subject: string;
  readonly kind: string;
  readonly cause: string;
  readonly part: number;
  readonly at: Instant;
  /** Canonical JSON of the whole entry: the bytes that are hashed. */
  readonly event: string;
}

/** The last entry of a book. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Version of the rules of this engine, written into each entry. */
export const rulesVersion = 1;

export const emptyHead: Head = { seq: 0, hash: '0'.repeat(64) };

/** Hash of an entry: SHA-256 over a domain label and the stored text (rulings 4.1). */
export const entryHash = (event: string): string => hash('sha256', `roundtable/entry/1\n${event}`, 'hex');

/** Closes facts into the book: numbers, chains and hashes them in the order given. */
export const seal = (
  alliance: AllianceCode,
  head: Head,
  facts: readonly Fact[],
  order: { readonly via: string; readonly cause: string },
): readonly SealedEntry[] => {
  let { seq, hash: prev } = head;
  return facts.map((fact, part) => {
    seq += 1;
    const entry = entryOf({ alliance, seq, prev, part }, fact, order);
    const event = canonical(entry);
    const digest = entryHash(event);
    const sealed: SealedEntry = {
      alliance,
      seq,
      prev,
      hash: digest,
      subject: fact.subject,
      kind: fact.kind,
      cause: order.cause,
      part,
      at: fact.at,
      event,
    };
    prev = digest;
    return sealed;
  });
};

/** A fact as the entry at this place of the book: what is sealed, and the same as reading the sealed text again. */
export const entryOf = (
  { alliance, seq, prev, part }: Pick<SealedEntry, 'alliance' | 'seq' | 'prev' | 'part'>,
  fact: Fact,
  { via, cause }: { readonly via: string; readonly cause: string },
): Entry => {
  const { subject, kind, at, occurredAt, by, body } = fact;
  const whom = fact.for === undefined ? {} : { for: fact.for };
  const v = shapeVersions[kind];
  return {
    ...{ alliance, seq, prev, subject, kind, v, rules: rulesVersion, at, occurredAt, by, ...whom, via, cause, part },
    body,
  } as Entry;
};

/** Reads a stored entry; null when its kind or shape is not known here (rulings 4.1). Throws on text that is no JSON. */
export const readEntry = (event: string): Entry | { readonly unknown: EntryOf<string, unknown> } => {
  const entry = JSON.parse(event) as EntryOf<string, unknown>;
  const known = Object.hasOwn(shapeVersions, entry.kind) && shapeVersions[entry.kind as EventKind] === entry.v;
  return known ? (entry as Entry) : { unknown: entry };
};

/** The first place where the chain of one book does not hold, or null. Entries in order of sequence. */
export const firstBreak = (
  entries: Iterable<SealedEntry>,
  from: Head = emptyHead,
): { readonly seq: number; readonly what: string } | null => {
  let { seq, hash: prev } = from;
  for (const sealed of entries) {
    seq += 1;
    if (sealed.seq !== seq) return { seq, what: `entry ${seq} is missing` };
    if (sealed.prev !== prev) return { seq, what: `entry ${seq} does not follow entry ${seq - 1}` };
    if (entryHash(sealed.event) !== sealed.hash) return { seq, what: `entry ${seq} was altered after it was written` };
    const entry = JSON.parse(sealed.event) as Record<string, unknown>;
    for (const column of ['alliance', 'seq', 'prev', 'subject', 'kind', 'cause', 'part', 'at'] as const) {
      if (entry[column] !== sealed[column])
        return { seq, what: `entry ${seq}: column ${column} differs from the entry` };
    }
    prev = sealed.hash;
  }
  return null;
};
