import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOfAccount } from '../../src/clerk/conversations.js';
import { integrityCheck } from '../../db/verify.js';
import type { Store } from '../../db/store.js';
import { bookOf, keep } from './books.js';
import { temporaryPath, temporaryStore, temporaryThreadStore } from './stores.js';

/** Every file beside the record, in which the words still stand. */
const standsIn = (path: string, words: string): readonly string[] =>
  readdirSync(dirname(path)).filter((name) => readFileSync(join(dirname(path), name)).includes(words));

const ways: readonly (readonly [string, (path: string) => Promise<Store>])[] = [
  ['on this thread', temporaryStore],
  ['writing on its own thread', temporaryThreadStore],
];

describe.each(ways)('erasing, %s', (_, open) => {
  it('leaves no byte of a redacted text or of its salt in any file, and the chain as it was', async () => {
    const path = temporaryPath();
    const [store, book] = [await open(path), await bookOf()];
    const secret = `Wrongly named: ${'Zephaniah Quillfeather '.repeat(300)}`;
    const batch = book.write({ names: ['Rowan Tregear', secret, 'Jory Hocking'] });
    await keep(store, batch);
    await keep(store, book.write());
    const [kept, gone] = batch.texts;
    expect(standsIn(path, 'Quillfeather')).not.toEqual([]);
    await store.redactTexts('PLY', [gone!.ref]);
    expect(standsIn(path, 'Quillfeather')).toEqual([]);
    expect(standsIn(path, gone!.salt)).toEqual([]);
    expect(await store.texts('PLY', [kept!.ref, gone!.ref])).toEqual(new Map([[kept!.ref, 'Rowan Tregear']]));
    expect(await integrityCheck(path)).toEqual([]);
    await keep(store, book.write());
  });

  it('says words that were removed no more, however often they were read before', async () => {
    const [store, book] = [await open(temporaryPath()), await bookOf()];
    const batch = book.write({ names: ['Rowan Tregear', 'Zephaniah Quillfeather'] });
    await keep(store, batch);
    const refs = batch.texts.map(({ ref }) => ref);
    const texts = new Map(batch.texts.map(({ ref, text }) => [ref, text]));
    expect(await store.texts('PLY', refs)).toEqual(texts);
    expect(await store.texts('PLY', refs)).toEqual(texts);
    expect((await store.texts('IPS', refs)).size).toBe(0);
    const gone = batch.texts.find(({ text }) => text.includes('Quillfeather'));
    await store.redactTexts('PLY', [gone!.ref]);
    texts.delete(gone!.ref);
    expect(await store.texts('PLY', refs)).toEqual(texts);
  });

  it('leaves no byte of the address of somebody who is forgotten', async () => {
    const path = temporaryPath();
    const [store, book] = [await open(path), await bookOf()];
    const account = { platform: 'slack', tenant: 'T0HARBOUR', user: 'U0QUILLFEATHER' } as const;
    await keep(store, { ...book.write(), directory: [{ kind: 'link', link: 1, person: 'person:7', account }] });
    await store.keepPeople('PLY', [{ person: 'person:7', email: 'zephaniah@example.org' }]);
    await store.keepConversation({ ...placeOfAccount(account), app: 'a', service: 's', conversation: 'a:zephaniah' });
    await store.forgetPerson('PLY', 'person:7');
    expect(standsIn(path, 'zephaniah')).toEqual([]);
    expect(standsIn(path, 'U0QUILLFEATHER')).toEqual([]);
  });
});
