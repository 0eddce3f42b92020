import { createHash } from 'node:crypto';
import type { TextRef } from './names.js';

/** A text that can be redacted, with the salt of its commitment (rulings 4.2). */
export interface SaltedText {
  readonly ref: TextRef;
  readonly text: string;
  /** 32 bytes in hex. */
  readonly salt: string;
}

/** Bytes of salt in each commitment (rulings 4.2). */
export const saltBytes = 32;

/** Commitment to a redactable text: SHA-256(salt ‖ text), 32 bytes of salt (rulings 4.2). */
export const textRef = (salt: Uint8Array, text: string): TextRef =>
  `text:${createHash('sha256').update(salt).update(text, 'utf8').digest('hex')}`;

/** Commits to texts one after another and keeps what the store needs to show them again. */
export interface TextSealer {
  /** Commits to one text with the next salt. Throws when the entropy has run out: the caller gave too little. */
  readonly seal: (text: string) => TextRef;
  /** Everything sealed so far, in order. */
  readonly texts: () => readonly SaltedText[];
}

/** Hands out the 32-byte salts of `entropy` in order, so that what is pure can still commit to texts. */
export const textSealer = (entropy: Uint8Array): TextSealer => {
  const sealed: SaltedText[] = [];
  return {
    seal: (text) => {
      const from = sealed.length * saltBytes;
      const salt = entropy.subarray(from, from + saltBytes);
      if (salt.length < saltBytes) {
        throw new RangeError(`entropy for ${sealed.length} texts was given and one more text was to be sealed`);
      }
      const ref = textRef(salt, text);
      sealed.push({ ref, text, salt: Buffer.from(salt).toString('hex') });
      return ref;
    },
    texts: () => sealed,
  };
};
