import type { Instant } from './instant.js';
import type { Meeting } from './meetings/meeting.js';
import type { MeetingRefusal } from './meetings/meetingRefusals.js';
import type {
  ActionId,
  AppointmentKind,
  MeetingId,
  MemberId,
  ObserverRole,
  Office,
  PersonId,
  ProposalId,
} from './names.js';

export type { MeetingRefusal } from './meetings/meetingRefusals.js';

/**
 * Why an order was not carried out, as data. `cards/words` makes the sentence: what happened, why, and who can do
 * what next. Nothing in the book has changed but what time had made true.
 */
export type Refusal =
  // The book
  | { readonly why: 'unreadableHere'; readonly seq: number; readonly kind: string; readonly v: number }
  | { readonly why: 'noSuchAlliance'; readonly code: string }
  | { readonly why: 'codeTaken'; readonly code: string }
  | { readonly why: 'notRecordedTryAgain' }
  | { readonly why: 'operatorOnly' }
  | { readonly why: 'notByOperator' }
  // Who speaks
  | { readonly why: 'stranger' }
  | {
      readonly why: 'noVoice';
      readonly observer?: ObserverRole;
      readonly offices: readonly Office[];
      /** Those who may speak for the member asked for, or for the person's own organisation. */
      readonly speakers: readonly PersonId[];
      readonly member?: MemberId;
    }
  | {
      readonly why: 'appointmentNotLive';
      readonly member: MemberId;
      readonly as: AppointmentKind;
      readonly startsAt?: Instant;
      readonly endedAt?: Instant;
      readonly speakers: readonly PersonId[];
    }
  | { readonly why: 'chooseCapacity'; readonly members: readonly MemberId[] }
  | { readonly why: 'notYourMember'; readonly member: MemberId; readonly speakers: readonly PersonId[] }
  | { readonly why: 'representativeHasSpoken'; readonly member: MemberId; readonly person: PersonId }
  | { readonly why: 'deputyHasSpoken'; readonly member: MemberId; readonly person: PersonId }
  | { readonly why: 'personTookNoPart'; readonly member: MemberId; readonly others: readonly PersonId[] }
  | {
      readonly why: 'memberNotEligible';
      readonly member: MemberId;
      readonly because: 'joinedLater' | 'left' | 'nonVoting' | 'interestDeclared' | 'notYetIn';
    }
  | {
      readonly why: 'mayNot';
      readonly act: GuardedAct;
      readonly people: readonly PersonId[];
      readonly offices: readonly Office[];
    }
  // Proposals
  | { readonly why: 'noSuchProposal'; readonly proposal: string }
  | { readonly why: 'notOpenYet'; readonly proposal: ProposalId; readonly opensAt: Instant }
  | { readonly why: 'oldRevision'; readonly proposal: ProposalId; readonly asked: number; readonly current: number }
  | { readonly why: 'closing'; readonly proposal: ProposalId; readonly deadline: Instant }
  | { readonly why: 'closed'; readonly proposal: ProposalId }
  | { readonly why: 'objectionAfterOutcome'; readonly proposal: ProposalId }
  | { readonly why: 'referred'; readonly proposal: ProposalId }
  /** A recused person asks for what stands behind the card (rulings 1.9, 3.3). */
  | { readonly why: 'papersWithheld'; readonly proposal: ProposalId }
  | { readonly why: 'notReferred'; readonly proposal: ProposalId }
  | { readonly why: 'nothingToWithdraw'; readonly proposal: ProposalId }
  | { readonly why: 'alreadyDeclared'; readonly proposal: ProposalId; readonly member: MemberId }
  | { readonly why: 'noSuchDeclaration'; readonly proposal: ProposalId }
  | { readonly why: 'noSuchSuggestion'; readonly proposal: ProposalId; readonly suggestion: number }
  | { readonly why: 'noChange'; readonly proposal: ProposalId }
  | { readonly why: 'nothingToConfirm'; readonly proposal: ProposalId }
  | { readonly why: 'unknownClass'; readonly class: string; readonly offered: readonly string[] }
  | { readonly why: 'classNotOffered'; readonly class: string; readonly rule: string }
  | {
      readonly why: 'tooFewEligible';
      readonly eligible: number;
      readonly least: number;
      readonly needsCommissioner: boolean;
    }
  | { readonly why: 'tooManyOpen'; readonly most: number }
  | { readonly why: 'nobodyWaiting'; readonly proposal: ProposalId }
  | { readonly why: 'nudgedToday'; readonly proposal: ProposalId; readonly at: Instant }
  // Texts
  | { readonly why: 'textMissing'; readonly field: TextField; readonly least: number }
  | { readonly why: 'textTooLong'; readonly field: TextField; readonly length: number; readonly most: number }
  | { readonly why: 'textUnsafe'; readonly field: TextField }
  // Dates
  | { readonly why: 'notAnInstant'; readonly field: DateField }
  | { readonly why: 'deadlineOutsideWorkingTime'; readonly given: Instant; readonly next: Instant }
  | { readonly why: 'deadlineTooSoon'; readonly given: Instant; readonly earliest: Instant }
  | { readonly why: 'deadlineTooLate'; readonly given: Instant; readonly latest: Instant }
  | { readonly why: 'deadlineNotLater'; readonly given: Instant; readonly present: Instant }
  | { readonly why: 'datesBackwards' }
  | { readonly why: 'notATimeOfDay'; readonly given: string }
  | { readonly why: 'inThePast'; readonly field: DateField }
  // Seats and people
  | { readonly why: 'noSuchMember'; readonly member: string }
  | { readonly why: 'memberExists'; readonly member: MemberId }
  | { readonly why: 'memberHasLeft'; readonly member: MemberId }
  | { readonly why: 'noSuchOrganisation'; readonly organisation: string }
  | { readonly why: 'badName'; readonly name: string }
  | { readonly why: 'noSuchPerson' }
  | {
      readonly why: 'alreadyAppointed';
      readonly person: PersonId;
      readonly member: MemberId;
      readonly as: AppointmentKind;
    }
  /** Only a deputy stands in for one representative alone. */
  | { readonly why: 'onlyDeputyIsPersonal'; readonly as: AppointmentKind }
  | { readonly why: 'alreadyRepresented'; readonly member: MemberId; readonly person: PersonId }
  | { readonly why: 'notAppointed'; readonly person: PersonId; readonly member: MemberId; readonly as: AppointmentKind }
  | {
      readonly why: 'notADeputy';
      readonly person: PersonId;
      readonly member: MemberId;
      readonly deputies: readonly PersonId[];
    }
  | { readonly why: 'notInOffice'; readonly person: PersonId; readonly office: Office }
  | { readonly why: 'lastHolder'; readonly power: string; readonly office: Office }
  | { readonly why: 'notAway'; readonly person: PersonId }
  | { readonly why: 'tooManyMembers'; readonly most: number }
  // Rooms and accounts
  | { readonly why: 'noSuchBody'; readonly body: string; readonly bodies: readonly string[] }
  | { readonly why: 'noSuchRoom'; readonly room: number }
  | { readonly why: 'tooManyRooms'; readonly most: number }
  | { readonly why: 'accountNotListed'; readonly people: readonly PersonId[] }
  | { readonly why: 'ownLink'; readonly people: readonly PersonId[] }
  | { readonly why: 'noSuchLink'; readonly link: number }
  | { readonly why: 'tooManyLinks'; readonly most: number }
  | { readonly why: 'noSuchDecision'; readonly number: string }
  /** The rules could not be worked with; `says` is the check's own sentence. */
  | { readonly why: 'charterNotSound'; readonly says: string }
  | { readonly why: 'notAChangeOfCharter'; readonly number: string }
  | MeetingRefusal
  | MinutesRefusal
  | ActionRefusal;

/** Why something about minutes was not done (domain.md D3). */
export type MinutesRefusal =
  | { readonly why: 'noMinutesYet'; readonly meeting: MeetingId; readonly status: Meeting['status'] }
  | { readonly why: 'minutesNotOut'; readonly meeting: MeetingId }
  | { readonly why: 'minutesAreOut'; readonly meeting: MeetingId }
  | { readonly why: 'oldMinutes'; readonly meeting: MeetingId; readonly asked: number; readonly current: number }
  | { readonly why: 'minutesConfirmed'; readonly meeting: MeetingId }
  | { readonly why: 'minutesNotConfirmed'; readonly meeting: MeetingId }
  | { readonly why: 'minutesDiffer'; readonly meeting: MeetingId; readonly number: string }
  | { readonly why: 'nobodyAttended'; readonly meeting: MeetingId }
  | { readonly why: 'wasNotThere'; readonly meeting: MeetingId; readonly member: MemberId }
  | { readonly why: 'correctionWaits'; readonly meeting: MeetingId; readonly line: number }
  | { readonly why: 'tooManyCorrections'; readonly meeting: MeetingId; readonly most: number }
  | { readonly why: 'noSuchCorrection'; readonly meeting: MeetingId; readonly correction: number }
  | { readonly why: 'confirmedAtMeeting'; readonly meeting: MeetingId; readonly next: MeetingId }
  | { readonly why: 'notAllAccepted'; readonly meeting: MeetingId }
  | { readonly why: 'decisionUsed'; readonly number: string };

/** Why something about an action was not done (domain.md D4). */
export type ActionRefusal =
  | { readonly why: 'noSuchAction'; readonly action: string }
  | { readonly why: 'actionIsOver'; readonly action: ActionId; readonly status: 'closed' | 'cancelled' }
  | { readonly why: 'cannotOwn'; readonly person: PersonId }
  | { readonly why: 'chooseOwnersMember'; readonly members: readonly MemberId[] }
  | { readonly why: 'dueTooFar'; readonly years: number }
  | { readonly why: 'dueNotLater'; readonly action: ActionId; readonly present: string }
  | { readonly why: 'notClaimed'; readonly action: ActionId }
  | { readonly why: 'ownAction'; readonly action: ActionId }
  | { readonly why: 'tooManyActions'; readonly most: number };

export type DateField = 'deadline' | 'opensAt' | 'from' | 'to' | 'leavesAt' | 'startsAt' | 'endsAt' | 'due';

export type TextField =
  | 'title'
  | 'text'
  | 'bestForPeople'
  | 'objection'
  | 'reservation'
  | 'wouldChange'
  | 'nature'
  | 'why'
  | 'reason'
  | 'name'
  | 'itemTitle'
  | 'itemText'
  | 'note'
  | 'place'
  | 'link'
  | 'action'
  | 'evidence';

/** Acts that only some may do; the refusal names who (rulings 1.5, 1.7, 1.11, 1.14). */
export type GuardedAct =
  | 'table'
  | 'amend'
  | 'decline'
  | 'letChairAmend'
  | 'withdraw'
  | 'extend'
  | 'nudge'
  | 'reopen'
  | 'confirmRecount'
  | 'withdrawInterest'
  | 'changeMembers'
  | 'appoint'
  | 'changeOffices'
  | 'recordAbsence'
  | 'adoptCharter'
  | 'suggest'
  | 'bindRoom'
  | 'proposeLink'
  | 'callMeeting'
  | 'endFeed'
  | 'convene'
  | 'moveMeeting'
  | 'cancelMeeting'
  | 'changeSeries'
  | 'endSeries'
  | 'changeAgenda'
  | 'takeOutOfConsent'
  | 'takeConsent'
  | 'addPaper'
  | 'publishPack'
  | 'runMeeting'
  | 'callRoll'
  | 'takeChair'
  | 'putDecision'
  | 'takeNotes'
  | 'enterPosition'
  | 'writeMinutes'
  | 'answerCorrection'
  | 'confirmMinutes'
  | 'acceptAction'
  | 'updateAction'
  | 'verifyAction'
  | 'transferAction'
  | 'cancelAction';
