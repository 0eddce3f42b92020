import type { Alliance } from './alliance.js';
import { followOwners } from './actions/owners.js';
import {
  cancelAction,
  claimAction,
  closeAction,
  putOffAction,
  returnAction,
  transferAction,
  updateAction,
} from './actions/progress.js';
import { acceptAction, recordAction } from './actions/recording.js';
import { confirmLink, linkAccount, proposeLink, unlinkAccount } from './accounts.js';
import { amendProposal, declineSuggestion, letChairAmend, suggestAmendment } from './amending.js';
import { appoint, endAbsence, endAppointment, recordAbsence } from './appointing.js';
import { adoptCharter } from './chartering.js';
import type { Command, CommandKind, CommandOf } from './commands.js';
import { callMeeting, extendDeadline, reopenProposal, withdrawProposal } from './conducting.js';
import { openDesk } from './desk.js';
import type { Context, Desk } from './desk.js';
import type { DirectoryChange } from './directory.js';
import type { Fact } from './events.js';
import { declareInterest, withdrawInterest } from './interests.js';
import { addItem, changeItem, moveItem, removeItem, tableForMeeting } from './meetings/agenda.js';
import { endAttendance, recordAttendance } from './meetings/attendance.js';
import { cancelMeeting, conveneMeeting, moveMeeting } from './meetings/calling.js';
import { placeInConsent, takeConsent, takeOutOfConsent } from './meetings/consent.js';
import { circulateItem, putDecision } from './meetings/decisions.js';
import { answerEntered, enterPosition } from './meetings/entered.js';
import { followMeetings } from './meetings/following.js';
import { answerInvitation, waiveNotice } from './meetings/invitations.js';
import { correctLine, minuteInterest, takeNote } from './meetings/lines.js';
import { addPaper, publishPack, withdrawPaper } from './meetings/pack.js';
import { conveneSeries, endSeries } from './meetings/planning.js';
import { takeChair } from './meetings/presiding.js';
import { changeSeries } from './meetings/replanning.js';
import { declareInquorate, endMeeting, startMeeting } from './meetings/session.js';
import { acceptMinutes, answerCorrection, requestCorrection } from './minutes/accepting.js';
import { circulateMinutes, writeMinutes } from './minutes/circulating.js';
import { amendMinutes, confirmMinutes } from './minutes/confirming.js';
import { giveNotice, joinMember, recordDeparture } from './membership.js';
import { admitObserver, endObserver, leaveOffice, renamePerson, takeOffice } from './officers.js';
import { nudge } from './nudging.js';
import { letPass } from './passing.js';
import { recordPosition, withdrawObjection } from './positions.js';
import { setFeed, setPreferences } from './preferences.js';
import { confirmRecount } from './recounts.js';
import type { Refusal } from './refusals.js';
import { bindRoom, releaseRoom } from './rooms.js';
import { rotateKey } from './rotation.js';
import { settle } from './settle.js';
import { tableProposal } from './tabling.js';
import type { SaltedText } from './texts.js';

/**
 * What an order comes to, by the alliance's own rules: first what time has made true, then the order itself, then the
 * facts that follow from it. A refused order states no facts but, after an outcome, the objection it came with. Pure:
 * the same alliance, order and circumstances give the same decision.
 */
export const decide = (alliance: Alliance, command: Command, context: Context): Decision => {
  if (alliance.unreadable !== null) {
    return {
      past: [],
      facts: [],
      texts: [],
      directory: [],
      refusal: { why: 'unreadableHere', ...alliance.unreadable },
      alliance,
    };
  }
  const desk = openDesk(alliance, context);
  letPass(desk);
  follow(desk);
  desk.ordered = true;
  const refusal = carryOut(desk, command);
  settle(desk);
  if (refusal === null) follow(desk);
  return {
    past: desk.past,
    facts: desk.facts,
    texts: desk.sealer.texts(),
    directory: desk.directory,
    ...(refusal === null ? {} : { refusal }),
    alliance: desk.alliance,
  };
};

/** What follows for meetings and actions from who is appointed, and who is there, now. */
const follow = (desk: Desk): void => {
  followMeetings(desk);
  followOwners(desk);
};

export interface Decision {
  /** What time had made true; the clock's, whatever becomes of the order. */
  readonly past: readonly Fact[];
  /** What the order made true; empty when it was so already. */
  readonly facts: readonly Fact[];
  readonly texts: readonly SaltedText[];
  readonly directory: readonly DirectoryChange[];
  readonly refusal?: Refusal;
  /** The alliance after `past` and `facts`. */
  readonly alliance: Alliance;
}

/** One act a command; null when it was carried out. */
type Act<K extends CommandKind> = (desk: Desk, command: CommandOf<K>) => Refusal | null;

const acts: { readonly [K in CommandKind]: Act<K> } = {
  tableProposal,
  recordPosition,
  withdrawObjection,
  declareInterest,
  withdrawInterest,
  suggestAmendment,
  declineSuggestion,
  amendProposal,
  letChairAmend,
  withdrawProposal,
  extendDeadline,
  nudge,
  callMeeting,
  reopenProposal,
  confirmRecount,
  joinMember,
  giveNotice,
  recordDeparture,
  appoint,
  endAppointment,
  takeOffice,
  leaveOffice,
  admitObserver,
  endObserver,
  renamePerson,
  recordAbsence,
  endAbsence,
  adoptCharter,
  bindRoom,
  releaseRoom,
  linkAccount,
  proposeLink,
  confirmLink,
  unlinkAccount,
  rotateKey,
  setPreferences,
  setFeed,
  conveneMeeting,
  moveMeeting,
  cancelMeeting,
  conveneSeries,
  changeSeries,
  endSeries,
  answerInvitation,
  waiveNotice,
  addItem,
  tableForMeeting,
  changeItem,
  removeItem,
  moveItem,
  placeInConsent,
  takeOutOfConsent,
  takeConsent,
  addPaper,
  withdrawPaper,
  publishPack,
  startMeeting,
  recordAttendance,
  endAttendance,
  takeChair,
  putDecision,
  circulateItem,
  declareInquorate,
  takeNote,
  correctLine,
  minuteInterest,
  enterPosition,
  answerEntered,
  endMeeting,
  writeMinutes,
  circulateMinutes,
  acceptMinutes,
  requestCorrection,
  answerCorrection,
  confirmMinutes,
  amendMinutes,
  recordAction,
  acceptAction,
  updateAction,
  claimAction,
  closeAction,
  returnAction,
  putOffAction,
  transferAction,
  cancelAction,
  letTimePass: () => null,
};

const carryOut = (desk: Desk, command: Command): Refusal | null =>
  (acts[command.kind] as (desk: Desk, command: Command) => Refusal | null)(desk, command);
