import type { Platform } from '../alliance/accountEvents.js';
import type { AllianceCode } from '../alliance/names.js';
import type { Agenda } from './agenda.js';
import { alarmsOn } from './alarms.js';
import type { Waits } from './alarms.js';
import type { AnnouncerPorts } from './announcer.js';
import { addressed } from './destinations.js';
import type { Digests } from './digests.js';
import { jobsOf } from './jobs.js';
import { livingCards } from './living.js';
import type { DrawLiving } from './living.js';
import { paceOf } from './pace.js';
import type { Pace } from './pace.js';
import { sendNext } from './sending.js';
import type { Destination } from './steps.js';
import type { Surface } from './surfaces.js';
import type { Turns } from './turns.js';

/** How one platform is called. */
export interface Outlet {
  readonly surface: Surface;
  readonly pace: Pace;
}

/** Brings each destination's posts to what the book says, one call after another there, and all of them side by side. */
export interface Deliveries {
  /** Starts on everything that is to be done for an alliance; returns without waiting for the platforms. */
  readonly serve: (agenda: Agenda) => Promise<void>;
  readonly outlet: (platform: Platform) => Outlet | null;
  /** Whether calls for this alliance, or for any, are under way. */
  readonly isBusy: (code?: AllianceCode) => boolean;
  /** Resolves when no call is under way for this alliance, or for any. */
  readonly idle: (code?: AllianceCode) => Promise<void>;
}

/** `again` is told which alliances need another look: something changed that other rooms show, or something broke. */
export const deliveryTo = (
  ports: AnnouncerPorts,
  { wait, isStopped }: Waits,
  {
    again,
    digests,
    turns,
  }: {
    readonly again: (code: AllianceCode, afterMs: number) => void;
    readonly digests: Digests;
    readonly turns: Turns;
  },
): Deliveries => {
  const outlets = outletsOf(ports);
  const jobs = jobsOf();
  const nowMs = (): number => ports.clock.monotonicMs();
  const alarms = alarmsOn(wait, nowMs);

  const begin = (agenda: Agenda, living: DrawLiving, destination: Destination): void => {
    const { alliance: code } = agenda;
    const outlet = outlets.get(destination.address.platform);
    if (outlet === undefined || isStopped()) return;
    const name = `${code} ${destination.to}`;
    const { clerk, directory } = ports;
    const desk = { clerk, directory, agenda, living, digests, nowMs, turn: turns.next };
    jobs.begin(name, {
      isOver: () => isStopped() || agenda.isBroken(),
      step: async () => {
        const done = await sendNext(ports, outlet, desk, destination);
        if (done.kind === 'rest') {
          alarms.set(name, done.untilMs, () => {
            if (agenda.isBroken()) again(code, 0);
            else begin(agenda, living, destination);
          });
        }
        if (done.kind === 'done' && done.spread) again(code, 0);
        return done.kind === 'done';
      },
      failed: (thrown) => {
        ports.report(thrown);
        again(code, failedMs);
      },
    });
  };

  return {
    serve: async (agenda) => {
      const { destinations, settled } = await addressed(ports.directory, agenda);
      await agenda.keep(settled);
      // Rooms that show the same share one drawing.
      const living = livingCards(ports.clerk, agenda.alliance);
      for (const destination of destinations) begin(agenda, living, destination);
    },
    outlet: (platform) => outlets.get(platform) ?? null,
    isBusy: (code) => jobs.isBusy(prefixOf(code)),
    idle: (code) => jobs.idle(prefixOf(code)),
  };
};

const prefixOf = (code: AllianceCode | undefined): string => (code === undefined ? '' : `${code} `);

/** After something broke inside. */
const failedMs = 5_000;

const outletsOf = ({ surfaces, pace }: AnnouncerPorts): ReadonlyMap<Platform, Outlet> =>
  new Map(
    surfaces.flatMap((surface): [Platform, Outlet][] => {
      const limits = pace[surface.platform];
      return limits === undefined ? [] : [[surface.platform, { surface, pace: paceOf(limits) }]];
    }),
  );
