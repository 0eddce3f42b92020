import { beforeAll, expect, it } from 'vitest';
import type { Command } from '../../../src/alliance/commands.js';
import type { PersonId } from '../../../src/alliance/names.js';
import { order, withClerk, workplace } from './desk.js';

const place = workplace();
const m1 = { meeting: 'M-1' } as const;
const manager: PersonId = 'person:21';
const hourMs = 3_600_000;
/** A Thursday some six weeks on, in the morning by any clock in Britain. */
const startsMs = (() => {
  const day = new Date(Date.now() + 42 * 24 * hourMs);
  day.setUTCDate(day.getUTCDate() + ((11 - day.getUTCDay()) % 7));
  return day.setUTCHours(10, 0, 0, 0);
})();
const at = (hours: number): string => new Date(startsMs + hours * hourMs).toISOString();

/** Orders in the record, so many hours after the meeting was to begin; null: now. */
const does = (hours: number | null, ...orders: readonly (readonly [PersonId, Command])[]): Promise<void> =>
  withClerk(
    place.record,
    async (clerk) => {
      for (const [by, command] of orders) await order(clerk, { by, command });
    },
    () => (hours === null ? Date.now() : startsMs + hours * hourMs),
  );

/** What is printed of each subject, without the moments. */
const waiting = async (): Promise<readonly string[]> => {
  const { code, out } = await place.run('due', 'PLY');
  expect(code).toBe(0);
  return [...out.matchAll(/ {2}([MA]-\d+) {2}(.+)$/gmu)].map(([, subject, words]) => `${subject} ${words}`);
};

beforeAll(async () => {
  expect((await place.run('found', 'examples/plymouth.charter.yaml')).code).toBe(0);
  await does(null, [manager, { kind: 'conveneMeeting', startsAt: at(0), endsAt: at(2) }]);
});

it('"due" says in words what a meeting waits for before it begins, in the order of time', async () => {
  expect(await waiting()).toEqual([
    'M-1 agenda and papers are due in one working day',
    'M-1 owners of actions are asked how they go',
    'M-1 warning to members that nobody answers for',
    'M-1 reminder that the meeting is near',
    'M-1 reminder where the meeting was not opened',
  ]);
});

it('"due" says that a meeting is to be ended, and when actions are due', async () => {
  const due = at(14 * 24).slice(0, 10);
  await does(
    0,
    [manager, { kind: 'startMeeting', ...m1 }],
    [manager, { kind: 'recordAttendance', ...m1, mode: 'room' }],
    [manager, { kind: 'recordAction', text: 'Hire pumps', owner: 'person:10', due }],
  );
  const words = await waiting();
  expect(words).toContain('M-1 reminder where the meeting was not ended');
  expect(words).toContain('A-1 reminder that the action is due soon');
  expect(words).toContain('A-1 action is overdue');
});

it('"due" names the draft of the minutes, and then their acceptance and the end of corrections', async () => {
  await does(2, [manager, { kind: 'endMeeting', ...m1 }]);
  expect(await waiting()).toContain('M-1 draft minutes are due in one working day');
  await does(3, [manager, { kind: 'circulateMinutes', ...m1 }]);
  const words = await waiting();
  expect(words).toContain('M-1 reminder to accept the minutes');
  expect(words).toContain('M-1 time for corrections of the minutes ends');
  expect(words.filter((each) => each.includes(':'))).toEqual([]);
});
