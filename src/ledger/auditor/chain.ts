import { createHash } from 'node:crypto';
import type { EventKind } from '../../alliance/events.js';
import type { Entry, SealedEntry } from '../entry.js';
import { verifyHead } from '../signature.js';
import type { SignedHead } from '../signature.js';
import type { Finding, Note } from './findings.js';
import type { Reading } from './reading.js';
import { keyInForce } from './reading.js';

/** Holds the stored line against the one before it: sequence, chain, columns, cause. */
export const checkLine = (sealed: SealedEntry, before: SealedEntry | null, note: Note): void => {
  const seq = (before?.seq ?? 0) + 1;
  if (sealed.seq !== seq) note('chain', `entry ${seq} is missing: the next one is ${sealed.seq}`);
  if (sealed.prev !== (before?.hash ?? '0'.repeat(64))) note('chain', `it does not follow entry ${sealed.seq - 1}`);
  const hash = createHash('sha256').update(`roundtable/entry/1\n${sealed.event}`, 'utf8').digest('hex');
  if (hash !== sealed.hash) note('chain', 'it was altered after it was written');
  const said = parsed(sealed.event);
  for (const column of ['alliance', 'seq', 'prev', 'subject', 'kind', 'cause', 'part', 'at'] as const) {
    if (said?.[column] !== sealed[column]) note('columns', `column ${column} differs from the entry`);
  }
  if (before !== null && sealed.alliance !== before.alliance)
    note('chain', `it is of another book, ${sealed.alliance}`);
};

/** The entry as this auditor understands it; null, with a note, when it does not. */
export const readLine = (sealed: SealedEntry, note: Note): Entry | null => {
  const said = parsed(sealed.event);
  if (said === null) {
    note('readable', 'it is no JSON');
    return null;
  }
  if (shapes[said.kind as EventKind] === said.v && Object.hasOwn(shapes, said.kind as EventKind)) {
    return said as unknown as Entry;
  }
  note('readable', `kind ${String(said.kind)} in shape ${String(said.v)} is not known to this release`);
  return null;
};

/** The signed head is of the last entry and by the key in force (rulings 4.3, 4.4). */
export const headFindings = (
  reading: Reading,
  last: SealedEntry | null,
  signedHead: SignedHead | null,
): readonly Finding[] => {
  const at = (seq: number, says: string): readonly Finding[] => [{ seq, law: 'signature', says }];
  if (signedHead === null) return last === null ? [] : at(last.seq, 'the head of the book is not signed');
  const seq = last?.seq ?? 0;
  if (signedHead.seq > seq) {
    return at(seq + 1, `entries ${seq + 1} to ${signedHead.seq} were signed and are missing from the end`);
  }
  if (signedHead.seq < seq) return at(signedHead.seq + 1, `entries after ${signedHead.seq} are not signed for`);
  if (signedHead.hash !== last?.hash || signedHead.alliance !== last.alliance) {
    return at(seq, 'the signed head is not that of the last entry');
  }
  return verifyHead(keyInForce(reading), signedHead) ? [] : at(seq, 'the head is not signed by the key of this book');
};

const parsed = (event: string): Readonly<Record<string, unknown>> | null => {
  try {
    const said: unknown = JSON.parse(event);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** The auditor's own list, so that it does not rest on the list of the rules; the compiler keeps it complete. */
const shapes: Readonly<Record<EventKind, 1>> = {
  AllianceFounded: 1,
  KeyRotated: 1,
  CharterAdopted: 1,
  TextsRedacted: 1,
  PersonNamed: 1,
  MemberJoined: 1,
  NoticeGiven: 1,
  MemberLeft: 1,
  Appointed: 1,
  AppointmentEnded: 1,
  OfficeTaken: 1,
  OfficeLeft: 1,
  ObserverAdmitted: 1,
  ObserverLeft: 1,
  AbsenceRecorded: 1,
  AbsenceEnded: 1,
  RoomBound: 1,
  RoomReleased: 1,
  LinkProposed: 1,
  AccountLinked: 1,
  AccountUnlinked: 1,
  ProposalTabled: 1,
  RevisionOpened: 1,
  PositionRecorded: 1,
  ObjectionWithdrawn: 1,
  PositionVoided: 1,
  InterestDeclared: 1,
  InterestWithdrawn: 1,
  AmendmentSuggested: 1,
  SuggestionDeclined: 1,
  DeadlineExtended: 1,
  DowntimeMadeGood: 1,
  MembersNudged: 1,
  ChairMayAmend: 1,
  RecountRequired: 1,
  RecountConfirmed: 1,
  OutcomeHeld: 1,
  HoldReleased: 1,
  ProposalAdopted: 1,
  ProposalLapsed: 1,
  ProposalNotAgreed: 1,
  ProposalWithdrawn: 1,
  ProposalReferred: 1,
  ObjectionAfterOutcome: 1,
  OpeningMoved: 1,
  MeetingCalled: 1,
  SeriesConvened: 1,
  SeriesChanged: 1,
  SeriesEnded: 1,
  MeetingMoved: 1,
  MeetingCancelled: 1,
  InvitationAnswered: 1,
  NoticeWaived: 1,
  AgendaItemAdded: 1,
  AgendaItemChanged: 1,
  AgendaItemRemoved: 1,
  AgendaOrdered: 1,
  ItemPlacedInConsent: 1,
  ItemTakenOutOfConsent: 1,
  ConsentTaken: 1,
  PaperAdded: 1,
  PaperWithdrawn: 1,
  PackPublished: 1,
  MeetingStarted: 1,
  AttendanceRecorded: 1,
  AttendanceEnded: 1,
  ChairTaken: 1,
  QuorumReached: 1,
  QuorumLost: 1,
  MeetingInquorate: 1,
  DecisionPut: 1,
  NoteTaken: 1,
  LineCorrected: 1,
  InterestMinuted: 1,
  PositionEntered: 1,
  EnteredPositionAnswered: 1,
  EnteredPositionExpired: 1,
  MeetingEnded: 1,
  MinutesLineWritten: 1,
  MinutesCirculated: 1,
  MinutesAccepted: 1,
  CorrectionRequested: 1,
  CorrectionAnswered: 1,
  MinutesAgreed: 1,
  MinutesUnanswered: 1,
  MinutesConfirmed: 1,
  MinutesAmended: 1,
  ActionRecorded: 1,
  ActionAccepted: 1,
  ActionUpdated: 1,
  ActionClaimed: 1,
  ActionClosed: 1,
  ActionReturned: 1,
  ActionPutOff: 1,
  ActionTransferred: 1,
  ActionNeedsOwner: 1,
  ActionCancelled: 1,
};
