import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { historyWords } from '../../src/cards/words/history.js';
import { textRefsIn } from '../../src/cards/view.js';
import { booksOn } from '../../src/clerk/books.js';
import { readEntry } from '../../src/ledger/entry.js';
import { temporaryPath, temporaryStore } from '../db/stores.js';

/** Every sentence of a record in which every kind of entry occurs. */
const sentences = async (): Promise<readonly (readonly [string, string])[]> => {
  const path = temporaryPath();
  copyFileSync(fileURLToPath(new URL('../db/old-6.db', import.meta.url)), path);
  const store = await temporaryStore(path);
  const books = await Promise.all(
    (await store.alliances()).map(async ({ code }) => {
      const { alliance } = await booksOn(store).open(code);
      const texts = await store.texts(code, [...textRefsIn(alliance)]);
      return (await store.read(code, 0, 1_000_000)).map(({ seq, at, event }) => {
        const entry = readEntry(event);
        if ('unknown' in entry) throw new Error(`${code} ${seq} is not known`);
        const view = { alliance, text: (ref: `text:${string}`) => texts.get(ref) ?? null, now: at };
        return [`${code} ${seq} ${entry.kind}`, historyWords(view, entry)] as const;
      });
    }),
  );
  return books.flat();
};

describe('what the record says of every kind of entry', () => {
  it('is a sentence: it begins with a capital or a number, ends once, counts right, and names nothing of ours', async () => {
    const said = await sentences();
    expect(said.length).toBeGreaterThan(500);
    const wrong = said.filter(
      ([, words]) =>
        !/^[\p{Lu}\d“]/u.test(words) ||
        !/[.!?…]”?$/u.test(words) ||
        /[.!?]”?\.|undefined|null|NaN|\[object|person:\d|text:[0-9a-f]|(?:^| )1 (?:item|paper|text|member|line|action|slip)s/u.test(
          words,
        ),
    );
    expect(wrong).toEqual([]);
  });
});
