import { setTimeout as pause } from 'node:timers/promises';
import { readBooks, scheduleFaults } from './books.js';
import { type Ending, recordOf, startProgram } from './program.js';
import { reconcile, type Reconciled } from './reconcile.js';
import { prepareChamber, startStorm } from './storm.js';

export interface StopReport extends Reconciled {
  readonly ending: Ending;
  /** From the signal to the end of the process. */
  readonly stopMs: number;
}

/** Asks the real program to stop while clients speak without pause, and holds what they saw against its books. */
export const stopInStorm = async (folder: string): Promise<StopReport> => {
  const program = await startProgram(folder);
  const { chamber, history } = await prepareChamber(program, recordOf(folder));
  const storm = startStorm(program, chamber);
  await new Promise<void>((sent) => storm.onSent(100, sent));
  await pause(1);
  const from = performance.now();
  program.signal('SIGTERM');
  const ending = await program.ended;
  const stopMs = performance.now() - from;
  await storm.over;
  const books = await readBooks(recordOf(folder));
  const reconciled = reconcile([...history, ...storm.history], books);
  return { ...reconciled, faults: [...reconciled.faults, ...scheduleFaults(books)], ending, stopMs };
};
