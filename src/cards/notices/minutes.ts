import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { MeetingId, PersonId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { holdersOfPower, speakersFor } from '../../alliance/speaking.js';
import { showButton } from '../buttons.js';
import { joined, letter } from '../meetings/letters.js';
import type { Notice, NoticesOfNoun } from '../notices.js';
import type { View } from '../view.js';
import { meetingButtons } from '../words/meetingCards.js';
import { meetingNoticeWords } from '../words/meetingNotices.js';

/** Drafts that are due, and versions that wait for members: never for one that has accepted (domain.md B54). */
export const minutesNotices: NoticesOfNoun = {
  noun: 'minutes',
  noticesOf: (view, { key, subject, kind }) => {
    const meeting = view.alliance.meetings.get(subject as MeetingId);
    return meeting === undefined
      ? []
      : toldOf(view, meeting, kind === 'minutes:draft').map((person) => ({ to: person, key: `${key}/${person}` }));
  },
  isOwed: (view, notice) => waiting(view, notice) !== null,
  draw: (view, notices) =>
    joined(
      notices.flatMap((notice) => {
        const found = waiting(view, notice);
        if (found === null) return [];
        const { meeting, isDraft } = found;
        const words = isDraft ? meetingNoticeWords.draft(view, meeting) : meetingNoticeWords.asked(view, meeting);
        const show = showButton(view, meetingButtons.minutes, { show: 'minutes', meeting: meeting.id }, 'primary');
        return [letter(view, [words], [show])];
      }),
    ),
};

const toldOf = (view: View, { minutes }: Meeting, isDraft: boolean): readonly PersonId[] => {
  const { alliance, now } = view;
  if (isDraft) return holdersOfPower(alliance, 'runMeetings', now);
  const version = minutes?.versions.at(-1);
  const members = version?.asked.filter(({ member }) => !version.accepted.has(member)) ?? [];
  return [...new Set(members.flatMap(({ member }) => speakersFor(alliance, member, now)))];
};

const waiting = (view: View, { key }: Notice): { readonly meeting: Meeting; readonly isDraft: boolean } | null => {
  const [id, version, kind] = key.split('/');
  const person = key.split('/').find((part): part is PersonId => isPerson(part as PersonId));
  const meeting = view.alliance.meetings.get(id as MeetingId);
  const latest = meeting?.minutes?.versions.at(-1)?.version ?? 0;
  if (meeting === undefined || person === undefined || version !== `v${latest}`) return null;
  const isDraft = kind === 'minutes:draft';
  if (!isDraft && meeting.minutes?.status !== 'circulated') return null;
  return toldOf(view, meeting, isDraft).includes(person) ? { meeting, isDraft } : null;
};
