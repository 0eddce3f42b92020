import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headBytes, signedHead, verifyHead } from '../../src/ledger/signature.js';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const head = { seq: 42, hash: 'ab'.repeat(32) };
const signed = {
  alliance: 'PLY',
  ...head,
  at: '2026-04-02T09:00:00.000Z',
  signature: sign(null, headBytes('PLY', head), pair.privateKey).toString('base64'),
};

describe('the signature over the head of a book', () => {
  it('holds for the head that was signed, with the key of the book', () => {
    expect(verifyHead(publicKey, signed)).toBe(true);
  });

  it('is made with the key that a head brings along, which goes no further; one that is there stays', () => {
    const { signature: _made, ...unsigned } = signed;
    expect(signedHead({ ...unsigned, key: pair.privateKey })).toEqual(signed);
    expect(signedHead(signed)).toBe(signed);
  });

  it.each([
    ['another sequence', { ...signed, seq: 41 }],
    ['another hash', { ...signed, hash: 'cd'.repeat(32) }],
    ['another alliance', { ...signed, alliance: 'LWN' }],
    ['a signature that is no base64', { ...signed, signature: '!!' }],
    ['an empty signature', { ...signed, signature: '' }],
  ])('does not hold for %s', (_, forged) => {
    expect(verifyHead(publicKey, forged)).toBe(false);
  });

  it('does not hold with the key of another book, nor with a text that is no key', () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
    expect(verifyHead(other.toString('base64'), signed)).toBe(false);
    expect(verifyHead('not a key', signed)).toBe(false);
  });

  it('is over bytes that begin with their purpose, so that it passes for nothing else', () => {
    expect(Buffer.from(headBytes('PLY', head)).toString()).toBe(`roundtable/head/1\nPLY\n42\n${head.hash}\n`);
  });
});
