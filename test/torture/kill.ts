import { randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { causeOf, send } from './acts.js';
import { readBooks, scheduleFaults } from './books.js';
import { type Program, recordOf, startProgram } from './program.js';
import { type Invocation, reconcile } from './reconcile.js';
import { prepareChamber, startStorm } from './storm.js';

/** What so many kills came to. */
export interface KillReport {
  readonly rounds: number;
  /** Kills while at least one request had been sent and was never answered. */
  readonly killsBetweenRequestAndAnswer: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** Acts that were cut off; of these, the ones that were durable already and the ones that were never recorded. */
  readonly unknown: number;
  readonly recordedUnanswered: number;
  readonly neverRecorded: number;
  readonly entries: number;
  readonly faults: readonly string[];
}

/**
 * Kills the real program again and again while clients speak without pause, each time within milliseconds of a request
 * whose answer is not there yet, and starts it again by nothing but its own command. After each start the clients send
 * what they got no answer to once more, and everything they ever saw is held against the books.
 */
export const killRounds = async (folder: string, rounds: number): Promise<KillReport> => {
  const run: Run = {
    folder,
    path: recordOf(folder),
    history: [],
    faults: [],
    cutOff: [],
    between: 0,
    unknown: 0,
    unanswered: 0,
  };
  let round = 0;
  // A kill between commit and answer is what this is about: more rounds are played when chance brought none.
  while (round < rounds || (run.unanswered === 0 && round < 2 * rounds)) {
    round += 1;
    await killOnce(run, round);
  }
  const program = await startProgram(folder);
  await settleCutOff(run, program);
  program.signal('SIGTERM');
  await program.ended;
  const books = await readBooks(run.path);
  const { acknowledged, refused, faults } = reconcile(run.history, books);
  return {
    rounds: round,
    killsBetweenRequestAndAnswer: run.between,
    acknowledged,
    refused,
    unknown: run.unknown,
    recordedUnanswered: run.unanswered,
    neverRecorded: run.unknown - run.unanswered,
    entries: [...books.values()].reduce((sum, { entries }) => sum + entries.length, 0),
    faults: [...run.faults, ...faults, ...scheduleFaults(books)],
  };
};

/** What the clients have seen so far. */
interface Run {
  readonly folder: string;
  readonly path: string;
  /** Acts with an answer. */
  readonly history: Invocation[];
  readonly faults: string[];
  /** Acts that the last kill cut off. */
  cutOff: readonly Invocation[];
  between: number;
  unknown: number;
  unanswered: number;
}

const killOnce = async (run: Run, round: number): Promise<void> => {
  const program = await startProgram(run.folder);
  await settleCutOff(run, program);
  const { chamber, history: tabled } = await prepareChamber(program, run.path);
  const storm = startStorm(program, chamber);
  await new Promise<void>((sent) => storm.onSent(randomInt(answersBeforeMost), sent));
  await pause(randomInt(delayMsMost));
  program.signal('SIGKILL');
  await storm.over;
  await program.ended;
  const seen = [...tabled, ...storm.history];
  run.cutOff = seen.filter(({ answer }) => answer.kind === 'unknown');
  run.history.push(...seen.filter(({ answer }) => answer.kind !== 'unknown'));
  // After the end, and before anything has tidied up.
  const books = await readBooks(run.path);
  const settled = reconcile([...run.history, ...run.cutOff], books);
  run.between += run.cutOff.length > 0 ? 1 : 0;
  run.unknown += run.cutOff.length;
  run.unanswered += settled.unknownRecorded;
  run.faults.push(...[...settled.faults, ...scheduleFaults(books)].map((fault) => `round ${round}: ${fault}`));
};

const answersBeforeMost = 120;
const delayMsMost = 8;

/**
 * Sends every act that was cut off once more, under its own name. What stands in the book already must get its first
 * answer again and add nothing (rulings 6).
 */
const settleCutOff = async (run: Run, program: Program): Promise<void> => {
  const agent = new Agent({ keepAlive: true });
  const books = await readBooks(run.path);
  for (const { act } of run.cutOff) {
    const cause = causeOf(act);
    const before = books.get(act.alliance)?.entries.filter((entry) => entry.cause === cause) ?? [];
    const answer = await send(program, agent, act, () => undefined);
    run.history.push({ act, answer });
    if (before.length === 0) continue;
    const seqs = before.map(({ seq }) => seq).join();
    // An objection after the outcome was refused and noted; that is its first answer (rulings 1.2).
    const isFirstAnswer = before.every(({ kind }) => kind === 'ObjectionAfterOutcome')
      ? answer.kind === 'refused' && answer.why === 'objectionAfterOutcome'
      : answer.kind === 'done' && answer.repeated && answer.seqs.join() === seqs;
    if (!isFirstAnswer) run.faults.push(`${cause} stands as [${seqs}], and again got ${JSON.stringify(answer)}`);
  }
  agent.destroy();
};
