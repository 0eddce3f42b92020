import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Figure } from '../bench.js';
import { interleaved, median, pairsMeasured, percentile } from '../pairs.js';
import { runProgram } from '../processes.js';
import type { Storm } from '../storm.js';
import { bodyOf, storm } from './clicks.js';
import { alliances, prepareGround, voters } from './ground.js';
import { runBareBolt, type RunningStandin, runStandin, settingsFor } from './processes.js';

/**
 * Votes by signed clicks through the front door of the program itself, each acknowledged when it is durable, with the
 * receipts that it sends; the stand-in for Slack in a process of its own. Theirs: the same clicks into a bare Bolt
 * handler that only acknowledges. Votes a second of ours ÷ theirs.
 */
export const votesInSlack: Bench = {
  name: 'vote/slack',
  method: 'votes through the signed front door of the program ÷ a bare Bolt handler, at 1, 16 and 64 in flight',
  measure: async (folder) => {
    const all = sizes.reduce((sum, { votes }) => sum + votes * (pairsMeasured + 1) + again.votes, warmUp.votes);
    const ours = await office(join(folder, 'slack.db'), all, false);
    const bare = await runBareBolt();
    await ours.votes(warmUp.votes, warmUp.inFlight);
    await storm(bare.url, ours.bodies(warmUp.votes), warmUp.inFlight);
    const figures: Figure[] = [];
    for (const { inFlight, votes, least, floor } of sizes) {
      await ours.votes(again.votes, inFlight);
      await storm(bare.url, ours.bodies(again.votes), inFlight);
      const waits = { ours: [] as number[], bare: [] as number[] };
      const pairs = await interleaved(
        async () => noted(waits.ours, await ours.votes(votes, inFlight)),
        async () => noted(waits.bare, await storm(bare.url, ours.bodies(votes), inFlight)),
      );
      const [p99, bareP99] = [percentile(waits.ours, 0.99), percentile(waits.bare, 0.99)];
      figures.push({
        bench: `vote/slack@${inFlight}`,
        value: { ratio: 1 / pairs.ratio },
        goal: { least },
        more: {
          ...(floor === undefined ? {} : { floor }),
          votesASecond: (votes * 1_000) / pairs.oursMs,
          bareASecond: (votes * 1_000) / pairs.theirsMs,
          p99Ms: p99,
          bareP99Ms: bareP99,
          receiptsMs: median(ours.receiptsMs().slice(-pairsMeasured)),
          votes,
        },
      });
      if (inFlight === 64) {
        const more = { p99Ms: p99, bareP99Ms: bareP99 };
        figures.push({ bench: 'vote/slack-p99@64', value: { ratio: p99 / bareP99 }, goal: { most: 1.5 }, more });
      }
    }
    await Promise.all([bare.end(), ours.end()]);
    return figures;
  },
};

/** The same votes with each proposal's card in a channel and kept up to date ÷ without any channel. */
export const votesWithUpdates: Bench = {
  name: 'vote/slack-updates',
  method: 'votes through the front door while cards are updated ÷ the same without a channel, at 64 in flight',
  measure: async (folder) => {
    const [inFlight, votes] = [64, 1_024];
    const all = votes * (pairsMeasured + 1) + warmUp.votes;
    const withCards = await office(join(folder, 'cards.db'), all, true);
    const without = await office(join(folder, 'none.db'), all, false);
    for (const each of [withCards, without]) await each.votes(warmUp.votes, warmUp.inFlight);
    const before = await withCards.standin.counts();
    const pairs = await interleaved(
      async () => (await withCards.votes(votes, inFlight)).ms,
      async () => (await without.votes(votes, inFlight)).ms,
    );
    const after = await withCards.standin.counts();
    const grown = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
    await Promise.all([withCards.end(), without.end()]);
    return [
      {
        bench: `vote/slack-updates@${inFlight}`,
        value: { ratio: 1 / pairs.ratio },
        goal: { least: 0.75 },
        more: {
          votesASecond: (votes * 1_000) / pairs.oursMs,
          updates: grown('chat.update'),
          refused: grown('chat.update ratelimited') + grown('chat.postMessage ratelimited'),
          votes,
        },
      },
    ];
  },
};

/**
 * Before anything is measured: a server runs for weeks, and its engine compiles for the first ten thousand votes, on cores
 * that the votes want too.
 */
const warmUp: { readonly votes: number; readonly inFlight: number } = { votes: 10_240, inFlight: 64 };

/** And for each size once more: a vote on its own is committed on another thread than many at once. */
const again = { votes: 2_048 };

const sizes: readonly { inFlight: number; votes: number; least: number; floor?: number }[] = [
  { inFlight: 1, votes: 192, least: 0.45 },
  { inFlight: 16, votes: 768, least: 0.65, floor: 0.6 },
  { inFlight: 64, votes: 1_536, least: 0.9, floor: 0.85 },
];

interface Office {
  readonly standin: RunningStandin;
  /** So many clicks as their bodies: ones that nobody made before, as long as there are any. */
  readonly bodies: (count: number) => readonly string[];
  /** Sends so many of them and then waits until every receipt is sent, so that nothing is left to do. */
  readonly votes: (count: number, inFlight: number) => Promise<Storm>;
  /** How long after the last acknowledgement of each run the last receipt was sent. */
  readonly receiptsMs: () => readonly number[];
  readonly end: () => Promise<void>;
}

/** The program on a record with enough proposals for so many votes. */
const office = async (file: string, votes: number, cards: boolean): Promise<Office> => {
  const proposals = Math.ceil(votes / (alliances * voters));
  const ground = await prepareGround(file, { proposals, cards });
  const standin = await runStandin(ground.shown);
  const program = await runProgram(file, settingsFor(standin));
  let nth = 0;
  const lags: number[] = [];
  /** One vote after another goes to another alliance; then to the next person, then to the next proposal. */
  const nextBody = (from: number): string => {
    const alliance = from % alliances;
    const person = 1 + (Math.floor(from / alliances) % voters);
    const proposal = 1 + Math.floor(from / (alliances * voters));
    const message = ground.messages[alliance]?.[proposal - 1];
    if (message === undefined) throw new Error('there is no such proposal to vote on');
    return bodyOf({ code: ground.codes[alliance] ?? '', alliance, person, proposal }, message);
  };
  const bodies = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) => nextBody((nth + n) % (proposals * alliances * voters)));
  return {
    standin,
    bodies,
    votes: async (count, inFlight) => {
      const wanted = nth + count;
      const clicks = bodies(count);
      nth = wanted;
      const came = await storm(program.url, clicks, inFlight);
      const acknowledged = performance.now();
      await receiptsSent(standin, wanted);
      lags.push(performance.now() - acknowledged);
      return came;
    },
    receiptsMs: () => lags,
    end: async () => {
      await program.end();
      await standin.end();
    },
  };
};

const receiptsSent = async (standin: RunningStandin, wanted: number): Promise<void> => {
  for (let tries = 1; ((await standin.counts())['chat.postEphemeral'] ?? 0) < wanted; tries += 1) {
    if (tries > 1_000) throw new Error('receipts are missing');
    await pause(20);
  }
};

const noted = (waits: number[], { ms, waits: more }: Storm): number => {
  waits.push(...more);
  return ms;
};
