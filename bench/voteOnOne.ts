import { openBareStore, type Written } from './bareStore.js';
import type { Bench } from './bench.js';
import { openOffice } from './office.js';
import { interleaved, timed } from './pairs.js';

/**
 * The nine members of one alliance speak at the same time on one proposal, again and again. Ours: the clerk on its
 * store, from the order to the answer. Theirs: the rows that ours wrote, inserted bare, a transaction for each of the
 * clerk's commits. Votes a second of ours ÷ theirs.
 */
export const voteOnOne: Bench = {
  name: 'vote/one-alliance',
  method: 'the same with nine members on one proposal',
  measure: async (folder) => {
    const office = await openOffice(folder, 1);
    const bare = openBareStore(folder);
    bare.insert(office.added());
    let round = 0;
    let written: readonly Written[] = [];
    const pairs = await interleaved(
      async () => {
        const ms = await timed(async () => {
          for (let end = round + rounds; round < end; round += 1) {
            await Promise.all(members.map((person) => office.vote(office.codes[0] ?? '', person, round)));
          }
        });
        written = office.added();
        return ms;
      },
      () => timed(() => written.forEach((batch) => bare.insert([batch]))),
    );
    bare.close();
    await office.close();
    const votes = rounds * members.length;
    return [
      {
        bench: `vote/one-alliance@${members.length}`,
        value: { ratio: 1 / pairs.ratio },
        goal: { least: 0.5 },
        more: {
          votesASecond: (votes * 1_000) / pairs.oursMs,
          bareASecond: (votes * 1_000) / pairs.theirsMs,
          commitsARound: written.length / rounds,
        },
      },
    ];
  },
};

const members = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const rounds = 150;
