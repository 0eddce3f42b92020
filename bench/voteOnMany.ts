import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBareStore, type Written } from './bareStore.js';
import type { Bench, Figure } from './bench.js';
import { type Office, openOffice } from './office.js';
import { interleaved, timed } from './pairs.js';

/**
 * Votes in 64 alliances with 1, 16 and 64 in flight. Ours: the clerk on its store, from the order to the answer, each
 * answered before the same voter goes on. Theirs: the rows that ours wrote, inserted bare into a second database on the
 * same disk, as many votes in a transaction as were in flight. Votes a second of ours ÷ theirs.
 */
export const voteOnMany: Bench = {
  name: 'vote/store',
  method: 'clerk path ÷ bare durable insert of the same rows, 64 alliances, at 1, 16 and 64 in flight',
  measure: async (folder) => {
    const figures: Figure[] = [];
    for (const { inFlight, votes } of sizes) {
      const place = join(folder, `many-${inFlight}`);
      mkdirSync(place);
      const office = await openOffice(place, alliances);
      const bare = openBareStore(place);
      bare.insert(office.added());
      let passed = 0;
      let written: readonly Written[] = [];
      const pairs = await interleaved(
        async () => {
          const ms = await timed(() => storm(office, inFlight, passed, votes));
          passed += votes;
          written = office.added();
          return ms;
        },
        () => timed(() => inGroups(written, inFlight).forEach(bare.insert)),
      );
      bare.close();
      await office.close();
      figures.push({
        bench: `vote/store@${inFlight}`,
        value: { ratio: 1 / pairs.ratio },
        goal: { least: 0.5 },
        more: { votesASecond: (votes * 1_000) / pairs.oursMs, bareASecond: (votes * 1_000) / pairs.theirsMs, votes },
      });
    }
    return figures;
  },
};

const alliances = 64;
const sizes = [
  { inFlight: 1, votes: 320 },
  { inFlight: 16, votes: 1_600 },
  { inFlight: 64, votes: 3_200 },
];

/** So many voters at once, each going round alliances of its own; nobody votes in the same alliance at the same time. */
const storm = async (office: Office, inFlight: number, passed: number, votes: number): Promise<void> => {
  let next = passed;
  const voter = async (): Promise<void> => {
    while (next < passed + votes) {
      const nth = next;
      next += 1;
      const round = Math.floor(nth / alliances);
      await office.vote(office.codes[nth % alliances] ?? '', 2 + (round % 7), Math.floor(round / 7));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, voter));
};

const inGroups = (batches: readonly Written[], size: number): readonly (readonly Written[])[] =>
  Array.from({ length: Math.ceil(batches.length / size) }, (_, n) => batches.slice(n * size, (n + 1) * size));
