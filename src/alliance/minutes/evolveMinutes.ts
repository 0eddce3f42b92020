import type { Evolvers } from '../evolve.js';
import type { Meeting } from '../meetings/meeting.js';
import { withMeeting } from '../meetings/evolveMeetings.js';
import { rewritten } from '../meetings/evolveSessions.js';
import type { Minutes, MinutesVersion } from './minutes.js';
import type { MinutesEvents } from './minutesEvents.js';

/** Minutes that nobody has looked at yet. */
export const noMinutes: Minutes = { status: 'draft', versions: [], corrections: [], confirmed: null };

/** Minutes from the draft to their confirmation, and after it (domain.md D3). */
export const minutesEvolvers: Evolvers<keyof MinutesEvents> = {
  MinutesLineWritten: (draft, { meeting, line, item, text }, { at }) => {
    withMeeting(draft, meeting, (present) => {
      if (present.lines.some(({ number }) => number === line)) return rewritten(present, line, text);
      const added = { number: line, kind: 'note' as const, text: text ?? null, item: item ?? null, earlier: [], at };
      return { ...present, lines: [...present.lines, { ...added, interest: null }] };
    });
  },

  MinutesCirculated: (draft, body, { at, seq }) => {
    withMeeting(draft, body.meeting, (meeting) =>
      withVersion(meeting, {
        version: body.version,
        at,
        seq,
        until: body.until,
        lines: linesOf(meeting),
        decisions: body.decisions,
        asked: body.asked,
        accepted: new Map(),
        silent: [],
        amended: null,
      }),
    );
  },

  MinutesAccepted: (draft, { meeting, member, person, personName }, { at }) => {
    withLatest(draft, meeting, (version) => ({
      ...version,
      accepted: new Map([...version.accepted, [member, { person, personName, at }]]),
    }));
  },

  CorrectionRequested: (draft, body, { at }) => {
    const { correction: number, version, member, person, personName, line, text, absent } = body;
    const correction = { number, version, member, person, personName, line, text, absent, at, answer: null };
    withMinutes(draft, body.meeting, (minutes) => ({
      ...minutes,
      corrections: [...minutes.corrections, correction],
    }));
  },

  CorrectionAnswered: (draft, { meeting, correction: number, answer, personName, reason }) => {
    withMeeting(draft, meeting, (present) => {
      const asked = present.minutes?.corrections.find((each) => each.number === number);
      return asked !== undefined && answer === 'accepted' ? rewritten(present, asked.line, asked.text) : present;
    });
    withMinutes(draft, meeting, (minutes) => ({
      ...minutes,
      status: answer === 'accepted' ? 'draft' : minutes.status,
      corrections: minutes.corrections.map((each) =>
        each.number === number ? { ...each, answer: { kind: answer, personName, reason: reason ?? null } } : each,
      ),
    }));
  },

  MinutesAgreed: (draft, { meeting }) => {
    withMinutes(draft, meeting, (minutes) => ({ ...minutes, status: 'agreed' }));
  },

  MinutesUnanswered: (draft, { meeting, silent }) => {
    withLatest(draft, meeting, (version) => ({ ...version, silent }));
    withMinutes(draft, meeting, (minutes) => ({ ...minutes, status: 'unanswered' }));
  },

  MinutesConfirmed: (draft, { meeting, version, at, person, personName, disputed }, { at: when }) => {
    const confirmed = { version, at: at ?? null, person, personName, when, disputed };
    withMinutes(draft, meeting, (minutes) => ({ ...minutes, status: 'confirmed', confirmed }));
    draft.set('liveMeetings').delete(meeting);
  },

  MinutesAmended: (draft, { meeting, version, line, text, under }, { at, seq }) => {
    draft.set('minutesDecisions').add(under);
    withMeeting(draft, meeting, (present) => {
      const changed = rewritten(present, line, text);
      const before = present.minutes?.versions.at(-1);
      return before === undefined
        ? changed
        : withVersion(
            changed,
            { ...before, version, at, seq, lines: linesOf(changed), amended: { under, line } },
            'confirmed',
          );
    });
  },
};

/** How every line reads now that is not struck out. */
export const linesOf = ({ lines }: Meeting): MinutesVersion['lines'] =>
  new Map(lines.flatMap(({ number, item, text }) => (text === null ? [] : [[number, { item, text }] as const])));

const withVersion = (meeting: Meeting, version: MinutesVersion, status: Minutes['status'] = 'circulated'): Meeting => ({
  ...meeting,
  minutes: {
    ...(meeting.minutes ?? noMinutes),
    status,
    versions: [...(meeting.minutes?.versions ?? []), version],
  },
});

type Change<T> = (present: T) => T;
type Pen = Parameters<typeof withMeeting>[0];

const withMinutes = (draft: Pen, id: Meeting['id'], change: Change<Minutes>): void => {
  withMeeting(draft, id, (meeting) =>
    meeting.minutes === null ? meeting : { ...meeting, minutes: change(meeting.minutes) },
  );
};

const withLatest = (draft: Pen, id: Meeting['id'], change: Change<MinutesVersion>): void => {
  withMinutes(draft, id, (minutes) => ({
    ...minutes,
    versions: minutes.versions.map((each, at) => (at === minutes.versions.length - 1 ? change(each) : each)),
  }));
};
