import { describe, expect, it } from 'vitest';
import { asIcs } from '../../../adapters/calendar/ics.js';
import { feedCalendar, meetingCalendar } from '../../../src/cards/calendarEntries.js';
import { alliance } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { icsIn } from '../../cast/ics.js';
import { convene, order } from '../../cast/meetingActs.js';

const place = 'Winterbourne Room; 336 Brixton Road, London: the one with the long, long table under the gallery';

const called = async (from = '2026-04-30 10:00', to = '2026-04-30 12:00'): Promise<Scene> => {
  const scene = await alliance('lwn', { from: '2026-03-02 09:00' });
  expect((await scene.does('Victoria Sayer', convene(scene, from, to, { place }))).why).toBeNull();
  return scene;
};

const invitation = async (scene: Scene): Promise<string> => {
  const view = await scene.view();
  return asIcs(meetingCalendar(view, view.alliance.meetings.get('M-1')!), 'invitation');
};

describe('an invitation', () => {
  it('is read by another library as it was meant, and comes out of it again the same', async () => {
    const scene = await called();
    const ics = await invitation(scene);
    const { root, zones, method, events } = icsIn(ics);
    expect({ zones, method }).toEqual({ zones: ['Europe/London'], method: 'REQUEST' });
    expect(events).toEqual([
      {
        uid: expect.stringMatching(/^M-1\.LWN\.\w{12}@meetings\.roundtable\.invalid$/) as string,
        sequence: 0,
        summary: 'Alliance meeting',
        location: place,
        starts: '2026-04-30T09:00:00.000Z',
        ends: '2026-04-30T11:00:00.000Z',
        status: 'CONFIRMED',
      },
    ]);
    expect(icsIn(root.toString()).events).toEqual(events);
    expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(await invitation(scene)).toBe(ics);
  });

  it('keeps its UID and counts on when the meeting moves, over a change of the clocks, and when it is cancelled', async () => {
    const scene = await called();
    const first = icsIn(await invitation(scene)).events[0]!;
    const to = { startsAt: scene.moment('2026-11-26 10:00'), endsAt: scene.moment('2026-11-26 12:00') };
    await scene.does('Victoria Sayer', order({ kind: 'moveMeeting', meeting: 'M-1', ...to, why: 'The room is let.' }));
    const moved = icsIn(await invitation(scene));
    expect(moved.method).toBe('REQUEST');
    expect(moved.events[0]).toMatchObject({
      ...{ uid: first.uid, sequence: 1 },
      ...{ starts: '2026-11-26T10:00:00.000Z', ends: '2026-11-26T12:00:00.000Z' },
    });
    await scene.does('Victoria Sayer', order({ kind: 'cancelMeeting', meeting: 'M-1', why: 'Nothing to decide.' }));
    const cancelled = icsIn(await invitation(scene));
    expect(cancelled.method).toBe('CANCEL');
    expect(cancelled.events[0]).toMatchObject({ uid: first.uid, sequence: 2, status: 'CANCELLED' });
  });

  it('keeps its UID when the key of the book is changed between the call and the move', async () => {
    const scene = await called();
    const first = icsIn(await invitation(scene)).events[0]!;
    const { publicKey } = await scene.now();
    expect((await scene.clerk().rotateKey('LWN')).kind).toBe('done');
    expect((await scene.now()).publicKey).not.toBe(publicKey);
    expect(icsIn(await invitation(scene)).events).toEqual([first]);
    const to = { startsAt: scene.moment('2026-05-14 10:00'), endsAt: scene.moment('2026-05-14 12:00') };
    await scene.does('Victoria Sayer', order({ kind: 'moveMeeting', meeting: 'M-1', ...to, why: 'The room is let.' }));
    expect(icsIn(await invitation(scene)).events[0]).toMatchObject({ uid: first.uid, sequence: 1 });
  });
});

describe('a feed', () => {
  it('holds every meeting on both sides of a change of the clocks, and nothing of their business', async () => {
    const scene = await called();
    await scene.does('Victoria Sayer', convene(scene, '2026-12-03 10:00', '2026-12-03 11:00'));
    const business = {
      kind: 'addItem',
      meeting: 'M-1',
      as: 'discussion',
      title: 'Closing the Streatham house',
    } as const;
    await scene.does('Victoria Sayer', order(business));
    const ics = asIcs(feedCalendar(await scene.view()), 'feed');
    expect(icsIn(ics)).toMatchObject({
      method: 'PUBLISH',
      events: [{ starts: '2026-04-30T09:00:00.000Z' }, { starts: '2026-12-03T10:00:00.000Z' }],
    });
    expect(ics).not.toMatch(/Streatham|Living Well|Leadership|Sayer/);
  });

  it('is a calendar without entries as long as no meeting was called', async () => {
    const scene = await alliance('lwn');
    expect(icsIn(asIcs(feedCalendar(await scene.view()), 'feed')).events).toEqual([]);
  });
});
