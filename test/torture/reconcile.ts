import type { AllianceCode } from '../../src/alliance/names.js';
import { audit, type Book } from '../../src/ledger/auditor.js';
import type { SealedEntry } from '../../src/ledger/entry.js';
import { type Act, type Answer, causeOf } from './acts.js';

/** One act as its client saw it. */
export interface Invocation {
  readonly act: Act;
  readonly answer: Answer;
}

export interface Reconciled {
  readonly acknowledged: number;
  readonly refused: number;
  /** Acts without an answer that the books have, and that they do not have. */
  readonly unknownRecorded: number;
  readonly unknownAbsent: number;
  /** What must not be, a sentence each; empty when client and books agree. */
  readonly faults: readonly string[];
}

/**
 * Holds what the clients saw against what the books say: an acknowledged act stands there exactly once and exactly as
 * acknowledged, a refused one left nothing but a note, an unknown one stands there once or not at all, and nothing
 * stands there that nobody did. Each book is judged by the auditor besides.
 */
export const reconcile = (history: readonly Invocation[], books: ReadonlyMap<AllianceCode, Book>): Reconciled => {
  const entries = entriesByCause(books);
  const faults = [...books].flatMap(([code, book]) =>
    audit(book).findings.map(({ seq, law, says }) => `${code} ${seq} (${law}): ${says}`),
  );
  const known = new Set(history.map(({ act }) => `${act.alliance} ${causeOf(act)}`));
  for (const cause of entries.keys()) {
    if (cause.includes(' web:') && !known.has(cause)) faults.push(`${cause} stands in the book and nobody did it`);
  }
  const count = { acknowledged: 0, refused: 0, unknownRecorded: 0, unknownAbsent: 0 };
  for (const { act, answer } of history) {
    const recorded = entries.get(`${act.alliance} ${causeOf(act)}`) ?? [];
    const fault = faultIn(answer, recorded);
    if (fault !== null) faults.push(`${act.alliance} ${causeOf(act)}: ${fault}`);
    if (answer.kind === 'done') count.acknowledged += 1;
    else if (answer.kind === 'refused') count.refused += 1;
    else if (recorded.length > 0) count.unknownRecorded += 1;
    else count.unknownAbsent += 1;
  }
  return { ...count, faults };
};

/** What was wanted of an act stands in its first entry; what followed from it, such as an adoption, comes after. */
const faultIn = (answer: Answer, recorded: readonly SealedEntry[]): string | null => {
  const seqs = recorded.map(({ seq }) => seq);
  const acts = recorded.filter(({ kind }) => kind === 'PositionRecorded' || kind === 'ProposalTabled');
  if (acts.length > 1) return `it was done ${acts.length} times: entries ${seqs.join(', ')}`;
  switch (answer.kind) {
    case 'done':
      return answer.seqs.join() === seqs.join()
        ? null
        : `it was acknowledged as entries [${answer.seqs.join()}], the book has [${seqs.join()}]`;
    case 'refused': {
      const beyond = recorded.filter(({ kind }) => kind !== 'ObjectionAfterOutcome');
      return beyond.length === 0 ? null : `it was refused, yet the book has entries ${seqs.join(', ')}`;
    }
    case 'unknown':
      return recorded.every(({ part }, place) => part === place) ? null : `only a part of it was recorded`;
  }
};

const entriesByCause = (books: ReadonlyMap<AllianceCode, Book>): ReadonlyMap<string, readonly SealedEntry[]> => {
  const byCause = new Map<string, SealedEntry[]>();
  for (const [code, { entries }] of books) {
    for (const entry of entries) {
      const key = `${code} ${entry.cause}`;
      const present = byCause.get(key);
      if (present) present.push(entry);
      else byCause.set(key, [entry]);
    }
  }
  return byCause;
};
