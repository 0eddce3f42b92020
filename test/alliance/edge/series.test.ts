import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/alliance/commands.js';
import { wordsFor } from '../../../src/alliance/calendar.js';
import { alliance } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { order, shows } from '../../cast/meetingActs.js';

type Plan = Omit<CommandOf<'conveneSeries'>, 'kind'>;

/** The second Thursday of each month until July, ten to twelve, in the room that the alliance always has. */
const monthly: Plan = {
  rule: 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20260731',
  from: '2026-04-01',
  startsAt: '10:00',
  endsAt: '12:00',
  place: 'Council House, room 3',
};

const plans = (plan: Partial<Plan> = {}) => order({ kind: 'conveneSeries', ...monthly, ...plan });

/** When the meetings of a book are, in words. */
const called = async (scene: Scene): Promise<readonly string[]> => {
  const { meetings, charter } = await scene.now();
  return [...meetings.values()].map(
    ({ id, startsAt, status }) => `${id} ${wordsFor(charter.calendar, startsAt)} ${status}`,
  );
};

const planned = async (plan: Partial<Plan> = {}, from = '2026-04-01 09:00'): Promise<Scene> => {
  const plymouth = await alliance('plymouth', { from });
  expect((await plymouth.does('Naomi Clarke', plans(plan))).why).toBeNull();
  return plymouth;
};

describe('recurring meetings', () => {
  it('are called three ahead at once, and the next one by the clock when one has been', async () => {
    const plymouth = await alliance('plymouth');
    const answer = await plymouth.does('Naomi Clarke', plans());
    expect(answer.wrote).toEqual(['SeriesConvened', 'MeetingCalled', 'MeetingCalled', 'MeetingCalled']);
    expect(answer.reads).toContain(
      'Naomi Clarke planned S-1, meetings of the Alliance Leadership Team on the second Thursday of each month, 10:00 to 12:00, until Fri 31 Jul 2026.',
    );
    expect(await called(plymouth)).toEqual([
      'M-1 Thu 9 Apr 2026, 10:00 BST called',
      'M-2 Thu 14 May 2026, 10:00 BST called',
      'M-3 Thu 11 Jun 2026, 10:00 BST called',
    ]);
    await plymouth.news();
    await plymouth.until('2026-04-09 09:59');
    expect(await plymouth.news()).toEqual([]);
    await plymouth.until('2026-04-09 10:00');
    const [fourth, ended] = await plymouth.news();
    expect(fourth).toMatchObject({ kind: 'MeetingCalled', by: 'clock', subject: 'M-4' });
    expect(fourth?.body).toMatchObject({ recurrence: { series: 'S-1', on: '2026-07-09' }, shortNotice: false });
    expect(ended).toMatchObject({ kind: 'SeriesEnded', body: { because: 'completed' } });
    expect((await called(plymouth)).at(-1)).toBe('M-4 Thu 9 Jul 2026, 10:00 BST called');
    expect([...(await plymouth.now()).liveSeries]).toEqual([]);
  });

  it('meet on the next working day where the rule names a bank holiday, and the card says why', async () => {
    const plymouth = await planned({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' });
    expect(await called(plymouth)).toEqual([
      'M-1 Tue 7 Apr 2026, 10:00 BST called',
      'M-2 Mon 13 Apr 2026, 10:00 BST called',
      'M-3 Mon 20 Apr 2026, 10:00 BST called',
    ]);
    const card = await shows(plymouth, 'Naomi Clarke', { show: 'meeting', meeting: 'M-1' });
    expect(card).toContain('One of S-1, every Monday, 10:00 to 12:00, 3 times.');
    expect(card).toContain('Mon 6 Apr 2026 is Easter Monday, so it is on the next working day.');
    expect(await shows(plymouth, 'Naomi Clarke', { show: 'meeting', meeting: 'M-2' })).not.toContain('working day');
  });

  it('on a date that falls on a weekend meet on the next working day', async () => {
    const plymouth = await planned({ rule: 'FREQ=MONTHLY;BYMONTHDAY=2;COUNT=3', from: '2026-05-01' });
    expect(await called(plymouth)).toEqual([
      // Monday 4 May is the early May bank holiday.
      'M-1 Tue 5 May 2026, 10:00 BST called',
      'M-2 Tue 2 Jun 2026, 10:00 BST called',
      'M-3 Thu 2 Jul 2026, 10:00 BST called',
    ]);
    const card = await shows(plymouth, 'Naomi Clarke', { show: 'meeting', meeting: 'M-1' });
    expect(card).toContain('Sat 2 May 2026 is no working day, so it is on the next one.');
  });

  it('keep ten o’clock when the clocks change', async () => {
    const plymouth = await planned({ rule: 'FREQ=MONTHLY;BYDAY=-1WE;COUNT=2', from: '2026-10-01' }, '2026-10-01 09:00');
    expect(await called(plymouth)).toEqual([
      'M-1 Wed 28 Oct 2026, 10:00 GMT called',
      'M-2 Wed 25 Nov 2026, 10:00 GMT called',
    ]);
  });

  it('are each called early enough for the notice that the charter asks for, also where they are near one another', async () => {
    const plymouth = await alliance('plymouth', {
      charter: (charter) => ({ ...charter, meetings: { ...usual, noticeWorkingDays: 30 } }),
    });
    await plymouth.does('Naomi Clarke', plans({ rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20260731' }));
    // Day by day, as a server lives.
    for (let day = 2; day <= 30; day += 1) await plymouth.until(`2026-04-${String(day).padStart(2, '0')} 17:00`);
    await plymouth.until('2026-05-05 09:00');
    const { meetings } = await plymouth.now();
    const later = [...meetings.values()].filter(({ startsAt }) => startsAt > plymouth.moment('2026-05-16 00:00'));
    expect(later.length).toBeGreaterThan(3);
    expect(later.filter(({ shortNotice }) => shortNotice)).toEqual([]);
  });

  it('are moved and cancelled one by one, and the others stay', async () => {
    const plymouth = await planned();
    const moved = await plymouth.does(
      'Naomi Clarke',
      order({
        kind: 'moveMeeting',
        meeting: 'M-2',
        startsAt: plymouth.moment('2026-05-21 14:00'),
        endsAt: plymouth.moment('2026-05-21 16:00'),
        why: 'The room is taken.',
      }),
    );
    expect(moved.wrote).toEqual(['MeetingMoved']);
    await plymouth.does('Naomi Clarke', order({ kind: 'cancelMeeting', meeting: 'M-3', why: 'Holidays.' }));
    await plymouth.until('2026-07-01 10:00');
    expect(await called(plymouth)).toEqual([
      'M-1 Thu 9 Apr 2026, 10:00 BST called',
      'M-2 Thu 21 May 2026, 14:00 BST called',
      'M-3 Thu 11 Jun 2026, 10:00 BST cancelled',
      'M-4 Thu 9 Jul 2026, 10:00 BST called',
    ]);
    const card = await shows(plymouth, 'Naomi Clarke', { show: 'meeting', meeting: 'M-2' });
    expect(card).toContain('It was to be on Thu 14 May 2026.');
  });

  it('that passed while the server was down are not called afterwards, and the next one still is', async () => {
    const plymouth = await planned({ rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=12' });
    await plymouth.restarts();
    await plymouth.until('2026-05-20 10:00');
    const days = (await called(plymouth)).map((line) => line.split(' ').slice(2, 4).join(' '));
    expect(days).toEqual(['2 Apr', '9 Apr', '16 Apr', '21 May', '28 May', '4 Jun']);
    await plymouth.until('2026-07-01 10:00');
    expect((await plymouth.now()).series.get('S-1')?.ended).toBe('completed');
  });

  it('that were all over while the server was down end, and nothing is called', async () => {
    const plymouth = await planned({ rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=5' });
    await plymouth.until('2026-08-20 10:00');
    const { series, meetings, liveSeries } = await plymouth.now();
    expect([series.get('S-1')?.ended, meetings.size, liveSeries.size]).toEqual(['completed', 3, 0]);
  });

  it('are ended with a reason; what was called is kept or cancelled as was chosen', async () => {
    const end = (called: 'keep' | 'cancel') =>
      order({ kind: 'endSeries', series: 'S-1', why: 'We meet every quarter from now on.', called });
    const plymouth = await planned();
    const ended = await plymouth.does('Naomi Clarke', end('keep'));
    expect(ended.wrote).toEqual(['SeriesEnded']);
    expect(ended.reads).toContain(
      'Naomi Clarke ended S-1, so no more meetings are called from it: “We meet every quarter from now on.”',
    );
    const again = await plymouth.does('Naomi Clarke', end('cancel'));
    expect(again.wrote).toEqual(['MeetingCancelled', 'MeetingCancelled', 'MeetingCancelled']);
    expect((await plymouth.does('Naomi Clarke', end('cancel'))).reads).toEqual([
      'Nothing was recorded. S-1 has ended already, and no meeting of it is called any more.',
      'You can plan new ones if they are to go on.',
    ]);
    await plymouth.until('2026-07-20 10:00');
    expect((await plymouth.now()).meetings.size).toBe(3);
  });

  it('are on the list of meetings, with the next days, and are ended there by those who run meetings', async () => {
    const plymouth = await planned();
    const list = await shows(plymouth, 'Naomi Clarke', { show: 'meetings' });
    expect(list).toContain(
      'S-1, Alliance Leadership Team: on the second Thursday of each month, 10:00 to 12:00, until Fri 31 Jul 2026. The next are on Thu 9 Apr 2026, Thu 14 May 2026 and Thu 11 Jun 2026.',
    );
    expect(list).toContain('End S-1');
    expect(await shows(plymouth, 'Rowan Ellis', { show: 'meetings' })).not.toContain('End S-1');
  });

  it('end by themselves, and say why, once too many meetings wait for their minutes', async () => {
    const plymouth = await planned({ rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=104' });
    for (let meeting = 4; meeting <= 100; meeting += 1) {
      const answer = await plymouth.does(
        'Naomi Clarke',
        order({
          kind: 'conveneMeeting',
          startsAt: plymouth.moment('2026-09-10 10:00'),
          endsAt: plymouth.moment('2026-09-10 11:00'),
        }),
      );
      expect(answer.why).toBeNull();
    }
    await plymouth.news();
    await plymouth.until('2026-04-02 10:00');
    const [entry] = await plymouth.news();
    expect(entry).toMatchObject({ kind: 'SeriesEnded', by: 'clock', body: { because: 'tooManyMeetings' } });
  });
});

describe('recurring meetings are refused, and nothing is recorded,', () => {
  const refusals: readonly (readonly [string, Partial<Plan>, string])[] = [
    ['without an end', { rule: 'FREQ=WEEKLY;BYDAY=TH' }, 'seriesWithoutEnd'],
    ['by the hour', { rule: 'FREQ=HOURLY;COUNT=4' }, 'notARecurrence'],
    ['at weekends', { rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=4' }, 'notARecurrence'],
    ['on a date that not every month has', { rule: 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4' }, 'notARecurrence'],
    ['for longer than two years', { rule: 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20301231' }, 'seriesTooLong'],
    ['for more than 104 meetings', { rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=105' }, 'seriesTooLong'],
    [
      'with an end before the beginning',
      { rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20260401', from: '2026-05-01' },
      'nothingRecurs',
    ],
    ['from a day in the past', { from: '2026-03-31' }, 'inThePast'],
    ['from a day that does not exist', { from: '2026-04-31' }, 'notAnInstant'],
    ['from no day at all', { from: '2026-99-99' }, 'notAnInstant'],
    ['at a time that no clock shows', { startsAt: '25:00' }, 'notATimeOfDay'],
    ['when they end before they begin', { startsAt: '12:00', endsAt: '10:00' }, 'datesBackwards'],
    ['when they last all day', { startsAt: '06:00', endsAt: '20:00' }, 'meetingTooLong'],
    ['of a body that does not exist', { body: 'senate' }, 'noSuchBody'],
  ];

  it.each(refusals)('%s', async (_title, plan, why) => {
    const plymouth = await alliance('plymouth');
    const answer = await plymouth.does('Naomi Clarke', plans(plan));
    expect(answer).toMatchObject({ why, wrote: [] });
    expect(answer.reads).toHaveLength(2);
  });

  it('by anybody who does not run meetings', async () => {
    const plymouth = await alliance('plymouth');
    expect(await plymouth.says('Harbour', plans())).toMatchObject({ why: 'mayNot', wrote: [] });
  });

  it('and the sentence says what can be done about a rule without an end', async () => {
    const plymouth = await alliance('plymouth');
    const answer = await plymouth.does('Naomi Clarke', plans({ rule: 'FREQ=WEEKLY;BYDAY=TH' }));
    expect(answer.reads).toEqual([
      'Nothing was recorded. Recurring meetings need an end, so that nobody is invited for ever.',
      'Write a last day, or how many meetings there are, up to 104, and send it again.',
    ]);
  });
});

const usual = {
  quorum: 'all',
  noticeWorkingDays: 10,
  papersWorkingDays: 5,
  requisitionWorkingDays: 10,
  inquorateMinutes: 30,
  minutesWorkingDays: 5,
  correctionWorkingDays: 5,
  actionsVerified: false,
} as const;
