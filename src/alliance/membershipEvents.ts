import type { Instant } from './instant.js';
import type {
  AppointmentKind,
  Capacity,
  MemberId,
  ObserverRole,
  Office,
  OrganisationId,
  PersonId,
  TextRef,
} from './names.js';

/** What can become true of seats and people: who is a member, who speaks for it, who holds an office, who is away. */
export interface MembershipEvents {
  PersonNamed: {
    readonly person: PersonId;
    readonly name: TextRef;
    readonly organisation?: OrganisationId;
  };
  MemberJoined: {
    readonly member: MemberId;
    readonly organisation: OrganisationId;
    /** The name shown in records of this seat. */
    readonly name: string;
    readonly capacity: Capacity;
    readonly voting: boolean;
    readonly from: Instant;
  };
  NoticeGiven: { readonly member: MemberId; readonly leavesAt: Instant };
  MemberLeft: { readonly member: MemberId; readonly leftAt: Instant };
  Appointed: {
    /** Counted per alliance. */
    readonly appointment: number;
    readonly person: PersonId;
    readonly member: MemberId;
    readonly as: AppointmentKind;
    /** As stated; never effective before the entry itself (domain.md E15). */
    readonly from: Instant;
    readonly to?: Instant;
    /** A deputy of this representative only: ends with the representative's appointment (domain.md B6). */
    readonly personalTo?: PersonId;
    readonly limits?: AuthorityLimits;
  };
  AppointmentEnded: {
    readonly appointment: number;
    readonly person: PersonId;
    readonly member: MemberId;
    readonly as: AppointmentKind;
    readonly endsAt: Instant;
  };
  OfficeTaken: {
    readonly office: Office;
    readonly person: PersonId;
    readonly from: Instant;
    readonly to?: Instant;
  };
  OfficeLeft: { readonly office: Office; readonly person: PersonId; readonly endsAt: Instant };
  ObserverAdmitted: {
    readonly person: PersonId;
    readonly role: ObserverRole;
    readonly of?: string;
    readonly from: Instant;
    readonly to?: Instant;
  };
  ObserverLeft: { readonly person: PersonId; readonly endsAt: Instant };
  /** The reason of an absence is not in the book (rulings 4.2). */
  AbsenceRecorded: {
    readonly person: PersonId;
    readonly member: MemberId;
    readonly from: Instant;
    readonly to: Instant;
    readonly cover?: PersonId;
  };
  AbsenceEnded: { readonly person: PersonId; readonly member: MemberId };
}

export interface AuthorityLimits {
  readonly note?: string;
  /** Pounds. */
  readonly spendUpTo?: number;
  readonly ratifiedBy?: string;
}
