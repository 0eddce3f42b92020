import { describe, expect, it } from 'vitest';
import { newsKeptMs, triesMost } from '../../src/clerk/postStates.js';
import type { FailureReason } from '../../src/clerk/surfaces.js';
import { agree, everybodyAgrees, object } from '../cast.js';
import { seen } from '../cast/replies.js';
import { addressOf, rooms, tenant } from './rooms.js';

const hourMs = 3_600_000;
const isAnnouncement = ({ text }: { readonly text: string }): boolean => /^(?:Decided|Blocked)/.test(text);

describe('a platform that says "later"', () => {
  it('[F48] is asked again after as long as it says, and no sooner, while other rooms are not held up', async () => {
    const { scene, far, run } = await rooms({ places: ['C1', 'C2'] });
    let asked = 0;
    far.answer(({ place }) => (place === 'C1' && (asked += 1) === 1 ? { later: 30_000 } : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(29_000);
    expect(
      far
        .newCalls()
        .map(({ place }) => place)
        .sort(),
    ).toEqual(['C1', 'C2']);
    await run(5_000);
    expect(far.newCalls()).toMatchObject([{ kind: 'post', place: 'C1' }]);
    expect(far.in('C1')).toHaveLength(1);
  });

  it('[F48] about a whole workspace is left alone in all its rooms', async () => {
    const { scene, far, run } = await rooms({ places: ['C1', 'C2', 'C3'] });
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.newCalls();
    far.answer({ later: hourMs, whole: 'workspace' });
    await scene.says('PATH', agree('P-1'));
    await run(hourMs / 2);
    const asked = far.newCalls().length;
    expect(asked).toBeLessThanOrEqual(3);
    await scene.says('Livewest', agree('P-1'));
    await run(hourMs / 4);
    expect(far.newCalls()).toEqual([]);
    far.answer('shown');
    await run(hourMs);
    expect(far.newCalls().map(({ kind }) => kind)).toEqual(['update', 'update', 'update']);
  });

  it.each([0, -5, Number.NaN, Infinity, 1e12])(
    '[F48] with a nonsense of %s milliseconds is no busy loop',
    async (later) => {
      const { scene, far, run } = await rooms();
      far.answer(() => (far.calls.length > 1 ? 'shown' : { later }));
      await scene.tables('Harbour', 'Open on Saturdays');
      await run(hourMs + 60_000);
      expect(far.calls.length).toBe(2);
      expect(far.in('C1')).toHaveLength(1);
    },
  );

  it('[F33] [F48] keeps the order of the room', async () => {
    const { scene, far, run } = await rooms();
    far.answer(() => (far.calls.length % 3 === 0 ? 'shown' : { later: 2_000 }));
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('PATH', object('P-1', 'It leaves out Stonehouse.'));
    await scene.tables('PATH', 'Open on Sundays');
    await everybodyAgrees(scene, 'P-2');
    await run(300_000);
    expect(far.in('C1').map(({ card: { summary } }) => summary.slice(0, 13))).toEqual([
      'P-1 “Open on ',
      'Blocked: P-1 ',
      'P-2 “Open on ',
      'Decided: P-2 ',
    ]);
  });
});

describe('an answer that never came', () => {
  it('posts a living card again, later and later, five times in a row, and then says so in other rooms', async () => {
    const { scene, far, run, posts, card } = await rooms({ places: ['C1', 'C2'] });
    far.answer(({ place }) => (place === 'C1' ? 'cut' : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(hourMs);
    const asked = far.calls.filter(({ place }) => place === 'C1');
    expect(asked).toHaveLength(triesMost);
    const gaps = asked.slice(1).map(({ atMs }, index) => atMs - asked[index]!.atMs);
    expect(gaps).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect((await posts()).find(({ to }) => to === 'room:1')).toMatchObject({ state: 'unknown', final: false });
    expect(seen((await card('C2'))!.card).text).toContain(
      '1 message about this may not have arrived: to the channel of Alliance Leadership Team on Slack (channel 1).',
    );
  });

  it('is made good by the next message that gets through to the room, and the others stop saying so', async () => {
    const { scene, far, run, card } = await rooms({ places: ['C1', 'C2'] });
    far.answer(({ place }) => (place === 'C1' ? 'cut' : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(hourMs);
    far.answer('shown');
    await scene.tables('PATH', 'Open on Sundays');
    await run(60_000);
    expect(await card('C1', 'P-1/r1')).not.toBeNull();
    expect(seen((await card('C2'))!.card).text).not.toContain('may not have arrived');
  });

  it('to an update is no reason for doubt: the card is drawn again', async () => {
    const { scene, far, run, posts, card } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.answer('cut');
    await scene.says('PATH', agree('P-1'));
    await run(hourMs);
    expect(far.calls.length).toBeLessThan(25);
    expect(await posts()).toMatchObject([{ state: 'shown' }]);
    far.answer('shown');
    await run(300_000);
    expect(seen((await card('C1'))!.card).status).toContain('1 of 9 agreed');
    expect(far.in('C1')).toHaveLength(1);
  });

  it.each(['lost', 'cut', 'throws'] as const)(
    'to an announcement (%s) is said on the cards of all rooms, and it is never sent twice',
    async (how) => {
      const { scene, far, run, restart, posts, card } = await rooms({ places: ['C1', 'C2'] });
      await scene.tables('Harbour', 'Open on Saturdays');
      await run(10_000);
      far.answer((call) => (call.place === 'C1' && isAnnouncement(call) ? how : 'shown'));
      await everybodyAgrees(scene, 'P-1');
      await run(60_000);
      await restart();
      await run(60_000);
      expect(far.calls.filter((call) => call.place === 'C1' && isAnnouncement(call))).toHaveLength(1);
      for (const place of ['C1', 'C2']) {
        expect(seen((await card(place))!.card).text).toContain(
          '1 message about this may not have arrived: to the channel',
        );
      }
      expect((await posts()).every(({ final }) => final)).toBe(true);
    },
  );
});

describe('a refusal for good', () => {
  const refused: readonly (readonly [FailureReason, string])[] = [
    ['roomGone', 'the channel no longer exists. An officer can bind another one.'],
    ['roomArchived', 'the channel is archived. Unarchive it, or let an officer bind another one.'],
    ['botNotInRoom', 'Roundtable is not in that channel. Invite it there, and it goes on by itself.'],
    ['botRemoved', 'Roundtable was removed from that workspace. An administrator can install it again.'],
    ['notAllowed', 'the platform does not let Roundtable write there. An administrator can check its permissions.'],
    ['tooLong', 'it was longer than the platform allows. Tell the operator.'],
    ['unexpected', 'the platform refused it. Tell the operator.'],
  ];

  it.each(refused)('(%s) is shown in other rooms with what mends it, and not asked again', async (reason, mend) => {
    const { scene, far, run, card } = await rooms({ places: ['C1', 'C2'] });
    far.answer(({ place }) => (place === 'C1' ? { failed: reason } : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(hourMs);
    expect(far.calls.filter(({ place }) => place === 'C1')).toHaveLength(1);
    expect(seen((await card('C2'))!.card).text).toContain(
      `A message to the channel of Alliance Leadership Team on Slack (channel 1) could not be delivered: ${mend}`,
    );
  });

  it('is mended by inviting the bot: card and announcement arrive', async () => {
    const { scene, far, run, announcer } = await rooms({ places: ['C1', 'C2'] });
    far.answer(({ place }) => (place === 'C1' ? { failed: 'botNotInRoom' } : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await everybodyAgrees(scene, 'P-1');
    await run(hourMs);
    far.answer('shown');
    await announcer().retry(addressOf('C1'));
    await run(60_000);
    expect(far.in('C1').map(({ card: { summary } }) => summary.slice(0, 12))).toEqual(['P-1 “Open on', 'Decided: P-1']);
  });

  it('is mended while the proposal is open, and the other rooms stop saying so', async () => {
    const { scene, far, run, announcer, card } = await rooms({ places: ['C1', 'C2'] });
    far.answer(({ place }) => (place === 'C1' ? { failed: 'botNotInRoom' } : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(60_000);
    expect(seen((await card('C2'))!.card).text).toContain('could not be delivered');
    far.answer('shown');
    await announcer().retry(addressOf('C1'));
    await run(60_000);
    expect(seen((await card('C2'))!.card).text).not.toContain('could not be delivered');
  });

  it.each([['PLY'], [{ platform: 'slack', tenant } as const]])(
    'is mended for all rooms of %j at once',
    async (where) => {
      const { scene, far, run, announcer } = await rooms({ places: ['C1', 'C2'] });
      far.answer({ failed: 'botRemoved' });
      await scene.tables('Harbour', 'Open on Saturdays');
      await run(hourMs);
      far.newCalls();
      far.answer('shown');
      await announcer().retry({ platform: 'slack', tenant: 'T0ELSEWHERE' });
      await announcer().retry('IPSA');
      await run(60_000);
      expect(far.newCalls()).toEqual([]);
      await announcer().retry(where);
      await run(60_000);
      expect([...far.in('C1'), ...far.in('C2')]).toHaveLength(2);
    },
  );

  it('is tried once more at each start, and no more', async () => {
    const { scene, far, run, restart } = await rooms();
    far.answer({ failed: 'botNotInRoom' });
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(hourMs);
    far.newCalls();
    for (const start of [1, 2]) {
      await restart();
      await run(hourMs);
      expect(far.newCalls(), `start ${start}`).toHaveLength(1);
    }
  });

  it('of one card is tried again with the next, which may be shorter', async () => {
    const { scene, far, run, card } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.answer({ failed: 'tooLong' });
    await scene.says('PATH', agree('P-1'));
    await run(hourMs);
    far.answer('shown');
    await scene.says('Livewest', agree('P-1'));
    await run(60_000);
    expect(seen((await card('C1'))!.card).status).toContain('2 of 9 agreed');
  });

  it('that lasts is no news any more: an ended card is not posted weeks later', async () => {
    const { scene, far, run, announcer, posts } = await rooms();
    far.answer({ failed: 'botNotInRoom' });
    await scene.tables('Harbour', 'Open on Saturdays');
    await everybodyAgrees(scene, 'P-1');
    await run(newsKeptMs + hourMs);
    far.answer('shown');
    await announcer().retry(addressOf('C1'));
    await run(60_000);
    expect(far.in('C1')).toEqual([]);
    expect((await posts()).every(({ final }) => final)).toBe(true);
  });
});

describe('a message that somebody removed', () => {
  it('[E41] is posted again with the outcome and a note: the record is in the store', async () => {
    const { scene, far, run, card } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.remove(far.in('C1')[0]!.reference);
    await everybodyAgrees(scene, 'P-1');
    await run(60_000);
    const [again] = far.in('C1');
    expect((await card('C1'))!.reference).toBe(again!.reference);
    expect(seen(again!.card).text).toContain(
      'The earlier message with this card was removed from the channel, so it is posted again. The record is kept elsewhere and has not changed.',
    );
    expect(seen(again!.card).status).toContain('PLY-2026-001');
  });

  it('[E41] is let go when it was an older revision', async () => {
    const { scene, far, run, posts } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.remove(far.in('C1')[0]!.reference);
    await scene.says('Harbour', (now) => ({
      kind: 'amendProposal',
      proposal: 'P-1',
      revision: now.proposals.get('P-1')!.current!.number,
      text: 'Open on Sundays.',
      why: 'It is quieter.',
    }));
    await run(60_000);
    expect(far.in('C1')).toHaveLength(1);
    expect((await posts()).find(({ key }) => key === 'P-1/r1')).toMatchObject({ state: 'dropped', final: true });
  });
});
