import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/alliance/names.js';
import { audit } from '../../src/ledger/auditor.js';
import type { Book } from '../../src/ledger/auditor.js';
import type { SealedEntry } from '../../src/ledger/entry.js';
import { entryHash } from '../../src/ledger/entry.js';
import { handoverBytes } from '../../src/ledger/signature.js';
import type { Page } from './pages.js';
import { april, bound, charter, founding, honest, keys, page, signedHead } from './pages.js';

/** The laws found broken, with their places, without the words. */
const found = (book: Book): readonly string[] => audit(book).findings.map(({ seq, law }) => `${seq} ${law}`);

/** An entry with other text in it, and the hash that belongs to that text. */
const rewritten = (entry: SealedEntry, change: (event: string) => string): SealedEntry => {
  const event = change(entry.event);
  return { ...entry, event, hash: entryHash(event) };
};

const replaced = (book: Book, seq: number, change: (entry: SealedEntry) => SealedEntry): Book => ({
  ...book,
  entries: book.entries.map((entry) => (entry.seq === seq ? change(entry) : entry)),
});

const next = generateKeyPairSync('ed25519');

/** The entry by which an honest book goes on under the next key, as the holder of this key would hand it over. */
const rotation = (present: KeyObject, by: Actor = 'operator'): Page => {
  const head = bound(honest()).entries.at(-1)!;
  const publicKey = next.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const handover = sign(null, handoverBytes('PLY', head, publicKey), present).toString('base64');
  return page('KeyRotated', { publicKey, handover }, { by, at: april(3, '09:00') });
};

describe('the auditor, of an honest book', () => {
  it('finds nothing, and says what it looked at', () => {
    const { findings, checked } = audit(bound(honest()));
    expect(findings).toEqual([]);
    expect(checked).toEqual({ entries: 22, causes: 5, proposals: 1, positions: 3, adoptions: 1, otherOutcomes: 0 });
  });

  it('finds nothing in a book without entries', () => {
    expect(audit({ entries: [], signedHead: null }).findings).toEqual([]);
  });
});

describe('the auditor, of the record’s format', () => {
  const book = bound(honest());

  it('finds an entry that was altered after it was written', () => {
    const altered = replaced(book, 19, (entry) => ({ ...entry, event: entry.event.replace('"agree"', '"object"') }));
    expect(found(altered)).toContain('19 chain');
  });

  it('finds an entry that was altered together with its hash, by the entry that follows', () => {
    const altered = replaced(book, 19, (entry) =>
      rewritten(entry, (event) => event.replaceAll('person:1"', 'person:3"')),
    );
    expect(found(altered)).toContain('20 chain');
  });

  it('finds an entry that is missing from the middle', () => {
    const short = { ...book, entries: book.entries.filter(({ seq }) => seq !== 19) };
    expect(audit(short).findings).toContainEqual({
      seq: 20,
      law: 'chain',
      says: 'entry 19 is missing: the next one is 20',
    });
  });

  it('finds entries that are missing from the end', () => {
    const short = { ...book, entries: book.entries.slice(0, 20) };
    expect(audit(short).findings).toContainEqual({
      seq: 21,
      law: 'signature',
      says: 'entries 21 to 22 were signed and are missing from the end',
    });
  });

  it('finds entries that were added and not signed for', () => {
    const { entries } = bound(founding);
    expect(found({ entries: book.entries, signedHead: signedHead(entries) })).toEqual(['17 signature']);
  });

  it('finds a head that is signed by another key, and one that is not signed at all', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(found({ ...book, signedHead: signedHead(book.entries, other) })).toEqual(['22 signature']);
    expect(found({ ...book, signedHead: null })).toEqual(['22 signature']);
  });

  it('reads the key in force after a rotation', () => {
    const rotated = bound([...honest(), rotation(keys.privateKey)]);
    expect(found({ ...rotated, signedHead: signedHead(rotated.entries, next.privateKey) })).toEqual([]);
    expect(audit(rotated).findings).toEqual([
      { seq: 23, law: 'signature', says: 'the head is not signed by the key of this book' },
    ]);
  });

  it('finds a key that somebody without the key before put in its place', () => {
    const rotated = bound([...honest(), rotation(next.privateKey)]);
    expect(audit({ ...rotated, signedHead: signedHead(rotated.entries, next.privateKey) }).findings).toEqual([
      { seq: 23, law: 'signature', says: 'the key before did not hand over to this one' },
    ]);
  });

  it('finds that the holder of the new key alone wrote anew what stood before it', () => {
    const handover = rotation(keys.privateKey);
    const anew = bound([...honest().slice(0, -1), handover]);
    expect(found({ ...anew, signedHead: signedHead(anew.entries, next.privateKey) })).toContain('22 signature');
  });

  it('finds a key that was changed by somebody else than the operator', () => {
    const rotated = bound([...honest(), rotation(keys.privateKey, 'person:5')]);
    expect(found({ ...rotated, signedHead: signedHead(rotated.entries, next.privateKey) })).toEqual(['23 signature']);
  });

  it.each(['subject', 'kind', 'cause', 'part', 'at'] as const)(
    'finds a column %s that differs from its entry',
    (column) => {
      const altered = replaced(book, 19, (entry) => ({ ...entry, [column]: column === 'part' ? 7 : 'other' }));
      expect(found(altered)).toContain('19 columns');
    },
  );

  it('finds a cause that wrote the same part twice', () => {
    const pages = honest();
    const twice = [...pages, ...founding.slice(-1)];
    expect(found(bound(twice))).toContain('23 once');
  });

  it('finds a kind and a shape that this release does not know, and judges no further', () => {
    const unknown = rewritten(book.entries.at(-1)!, (event) => event.replace('"ProposalAdopted"', '"ProposalSung"'));
    const entries = [...book.entries.slice(0, -1), { ...unknown, kind: 'ProposalSung' }];
    expect(found({ entries, signedHead: signedHead(entries) })).toEqual(['22 readable']);
    const later = rewritten(book.entries.at(-1)!, (event) => event.replace('"v":1', '"v":2'));
    const shaped = [...book.entries.slice(0, -1), later];
    expect(found({ entries: shaped, signedHead: signedHead(shaped) })).toEqual(['22 readable']);
  });

  it('finds a body that has not the shape of its kind, and text that is no JSON, without failing', () => {
    const bodiless = replaced(book, 19, (entry) =>
      rewritten(entry, (event) => JSON.stringify({ ...JSON.parse(event), body: { proposal: 'P-1' } })),
    );
    expect(found(bodiless)).toContain('19 actor');
    expect(found(replaced(book, 19, (entry) => rewritten(entry, () => '{')))).toContain('19 readable');
    expect(found(replaced(book, 19, (entry) => rewritten(entry, () => 'null')))).toContain('19 readable');
  });
});

describe('the auditor, of founding and rules', () => {
  it('finds a book that does not begin with its founding', () => {
    expect(found(bound(honest().slice(1)))[0]).toBe('1 founding');
  });

  it('finds a book that is founded twice', () => {
    const again = page(
      'AllianceFounded',
      { code: 'PLY', name: 'Again', practice: false, publicKey: '' },
      { at: april(3, '09:00') },
    );
    expect(found(bound([...honest(), again]))).toContain('23 founding');
  });

  it('finds a founding that does not say whether it is practice', () => {
    const [first, ...rest] = honest();
    const { practice: _, ...body } = first!.fact.body as { practice: boolean };
    const silent = { ...first!, fact: { ...first!.fact, body } } as Page;
    expect(found(bound([silent, ...rest]))).toContain('1 founding');
  });

  it('finds a charter that no decision changed', () => {
    const body = { revision: 2, charter, under: 'PLY-2026-001' };
    const changed = page('CharterAdopted', body, { by: 'person:5', at: april(3, '09:00') });
    expect(found(bound([...honest(), changed]))).toEqual(['23 charter']);
  });

  it('finds seats and people that were changed by somebody without an office', () => {
    const left = page(
      'MemberLeft',
      { member: 'path', leftAt: april(3, '09:00') },
      { by: 'person:6', at: april(3, '09:00') },
    );
    expect(found(bound([...honest(), left]))).toEqual(['23 membership']);
  });
});
