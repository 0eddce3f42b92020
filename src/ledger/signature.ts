import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
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

/** A head that is to be signed, with the private key for it: whoever makes it durable signs it (`signedHead`). */
export interface HeadToSign extends Head {
  readonly alliance: AllianceCode;
  readonly at: Instant;
  /** Ed25519; it may go from thread to thread, and is never written anywhere. */
  readonly key: KeyObject;
}

/** The head with its signature; as it is where it has one. */
export const signedHead = (head: SignedHead | HeadToSign): SignedHead => {
  if ('signature' in head) return head;
  const { key, ...unsigned } = head;
  return { ...unsigned, signature: sign(null, headBytes(head.alliance, head), key).toString('base64') };
};

/**
 * The bytes that a book's key signs: a domain label, then the alliance, the sequence and the hash, a line each, so that
 * a signature over a head can never pass for one over anything else (rulings 4.3).
 */
export const headBytes = (alliance: AllianceCode, head: Head): Uint8Array =>
  Buffer.from(`roundtable/head/1\n${alliance}\n${head.seq}\n${head.hash}\n`, 'utf8');

/**
 * The bytes that the key in force signs to hand over to the next one, right after `head`: whoever holds the new key
 * alone cannot write anew what stood before the handover (rulings 4.3).
 */
export const handoverBytes = (alliance: AllianceCode, head: Head, publicKeyBase64: string): Uint8Array =>
  Buffer.from(`roundtable/key/1\n${alliance}\n${head.seq}\n${head.hash}\n${publicKeyBase64}\n`, 'utf8');

/**
 * Whether the key signed this head. `publicKeyBase64` is Ed25519 in SPKI DER as the book holds it. False, never a throw,
 * for a key or a signature that cannot be read.
 */
export const verifyHead = (publicKeyBase64: string, head: SignedHead): boolean =>
  isSignedBy(publicKeyBase64, headBytes(head.alliance, head), head.signature);

/** Whether the key signed these bytes; `signature` in base64. False, never a throw, as above. */
export const isSignedBy = (publicKeyBase64: string, bytes: Uint8Array, signature: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKeyBase64, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, bytes, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};
