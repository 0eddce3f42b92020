import type { Alliance } from '../alliance/alliance.js';
import type { AllianceCode } from '../alliance/names.js';
import type { Head, SealedEntry } from '../ledger/entry.js';
import type { Books } from './books.js';
import { readAll } from './books.js';
import { outcomeOf } from './causes.js';
import type { Outcome, recentCauses } from './causes.js';
import type { Reading, watchClock } from './clockwatch.js';
import { fairOrder } from './fairOrder.js';
import type { Order, Reply } from './orders.js';
import { whyNotItsPaper } from './papers.js';
import type { AppendResult, Batch, ClerkPorts } from './ports.js';
import { sheetOn } from './sheet.js';
import type { Sheet } from './sheet.js';

/** An order and the person who waits for its answer. */
export interface Waiting {
  readonly order: Order;
  readonly answer: (reply: Reply) => void;
  /** How often it was decided on a book that had moved on. */
  readonly tries: number;
}

/**
 * One commit: works out the orders of each alliance one upon another, makes all of it durable at once, and answers.
 * Returns the orders to be decided again, since somebody else had written in their book meanwhile. A commit that fails
 * drops what was worked out and tells everyone so.
 */
export const commitOn = (
  ports: ClerkPorts,
  books: Books,
  clock: ReturnType<typeof watchClock>,
  causes: ReturnType<typeof recentCauses>,
  moved: (alliance: AllianceCode, head: Head) => void,
): ((batch: readonly Waiting[]) => Promise<readonly Waiting[]>) => {
  const desk = { ports, books, clock, causes, moved };
  return async (batch) => {
    const works = await Promise.all([...byAlliance(batch)].map(([code, waiting]) => workOut(desk, code, waiting)));
    const written: Worked[] = [];
    for (const worked of works) {
      if (worked === null) continue;
      if (worked.batch === null) await finish(desk, worked);
      else written.push(worked);
    }
    const results = await append(ports, written);
    const again = await Promise.all(written.map((worked, index) => take(desk, worked, results?.[index] ?? null)));
    return again.flat();
  };
};

/** An alliance's orders worked out together, waiting for the commit. */
interface Worked {
  readonly code: AllianceCode;
  readonly sheet: Sheet;
  readonly outcomes: readonly { readonly waiting: Waiting; readonly outcome: Outcome }[];
  /** Null when nothing is to be written. */
  readonly batch: Batch | null;
}

interface CommitDesk {
  readonly ports: ClerkPorts;
  readonly books: Books;
  readonly clock: ReturnType<typeof watchClock>;
  readonly causes: ReturnType<typeof recentCauses>;
  readonly moved: (alliance: AllianceCode, head: Head) => void;
}

const workOut = async (
  { ports, books, clock }: CommitDesk,
  code: AllianceCode,
  waiting: readonly Waiting[],
): Promise<Worked | null> => {
  try {
    const book = await books.open(code);
    if (book.head.seq === 0) {
      for (const { answer } of waiting) answer(refused({ why: 'noSuchAlliance', code }));
      return null;
    }
    const sheet = sheetOn(book, ports.randomness);
    const reading = clock.read(book.latest);
    const outcomes = fairOrder(waiting, book.alliance, reading.at).map((each) => ({
      waiting: each,
      outcome: outcomeOn(ports, sheet, each.order, reading),
    }));
    return { code, sheet, outcomes, batch: sheet.isBlank() ? null : sheet.batch(ports.keyring) };
  } catch (thrown) {
    ports.report(thrown);
    books.drop(code);
    for (const { answer } of waiting) answer(refused({ why: 'notRecordedTryAgain' }));
    return null;
  }
};

/** An order that the rules stumble over is a fault of ours; it must not take the others down with it. */
const outcomeOn = (ports: ClerkPorts, sheet: Sheet, order: Order, reading: Reading): Outcome => {
  try {
    const refusal = whyNotItsPaper(order);
    return refusal === null ? sheet.write(order, reading) : { refusal };
  } catch (thrown) {
    ports.report(thrown);
    return { refusal: { why: 'notRecordedTryAgain' } };
  }
};

const append = async (ports: ClerkPorts, written: readonly Worked[]): Promise<readonly AppendResult[] | null> => {
  if (written.length === 0) return [];
  try {
    return await ports.ledger.append(written.flatMap(({ batch }) => batch ?? []));
  } catch (thrown) {
    ports.report(thrown);
    return null;
  }
};

/** What became of one alliance's part of the commit; returns the orders to be decided again. */
const take = async (desk: CommitDesk, worked: Worked, result: AppendResult | null): Promise<readonly Waiting[]> => {
  const { code, sheet, outcomes } = worked;
  if (result?.kind === 'appended') {
    desk.books.keep(code, sheet.book());
    desk.moved(code, sheet.book().head);
    await finish(desk, worked);
    return [];
  }
  desk.books.drop(code);
  const again: Waiting[] = [];
  for (const { waiting } of outcomes) {
    if (result === null || waiting.tries >= triesMost) waiting.answer(refused({ why: 'notRecordedTryAgain' }));
    else if (result.kind === 'seen' && waiting.order.cause === result.cause)
      await repeat(desk, waiting, result.entries);
    else again.push({ ...waiting, tries: waiting.tries + 1 });
  }
  return again;
};

/** Tries of one order against a book that moves; each try reads what stands there now. */
const triesMost = 20;

const finish = async ({ ports, causes }: CommitDesk, { code, sheet, outcomes }: Worked): Promise<void> => {
  const answers = outcomes.map(async ({ waiting, outcome }) => {
    const first = wroteNothing(outcome) ? await firstOutcome(ports, waiting.order) : null;
    if (isAnswer(outcome)) causes.remember(code, waiting.order.cause, first ?? outcome);
    waiting.answer(replyOf(first ?? outcome, sheet.alliance(), first !== null));
  });
  await Promise.all(answers);
};

const wroteNothing = (outcome: Outcome): boolean => 'refusal' in outcome || outcome.entries.length === 0;

/**
 * An act sent again after a restart, when nothing is remembered, may have nothing left to write: its answer is what the
 * book says of its cause (rulings 6). The clock's own orders have no answer that matters.
 */
const firstOutcome = async (
  { ledger, report }: ClerkPorts,
  { alliance, cause, by }: Order,
): Promise<Outcome | null> => {
  if (by === 'clock') return null;
  try {
    const { known } = readAll(await ledger.readCause(alliance, cause));
    return known.length === 0 ? null : outcomeOf(known);
  } catch (thrown) {
    report(thrown);
    return null;
  }
};

/** The cause stands in the book already: its first answer again. */
const repeat = async (
  { books, causes, ports }: CommitDesk,
  { order, answer }: Waiting,
  entries: readonly SealedEntry[],
): Promise<void> => {
  try {
    const outcome = outcomeOf(readAll(entries).known);
    const { alliance } = await books.open(order.alliance);
    causes.remember(order.alliance, order.cause, outcome);
    answer(replyOf(outcome, alliance, true));
  } catch (thrown) {
    ports.report(thrown);
    answer(refused({ why: 'notRecordedTryAgain' }));
  }
};

/** "Try again" is no answer to keep. */
const isAnswer = (outcome: Outcome): boolean =>
  !('refusal' in outcome) || outcome.refusal.why !== 'notRecordedTryAgain';

export const refused = (refusal: Extract<Reply, { kind: 'refused' }>['refusal']): Reply => ({
  kind: 'refused',
  alliance: null,
  refusal,
});

export const replyOf = (outcome: Outcome, alliance: Alliance, repeated: boolean): Reply =>
  'refusal' in outcome
    ? { kind: 'refused', alliance, refusal: outcome.refusal }
    : { kind: 'done', alliance, entries: outcome.entries, repeated };

export const asRepeated = (reply: Reply): Reply => (reply.kind === 'done' ? { ...reply, repeated: true } : reply);

const byAlliance = (batch: readonly Waiting[]): ReadonlyMap<AllianceCode, readonly Waiting[]> => {
  const groups = new Map<AllianceCode, Waiting[]>();
  for (const waiting of batch) {
    const group = groups.get(waiting.order.alliance);
    if (group === undefined) groups.set(waiting.order.alliance, [waiting]);
    else group.push(waiting);
  }
  return groups;
};
