import { createHash } from 'node:crypto';

/** SHA-256 in small hex: of bytes as they are, of a text in UTF-8. */
export const sha256Of = (what: string | Uint8Array): string => createHash('sha256').update(what).digest('hex');
