import type { Alliance } from '../alliance/alliance.js';
import { dues } from '../alliance/due.js';
import type { AllianceCode } from '../alliance/names.js';
import type { Head } from '../ledger/entry.js';
import type { Clerk } from './orders.js';
import type { Due, Ledger } from './ports.js';

export interface Mending {
  /** Resolves when every book was looked at. */
  readonly done: Promise<void>;
  /** Goes no further than the book in hand, and waits for that one. */
  stop(): Promise<void>;
}

/** What mending stands on. */
export interface MendingPorts {
  readonly clerk: Pick<Clerk, 'view' | 'head' | 'tick'>;
  readonly schedules: Pick<Ledger, 'alliances' | 'head' | 'scheduled'> & {
    /** Answers false, with nothing changed, when the book is not at this head any more. */
    replaceSchedule(alliance: AllianceCode, asOf: Head, dues: readonly Due[]): Promise<boolean>;
  };
  /** Told of each alliance whose schedule was written anew. */
  readonly mended: (alliance: AllianceCode) => void;
  readonly report: (thrown: unknown) => void;
}

/**
 * Holds the schedule of every book against the book itself, one after another, and writes anew what differs: a table
 * that was lost or altered would let deadlines pass in silence. Runs beside everything else and holds up nothing. What
 * became due unseen is then done at once.
 */
export const mendSchedules = (ports: MendingPorts): Mending => {
  let stopping = false;
  const run = async (): Promise<void> => {
    let mended = 0;
    for (const { code } of await ports.schedules.alliances()) {
      if (stopping) return;
      if (await mendOne(ports, code)) {
        mended += 1;
        ports.mended(code);
      }
    }
    if (mended > 0 && !stopping) await ports.clerk.tick();
  };
  const done = run().catch(ports.report);
  return {
    done,
    stop: () => {
      stopping = true;
      return done;
    },
  };
};

/** A book that moves meanwhile is looked at again; one that never rests is kept right by its own commits. */
const mendOne = async ({ clerk, schedules }: MendingPorts, code: AllianceCode): Promise<boolean> => {
  for (let tries = 0; tries < triesMost; tries += 1) {
    const head = await clerk.head(code);
    const alliance = await clerk.view(code);
    if (alliance === null || isScheduleOf(alliance, await schedules.scheduled(code))) return false;
    const now = await clerk.head(code);
    if (now.seq === head.seq && (await schedules.replaceSchedule(code, head, dues(alliance)))) return true;
  }
  return false;
};

const triesMost = 5;

/** Whether this is the schedule that the book asks for. Of a book that cannot be read to its end nothing is asked. */
export const isScheduleOf = (alliance: Alliance, scheduled: readonly Due[]): boolean => {
  if (alliance.unreadable !== null) return true;
  const asked = dues(alliance);
  return (
    asked.length === scheduled.length &&
    asked.every((due, place) => {
      const kept = scheduled[place];
      return (['key', 'subject', 'kind', 'to', 'dueAt'] as const).every((column) => kept?.[column] === due[column]);
    })
  );
};
