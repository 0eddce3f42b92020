import { describe, expect, it } from 'vitest';
import { keptWording } from '../../db/wording.js';
import type { TextRef } from '../../src/alliance/names.js';

const ref = (nth: number): TextRef => `text:${nth}`;

/** The words of a store in which every text is as long as this, and how often which of them was read. */
const reading = (wording: ReturnType<typeof keptWording>, length: number) => {
  const reads: TextRef[] = [];
  const words = (alliance: string, ...refs: readonly TextRef[]) =>
    wording.texts(alliance, refs, (unknown) => {
      reads.push(...unknown);
      return new Map(unknown.map((each) => [each, `${alliance} ${each} `.padEnd(length, '.')]));
    });
  return { reads, words };
};

describe('words that were read', () => {
  it('are not read again, and never taken for those of another alliance', () => {
    const { reads, words } = reading(keptWording(), 10);
    expect(words('PLY', ref(1), ref(2)).get(ref(1))).toMatch(/^PLY text:1/);
    expect(words('LWN', ref(1)).get(ref(1))).toMatch(/^LWN text:1/);
    expect(words('PLY', ref(2), ref(1), ref(3)).get(ref(2))).toMatch(/^PLY text:2/);
    expect(reads).toEqual([ref(1), ref(2), ref(1), ref(3)]);
  });

  it('are read again once any was removed', () => {
    const wording = keptWording();
    const { reads, words } = reading(wording, 10);
    words('PLY', ref(1));
    wording.forget();
    words('PLY', ref(1));
    expect(reads).toEqual([ref(1), ref(1)]);
  });

  it('are let go where they come to too many characters, and a long one is never kept', () => {
    const short = reading(keptWording(1_000, 400), 400);
    for (const nth of [1, 2, 3, 4]) short.words('PLY', ref(nth));
    short.words('PLY', ref(1));
    expect(short.reads).toEqual([1, 2, 3, 4, 1].map(ref));
    const long = reading(keptWording(1_000, 400), 401);
    long.words('PLY', ref(1));
    long.words('PLY', ref(1));
    expect(long.reads).toEqual([ref(1), ref(1)]);
  });
});
