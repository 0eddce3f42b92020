import type { Alliance } from '../alliance/alliance.js';
import { evolve, unfounded } from '../alliance/evolve.js';
import type { Instant } from '../alliance/instant.js';
import type { AllianceCode, PersonId } from '../alliance/names.js';
import { digestWeek, latestDigest } from '../alliance/weeks.js';
import type { DigestWeek, Week } from '../alliance/weeks.js';
import type { DigestView } from '../cards/digest/digest.js';
import type { UndeliveredMessage } from '../cards/digest/undelivered.js';
import type { Entry, Head } from '../ledger/entry.js';
import { emptyHead } from '../ledger/entry.js';
import { type Drawable, drawn } from './drawing.js';
import type { Clerk } from './orders.js';
import { isDoubtful } from './postStates.js';
import type { Post } from './surfaces.js';

type Reading = Drawable & Pick<Clerk, 'entries' | 'head'>;

/** For whom a digest is drawn, of which week, and what of it did not arrive. */
export interface Asked {
  /** A week whose digest fell due already is drawn as things stood then. Null: the latest digest, as things stand now. */
  readonly week: Week | null;
  readonly reader: PersonId | null;
  /** Posts of the alliance, of which those that failed in the week are told. */
  readonly posts: readonly Post[];
}

/** Draws from an alliance and its week. Null where there is no such alliance, or no digest in that week. Only reads. */
export const drawnWeekly = async <T>(
  clerk: Reading,
  code: AllianceCode,
  { week, reader, posts }: Asked,
  draw: (view: DigestView) => T | Promise<T>,
): Promise<T | null> => {
  const present = await clerk.view(code);
  if (present === null) return null;
  const now = clerk.now();
  const { calendar } = present.charter;
  const span = week === null ? latestDigest(calendar, now) : digestWeek(calendar, week);
  if (span === null) return null;
  const isPast = week !== null && span.dueAt <= now;
  const standing = isPast ? await asAt(clerk, code, span.dueAt) : await asNow(clerk, code, span, now);
  if (standing === null) return null;
  const { alliance, entries, head, at } = standing;
  const undelivered = undeliveredIn(posts, span, at);
  const source = {
    view: () => Promise.resolve(alliance),
    texts: clerk.texts.bind(clerk),
    roomNames: clerk.roomNames.bind(clerk),
    now: () => at,
  };
  return drawn(source, code, (view) =>
    draw({ ...view, week: span, entries: entries.filter((entry) => entry.at > span.since), head, undelivered, reader }),
  );
};

/** What a digest tells of messages: those wanted in its time that failed or may not have arrived. */
const undeliveredIn = (posts: readonly Post[], { since }: DigestWeek, at: Instant): readonly UndeliveredMessage[] =>
  posts
    .filter((post) => isDoubtful(post) && since <= post.at && post.at <= at)
    .map(({ to, key, state, reason }) => ({ to, key, state, reason }));

interface Standing {
  readonly alliance: Alliance;
  readonly entries: readonly Entry[];
  readonly head: Head;
  readonly at: Instant;
}

const pageEntries = 250;

const asNow = async (
  clerk: Reading,
  code: AllianceCode,
  { since }: DigestWeek,
  at: Instant,
): Promise<Standing | null> => {
  const [alliance, head] = await Promise.all([clerk.view(code), clerk.head(code)]);
  let entries: readonly Entry[] = [];
  for (let last = head.seq; last > 0; last -= pageEntries) {
    const after = Math.max(last - pageEntries, 0);
    const page = await clerk.entries(code, after, last - after);
    entries = [...page, ...entries];
    if ((page[0]?.at ?? '') <= since) break;
  }
  return alliance === null ? null : { alliance, entries, head, at };
};

/** The alliance as its book told it at a moment: read from the beginning, since the book is all that is kept. */
const asAt = async (clerk: Reading, code: AllianceCode, at: Instant): Promise<Standing | null> => {
  const entries: Entry[] = [];
  let next: Entry | undefined;
  for (let after = 0; next === undefined; after += pageEntries) {
    const page = await clerk.entries(code, after, pageEntries);
    entries.push(...page.filter((entry) => entry.at <= at));
    next = page.find((entry) => entry.at > at);
    if (page.length < pageEntries) break;
  }
  const last = entries.at(-1);
  if (last === undefined) return null;
  // What follows names the hash of what it follows on.
  const head = next === undefined ? await clerk.head(code) : { ...emptyHead, seq: last.seq, hash: next.prev };
  return { alliance: evolve(unfounded(code), entries), entries, head, at };
};
