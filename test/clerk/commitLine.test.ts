import { describe, expect, it } from 'vitest';
import type { Waiting } from '../../src/clerk/commit.js';
import { commitLine } from '../../src/clerk/commitLine.js';
import type { Order, Reply } from '../../src/clerk/orders.js';

const order = (alliance: string, n: number): Order => ({
  alliance,
  command: { kind: 'letTimePass' },
  by: 'clock',
  cause: `${alliance}-${n}`,
  via: 'clock',
});

const done = { kind: 'refused', alliance: null, refusal: { why: 'notRecordedTryAgain' } } satisfies Reply;

/** A disk that answers when it is told to. */
const slowDisk = () => {
  const commits: { readonly causes: readonly string[]; readonly finish: () => void; readonly fail: () => void }[] = [];
  const waiting: (() => void)[] = [];
  const commit = (batch: readonly Waiting[]): Promise<readonly Waiting[]> =>
    new Promise((resolve, reject) => {
      commits.push({
        causes: batch.map(({ order: { cause } }) => cause),
        finish: () => {
          for (const { answer } of batch) answer(done);
          resolve([]);
        },
        fail: () => reject(new Error('the disk is gone')),
      });
      waiting.splice(0).forEach((call) => call());
    });
  const arrived = async (count: number): Promise<void> => {
    while (commits.length < count) await new Promise<void>((call) => waiting.push(call));
  };
  return { commits, commit, arrived };
};

const noReport = (thrown: unknown): void => {
  throw thrown;
};

describe('the line before the commits', () => {
  it('keeps nine orders of one alliance together, in their order', async () => {
    const { commits, commit, arrived } = slowDisk();
    const line = commitLine(commit, noReport);
    const answers = Array.from({ length: 9 }, (_, n) => line.join(order('PLY', n)));
    await arrived(1);
    expect(commits[0]?.causes).toEqual(Array.from({ length: 9 }, (_, n) => `PLY-${n}`));
    commits[0]?.finish();
    await Promise.all(answers);
  });

  it('works out the second half of many alliances while the first is on its way to the disk', async () => {
    const { commits, commit, arrived } = slowDisk();
    const line = commitLine(commit, noReport);
    const answers = Array.from({ length: 40 }, (_, n) => line.join(order(`A${n}`, 0)));
    await arrived(2);
    expect(commits.map(({ causes }) => causes.length)).toEqual([20, 10]);
    commits.forEach(({ finish }) => finish());
    await arrived(4);
    commits.slice(2).forEach(({ finish }) => finish());
    await Promise.all(answers);
    expect(new Set(commits.flatMap(({ causes }) => causes)).size).toBe(40);
  });

  it('lets no book into two commits at once', async () => {
    const { commits, commit, arrived } = slowDisk();
    const line = commitLine(commit, noReport);
    const first = line.join(order('PLY', 1));
    await arrived(1);
    const second = line.join(order('PLY', 2));
    const other = line.join(order('LWN', 1));
    await arrived(2);
    expect(commits.map(({ causes }) => causes)).toEqual([['PLY-1'], ['LWN-1']]);
    expect(line.length()).toBe(1);
    commits.forEach(({ finish }) => finish());
    await arrived(3);
    expect(commits[2]?.causes).toEqual(['PLY-2']);
    commits[2]?.finish();
    await Promise.all([first, second, other]);
  });

  it('answers everybody when a commit breaks, and goes on with the next', async () => {
    const { commits, commit, arrived } = slowDisk();
    const reported: unknown[] = [];
    const line = commitLine(commit, (thrown) => reported.push(thrown));
    const broken = line.join(order('PLY', 1));
    await arrived(1);
    commits[0]?.fail();
    expect(await broken).toEqual(done);
    expect(reported).toHaveLength(1);
    const next = line.join(order('PLY', 2));
    await arrived(2);
    commits[1]?.finish();
    expect(await next).toEqual(done);
  });

  it('is empty only when nothing waits and nothing is under way', async () => {
    const { commits, commit, arrived } = slowDisk();
    const line = commitLine(commit, noReport);
    const seen: string[] = [];
    const first = line.join(order('PLY', 1)).then(() => seen.push('first'));
    const second = line.join(order('LWN', 1)).then(() => seen.push('second'));
    const empty = line.empty().then(() => seen.push('empty'));
    await arrived(1);
    commits[0]?.finish();
    await Promise.all([first, second, empty]);
    expect(seen).toEqual(['first', 'second', 'empty']);
  });
});
