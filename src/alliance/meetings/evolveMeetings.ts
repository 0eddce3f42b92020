import type { EventBodies } from '../events.js';
import type { Draft, Evolvers, Recorded } from '../evolve.js';
import type { MeetingId } from '../names.js';
import { personActing } from '../names.js';
import { noMinutes } from '../minutes/evolveMinutes.js';
import type { AgendaItem, Meeting } from './meeting.js';
import type { Series } from './series.js';

type CallEvent =
  | 'MeetingCalled'
  | 'MeetingMoved'
  | 'MeetingCancelled'
  | 'InvitationAnswered'
  | 'NoticeWaived'
  | 'AgendaItemAdded'
  | 'AgendaItemChanged'
  | 'AgendaItemRemoved'
  | 'AgendaOrdered'
  | 'ItemPlacedInConsent'
  | 'ItemTakenOutOfConsent'
  | 'ConsentTaken'
  | 'PaperAdded'
  | 'PaperWithdrawn'
  | 'PackPublished'
  | 'MeetingStarted'
  | 'MeetingEnded';

/** A meeting from its call to its session, and its end (domain.md D2). */
export const meetingEvolvers: Evolvers<CallEvent> = {
  MeetingCalled: (draft, body, entry) => {
    const { recurrence } = body;
    const series = recurrence === undefined ? undefined : draft.alliance.series.get(recurrence.series);
    draft.map('meetings').set(body.meeting, called(body, entry, series));
    if (series !== undefined && recurrence !== undefined) {
      draft.map('series').set(series.id, { ...series, calledTo: recurrence.on });
    }
    draft.set('liveMeetings').add(body.meeting);
  },

  MeetingMoved: (draft, body, { at }) => {
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      startsAt: body.startsAt,
      endsAt: body.endsAt,
      place: body.place ?? null,
      link: body.link ?? null,
      sequence: body.sequence,
      shortNotice: body.shortNotice,
      changedAt: at,
    }));
  },

  MeetingCancelled: (draft, body, { at }) => {
    const { sequence, why } = body;
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      status: 'cancelled',
      cancelled: why,
      sequence,
      changedAt: at,
    }));
    draft.set('liveMeetings').delete(body.meeting);
  },

  InvitationAnswered: (draft, body, { at }) => {
    const { person, personName, answer } = body;
    const member = body.member ?? null;
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      answers: [
        ...meeting.answers.filter((each) => each.person !== person || each.member !== member),
        { person, personName, member, answer, deputy: body.deputy ?? null, at },
      ],
    }));
  },

  NoticeWaived: (draft, body) => {
    const { member, item = null } = body;
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      waivers: [...meeting.waivers, { member, item, sequence: meeting.sequence }],
    }));
  },

  AgendaItemAdded: (draft, body, { by }) => {
    const { item: number, kind, title, personName } = body;
    const item = {
      ...{ number, kind, title, personName },
      text: body.text ?? null,
      about: body.about ?? null,
      presenter: body.presenter ?? null,
      minutes: body.minutes ?? null,
      late: body.late ?? null,
      addedBy: personActing(by),
      consent: null,
    };
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      items: [...meeting.items, item],
      itemsCounted: number,
    }));
  },

  AgendaItemChanged: (draft, { meeting, item, ...changed }) => {
    // What nobody contested were the words that it had then.
    const isReworded = changed.title !== undefined || changed.text !== undefined;
    const consentOf = ({ consent }: AgendaItem) => (isReworded && consent === 'placed' ? null : consent);
    withMeeting(draft, meeting, (present) => ({
      ...present,
      items: present.items.map((each) =>
        each.number === item ? { ...each, ...changed, consent: consentOf(each) } : each,
      ),
    }));
  },

  AgendaItemRemoved: (draft, body) => {
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      items: meeting.items.filter(({ number }) => number !== body.item),
    }));
  },

  AgendaOrdered: (draft, body) => {
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      items: body.order.flatMap((number) => meeting.items.find((each) => each.number === number) ?? []),
    }));
  },

  ItemPlacedInConsent: (draft, { meeting, item }) => {
    withMeeting(draft, meeting, (present) => withConsent(present, [item], 'placed'));
  },

  ItemTakenOutOfConsent: (draft, { meeting, item }) => {
    withMeeting(draft, meeting, (present) => {
      const about = present.items.find(({ number }) => number === item)?.about ?? null;
      const takenOut = about === null ? present.takenOut : [...present.takenOut, about];
      return withConsent({ ...present, takenOut }, [item], 'takenOut');
    });
  },

  ConsentTaken: (draft, { meeting, items }) => {
    withMeeting(draft, meeting, (present) => withConsent(present, items, 'taken'));
  },

  PaperAdded: (draft, body) => {
    const { paper: number, item, sha256, name, type, bytes, late } = body;
    const paper = { number, item, sha256, name, type, bytes, late, withdrawn: false };
    withMeeting(draft, body.meeting, (meeting) => ({ ...meeting, papers: [...meeting.papers, paper] }));
  },

  PaperWithdrawn: (draft, body) => {
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      papers: meeting.papers.map((each) => (each.number === body.paper ? { ...each, withdrawn: true } : each)),
    }));
  },

  PackPublished: (draft, { meeting, ...pack }, { at, seq }) => {
    withMeeting(draft, meeting, (present) => ({ ...present, packs: [...present.packs, { ...pack, at, seq }] }));
  },

  MeetingStarted: (draft, body, { at }) => {
    withMeeting(draft, body.meeting, (meeting) => ({ ...meeting, status: 'inSession', startedAt: at }));
  },

  MeetingEnded: (draft, body, { at }) => {
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      status: 'ended',
      endedAt: at,
      minutes: noMinutes,
      attendance: meeting.attendance.map((each) => ({ ...each, leftAt: each.leftAt ?? at })),
    }));
  },
};

/** Puts `change(meeting)` in the meeting's place; nothing happens where there is no such meeting. */
export const withMeeting = (draft: Draft, id: MeetingId, change: (meeting: Meeting) => Meeting): void => {
  const meeting = draft.alliance.meetings.get(id);
  if (meeting !== undefined) draft.map('meetings').set(id, change(meeting));
};

const withConsent = (meeting: Meeting, items: readonly number[], consent: AgendaItem['consent']): Meeting => ({
  ...meeting,
  items: meeting.items.map((each) => (items.includes(each.number) ? { ...each, consent } : each)),
});

const called = (body: EventBodies['MeetingCalled'], { at, by }: Recorded, series: Series | undefined): Meeting => ({
  id: body.meeting,
  body: body.body,
  calledAt: at,
  // The clock calls in the name of whoever planned the series.
  calledBy: series?.plannedBy ?? personActing(by),
  callerName: body.callerName,
  requisition: body.requisition ?? null,
  recurrence: body.recurrence ?? null,
  shortNotice: body.shortNotice,
  charterRevision: body.charterRevision,
  startsAt: body.startsAt,
  endsAt: body.endsAt,
  place: body.place ?? null,
  link: body.link ?? null,
  sequence: 0,
  changedAt: at,
  status: 'called',
  cancelled: null,
  items: [],
  itemsCounted: 0,
  takenOut: [],
  papers: [],
  packs: [],
  answers: [],
  waivers: [],
  startedAt: null,
  endedAt: null,
  attendance: [],
  chairs: [],
  quorum: 'none',
  quorums: [],
  put: [],
  lines: [],
  entered: [],
  minutes: null,
});
