import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english';
import type { Head } from './entry.js';

/**
 * What a member writes down to hold the host to the book: the sequence and 128 bits of its hash, as 32 hex digits or as
 * 12 words that can be read out over the telephone (rulings 4.3).
 */
export interface Witness {
  readonly seq: number;
  readonly hex: string;
  readonly words: string;
}

/** The witness of a head. The same head always has the same witness. */
export const witness = (head: Head): Witness => {
  const hex = head.hash.slice(0, hexDigits);
  return { seq: head.seq, hex, words: entropyToMnemonic(Buffer.from(hex, 'hex'), wordlist) };
};

/** Shows a witness on one line, as `matchesWitness` reads it: "1204 ripple tent …". */
export const witnessLine = ({ seq, words }: Witness): string => `${seq} ${words}`;

/**
 * Holds what somebody wrote down against the book. `text` is the sequence and then the 12 words or 32 hex digits, with
 * any white space, commas, colons or hyphens between, in either case. `entriesHashAt` gives the hash of the entry at a
 * sequence, or null where the book has none. "unreadable" says that the text is no witness (a misheard word fails its
 * checksum); it never counts for or against the book.
 */
export const matchesWitness = (
  text: string,
  entriesHashAt: (seq: number) => string | null,
): 'matches' | 'differs' | 'unreadable' => {
  const [first, ...rest] = text
    .trim()
    .toLowerCase()
    .split(/[\s,:;-]+/)
    .filter((part) => part !== '');
  const seq = first === undefined ? Number.NaN : Number(first.replace(/^#/, ''));
  if (!Number.isSafeInteger(seq) || seq < 1) return 'unreadable';
  const hex = hexOf(rest);
  if (hex === null) return 'unreadable';
  return entriesHashAt(seq)?.slice(0, hexDigits) === hex ? 'matches' : 'differs';
};

/** 128 bits. */
const hexDigits = 32;
const wordCount = 12;

const hexOf = (parts: readonly string[]): string | null => {
  const joined = parts.join('');
  if (/^[0-9a-f]{32}$/.test(joined)) return joined;
  if (parts.length !== wordCount) return null;
  try {
    return Buffer.from(mnemonicToEntropy(parts.join(' '), wordlist)).toString('hex');
  } catch {
    return null;
  }
};
