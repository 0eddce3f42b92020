import { expect, it } from 'vitest';
import { year } from './year/year.js';

it('[F22] [F23] a year of all seed alliances, with outages, keeps every promise about time, and is the same year twice', async () => {
  const seed = Number(process.env.YEAR_SEED ?? 2_026);
  const { broken, counts, fingerprints } = await year(seed);
  expect({ seed, broken }).toEqual({ seed, broken: [] });
  // A year in which nothing happens would keep every promise.
  const rare = Object.entries(happens).filter(([what, least]) => (counts[what] ?? 0) < least);
  expect({ seed, rare, counts }).toEqual({ seed, rare: [], counts });
  // A quarter of it again, over a change of the clocks; `npm run torture:year` lives the whole of each year twice.
  const again = await year(seed, '2026-04-02T12:00:00.000Z');
  expect(again.fingerprints.slice(0, 4)).toEqual(fingerprints.slice(0, 4));
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
}, 300_000);

/** At least so often, whatever the seed. */
const happens = {
  schedules: 14,
  outages: 30,
  digests: 150,
  ProposalAdopted: 3,
  ProposalLapsed: 20,
  ProposalNotAgreed: 3,
  DowntimeMadeGood: 3,
  DeadlineExtended: 5,
  MembersNudged: 10,
  AbsenceRecorded: 10,
  setPreferences: 10,
  halfWindow: 100,
  oneWorkingDay: 100,
  fourWorkingHours: 100,
  nudge: 30,
  SeriesConvened: 4,
  MeetingCalled: 20,
  MeetingEnded: 5,
  MinutesCirculated: 3,
  ActionRecorded: 5,
  'meeting:starts': 20,
  'meeting:unrepresented': 20,
  'meeting:unopened': 5,
  'minutes:asked': 3,
  'action:overdue': 2,
};
