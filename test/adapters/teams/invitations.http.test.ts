import { expect, it } from 'vitest';
import { icsIn } from '../../cast/ics.js';
import { councilRoom, councilTenant, leadership } from './cast.js';
import { plymouth, type Scene } from './scene.js';
import { textOf } from './seeing.js';
import type { Shown } from './standin/world.js';

type Answers = Readonly<Record<string, string>>;

/** The manager types something, presses a button where that is what it takes, and sends the dialog. */
const fills = async (scene: Scene, typed: string, label: string, answers: Answers): Promise<void> => {
  await scene.types('Naomi Clarke', typed, leadership);
  const dialog = await scene.door().presses('Naomi Clarke', scene.lastTold('Naomi Clarke'), label);
  const came = await scene.door().fills('Naomi Clarke', dialog, answers, leadership);
  expect(textOf({ text: '', card: came })).toContain('Recorded');
  await scene.settle();
};

const times = (day: string): Answers => ({
  ...{ startsAt: day, 'startsAt.time': '10:00' },
  ...{ endsAt: day, 'endsAt.time': '12:00' },
});

const announcementOf = ({ standin }: Scene, words: string, channel = leadership): Shown =>
  standin.messages(channel).findLast((message) => textOf(message).includes(words))!;

/** The first address in a message. */
const addressIn = ({ card }: Shown): string | null =>
  /https?:\/\/[^"\s)]+\.ics/u.exec(JSON.stringify(card))?.[0] ?? null;

const calendarAt = async (address: string | null) => icsIn(await (await fetch(address!)).text());

it('[journey] a meeting comes with an address for calendars in Teams, the same event for every change', async () => {
  const scene = await plymouth({ reachable: true });
  await fills(scene, 'meetings', 'Call a meeting', { body: 'leadership', ...times('2026-05-14'), place: 'Guildhall' });
  const called = announcementOf(scene, 'called M-1');
  expect(textOf(called)).toContain('For your calendar: Thu 14 May 2026');
  const address = addressIn(called);
  const first = await calendarAt(address);
  expect(first).toMatchObject({
    method: 'REQUEST',
    events: [{ sequence: 0, summary: 'Alliance meeting', location: 'Guildhall', starts: '2026-05-14T09:00:00.000Z' }],
  });
  const { uid } = first.events[0]!;

  await fills(scene, 'meeting M-1', 'Move it', { ...times('2026-05-21'), why: 'The room is let.' });
  const moved = announcementOf(scene, 'moved M-1');
  expect(textOf(moved)).toContain('To move it in your calendar: Thu 21 May 2026');
  expect((await calendarAt(addressIn(moved))).events).toMatchObject([
    { uid, sequence: 1, starts: '2026-05-21T09:00:00.000Z' },
  ]);

  await fills(scene, 'meeting M-1', 'Cancel it', { why: 'There is nothing to decide.' });
  expect(await calendarAt(addressIn(announcementOf(scene, 'cancelled M-1')))).toMatchObject({
    method: 'CANCEL',
    events: [{ uid, sequence: 2, status: 'CANCELLED' }],
  });
});

it('an address for calendars that was not given out leads nowhere, whatever meeting it names', async () => {
  const scene = await plymouth({ reachable: true });
  await fills(scene, 'meetings', 'Call a meeting', { body: 'leadership', ...times('2026-05-14') });
  const address = addressIn(announcementOf(scene, 'called M-1'))!;
  const last = address.at(-5)!;
  for (const wrong of [
    address.replace('PLY-M-1', 'PLY-M-2'),
    address.replace(/-R1-/u, '-R2-'),
    address.replace('PLY-M-1', 'LWN-M-1'),
    address.replace(/.\.ics$/u, `${last === 'A' ? 'B' : 'A'}.ics`),
    address.replace('/invitation/', '/calendar/'),
  ]) {
    const answer = await fetch(wrong);
    expect([wrong, answer.status]).toEqual([wrong, 404]);
    expect(await answer.text()).toContain('There is no calendar at this address');
  }
});

it('each room has an address of its own, which is answered no longer once the room is released', async () => {
  const scene = await plymouth({ reachable: true });
  await fills(scene, 'meetings', 'Call a meeting', { body: 'leadership', ...times('2026-05-14') });
  const own = addressIn(announcementOf(scene, 'called M-1'))!;
  const councils = addressIn(announcementOf(scene, 'called M-1', councilRoom))!;
  const statuses = async () => [(await fetch(own)).status, (await fetch(councils)).status];
  expect(councils).not.toBe(own);
  expect(await statuses()).toEqual([200, 200]);
  const { clerk } = scene.office();
  const { room } = (await scene.store.rooms('PLY')).find(({ address }) => address.tenant === councilTenant)!;
  const command = { kind: 'releaseRoom', room, because: 'unreachable' } as const;
  const released = await clerk.serve({ alliance: 'PLY', by: 'clock', command, cause: 'room-gone', via: 'teams' });
  expect(released.kind).toBe('done');
  expect(await statuses()).toEqual([200, 404]);
  expect(await (await fetch(councils)).text()).toContain('There is no calendar at this address');
});

it('where Roundtable has no address on the web, the announcement says so and what helps', async () => {
  const scene = await plymouth();
  await fills(scene, 'meetings', 'Call a meeting', { body: 'leadership', ...times('2026-05-14') });
  const called = announcementOf(scene, 'called M-1');
  expect(addressIn(called)).toBeNull();
  expect(textOf(called)).toContain('For your calendar: Roundtable can give out no file here');
});
