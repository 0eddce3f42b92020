import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyring } from '../db/keyring.js';
import { openThreadStore } from '../db/thread.js';
import { plusMs } from '../src/alliance/instant.js';
import type { Instant } from '../src/alliance/instant.js';
import { openClerk } from '../src/clerk/clerk.js';
import type { Clerk } from '../src/clerk/orders.js';
import { charterOfNine, codeOf } from './alliances.js';
import type { Bench, Figure } from './bench.js';
import { interleaved, timed } from './pairs.js';

/**
 * One minute of the clock in a process with many alliances of 200 open proposals each, ten of which have a deadline to
 * declare, divided by the same minute where those ten are hosted alone.
 */
const tickAmong = (hosted: number): Bench => ({
  name: `tick/10-of-${hosted}`,
  method: `a tick with 10 deadlines among ${hosted} alliances of ${proposals} proposals ÷ the same 10 hosted alone`,
  measure: async (folder): Promise<readonly Figure[]> => {
    const many = await openHouse(join(folder, `of-${hosted}`), hosted);
    const alone = await openHouse(join(folder, `alone-${hosted}`), due);
    let nth = 0;
    const pairs = await interleaved(
      async () => {
        nth += 1;
        return timed(() => many.tick(nth));
      },
      () => timed(() => alone.tick(nth)),
      ticksMeasured,
    );
    await Promise.all([many.close(), alone.close()]);
    return [
      {
        bench: `tick/10-of-${hosted}`,
        value: { ratio: pairs.ratio },
        goal: { most: 1.5 },
        more: { tickMs: pairs.oursMs, aloneMs: pairs.theirsMs, proposals: hosted * proposals },
      },
    ];
  },
});

const proposals = 200;
const due = 10;
const opening: Instant = '2026-03-04T09:00:00.000Z';
const firstDeadline: Instant = '2026-03-10T15:00:00.000Z';
/** A tick takes milliseconds, so that a write-ahead log that is put away in one of them is many times as long as it. */
const ticksMeasured = 40;
/** Proposals of one alliance whose deadlines follow one another, one for each pair that is measured and the first. */
const staggered = ticksMeasured + 1;

interface House {
  /** The minute in which the nth deadline of each of the ten is declared. */
  readonly tick: (nth: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const openHouse = async (folder: string, hosted: number): Promise<House> => {
  mkdirSync(folder);
  const store = await openThreadStore(join(folder, 'tick.db'));
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
  const codes = Array.from({ length: hosted }, (_, n) => codeOf(n));
  await Promise.all(codes.map((code, n) => settle(clerk, code, n < due)));
  const goTo = async (at: Instant): Promise<void> => {
    now = at;
    await store.setTold(at);
  };
  await goTo(plusMs(firstDeadline, -60_000));
  await clerk.tick();
  return {
    tick: async (nth) => {
      await goTo(plusMs(firstDeadline, (nth - 1) * apartMs + 121_000));
      await declared(clerk);
    },
    close: async () => {
      await clerk.close();
      await store.close();
    },
  };
};

/** All within one working afternoon, and each past its time of grace before the next. */
const apartMs = 150_000;

const declared = async (clerk: Clerk): Promise<void> => {
  const { alliances } = await clerk.tick();
  if (alliances.length !== due) throw new Error(`${alliances.length} alliances had something due, not ${due}`);
};

const settle = async (clerk: Clerk, code: string, isDue: boolean): Promise<void> => {
  await clerk.found(charterOfNine(code), { practice: true, via: 'cli' });
  for (let nth = 1; nth <= proposals; nth += 1) {
    const deadline = isDue && nth <= staggered ? plusMs(firstDeadline, (nth - 1) * apartMs) : farDeadline;
    const reply = await clerk.serve({
      alliance: code,
      by: 'person:1',
      cause: `table-${nth}`,
      via: 'cli',
      command: {
        kind: 'tableProposal',
        class: 'routine',
        title: `Move session ${nth} to the new centre`,
        text: `Move session ${nth} to the new centre from 1 June.`,
        bestForPeople: 'People can walk there.',
        deadline,
      },
    });
    if (reply.kind === 'refused') throw new Error(`tabling was refused: ${JSON.stringify(reply.refusal)}`);
  }
};

const farDeadline: Instant = '2026-03-30T15:00:00.000Z';

export const tickOfHundred = tickAmong(100);
/** Takes some minutes to set up. */
export const tickOfThousand = tickAmong(1_000);
