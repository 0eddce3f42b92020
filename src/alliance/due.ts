import type { Alliance } from './alliance.js';
import { duesOfActions } from './dues/actions.js';
import { duesOfMeetings } from './dues/meetings.js';
import { duesOfMembers } from './dues/members.js';
import { duesOfProposals } from './dues/proposals.js';
import { duesOfSeries } from './dues/series.js';
import type { Instant } from './instant.js';

/** A moment that matters to one subject: a deadline, a reminder step, a departure … */
export interface Due {
  readonly subject: string;
  /**
   * "opens", "considered", "deadline", "declare", "recount", "meeting", "leaves", or a noun and its step, as in
   * "reminder:oneWorkingDay".
   */
  readonly kind: string;
  /**
   * "clerk" where the alliance changes or views change their words at that moment (`passing.ts`). Anything else: somebody
   * is told of it, and the notices of the noun in `kind` say who and what (`cards/notices.ts`).
   */
  readonly to: string;
  readonly dueAt: Instant;
  /** Unique within the alliance; the same due always has the same key. An extended deadline makes new dues. */
  readonly key: string;
}

/** What one noun of the trade has to wait for. Each noun has a file of its own in `dues/`. */
export interface DuesOfNoun {
  /** Every subject of this noun that may wait for something. */
  readonly subjects: (alliance: Alliance) => Iterable<string>;
  /** All that a subject waits for as things stand, in any order; null where the subject is none of this noun's. */
  readonly duesOf: (alliance: Alliance, subject: string) => readonly Due[] | null;
  /** Subjects whose dues any entry may move, whatever that entry is about; they are compared each time, so few. */
  readonly always?: (alliance: Alliance) => Iterable<string>;
}

/** The registry: a noun that is added here is scheduled, listed by `roundtable due`, and woken at its moment. */
const nouns: readonly DuesOfNoun[] = [duesOfProposals, duesOfMembers, duesOfMeetings, duesOfSeries, duesOfActions];

/** Subjects that are compared after each entry. */
export const alwaysMoved = (alliance: Alliance): readonly string[] =>
  nouns.flatMap(({ always }) => (always === undefined ? [] : [...always(alliance)]));

/**
 * Every moment that one subject waits for as things stand, earliest first; what is past and still unmade is among them.
 * "clerk" dues are moments at which `LetTimePass` changes something or views change their words. A closed subject, and
 * one that is not known, waits for nothing.
 */
export const duesOf = (alliance: Alliance, subject: string): readonly Due[] => {
  const known = worked.get(alliance) ?? new Map<string, readonly Due[]>();
  worked.set(alliance, known);
  const before = known.get(subject);
  if (before !== undefined) return before;
  const found = nouns.map((noun) => noun.duesOf(alliance, subject)).find((each) => each !== null);
  const dues = inOrder(found ?? []);
  known.set(subject, dues);
  return dues;
};

/** What comes after one act stands before the next: each state is worked out once. */
const worked = new WeakMap<Alliance, Map<string, readonly Due[]>>();

/** Every due of the alliance, earliest first. Equal to what the schedule of its book holds. */
export const dues = (alliance: Alliance): readonly Due[] =>
  inOrder(nouns.flatMap((noun) => [...noun.subjects(alliance)].flatMap((subject) => duesOf(alliance, subject))));

/**
 * The dues, as they now are, of those subjects whose dues differ between two states of an alliance: what a schedule must
 * take in. Most positions move no due.
 */
export const movedDues = (
  before: Alliance,
  after: Alliance,
  subjects: Iterable<string>,
): ReadonlyMap<string, readonly Due[]> => {
  const moved = new Map<string, readonly Due[]>();
  for (const subject of subjects) {
    const now = duesOf(after, subject);
    if (!isSame(duesOf(before, subject), now)) moved.set(subject, now);
  }
  return moved;
};

/** When the clock next matters to this alliance, strictly after an instant; null when it does not. */
export const nextDue = (alliance: Alliance, after: Instant): Instant | null =>
  dues(alliance).find(({ dueAt }) => dueAt > after)?.dueAt ?? null;

/** The key names everything about a due but its moment. */
const isSame = (some: readonly Due[], others: readonly Due[]): boolean =>
  some.length === others.length &&
  others.every(({ key, dueAt }, place) => some[place]?.key === key && some[place].dueAt === dueAt);

const inOrder = (all: readonly Due[]): readonly Due[] =>
  [...all].sort((a, b) => (a.dueAt === b.dueAt ? (a.key < b.key ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1));
