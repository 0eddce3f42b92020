import { createPublicKey, verify } from 'node:crypto';
import type { Instant } from '../alliance/instant.js';
import type { AllianceCode } from '../alliance/names.js';
import type { Head } from './entry.js';

/** Head of a book with the signature over it by the book's key (rulings 4.3). */
export interface SignedHead extends Head {
  readonly alliance: AllianceCode;
  /** When it was signed: the receipt time of the last entry. */
  readonly at: Instant;
  /** Ed25519 over `headBytes`, base64. */
  readonly signature: string;
}

/**
 * The bytes that a book's key signs: a domain label, then the alliance, the sequence and the hash, a line each, so that
 * a signature over a head can never pass for one over anything else (rulings 4.3).
 */
export const headBytes = (alliance: AllianceCode, head: Head): Uint8Array =>
  Buffer.from(`roundtable/head/1\n${alliance}\n${head.seq}\n${head.hash}\n`, 'utf8');

/**
 * Whether the key signed this head. `publicKeyBase64` is Ed25519 in SPKI DER as the book holds it. False, never a throw,
 * for a key or a signature that cannot be read.
 */
export const verifyHead = (publicKeyBase64: string, head: SignedHead): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKeyBase64, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    const signature = Buffer.from(head.signature, 'base64');
    return verify(null, headBytes(head.alliance, head), key, signature);
  } catch {
    return false;
  }
};
