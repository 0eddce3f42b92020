import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/alliance/calendar.js';
import type { CommandOf } from '../../../src/alliance/commands.js';
import { feedCalendar } from '../../../src/cards/calendarEntries.js';
import { agree, alliance } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { arrive, attends, forMember, order, shows } from '../../cast/meetingActs.js';

const manager = 'Naomi Clarke';
const series = 'S-1' as const;

/** The second Thursday of each month until October, ten to twelve: April, May and June are called. */
const planned = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth', {
    charter: (charter) => ({
      ...charter,
      officers: [...charter.officers, { office: 'chair', person: 'owen-fairweather' }],
      powers: { ...charter.powers, runMeetings: ['allianceManager', 'chair'] },
    }),
  });
  const plan = {
    rule: 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20261031',
    from: '2026-04-01',
    startsAt: '10:00',
    endsAt: '12:00',
  };
  const answer = await plymouth.does(manager, order({ kind: 'conveneSeries', ...plan, place: 'Council House' }));
  expect(answer.why).toBeNull();
  return plymouth;
};

type Change = Omit<CommandOf<'changeSeries'>, 'kind' | 'series'>;

/** To the third Tuesday in the afternoon, from June on. */
const tuesdays: Change = {
  since: 'M-3',
  rule: 'FREQ=MONTHLY;BYDAY=3TU;UNTIL=20261031',
  from: '2026-06-01',
  startsAt: '14:00',
  endsAt: '16:00',
  place: 'The Guildhall',
  why: 'Thursdays are full.',
};
const changes = (change: Partial<Change> = {}) => order({ kind: 'changeSeries', series, ...tuesdays, ...change });

const called = async (scene: Scene): Promise<readonly string[]> => {
  const { meetings, charter } = await scene.now();
  return [...meetings.values()].map(
    ({ id, startsAt, status }) => `${id} ${wordsFor(charter.calendar, startsAt)} ${status}`,
  );
};

describe('a series that changes from one meeting on', () => {
  it('leaves what was held and what comes before, moves the rest one by one, and calls later ones by the new plan', async () => {
    const plymouth = await planned();
    await plymouth.until('2026-04-14 10:00');
    const answer = await plymouth.does(manager, changes());
    expect(answer.wrote).toEqual(['SeriesChanged', 'MeetingMoved', 'MeetingMoved', 'MeetingCalled']);
    expect(answer.reads).toContain(
      'Naomi Clarke changed S-1: they now meet on the third Tuesday of each month, 14:00 to 16:00, until Sat 31 Oct 2026. M-3 and M-4 move with it. “Thursdays are full.”',
    );
    expect(await called(plymouth)).toEqual([
      'M-1 Thu 9 Apr 2026, 10:00 BST called',
      'M-2 Thu 14 May 2026, 10:00 BST called',
      'M-3 Tue 16 Jun 2026, 14:00 BST called',
      'M-4 Tue 21 Jul 2026, 14:00 BST called',
      'M-5 Tue 18 Aug 2026, 14:00 BST called',
    ]);
    await plymouth.until('2026-06-16 13:59');
    expect(await called(plymouth)).toHaveLength(5);
    await plymouth.until('2026-06-16 14:00');
    await plymouth.until('2026-07-21 14:00');
    expect((await called(plymouth)).slice(5)).toEqual([
      'M-6 Tue 15 Sep 2026, 14:00 BST called',
      'M-7 Tue 20 Oct 2026, 14:00 BST called',
    ]);
    expect((await plymouth.now()).series.get(series)?.ended).toBe('completed');
  });

  it('keeps the UID of each meeting that moves, and its SEQUENCE grows', async () => {
    const plymouth = await planned();
    const entries = async () => feedCalendar(await plymouth.view()).entries;
    const before = await entries();
    await plymouth.does(manager, changes());
    const after = await entries();
    expect(after.map(({ uid }) => uid).slice(0, 3)).toEqual(before.map(({ uid }) => uid));
    expect(after.slice(0, 3).map(({ sequence }) => sequence)).toEqual([0, 0, 1]);
  });

  it('leaves every called meeting where none is named, and goes on after the last of them', async () => {
    const plymouth = await planned();
    const { since: _since, ...rest } = tuesdays;
    const answer = await plymouth.does(manager, order({ kind: 'changeSeries', series, ...rest }));
    expect(answer.wrote).toEqual(['SeriesChanged', 'MeetingCalled', 'MeetingCalled', 'MeetingCalled']);
    expect(answer.reads.join(' ')).toContain('Meetings that are called stay as they are.');
    expect((await called(plymouth)).slice(2)).toEqual([
      'M-3 Thu 11 Jun 2026, 10:00 BST called',
      'M-4 Tue 16 Jun 2026, 14:00 BST called',
      'M-5 Tue 21 Jul 2026, 14:00 BST called',
      'M-6 Tue 18 Aug 2026, 14:00 BST called',
    ]);
  });

  it('cancels those for which the new plan has no day, with the same reason, and ends there', async () => {
    const plymouth = await planned();
    const answer = await plymouth.does(manager, changes({ since: 'M-2', rule: 'FREQ=MONTHLY;BYDAY=3TU;COUNT=1' }));
    expect(answer.wrote).toEqual(['SeriesChanged', 'MeetingMoved', 'MeetingCancelled', 'SeriesEnded']);
    expect(await called(plymouth)).toEqual([
      'M-1 Thu 9 Apr 2026, 10:00 BST called',
      'M-2 Tue 16 Jun 2026, 14:00 BST called',
      'M-3 Thu 11 Jun 2026, 10:00 BST cancelled',
    ]);
    expect((await plymouth.does(manager, changes())).why).toBe('seriesIsOver');
  });

  it('puts a meeting that moves late at short notice: nothing is decided there unless every member waives', async () => {
    const plymouth = await planned();
    await plymouth.until('2026-04-30 09:00');
    const soon = { since: 'M-2', rule: 'FREQ=MONTHLY;BYDAY=1WE;COUNT=6', from: '2026-05-01' } as const;
    const answer = await plymouth.does(manager, changes(soon));
    expect(answer.reads.join(' ')).toContain('moved M-2 to Wed 6 May 2026, 14:00 BST to 16:00, at short notice');
    const van = { class: 'routine', title: 'A new van', text: 'We buy a van.', bestForPeople: 'It is quicker.' };
    await plymouth.says('PATH', forMember({ kind: 'tableForMeeting', meeting: 'M-2', ...van, reason: 'It broke.' }));
    plymouth.at('2026-05-06 14:00');
    await plymouth.does(manager, order({ kind: 'startMeeting', meeting: 'M-2' }));
    await plymouth.does('Owen Fairweather', attends('M-2'));
    await arrive(
      plymouth,
      'M-2',
      plymouth.charter.members.map(({ name }) => name),
    );
    expect((await plymouth.does(manager, order({ kind: 'putDecision', meeting: 'M-2', item: 1 }))).why).toBe(
      'noticeNotWaived',
    );
    expect((await plymouth.says('PATH', agree('P-1'))).why).toBe('notOpenYet');
  });

  it('never puts two of its meetings on one day, nor one before a meeting that stays', async () => {
    const plymouth = await planned();
    await plymouth.does(manager, changes({ rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=20', from: '2026-04-09' }));
    const days = (await called(plymouth)).map((line) => line.split(' ').slice(2, 4).join(' '));
    expect(days.slice(0, 3)).toEqual(['9 Apr', '14 May', '21 May']);
    expect(new Set(days).size).toBe(days.length);
  });

  it('does not give the day of a meeting free again that was cancelled by hand, nor leave out days for one moved by hand', async () => {
    const plymouth = await planned();
    const times = { startsAt: plymouth.moment('2026-06-08 10:00'), endsAt: plymouth.moment('2026-06-08 12:00') };
    await plymouth.does(manager, order({ kind: 'moveMeeting', meeting: 'M-1', ...times, why: 'Easter.' }));
    await plymouth.does(manager, order({ kind: 'cancelMeeting', meeting: 'M-2', why: 'Nothing to decide.' }));
    const answer = await plymouth.does(manager, changes({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=20', from: '2026-05-01' }));
    expect(answer.why).toBeNull();
    expect(await called(plymouth)).toContain('M-3 Tue 19 May 2026, 14:00 BST called');
  });

  it('can change again, and is then called in the name of whoever planned it last', async () => {
    const plymouth = await planned();
    await plymouth.does(manager, changes());
    const chair = await plymouth.does(
      'Owen Fairweather',
      changes({ rule: 'FREQ=MONTHLY;BYDAY=1MO;COUNT=8', why: 'Mondays.' }),
    );
    expect(chair.why).toBeNull();
    await plymouth.until('2026-07-06 15:00');
    const { meetings } = await plymouth.now();
    const last = [...meetings.values()].at(-1)!;
    expect(last.calledBy).toBe(await plymouth.person('Owen Fairweather'));
  });
});

describe('a change of a series is refused, and nothing is recorded,', () => {
  const refusals: readonly (readonly [string, Partial<Change> & { readonly series?: 'S-9' }, string])[] = [
    ['without an end', { rule: 'FREQ=MONTHLY;BYDAY=3TU' }, 'seriesWithoutEnd'],
    ['by a rule that no body meets by', { rule: 'FREQ=DAILY;COUNT=3' }, 'notARecurrence'],
    ['from a day that is past', { from: '2026-03-01' }, 'inThePast'],
    ['without a reason', { why: ' ' }, 'textMissing'],
    ['from a meeting that is not there', { since: 'M-99' }, 'noSuchMeeting'],
    ['of a series that is not there', { series: 'S-9' }, 'noSuchSeries'],
    [
      'that names no day after those that stay',
      { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260501', from: '2026-04-02' },
      'nothingRecurs',
    ],
    ['at a time that no clock shows', { startsAt: '25:00' }, 'notATimeOfDay'],
  ];
  it.each(refusals)('%s', async (_name, change, why) => {
    const plymouth = await planned();
    const answer = await plymouth.does(manager, changes(change));
    expect([answer.why, answer.wrote]).toEqual([why, []]);
  });

  it('from a meeting of no series, from one that was held, and by those who do not run meetings', async () => {
    const plymouth = await planned();
    const times = { startsAt: plymouth.moment('2026-05-07 10:00'), endsAt: plymouth.moment('2026-05-07 11:00') };
    await plymouth.does(manager, order({ kind: 'conveneMeeting', ...times }));
    expect((await plymouth.does(manager, changes({ since: 'M-4' }))).why).toBe('notOfSeries');
    expect((await plymouth.says('PATH', changes())).why).toBe('mayNot');
    plymouth.at('2026-04-09 10:00');
    await plymouth.does(manager, order({ kind: 'startMeeting', meeting: 'M-1' }));
    expect((await plymouth.does(manager, changes({ since: 'M-1' }))).why).toBe('meetingNotOpen');
  });

  it('and its button stands on the list of meetings for those who run them', async () => {
    const plymouth = await planned();
    expect(await shows(plymouth, manager, { show: 'meetings' })).toContain('[Change S-1]');
    expect(await shows(plymouth, 'Joseph Mensah', { show: 'meetings' })).not.toContain('[Change S-1]');
  });
});
