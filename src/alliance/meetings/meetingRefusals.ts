import type { Instant } from '../instant.js';
import type { MeetingId, MemberId, PersonId, ProposalId, SeriesId } from '../names.js';
import type { Contested } from './consent.js';
import type { Meeting } from './meeting.js';

/** Why something about a meeting was not done (domain.md D2). */
export type MeetingRefusal =
  | { readonly why: 'noSuchMeeting'; readonly meeting: string }
  | { readonly why: 'meetingNotOpen'; readonly meeting: MeetingId; readonly status: Meeting['status'] }
  | { readonly why: 'notInSession'; readonly meeting: MeetingId; readonly status: Meeting['status'] }
  | { readonly why: 'noSuchItem'; readonly meeting: MeetingId; readonly item: number }
  | { readonly why: 'requisitionTooLate'; readonly latest: Instant; readonly workingDays: number }
  | { readonly why: 'meetingTooLong'; readonly most: number }
  | { readonly why: 'meetingTooFar'; readonly years: number }
  | { readonly why: 'tooManyMeetings'; readonly most: number }
  | { readonly why: 'notARecurrence'; readonly rule: string }
  | { readonly why: 'seriesWithoutEnd'; readonly meetings: number }
  | { readonly why: 'seriesTooLong'; readonly meetings: number; readonly years: number }
  | { readonly why: 'nothingRecurs' }
  | { readonly why: 'noSuchSeries'; readonly series: string }
  | { readonly why: 'seriesIsOver'; readonly series: SeriesId }
  | { readonly why: 'notOfSeries'; readonly meeting: MeetingId; readonly series: SeriesId }
  | { readonly why: 'tooManySeries'; readonly most: number }
  | { readonly why: 'noticeWasGiven'; readonly meeting: MeetingId }
  | { readonly why: 'bodyDoesNotDecide'; readonly meeting: MeetingId }
  | { readonly why: 'decisionNeedsProposal'; readonly meeting: MeetingId }
  | { readonly why: 'onAgendaAlready'; readonly meeting: MeetingId; readonly about: ProposalId }
  | { readonly why: 'titleOfProposal'; readonly about: ProposalId }
  | { readonly why: 'lateNeedsReason'; readonly meeting: MeetingId; readonly due: Instant }
  | { readonly why: 'notMinutes'; readonly most: number }
  | { readonly why: 'agendaFull'; readonly meeting: MeetingId; readonly most: number }
  | {
      readonly why: 'itemContested';
      readonly meeting: MeetingId;
      readonly item: number;
      readonly because: Contested;
    }
  | { readonly why: 'notInConsent'; readonly meeting: MeetingId; readonly item: number }
  | { readonly why: 'noConsentBlock'; readonly meeting: MeetingId }
  | { readonly why: 'consentBlockDiffers'; readonly meeting: MeetingId; readonly present: readonly number[] }
  | { readonly why: 'notAPaper' }
  | { readonly why: 'paperTooLarge'; readonly bytes: number; readonly most: number }
  | { readonly why: 'tooManyPapers'; readonly meeting: MeetingId; readonly most: number }
  | { readonly why: 'noSuchPaper'; readonly meeting: MeetingId; readonly paper: number }
  | { readonly why: 'itemPapersWithheld'; readonly meeting: MeetingId; readonly item: number }
  | { readonly why: 'paperNotKept'; readonly meeting: MeetingId; readonly paper: number }
  | { readonly why: 'tooEarlyToStart'; readonly meeting: MeetingId; readonly from: Instant }
  | { readonly why: 'isQuorate'; readonly meeting: MeetingId }
  | { readonly why: 'notInvited'; readonly meeting: MeetingId; readonly person: PersonId }
  | { readonly why: 'tooManyAttendees'; readonly most: number }
  | { readonly why: 'notPresent'; readonly meeting: MeetingId; readonly person: PersonId }
  | { readonly why: 'memberNotPresent'; readonly meeting: MeetingId; readonly member: MemberId }
  | {
      readonly why: 'chairConflicted';
      readonly meeting: MeetingId;
      readonly item: number;
      readonly person: PersonId;
    }
  | { readonly why: 'chairIsThere'; readonly meeting: MeetingId; readonly people: readonly PersonId[] }
  | { readonly why: 'nobodyPresides'; readonly meeting: MeetingId; readonly item: number }
  | { readonly why: 'nothingToPut'; readonly meeting: MeetingId; readonly item: number }
  | { readonly why: 'putAlready'; readonly meeting: MeetingId; readonly item: number; readonly about: ProposalId }
  | {
      readonly why: 'noQuorum';
      readonly meeting: MeetingId;
      readonly item: number;
      readonly absent: readonly MemberId[];
    }
  | {
      readonly why: 'noticeNotWaived';
      readonly meeting: MeetingId;
      readonly item: number;
      readonly members: readonly MemberId[];
    }
  | { readonly why: 'noSuchLine'; readonly meeting: MeetingId; readonly line: number }
  | { readonly why: 'minutesFull'; readonly meeting: MeetingId; readonly most: number }
  | { readonly why: 'noSuchEntered'; readonly meeting: MeetingId; readonly entered: number }
  | {
      readonly why: 'enteredIsSettled';
      readonly meeting: MeetingId;
      readonly entered: number;
      readonly state: 'waiting' | 'confirmed' | 'disputed' | 'expired';
    };
