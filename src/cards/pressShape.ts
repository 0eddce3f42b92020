import { z } from 'zod';
import { attendanceModes } from '../alliance/names.js';
import type { ActionId, MeetingId, PersonId, ProposalId, SeriesId } from '../alliance/names.js';

export const formNames = [
  'table',
  'object',
  'reservation',
  'interest',
  'suggest',
  'amend',
  'decline',
  'withdraw',
  'extend',
  'callMeeting',
  'reopen',
  'appoint',
  'endAppointment',
  'takeOffice',
  'leaveOffice',
  'absence',
  'preferences',
  'notice',
  'departure',
  'join',
  'rename',
  'admitObserver',
  'endObserver',
  'convene',
  'conveneSeries',
  'changeSeries',
  'endSeries',
  'moveMeeting',
  'cancelMeeting',
  'apologies',
  'addItem',
  'tableForMeeting',
  'changeItem',
  'moveItem',
  'placeInConsent',
  'removeItem',
  'addPaper',
  'withdrawPaper',
  'endCalendar',
  'rollCall',
  'takeChair',
  'minuteInterest',
  'takeNote',
  'correctLine',
  'enterPosition',
  'writeMinutes',
  'requestCorrection',
  'declineCorrection',
  'amendMinutes',
  'recordAction',
  'updateAction',
  'claimAction',
  'returnAction',
  'putOffAction',
  'transferAction',
  'cancelAction',
] as const;
export type FormName = (typeof formNames)[number];

/** Cards that a person can ask for. */
export const showNames = [
  'proposal',
  'more',
  'history',
  'mine',
  'open',
  'decisions',
  'digest',
  'people',
  'changePeople',
  'welcome',
  'meetings',
  'meeting',
  'minutes',
  'papers',
  'calendar',
  'actions',
  'action',
] as const;
export type ShowName = (typeof showNames)[number];

const counted = z.int().min(1).max(1_000_000);
const allianceCode = z.string().regex(/^[A-Z]{2,6}$/);
const proposalId = z.custom<ProposalId>((value) => typeof value === 'string' && /^P-[1-9]\d{0,8}$/.test(value));
const personId = z.custom<PersonId>((value) => typeof value === 'string' && /^person:[1-9]\d{0,8}$/.test(value));
const memberId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const meetingId = z.custom<MeetingId>((value) => typeof value === 'string' && /^M-[1-9]\d{0,8}$/.test(value));
const seriesId = z.custom<SeriesId>((value) => typeof value === 'string' && /^S-[1-9]\d{0,8}$/.test(value));
const actionId = z.custom<ActionId>((value) => typeof value === 'string' && /^A-[1-9]\d{0,8}$/.test(value));

const onRevision = { proposal: proposalId, revision: counted };
const ofMeeting = { meeting: meetingId };
const inCapacity = { member: memberId.optional() };

const readyCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recordPosition'), position: z.literal('agree'), ...onRevision, ...inCapacity }),
  z.strictObject({ kind: z.literal('withdrawObjection'), ...onRevision, ...inCapacity }),
  z.strictObject({ kind: z.literal('withdrawInterest'), ...onRevision, declaration: counted }),
  z.strictObject({ kind: z.literal('letChairAmend'), proposal: proposalId }),
  z.strictObject({ kind: z.literal('confirmRecount'), ...onRevision }),
  z.strictObject({ kind: z.literal('nudge'), proposal: proposalId }),
  z.strictObject({ kind: z.literal('endAbsence'), person: personId.optional(), ...inCapacity }),
  z.strictObject({
    kind: z.literal('answerInvitation'),
    answer: z.enum(['room', 'remote', 'apologies']),
    ...ofMeeting,
    ...inCapacity,
  }),
  z.strictObject({ kind: z.literal('waiveNotice'), item: counted.optional(), ...ofMeeting, ...inCapacity }),
  z.strictObject({ kind: z.literal('takeOutOfConsent'), item: counted, ...ofMeeting }),
  z.strictObject({ kind: z.literal('takeConsent'), items: z.array(counted).min(1).max(60), ...ofMeeting }),
  z.strictObject({ kind: z.literal('publishPack'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('startMeeting'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('recordAttendance'), mode: z.enum(attendanceModes), ...ofMeeting }),
  z.strictObject({ kind: z.literal('endAttendance'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('putDecision'), item: counted, ...ofMeeting }),
  z.strictObject({ kind: z.literal('circulateItem'), item: counted, ...ofMeeting }),
  z.strictObject({ kind: z.literal('declareInquorate'), ...ofMeeting }),
  z.strictObject({
    kind: z.literal('answerEntered'),
    entered: counted,
    answer: z.enum(['confirmed', 'disputed']),
    ...ofMeeting,
    ...inCapacity,
  }),
  z.strictObject({ kind: z.literal('endMeeting'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('circulateMinutes'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('acceptMinutes'), version: counted, ...ofMeeting, ...inCapacity }),
  z.strictObject({
    kind: z.literal('answerCorrection'),
    correction: counted,
    answer: z.literal('accepted'),
    ...ofMeeting,
  }),
  z.strictObject({ kind: z.literal('confirmMinutes'), version: counted, ...ofMeeting }),
  z.strictObject({ kind: z.literal('setFeed'), feed: z.enum(['new', 'none']), person: personId.optional() }),
  z.strictObject({ kind: z.literal('acceptAction'), action: actionId }),
  z.strictObject({ kind: z.literal('closeAction'), action: actionId }),
]);

const versioned = { v: z.literal(1), alliance: allianceCode };

/** Parses what `encodePress` wrote: nothing more, nothing less, so that an edited value is refused at the door. */
export const pressShape = z.discriminatedUnion('act', [
  z.strictObject({ ...versioned, act: z.literal('order'), command: readyCommand }),
  z.strictObject({
    ...versioned,
    act: z.literal('form'),
    form: z.enum(formNames),
    proposal: proposalId.optional(),
    revision: counted.optional(),
    member: memberId.optional(),
    person: personId.optional(),
    suggestion: counted.optional(),
    retables: proposalId.optional(),
    rescinds: proposalId.optional(),
    meeting: meetingId.optional(),
    series: seriesId.optional(),
    item: counted.optional(),
    line: counted.optional(),
    version: counted.optional(),
    correction: counted.optional(),
    action: actionId.optional(),
  }),
  z.strictObject({
    ...versioned,
    act: z.literal('show'),
    show: z.enum(showNames),
    proposal: proposalId.optional(),
    meeting: meetingId.optional(),
    action: actionId.optional(),
  }),
]);
