import { parentPort, workerData } from 'node:worker_threads';
import { codeOf } from './refused.js';
import { openTables, type OpenTables, type StorePorts } from './tables.js';
import type { Answer, Failure, Request } from './thread.js';

/** The far side of db/thread.ts: answers one request after another, in the order in which they were asked. */
const path = workerData as string;

const answer = (words: Answer): void => parentPort?.postMessage(words);

const failureOf = (thrown: unknown): Failure =>
  thrown instanceof Error
    ? { name: thrown.name, message: thrown.message, code: codeOf(thrown) || undefined }
    : { name: 'Error', message: String(thrown) };

const opened = (): OpenTables | null => {
  try {
    const tables = openTables(path);
    answer({ id: 0, answer: null });
    return tables;
  } catch (thrown) {
    answer({ id: 0, failure: failureOf(thrown) });
    parentPort?.close();
    return null;
  }
};

const tables = opened();

parentPort?.on('message', (request: Request) => {
  if (tables === null) return;
  if ('end' in request) {
    tables.close();
    parentPort?.close();
    return;
  }
  if ('carry' in request) {
    tables.carry();
    answer({ id: request.id, answer: null });
    return;
  }
  try {
    const given = request.given as Parameters<StorePorts[typeof request.port]>;
    answer({ id: request.id, answer: tables.call(request.port, given) });
  } catch (thrown) {
    answer({ id: request.id, failure: failureOf(thrown) });
  }
});
