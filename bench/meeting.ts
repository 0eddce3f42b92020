import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyring } from '../db/keyring.js';
import { openThreadStore } from '../db/thread.js';
import type { Command } from '../src/alliance/commands.js';
import type { Instant } from '../src/alliance/instant.js';
import { plusMs } from '../src/alliance/instant.js';
import type { PersonId } from '../src/alliance/names.js';
import { markdown } from '../src/cards/documents/markdown.js';
import { minutesDocument } from '../src/cards/documents/minutes.js';
import type { ShowPress } from '../src/cards/press.js';
import { receiptCard } from '../src/cards/replies.js';
import { sentenceCase } from '../src/cards/words/general.js';
import { openClerk } from '../src/clerk/clerk.js';
import { drawn } from '../src/clerk/drawing.js';
import type { Clerk } from '../src/clerk/orders.js';
import { privateCard } from '../src/clerk/privateCard.js';
import { charterOfNine } from './alliances.js';
import type { Bench, Figure } from './bench.js';
import { interleaved, median, timed } from './pairs.js';

/**
 * A meeting of three hours with 40 items and 300 lines, from its first item to its circulated minutes, divided by one of
 * 4 items and 30 lines: what a line costs. With each line its receipt, with each item the card of the meeting, and the
 * minutes once on their card and once as a document. What costs the same however long it was is left out.
 */
export const longMeeting: Bench = {
  name: 'meeting',
  method: 'a line of a meeting with 40 items and 300 lines ÷ one of a meeting with 4 items and 30 lines',
  measure: async (folder): Promise<readonly Figure[]> => {
    const long: Costs[] = [];
    const short: Costs[] = [];
    let nth = 0;
    const held = async (size: Size, kept: Costs[]): Promise<number> => {
      nth += 1;
      const costs = await hold(join(folder, `meeting-${nth}`), size);
      kept.push(costs);
      return total(costs);
    };
    const pairs = await interleaved(
      () => held({ items: 40, lines: 300 }, long),
      () => held({ items: 4, lines: 30 }, short),
      pairsMeasured,
    );
    return [
      {
        bench: 'meeting/40-items-300-lines',
        value: { ratio: pairs.ratio },
        goal: { most: 1.5 },
        more: { lineMs: pairs.oursMs, shortLineMs: pairs.theirsMs, ...parts('long', long), ...parts('short', short) },
      },
    ];
  },
};

const pairsMeasured = 5;

interface Size {
  readonly items: number;
  readonly lines: number;
}

/** Milliseconds a line, by what they were spent on. */
interface Costs {
  readonly commands: number;
  readonly cards: number;
  readonly minutes: number;
}

const total = ({ commands, cards, minutes }: Costs): number => commands + cards + minutes;

const parts = (of: string, all: readonly Costs[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (['commands', 'cards', 'minutes'] as const).map((part) => [
      `${of}${sentenceCase(part)}Ms`,
      median(all.slice(1).map((costs) => costs[part])),
    ]),
  );

/** Holds one meeting in an alliance of its own. Calling it and putting its items on are set up and not measured. */
const hold = async (folder: string, { items, lines }: Size): Promise<Costs> => {
  const house = await openHouse(folder);
  const { clerk, orders } = house;
  await orders(chair, { kind: 'conveneMeeting', startsAt, endsAt: plusMs(startsAt, threeHoursMs) });
  const costs = { commands: 0, cards: 0, minutes: 0 };
  const spent = async (part: keyof Costs, act: () => Promise<unknown>): Promise<void> => {
    costs[part] += await timed(act);
  };
  const shows = (show: Omit<ShowPress, 'act' | 'alliance'>, by: PersonId) =>
    privateCard(clerk, { act: 'show', alliance, ...show }, by);
  for (let item = 1; item <= items; item += 1) {
    await spent('commands', () =>
      orders(chair, { kind: 'addItem', ...on, as: 'discussion', title: `Matter ${item} of the day`, text: words }),
    );
  }
  house.goTo(startsAt);
  await orders(chair, { kind: 'startMeeting', ...on });
  for (const person of everybody) await orders(person, { kind: 'recordAttendance', ...on, mode: 'room' });
  for (let line = 1; line <= lines; line += 1) {
    const item = Math.ceil((line * items) / lines);
    await spent('commands', () => orders(chair, { kind: 'takeNote', ...on, item, as: 'note', text: words }));
    if (line % Math.round(lines / items) === 1) await spent('cards', () => shows({ show: 'meeting', ...on }, chair));
  }
  await spent('commands', () => orders(chair, { kind: 'endMeeting', ...on }));
  await spent('minutes', () => orders(chair, { kind: 'circulateMinutes', ...on }));
  await spent('minutes', () => shows({ show: 'minutes', ...on }, chair));
  await spent('minutes', () => document(clerk));
  await house.close();
  return { commands: costs.commands / lines, cards: costs.cards / lines, minutes: costs.minutes / lines };
};

const alliance = 'LONG';
const chair: PersonId = 'person:1';
const everybody = Array.from({ length: 9 }, (_, n): PersonId => `person:${n + 1}`);
const on = { meeting: 'M-1' } as const;
const opening: Instant = '2026-03-04T09:00:00.000Z';
const startsAt: Instant = '2026-04-30T09:00:00.000Z';
const threeHoursMs = 3 * 3_600_000;
const words = 'Waiting times fell in March; the figures of the last quarter are to be looked at again in June.';

const document = async (clerk: Clerk): Promise<void> => {
  const text = await drawn(clerk, alliance, (view) => {
    const minutes = minutesDocument(view, 'M-1', 1, null, false);
    return minutes === null ? null : markdown(minutes);
  });
  if (text === null || !text.includes(words)) throw new Error('the minutes were not drawn');
};

interface House {
  readonly clerk: Clerk;
  /** Gives an order and draws its receipt, as a surface does. */
  readonly orders: (by: PersonId, command: Command) => Promise<void>;
  readonly goTo: (at: Instant) => void;
  readonly close: () => Promise<void>;
}

const openHouse = async (folder: string): Promise<House> => {
  mkdirSync(folder);
  const store = await openThreadStore(join(folder, 'meeting.db'));
  let now = opening;
  const clerk = openClerk({
    ledger: store,
    keyring: openKeyring({ folder: null }),
    directory: store,
    clock: { now: () => now, monotonicMs: () => Date.parse(now) },
    randomness: { bytes: (count) => randomBytes(count) },
    report: (thrown) => {
      throw thrown;
    },
  });
  await clerk.found(charterOfNine(alliance), { practice: true, via: 'cli' });
  let causes = 0;
  return {
    clerk,
    orders: async (by, command) => {
      causes += 1;
      const reply = await clerk.serve({ alliance, command, by, cause: `act-${causes}`, via: 'web' });
      if (reply.kind === 'refused') throw new Error(`${command.kind} was refused: ${JSON.stringify(reply.refusal)}`);
      const { entries, repeated } = reply;
      await drawn(clerk, alliance, (view) => receiptCard(view, { entries, repeated, command, by }));
    },
    goTo: (at) => {
      now = at;
    },
    close: async () => {
      await clerk.close();
      await store.close();
    },
  };
};
