import { describe, expect, it } from 'vitest';
import { fairOrder } from '../../src/clerk/fairOrder.js';
import { agree, alliance, object, propose } from '../cast.js';
import type { Act, Scene } from '../cast.js';

/** Orders of one batch by the names of their causes, "Harbour agrees" … and the order in which they are decided. */
const decidedIn = async (
  plymouth: Scene,
  batch: readonly (readonly [cause: string, member: string, act: Act])[],
): Promise<readonly string[]> => {
  const now = await plymouth.now();
  const waiting = await Promise.all(
    batch.map(async ([cause, name, act]) => {
      const { person: by, member } = await plymouth.representativeOf(name);
      return { order: { alliance: 'PLY', command: act(now, member), by, cause, via: 'web' } as const };
    }),
  );
  return fairOrder(waiting, now, plymouth.clerk().now()).map(({ order }) => order.cause);
};

const objects = (proposal: 'P-1' | 'P-2'): Act => object(proposal, 'It leaves out Stonehouse.');

const opened = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', 'Share one front door');
  await plymouth.tables('PATH', 'Paint it green');
  return plymouth;
};

describe('the orders of one batch', () => {
  it('stay as they came when nobody objects', async () => {
    const plymouth = await opened();
    const order = await decidedIn(plymouth, [
      ['a', 'Harbour', agree('P-1')],
      ['b', 'BCHA', agree('P-2')],
      ['c', 'PATH', propose('Open on Sundays')],
    ]);
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('[E35] decide objections before the agreements of others', async () => {
    const plymouth = await opened();
    const order = await decidedIn(plymouth, [
      ['Harbour agrees', 'Harbour', agree('P-1')],
      ['BCHA agrees', 'BCHA', agree('P-1')],
      ['PATH objects', 'PATH', objects('P-1')],
    ]);
    expect(order).toEqual(['PATH objects', 'Harbour agrees', 'BCHA agrees']);
  });

  it('keep each member’s own order', async () => {
    const plymouth = await opened();
    const order = await decidedIn(plymouth, [
      ['Harbour agrees', 'Harbour', agree('P-1')],
      ['PATH agrees', 'PATH', agree('P-1')],
      ['Harbour objects', 'Harbour', objects('P-1')],
      ['PATH agrees again', 'PATH', agree('P-1')],
    ]);
    expect(order).toEqual(['Harbour agrees', 'Harbour objects', 'PATH agrees', 'PATH agrees again']);
  });

  it('count the deputy of a member as the member', async () => {
    const plymouth = await opened();
    const now = await plymouth.now();
    const deputy = await plymouth.deputyOf('Harbour');
    const harbour = await plymouth.representativeOf('Harbour');
    const path = await plymouth.representativeOf('PATH');
    const order = (cause: string, by: typeof deputy, act: Act, named = true) => ({
      order: {
        alliance: 'PLY',
        command: act(now, named ? by.member : undefined),
        by: by.person,
        cause,
        via: 'web',
      } as const,
    });
    const batch = [
      order('PATH agrees', path, agree('P-1')),
      order('deputy agrees', deputy, agree('P-1'), false),
      order('Harbour objects', harbour, objects('P-1')),
    ];
    const decided = fairOrder(batch, now, plymouth.clerk().now()).map((each) => each.order.cause);
    expect(decided).toEqual(['deputy agrees', 'Harbour objects', 'PATH agrees']);
  });

  it('leave other proposals, and orders that are about none, in their places', async () => {
    const plymouth = await opened();
    const order = await decidedIn(plymouth, [
      ['Harbour agrees', 'Harbour', agree('P-1')],
      ['BCHA agrees to the other', 'BCHA', agree('P-2')],
      ['PATH tables', 'PATH', propose('Open on Sundays')],
      ['Livewest objects', 'Livewest', objects('P-1')],
    ]);
    expect(order).toEqual(['Livewest objects', 'BCHA agrees to the other', 'PATH tables', 'Harbour agrees']);
  });
});
