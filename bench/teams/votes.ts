import { join } from 'node:path';
import type { Bench } from '../bench.js';
import { interleaved, pairsMeasured, percentile } from '../pairs.js';
import { runProgram } from '../processes.js';
import { alliances, prepareGround, voters } from '../slack/ground.js';
import { bodyOf, storm } from './clicks.js';
import { accountOf } from './ground.js';
import { runBareBot, runStandin, settingsFor } from './processes.js';

/**
 * Votes by Action.Execute with the Bot Connector's token through the front door of the program itself, each answered with
 * the voter's card when it is durable. Theirs: the same clicks into a bare botbuilder handler that checks the same token
 * and only acknowledges. Votes a second of ours ÷ theirs.
 *
 * Theirs checks the token each time; ours not again within a minute (adapters/teams/goodTokens.ts), and so pays for deciding,
 * sealing and the card. Both get the same bytes, and as many as Teams sends (clicks.ts). Between them stand the commits:
 * each waits for one flush of the disk, six votes to a commit.
 */
export const votesInTeams: Bench = {
  name: 'vote/teams',
  method: 'votes with a token through the front door of the program ÷ a bare botbuilder handler, at 16 in flight',
  measure: async (folder) => {
    const file = join(folder, 'teams.db');
    const proposals = Math.ceil((votes * (pairsMeasured + 1) + warmUp) / (alliances * voters));
    const { codes } = await prepareGround(file, { proposals, cards: false, accountOf });
    const standin = await runStandin();
    const { token, service } = standin;
    const [program, bare] = await Promise.all([runProgram(file, settingsFor(standin)), runBareBot(standin)]);
    /** One vote after another goes to another alliance; then to the next person, then to the next proposal. */
    const bodyAt = (nth: number): string => {
      const alliance = nth % alliances;
      const person = 1 + (Math.floor(nth / alliances) % voters);
      const proposal = 1 + Math.floor(nth / (alliances * voters));
      return bodyOf({ code: codes[alliance] ?? '', alliance, person, proposal }, service);
    };
    const waits = { ours: [] as number[], bare: [] as number[] };
    let cast = 0;
    const run = async (url: string, noted: number[], many = votes): Promise<number> => {
      const bodies = Array.from({ length: many }, (_, nth) => bodyAt(cast + nth));
      const came = await storm({ url, token }, bodies, inFlight);
      noted.push(...came.waits);
      return came.ms;
    };
    await run(program.url, [], warmUp);
    await run(bare.url, [], warmUp);
    cast += warmUp;
    const pairs = await interleaved(
      async () => {
        const ms = await run(program.url, waits.ours);
        cast += votes;
        return ms;
      },
      () => run(bare.url, waits.bare),
    );
    await Promise.all([program.end(), bare.end()]);
    await standin.end();
    const more = {
      votesASecond: (votes * 1_000) / pairs.oursMs,
      bareASecond: (votes * 1_000) / pairs.theirsMs,
      p99Ms: percentile(waits.ours, 0.99),
      bareP99Ms: percentile(waits.bare, 0.99),
      votes,
    };
    return [{ bench: `vote/teams@${inFlight}`, value: { ratio: 1 / pairs.ratio }, goal: { least: 0.9 }, more }];
  },
};

const inFlight = 16;
const votes = 768;
/** As in Slack's: the engine compiles for the first ten thousand votes. */
const warmUp = 10_240;
