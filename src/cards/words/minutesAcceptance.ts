import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { Correction, MinutesVersion } from '../../alliance/minutes/minutes.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { namedMembers } from './meetings.js';
import { dayWords, momentWords } from './moments.js';
import { nameOfRecord } from './names.js';

/** Which version it is, who accepted it, whether another took its place, and the confirmation where there was one. */
export const statusOfMinutes = (view: View, meeting: Meeting, version: MinutesVersion | null): string => {
  if (version === null) return 'Draft. Not circulated yet.';
  return [
    version.amended === null
      ? `Version ${version.version}, circulated on ${momentWords(view, version.at)}.`
      : `Version ${version.version}, amended on ${momentWords(view, version.at)} by decision ${version.amended.under} (line ${version.amended.line}). Earlier versions are kept.`,
    ...(version.amended === null ? acceptedWords(version) : []),
    ...standing(view, meeting, version),
    ...confirmation(view, meeting, version),
  ].join(' ');
};

export const acceptanceWords = {
  heading: 'Acceptance',
  caption: (version: number): string => `Who accepted version ${version} as a true record`,
  headers: ['Member', 'What', 'Who', 'When'],
  accepted: 'accepted',
  waiting: 'not accepted',
  nobody: '–',
  silence: 'One acceptance a member. Silence is not acceptance.',
  correction: ({ line, absent, answer }: Correction): string =>
    `${absent ? 'was not there; ' : ''}asked for a correction of line ${line} (${answer === null ? 'not answered yet' : answer.kind})`,
} as const;

const acceptedWords = ({ asked, accepted }: MinutesVersion): readonly string[] =>
  asked.length === 0 ? [] : [`Accepted by ${accepted.size} of the ${asked.length} members that attended.`];

/** What came of the version since: nothing heard, agreed, or replaced, which voids what was accepted (domain.md D3, E64). */
const standing = (view: View, { minutes }: Meeting, version: MinutesVersion): readonly string[] => {
  const next = minutes?.versions.find((each) => each.version === version.version + 1);
  if (next !== undefined) {
    const kept = next.amended === null ? ' Acceptances of this version count no more.' : '';
    return [`Replaced by version ${next.version} on ${momentWords(view, next.at)}.${kept}`];
  }
  return [
    ...(version.silent.length === 0
      ? []
      : [`Nothing was heard from ${namedMembers(view, version.silent)} in time, which is not acceptance.`]),
    ...(minutes?.status === 'agreed' ? ['Agreed, subject to confirmation.'] : []),
  ];
};

const confirmation = (view: View, { minutes }: Meeting, { version }: MinutesVersion): readonly string[] => {
  const confirmed = minutes?.confirmed ?? null;
  if (confirmed === null || version < confirmed.version) return ['Not confirmed.'];
  const where = confirmed.at === null ? 'without a further meeting' : `at ${confirmed.at}`;
  const disputed =
    confirmed.disputed.length === 0 ? '' : `, line ${listed(confirmed.disputed.map(String))} as disputed`;
  return [
    `Confirmed as a correct record ${where} on ${dayWords(view, confirmed.when)} (${nameOfRecord(view, confirmed.personName)})${disputed}.`,
  ];
};
