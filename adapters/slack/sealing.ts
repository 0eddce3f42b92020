import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key with the name under which it stands in front of what it sealed. */
export interface TokenKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** Seals texts at rest. The first key writes; every key reads, so that keys can be exchanged one after another. */
export interface Sealing {
  /** AES-256-GCM under a new nonce; bound to `to`, so that it opens for nothing else. */
  seal(text: string, to: string): string;
  /** Null for what was not sealed by any of the keys, or for something else. */
  open(sealed: string, to: string): string | null;
}

export const sealingWith = (keys: readonly [TokenKey, ...TokenKey[]]): Sealing => ({
  seal: (text, to) => {
    const [{ id, key }] = keys;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(to, 'utf8'));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [version, id, nonce, body, cipher.getAuthTag()]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join('.');
  },
  open: (sealed, to) => {
    const [made, id, nonce = '', body = '', tag = ''] = sealed.split('.');
    const found = keys.find((each) => each.id === id);
    if (made !== version || found === undefined) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'), {
        authTagLength: 16,
      });
      decipher.setAAD(Buffer.from(to, 'utf8'));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
});

const version = 's1';
