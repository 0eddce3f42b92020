import { describe, expect, it } from 'vitest';
import type { Head } from '../../src/ledger/entry.js';
import { mendSchedules } from '../../src/clerk/schedules.js';
import type { MendingPorts } from '../../src/clerk/schedules.js';
import type { Scene } from '../cast.js';
import { agree, alliance } from '../cast.js';

/** Looks at every schedule, as a server does when it has started; answers whose was written anew. */
const mended = async (scene: Scene, more: Partial<MendingPorts['schedules']> = {}): Promise<readonly string[]> => {
  const told: string[] = [];
  const mending = mendSchedules({
    clerk: scene.clerk(),
    schedules: { ...scene.store, ...more },
    mended: (code) => told.push(code),
    report: (thrown) => {
      throw thrown;
    },
  });
  await mending.done;
  return told;
};

describe('a schedule that was lost or altered', () => {
  it('is written anew from the book, and one that is right is left alone', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('PATH', 'Share one front door');
    const right = await plymouth.store.scheduled('PLY');
    expect(right.length).toBeGreaterThan(3);
    expect(await mended(plymouth)).toEqual([]);

    const head = await plymouth.store.head('PLY');
    const [first, ...rest] = right;
    for (const wrong of [[], rest, [{ ...first!, dueAt: '2030-01-01T00:00:00.000Z' }, ...rest]]) {
      await plymouth.store.replaceSchedule('PLY', head, wrong);
      expect(await mended(plymouth)).toEqual(['PLY']);
      expect(await plymouth.store.scheduled('PLY')).toEqual(right);
    }
  });

  it('lets no deadline pass in silence: what became due unseen is done at once', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('PATH', 'Share one front door');
    await plymouth.store.replaceSchedule('PLY', await plymouth.store.head('PLY'), []);
    await plymouth.until('2026-05-01 09:00');
    expect((await plymouth.proposal('P-1')).status).toBe('open');
    await mended(plymouth);
    expect((await plymouth.proposal('P-1')).status).toBe('lapsed');
    expect(await plymouth.store.scheduled('PLY')).toEqual([]);
  });

  it('is never replaced by that of an older book: one that moves meanwhile is looked at again', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('PATH', 'Share one front door');
    await plymouth.store.replaceSchedule('PLY', await plymouth.store.head('PLY'), []);
    const heads: Head[] = [];
    const told = await mended(plymouth, {
      replaceSchedule: async (code, asOf, dues) => {
        if (heads.length === 0) await plymouth.allSay(agree('P-1'), { but: ['Harbour'] });
        heads.push(asOf);
        return plymouth.store.replaceSchedule(code, asOf, dues);
      },
    });
    expect(told).toEqual(['PLY']);
    expect(heads.map(({ seq }) => seq)).toEqual([heads[0]!.seq, heads[0]!.seq + 8]);
    await plymouth.says('Harbour', agree('P-1'));
    expect(await plymouth.store.scheduled('PLY')).toEqual([]);
  });

  it('of a second book waits for its turn, and not at all when the server stops', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('PATH', 'Share one front door');
    const told: string[] = [];
    const [line] = await plymouth.store.alliances();
    const mending = mendSchedules({
      clerk: plymouth.clerk(),
      schedules: { ...plymouth.store, alliances: async () => [line!, line!, line!], scheduled: async () => [] },
      mended: (code) => told.push(code),
      report: (thrown) => {
        throw thrown;
      },
    });
    await mending.stop();
    expect(told.length).toBeLessThan(2);
  });
});
