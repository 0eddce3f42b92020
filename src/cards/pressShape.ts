import { z } from 'zod';
import type { PersonId, ProposalId } from '../alliance/names.js';

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
] as const;
export type ShowName = (typeof showNames)[number];

const counted = z.int().min(1).max(1_000_000);
const allianceCode = z.string().regex(/^[A-Z]{2,6}$/);
const proposalId = z.custom<ProposalId>((value) => typeof value === 'string' && /^P-[1-9]\d{0,8}$/.test(value));
const personId = z.custom<PersonId>((value) => typeof value === 'string' && /^person:[1-9]\d{0,8}$/.test(value));
const memberId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const onRevision = { proposal: proposalId, revision: counted };
const inCapacity = { member: memberId.optional() };

const readyCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recordPosition'), position: z.literal('agree'), ...onRevision, ...inCapacity }),
  z.strictObject({ kind: z.literal('withdrawObjection'), ...onRevision, ...inCapacity }),
  z.strictObject({ kind: z.literal('withdrawInterest'), ...onRevision, declaration: counted }),
  z.strictObject({ kind: z.literal('letChairAmend'), proposal: proposalId }),
  z.strictObject({ kind: z.literal('confirmRecount'), ...onRevision }),
  z.strictObject({ kind: z.literal('nudge'), proposal: proposalId }),
  z.strictObject({ kind: z.literal('endAbsence'), person: personId.optional(), ...inCapacity }),
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
  }),
  z.strictObject({
    ...versioned,
    act: z.literal('show'),
    show: z.enum(showNames),
    proposal: proposalId.optional(),
  }),
]);
