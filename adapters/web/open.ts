import { storeReadiness } from './health.js';
import { openLive } from './live.js';
import { tellChairs } from './notices.js';
import { baseOf, type Playground } from './playground.js';
import type { Paint } from '../../src/clerk/ports.js';
import type { Passed } from '../../src/clerk/orders.js';
import { openReadings } from '../../src/clerk/readings.js';
import { openPictures } from './pictures.js';
import { openPrivateAnswers } from './privateAnswers.js';
import { playgroundApp } from './routes.js';
import { listen } from './server.js';

export { movableClock } from './clock.js';
export { foundExamples } from './examples.js';

export interface OpenPlayground {
  /** Where a browser finds it, with the token. */
  readonly address: string;
  /** Tells chairs of what fell due, and lets open windows look again, since some words depend on the time. */
  timePassed(passed: Passed): Promise<void>;
  /** Takes no new request, ends the live streams, and gives requests under way so many milliseconds. */
  stop(graceMs: number): Promise<void>;
}

/** Serves the playground on loopback. Rejects with the system's error when the port cannot be had. */
export const openPlayground = async (
  reach: Omit<Playground, 'live' | 'answers' | 'pictures' | 'readings' | 'origin'> & { readonly paint: Paint },
  { port, packageRoot }: { readonly port: number; readonly packageRoot: URL },
): Promise<OpenPlayground> => {
  let stopping = false;
  let hosts: ReadonlySet<string> = new Set();
  const live = openLive(reach.clerk);
  const playground: Playground = {
    ...reach,
    live,
    answers: openPrivateAnswers(),
    pictures: openPictures(reach.paint),
    readings: openReadings(),
    origin: () => `http://${[...hosts][0] ?? ''}`,
  };
  const readiness = storeReadiness(
    () => reach.ledger.alliances(),
    () => stopping,
  );
  const app = playgroundApp(playground, { hosts: () => hosts, readiness, packageRoot });
  const server = await listen((request, bindings) => app.fetch(request, bindings), port);
  hosts = new Set([`127.0.0.1:${server.port}`, `localhost:${server.port}`]);
  return {
    address: `http://127.0.0.1:${server.port}${baseOf(playground)}/`,
    timePassed: async (passed) => {
      await tellChairs(playground, passed);
      live.clockMoved();
    },
    stop: async (graceMs) => {
      stopping = true;
      live.close();
      await server.stop(graceMs);
    },
  };
};
