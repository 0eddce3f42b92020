import { describe, expect, it } from 'vitest';
import { agree, alliance, everybodyAgrees, plainly, the } from '../../cast.js';
import type { Scene } from '../../cast.js';

/** Plymouth on Slack with P-1 open until Fri 10 Apr 2026, 17:00; only Livewest has not spoken. */
const waiting = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth', { from: '2026-04-02 10:00', beats: true });
  const address = { platform: 'slack', tenant: 'T0PLYMOUTH', place: 'C1' } as const;
  await plymouth.does(
    await plymouth.officer('allianceManager'),
    plainly({ kind: 'bindRoom', body: 'leadership', address }),
  );
  await plymouth.tables('Harbour', 'Open on Saturdays', { deadline: plymouth.moment('2026-04-10 17:00') });
  await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
  await plymouth.news();
  return plymouth;
};

/** The server is up from one moment to another, and beats every minute. */
const up = async (scene: Scene, from: string, to: string): Promise<void> => {
  for (let at = scene.moment(from); at <= scene.moment(to); at = new Date(Date.parse(at) + 60_000).toISOString()) {
    scene.clock.runTo(at);
    await scene.clerk().tick();
    await scene.clerk().beat(['slack']);
  }
};

describe('[E32] a server that was down over the last hours', () => {
  it('[E32] for more than 15 minutes: more time, once, to the same hour of the next working day, said to everybody', async () => {
    const plymouth = await waiting();
    await up(plymouth, '2026-04-10 12:00', '2026-04-10 15:00');
    await plymouth.restarts();
    await up(plymouth, '2026-04-10 15:20', '2026-04-10 15:21');
    const entries = await plymouth.news();
    expect(the('DowntimeMadeGood', entries)).toEqual({
      proposal: 'P-1',
      revision: 1,
      from: plymouth.moment('2026-04-10 17:00'),
      to: plymouth.moment('2026-04-13 17:00'),
      downMinutes: 19,
    });
    expect(await plymouth.announced(entries)).toEqual([
      [
        'More time: P-1 “Open on Saturdays”',
        'Roundtable could not be reached for 19 minutes of the last four working hours, so the deadline of revision 1 moved from Fri 10 Apr 2026, 17:00 BST to Mon 13 Apr 2026, 17:00 BST.',
      ],
    ]);
    // Once a revision, however often it is down again.
    await up(plymouth, '2026-04-13 14:00', '2026-04-13 14:01');
    await up(plymouth, '2026-04-13 16:30', '2026-04-13 17:03');
    expect(await plymouth.newKinds()).toEqual(['ProposalLapsed']);
  });

  it('[E32] over the deadline itself: more time before anything is declared, and the vote is still in time', async () => {
    const plymouth = await waiting();
    await up(plymouth, '2026-04-10 12:00', '2026-04-10 16:30');
    await plymouth.restarts();
    await plymouth.until('2026-04-14 10:00');
    expect(the('DowntimeMadeGood', await plymouth.news()).to).toBe(plymouth.moment('2026-04-15 17:00'));
    await plymouth.says('Livewest', agree('P-1'));
    expect((await plymouth.card('P-1')).status).toContain('Adopted unanimously, 9 of 9');
  });

  it('[E32] for no more than 15 minutes: decided as of the deadline, and said to be late', async () => {
    const plymouth = await waiting();
    await up(plymouth, '2026-04-10 12:00', '2026-04-10 16:50');
    await plymouth.restarts();
    await plymouth.until('2026-04-10 18:00');
    expect(await plymouth.newKinds()).toEqual(['ProposalLapsed']);
    const card = await plymouth.card('P-1');
    expect(card.text).toContain(
      'Declared late, on Fri 10 Apr 2026, 18:00 BST, with the positions as they stood at the deadline, Fri 10 Apr 2026, 17:00 BST.',
    );
  });

  it('[E32] at night, or where nobody used it: no more time', async () => {
    const plymouth = await waiting();
    await up(plymouth, '2026-04-09 16:58', '2026-04-09 17:00');
    await plymouth.restarts();
    await up(plymouth, '2026-04-10 09:00', '2026-04-10 09:02');
    await up(plymouth, '2026-04-10 12:55', '2026-04-10 17:03');
    expect(await plymouth.newKinds()).toEqual(['ProposalLapsed']);
  });
});
