import { liveLinks } from '../../alliance/accounts.js';
import type { Due } from '../../alliance/due.js';
import { isPerson } from '../../alliance/names.js';
import type { PersonId } from '../../alliance/names.js';
import { mayRead } from '../../alliance/reading.js';
import { latestDigest, readWeek } from '../../alliance/weeks.js';
import type { DigestWeek, Week } from '../../alliance/weeks.js';
import { personalDigest } from '../digest/personal.js';
import type { NoticesOfNoun } from '../notices.js';

const noun = 'digest';

/**
 * What waits on each person, once a week: to everybody with an account that was linked by then and who may read the
 * business of the alliance. The digest of the rooms goes out in pages of its own (`clerk/digests.ts`).
 */
export const digestNotices: NoticesOfNoun = {
  noun,
  noticesOf: (view, { key, dueAt }) =>
    [...view.alliance.people.keys()]
      .filter((person) => liveLinks(view.alliance, person).some(({ at }) => at < dueAt))
      .filter((person) => mayRead(view.alliance, { kind: 'alliance' }, person, view.now))
      .map((person) => ({ to: person, key: `${key}/${person}` })),
  isOwed: (view, { key }) => {
    const person = personIn(key);
    return (
      weekIn(key) === latestDigest(view.alliance.charter.calendar, view.now).week &&
      (person === null || mayRead(view.alliance, { kind: 'alliance' }, person, view.now))
    );
  },
  draw: (view, notices, beside) => {
    const person = personIn(notices[0]?.key ?? '');
    const elsewhere = new Set(beside.map(({ key }) => key.split('/', 1)[0] ?? ''));
    return personalDigest(view, latestDigest(view.alliance.charter.calendar, view.now), { person, elsewhere });
  },
};

/** The due of a digest, whose key names its week. */
export const digestDue = ({ week, dueAt }: DigestWeek): Due => ({
  subject: noun,
  kind: noun,
  to: 'everybody',
  dueAt,
  key: `${noun}/${week}`,
});

/** Which page of which digest this is, for messages to a room; null for all others. */
export const digestPage = (key: string): { readonly week: Week; readonly page: number } | null => {
  const match = /^digest\/(\d{4}-W\d\d)\/(\d{2,})$/u.exec(key);
  const week = readWeek(match?.[1] ?? '');
  return match === null || week === null ? null : { week, page: Number(match[2]) };
};

const weekIn = (key: string): Week | null => readWeek(key.split('/')[1] ?? '');

const personIn = (key: string): PersonId | null =>
  key.split('/').find((part): part is PersonId => isPerson(part as PersonId)) ?? null;
