import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/clerk/ports.js';
import { agree, alliance } from '../cast.js';

/** A ledger whose appends are counted, and fail for as long as somebody says so. */
const watched = () => {
  const seen: number[] = [];
  const disk = { full: false, counting: false };
  const through = (ledger: Ledger): Ledger => ({
    ...ledger,
    append: async (batches) => {
      if (disk.full) throw new Error('database or disk is full');
      if (disk.counting) seen.push(batches.reduce((sum, { entries }) => sum + entries.length, 0));
      return ledger.append(batches);
    },
  });
  return { seen, disk, through };
};

describe('one commit', () => {
  it('is shared by nine votes at once on one proposal, and by the adoption that follows', async () => {
    const { seen, disk, through } = watched();
    const plymouth = await alliance('plymouth', { ledger: through });
    await plymouth.tables('PATH', 'Share one front door');
    disk.counting = true;
    const now = await plymouth.now();
    const votes = await Promise.all([...now.members.values()].map(async ({ name }) => plymouth.representativeOf(name)));
    const command = { kind: 'recordPosition', proposal: 'P-1', revision: 1, position: 'agree' } as const;
    const replies = await Promise.all(
      votes.map(({ person: by, member }) =>
        plymouth
          .clerk()
          .serve({ alliance: 'PLY', command: { ...command, member }, by, cause: `click-${by}`, via: 'web' }),
      ),
    );
    expect(replies.map(({ kind }) => kind)).toEqual(Array.from({ length: 9 }, () => 'done'));
    expect(seen).toEqual([10]);
    expect((await plymouth.card('P-1')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
  });

  it('leaves what it wrote beside the book: whoever follows reads there what the store would give', async () => {
    const reads: number[] = [];
    const through = (ledger: Ledger): Ledger => ({
      ...ledger,
      read: async (code, afterSeq, most) => {
        reads.push(afterSeq);
        return ledger.read(code, afterSeq, most);
      },
    });
    const plymouth = await alliance('plymouth', { ledger: through });
    await plymouth.tables('PATH', 'Share one front door');
    const clerk = plymouth.clerk();
    const before = await clerk.head('PLY');
    await plymouth.says('Harbour', agree('P-1'));
    await plymouth.says('BCHA', agree('P-1'));
    const whole = await clerk.entries('PLY', 0, 10_000);
    for (let place = before.seq - 2; place <= whole.length; place += 1) {
      for (const most of [1, 2, 500]) {
        expect(await clerk.entries('PLY', place, most)).toEqual(whole.slice(place, place + most));
      }
    }
    reads.length = 0;
    await clerk.entries('PLY', before.seq, 500);
    expect(reads).toEqual([]);
  });

  it('that fails records nothing and says so to all; the same act again is then recorded', async () => {
    const { disk, through } = watched();
    const plymouth = await alliance('plymouth', { ledger: through });
    await plymouth.tables('PATH', 'Share one front door');
    await plymouth.news();
    disk.full = true;
    const refused = await Promise.all([
      plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' }),
      plymouth.says('BCHA', agree('P-1'), { cause: 'click-8' }),
    ]);
    const sentences = [
      'Nothing was recorded, because the minute book could not be written just now.',
      'Please try again in a moment; if it happens again, tell the operator.',
    ];
    expect(refused.map(({ reads }) => reads)).toEqual([sentences, sentences]);
    expect(plymouth.faults.length).toBeGreaterThan(0);
    expect((await plymouth.card('P-1')).status).toBe('0 of 9 agreed, waiting for all 9 members');

    disk.full = false;
    expect(await plymouth.newKinds()).toEqual([]);
    const again = await plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' });
    expect(again.wrote).toEqual(['PositionRecorded']);
    expect(again.repeated).toBe(false);
    expect((await plymouth.card('P-1')).status).toMatch(/^1 of 9 agreed/);
  });
});
