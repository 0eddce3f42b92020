import { createHash } from 'node:crypto';
import type { Instant } from '../alliance/instant.js';
import type { AllianceCode } from '../alliance/names.js';

/**
 * The bytes that a book's key signs to make the code of a proposed link: nobody without the key can work the code out,
 * nothing of it is kept anywhere, and the operator can print it while the server runs (rulings 3.1).
 */
export const linkCodeBytes = (alliance: AllianceCode, link: number, proposedAt: Instant): Uint8Array =>
  Buffer.from(`roundtable/link-code/1\n${alliance}\n${link}\n${proposedAt}\n`, 'utf8');

/** The code as it is printed and typed, "7KQ4M-X2R9T": 50 bits of the signature, without letters that look alike. */
export const linkCodeOf = (signature: string): string => {
  const digest = createHash('sha256').update(signature).digest();
  const letters = [...digest.subarray(0, codeLetters)].map((byte) => alphabet[byte % alphabet.length]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
};

/** What somebody typed as a code, in the form in which it was printed. */
export const typedLinkCode = (typed: string): string => {
  const letters = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll(/[^0-9A-Z]/gu, '');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
};

/** How long a code can be used after the link was proposed. */
export const linkCodeDays = 7;

/** 32 signs, so that a byte falls on each equally often. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLetters = 10;
