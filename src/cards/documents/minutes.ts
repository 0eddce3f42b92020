import type { MeetingId } from '../../alliance/names.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { MinutesVersion } from '../../alliance/minutes/minutes.js';
import { decisionsOf } from '../../alliance/minutes/decisionsOf.js';
import { linesOf } from '../../alliance/minutes/evolveMinutes.js';
import type { MinutedDecision } from '../../alliance/minutes/minutesEvents.js';
import type { View } from '../view.js';
import { bodyName, meetingTimes } from '../words/meetings.js';
import { minutesWords } from '../words/minutes.js';
import { statusOfMinutes } from '../words/minutesAcceptance.js';
import { textOf } from '../words/names.js';
import { acceptanceBlocks } from './minutesAcceptance.js';
import { actionBlocks } from './minutesActions.js';
import { attendanceBlocks } from './minutesAttendance.js';
import { itemBlocks } from './minutesItems.js';
import { paperBlocks } from './minutesPapers.js';
import type { Document, DocumentBlock } from './document.js';

/** The place in the book that a document is sealed with: the entry that made it, and its hash. */
export interface Seal {
  readonly seq: number;
  readonly hash: string;
}

/** What a document of minutes is drawn from: the meeting, and one version of its minutes, or the draft. */
export interface MinutesSource {
  readonly view: View;
  readonly meeting: Meeting;
  /** Null for the draft. */
  readonly version: MinutesVersion | null;
  readonly lines: MinutesVersion['lines'];
  readonly decisions: readonly MinutedDecision[];
  /** Up to when actions belong to it; null for the draft. */
  readonly until: string | null;
  /** Not so on a card, which leaves hashes and the positions of each member to the document. */
  readonly whole: boolean;
}

/**
 * The minutes of a meeting: the version asked for, else the draft. A function of the book alone: the same book gives the
 * same document, until a text in it is redacted. Decisions are printed from the register, word for word (domain.md B54
 * to B58). Null where there is no such version.
 */
export const minutesDocument = (
  given: View,
  id: MeetingId,
  asked: number | null,
  seal: Seal | null,
  whole = true,
): Document | null => {
  const source = sourceOf(asHeld(given, id), id, asked, whole);
  if (source === null) return null;
  const { view, meeting, version } = source;
  const name = minutesWords.title(bodyName(view, meeting.body));
  return {
    title: `${name}, ${id}`,
    author: view.alliance.name,
    language: 'en-GB',
    at: version?.at ?? meeting.endedAt ?? meeting.startsAt,
    reference: `${view.alliance.code}-${id}-${version === null ? 'draft' : `v${version.version}`}`,
    blocks: [
      { kind: 'heading', level: 1, text: name },
      ...(view.alliance.practice ? [strong(minutesWords.practice)] : []),
      strong(`${view.alliance.name} · ${id} · ${meetingTimes(view, heldAt(meeting))}`),
      ...placeOf(view, meeting),
      paragraph(statusOfMinutes(view, meeting, version)),
      ...attendanceBlocks(source),
      ...itemBlocks(source),
      ...actionBlocks(source),
      ...(whole ? paperBlocks(source) : []),
      ...acceptanceBlocks(source),
      { kind: 'paragraph', text: minutesWords.accuracy },
    ],
    footer: seal === null ? minutesWords.unsealed(view.alliance.name) : minutesWords.sealed(view.alliance.name, seal),
  };
};

/** With the calendar and the bodies of the charter that the meeting was called under, so that a later one changes nothing. */
const asHeld = (view: View, id: MeetingId): View => {
  const { charters, charter, meetings } = view.alliance;
  const then = charters.get(meetings.get(id)?.charterRevision ?? 0) ?? charter;
  return { ...view, alliance: { ...view.alliance, charter: then } };
};

const sourceOf = (view: View, id: MeetingId, asked: number | null, whole: boolean): MinutesSource | null => {
  const meeting = view.alliance.meetings.get(id);
  if (meeting?.minutes == null) return null;
  if (asked === null) {
    const decisions = decisionsOf(view.alliance, meeting);
    return { view, meeting, version: null, lines: linesOf(meeting), decisions, until: null, whole };
  }
  const version = meeting.minutes.versions.find((each) => each.version === asked);
  if (version === undefined) return null;
  return { view, meeting, version, lines: version.lines, decisions: version.decisions, until: version.at, whole };
};

/** As it was held, which may not be as it was called. */
const heldAt = ({ startedAt, endedAt, startsAt, endsAt }: Meeting) => ({
  startsAt: startedAt ?? startsAt,
  endsAt: endedAt ?? endsAt,
});

const placeOf = (view: View, { place }: Meeting): readonly DocumentBlock[] =>
  place === null ? [] : [paragraph(minutesWords.place(textOf(view, place)))];

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const strong = (text: string): DocumentBlock => ({ kind: 'paragraph', text, strong: true });
