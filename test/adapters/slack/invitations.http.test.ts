import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/alliance/commands.js';
import { icsIn } from '../../cast/ics.js';
import { councilRoom, leadership } from './cast.js';
import type { Answers } from './modals.js';
import { plymouth, type Scene } from './scene.js';
import { textOf } from './seeing.js';
import type { Message } from './standin/world.js';

/** The files that a channel was given, each with its message. */
const sharedIn = ({ standin }: Scene, channel = leadership) =>
  standin.messages(channel).flatMap((message) =>
    (message.files ?? []).map((id) => {
      const { name, bytes } = standin.world.files.get(id)!;
      return { message, name, calendar: icsIn(bytes!.toString('utf8')) };
    }),
  );

const announcementOf = ({ standin }: Scene, words: string, channel = leadership): Message =>
  standin.messages(channel).findLast((message) => textOf(message).includes(words))!;

const manager = async (scene: Scene, ...commands: readonly Command[]): Promise<void> => {
  const { clerk } = scene.office();
  const by = (await clerk.view('PLY'))!.officers.find(({ office }) => office === 'allianceManager')!.person;
  for (const command of commands) {
    const cause = `c-${(await clerk.head('PLY')).seq}`;
    expect(await clerk.serve({ alliance: 'PLY', by, via: 'slack', cause, command })).toMatchObject({ kind: 'done' });
  }
};

/** The manager types something, presses a button where that is what it takes, and sends the form. */
const fills = async (scene: Scene, typed: string, answers: Answers, label?: string): Promise<void> => {
  await scene.types('Naomi Clarke', typed);
  if (label !== undefined) await scene.presses('Naomi Clarke', scene.lastTold('Naomi Clarke'), label);
  expect(await scene.fills('Naomi Clarke', answers)).toContain('Recorded');
  await scene.settle();
};

const times = (scene: Scene, day: string) => ({
  startsAt: scene.moment(`${day} 10:00`),
  endsAt: scene.moment(`${day} 12:00`),
});

const convened = (scene: Scene, day = '2026-05-14'): Command => ({ kind: 'conveneMeeting', ...times(scene, day) });

describe('[journey] the invitation to a meeting in Slack', () => {
  it('comes as a file into the thread of each announcement, and the same event follows every change', async () => {
    const scene = await plymouth();
    await fills(scene, 'convene', {
      body: 'leadership',
      ...times(scene, '2026-05-14'),
      place: 'The Guildhall, Plymouth',
    });
    const [first, ...none] = sharedIn(scene);
    expect(none).toEqual([]);
    expect(first!.name).toBe('PLY-M-1.ics');
    expect(first!.message.thread).toBe(announcementOf(scene, 'called M-1').ts);
    expect(textOf(announcementOf(scene, 'called M-1'))).toContain(
      'For your calendar: the file is in the thread of this message.',
    );
    expect(first!.message.text).toContain('Calendar file for M-1 on Thu 14 May 2026.');
    expect(first!.calendar).toMatchObject({
      method: 'REQUEST',
      events: [
        {
          ...{ sequence: 0, summary: 'Alliance meeting', location: 'The Guildhall, Plymouth', status: 'CONFIRMED' },
          ...{ starts: '2026-05-14T09:00:00.000Z', ends: '2026-05-14T11:00:00.000Z' },
        },
      ],
    });
    const { uid } = first!.calendar.events[0]!;
    expect(sharedIn(scene, councilRoom).map(({ calendar }) => calendar.events[0]!.uid)).toEqual([uid]);

    await fills(scene, 'meeting M-1', { ...times(scene, '2026-05-21'), why: 'The room is let.' }, 'Move it');
    const moved = sharedIn(scene).at(-1)!;
    expect(moved.message.thread).toBe(announcementOf(scene, 'moved M-1').ts);
    expect(moved.message.text).toContain('Open this file to move it in your calendar.');
    expect(moved.calendar).toMatchObject({
      method: 'REQUEST',
      events: [{ uid, sequence: 1, starts: '2026-05-21T09:00:00.000Z' }],
    });

    await fills(scene, 'meeting M-1', { why: 'There is nothing to decide.' }, 'Cancel it');
    const cancelled = sharedIn(scene).at(-1)!;
    expect(cancelled.message.text).toContain('Open this file to take it out of your calendar.');
    expect(cancelled.calendar).toMatchObject({
      method: 'CANCEL',
      events: [{ uid, sequence: 2, status: 'CANCELLED' }],
    });
    expect(sharedIn(scene)).toHaveLength(3);
    await scene.restart();
    expect(sharedIn(scene)).toHaveLength(3);
  });

  it('tells calendars only how a meeting stands that was called and moved in one moment', async () => {
    const scene = await plymouth();
    const to = times(scene, '2026-05-21');
    await manager(scene, convened(scene), { kind: 'moveMeeting', meeting: 'M-1', ...to, why: 'The room is let.' });
    await scene.settle();
    expect(sharedIn(scene).map(({ calendar }) => calendar.events.map(({ sequence }) => sequence))).toEqual([[1]]);
  });

  it('holds all meetings that were called with a series, and one more for each that the clock calls', async () => {
    const scene = await plymouth();
    const plan = { from: '2026-04-20', startsAt: '10:00', endsAt: '12:00', rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4' };
    await manager(scene, { kind: 'conveneSeries', ...plan });
    await scene.settle();
    const [series, ...none] = sharedIn(scene);
    expect(none).toEqual([]);
    expect([series!.name, series!.calendar.method]).toEqual(['PLY-S-1.ics', 'PUBLISH']);
    expect(series!.calendar.events.map(({ starts }) => starts.slice(0, 10))).toEqual([
      '2026-04-20',
      '2026-04-27',
      '2026-05-05',
    ]);
    await scene.until('2026-04-21 09:00');
    const next = sharedIn(scene).at(-1)!;
    expect([next.name, next.calendar.events.map(({ starts }) => starts.slice(0, 10))]).toEqual([
      'PLY-M-4.ics',
      ['2026-05-11'],
    ]);
  });

  it('holds the meetings that a change of the series calls at once', async () => {
    const scene = await plymouth();
    const plan = { from: '2026-04-20', startsAt: '10:00', endsAt: '12:00', rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=9' };
    await manager(scene, { kind: 'conveneSeries', ...plan });
    await scene.settle();
    const why = 'Mondays are full.';
    const rule = 'FREQ=WEEKLY;BYDAY=WE;COUNT=6';
    await manager(scene, { kind: 'changeSeries', series: 'S-1', ...plan, rule, why });
    await scene.settle();
    expect(
      sharedIn(scene)
        .at(-1)!
        .calendar.events.map(({ starts }) => starts.slice(0, 10)),
    ).toEqual(['2026-05-06']);
    const news = textOf(announcementOf(scene, 'changed S-1'));
    expect(news).toContain('The next are on Wed 6 May 2026, Wed 13 May 2026 and Wed 20 May 2026.');
  });

  it('is given once though nobody knows what came of it, and then the digest says that it may not have arrived', async () => {
    const scene = await plymouth();
    await scene.until('2026-04-09 10:00');
    scene.standin.fault({
      ...{ methods: ['files.completeUploadExternal'], times: 1 },
      does: { kind: 'lostAfter' },
    });
    await manager(scene, convened(scene));
    await scene.settle();
    await scene.restart();
    const posts = await scene.store.postsAbout('PLY', 'M-1');
    const files = posts.filter(({ key }) => key.endsWith('/file'));
    expect(files.map(({ state }) => state).sort()).toEqual(['shown', 'unknown']);
    expect([...sharedIn(scene), ...sharedIn(scene, councilRoom)]).toHaveLength(2);
    await scene.until('2026-04-13 09:00');
    expect(textOf(announcementOf(scene, 'Digest of week'))).toContain('may not have arrived');
  });

  it.each([
    ['a broken gateway', 'files.getUploadURLExternal', { kind: 'status', status: 503 }],
    ['a refusal for now', 'files.getUploadURLExternal', { kind: 'limited', retryAfter: '5' }],
    ['a lost answer', 'files.getUploadURLExternal', { kind: 'lostAfter' }],
    ['an upload host that breaks', 'upload', { kind: 'status', status: 502 }],
    ['an upload host that refuses for now', 'upload', { kind: 'limited', retryAfter: '5' }],
    ['an upload that broke off', 'upload', { kind: 'lostBefore' }],
  ] as const)('comes once after %s, since nobody had seen anything of it', async (_what, method, does) => {
    const scene = await plymouth();
    let met = 0;
    scene.standin.fault({ methods: [method], times: 3, does, met: () => (met += 1) });
    await manager(scene, convened(scene));
    await scene.settle();
    expect(met).toBe(3);
    expect([...sharedIn(scene), ...sharedIn(scene, councilRoom)]).toHaveLength(2);
    const files = (await scene.store.postsAbout('PLY', 'M-1')).filter(({ key }) => key.endsWith('/file'));
    expect(files.map(({ state }) => state)).toEqual(['shown', 'shown']);
  });

  it('that cannot be uploaded keeps nothing else from the room, and is shown as not delivered', async () => {
    const scene = await plymouth();
    scene.standin.fault({
      methods: ['files.getUploadURLExternal'],
      does: { kind: 'refused', error: 'internal_error' },
    });
    await manager(scene, convened(scene), {
      kind: 'cancelMeeting',
      meeting: 'M-1',
      why: 'There is nothing to decide.',
    });
    await scene.settle();
    expect(sharedIn(scene)).toEqual([]);
    expect(announcementOf(scene, 'cancelled M-1')).toBeDefined();
    const posts = await scene.store.postsAbout('PLY', 'M-1');
    expect(new Set(posts.filter(({ key }) => key.endsWith('/file')).map(({ state }) => state))).toEqual(
      new Set(['undeliverable']),
    );
  });
});
