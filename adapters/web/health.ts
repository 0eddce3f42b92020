import type { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { serverWords } from '../../src/cards/words/server.js';

/** Whether the server can serve now: null, or the reason why not. */
export type Readiness = () => Promise<string | null>;

/** `/healthz` says that the process runs; `/readyz` that it can also serve. */
export const healthRoutes = (app: Hono<{ Bindings: HttpBindings }>, readiness: Readiness): void => {
  app.get('/healthz', (visit) => visit.text(serverWords.alive));
  app.get('/readyz', async (visit) => {
    const reason = await readiness();
    return reason === null ? visit.text(serverWords.ready) : visit.text(reason, 503);
  });
};

/** Asks the store one small thing, and does not wait for ever: a store that is slow to answer is not ready. */
export const storeReadiness =
  (ask: () => Promise<unknown>, stopping: () => boolean): Readiness =>
  async () => {
    if (stopping()) return serverWords.stopping;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(serverWords.storeSilent), silentMs);
    });
    const answer = ask().then(
      () => null,
      () => serverWords.storeSilent,
    );
    return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
  };

const silentMs = 2_000;
