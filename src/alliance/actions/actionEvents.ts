import type { LocalDate } from '../instant.js';
import type { ActionId, DecisionNumber, MeetingId, MemberId, PersonId, TextRef } from '../names.js';

/** What can become true of an action (domain.md D4, B59). */
export interface ActionEvents {
  ActionRecorded: {
    readonly action: ActionId;
    readonly text: TextRef;
    readonly owner: ActionOwner;
    readonly due: LocalDate;
    /** What it comes from: an item of a meeting, a decision, or neither. */
    readonly source: ActionSource;
    /** Assigned in a meeting, or taken on by whoever recorded it; otherwise the owner is asked. */
    readonly accepted: boolean;
    /** Closed only once an officer has verified it. */
    readonly verified: boolean;
    readonly personName: TextRef;
  };
  ActionAccepted: { readonly action: ActionId };
  ActionUpdated: {
    readonly action: ActionId;
    readonly state: 'inProgress' | 'blocked';
    readonly note: TextRef;
    readonly personName: TextRef;
  };
  /** The owner says that it is done; the evidence is a note or an address. */
  ActionClaimed: { readonly action: ActionId; readonly evidence: TextRef; readonly personName: TextRef };
  ActionClosed: { readonly action: ActionId; readonly personName: TextRef };
  /** Not verified: it goes on. */
  ActionReturned: { readonly action: ActionId; readonly reason: TextRef; readonly personName: TextRef };
  /** The first date and the number of slips are kept (domain.md D4). */
  ActionPutOff: {
    readonly action: ActionId;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly slips: number;
    readonly reason: TextRef;
    readonly personName: TextRef;
  };
  ActionTransferred: {
    readonly action: ActionId;
    readonly from: ActionOwner | null;
    readonly to: ActionOwner;
    readonly reason: TextRef;
    readonly personName: TextRef;
  };
  /** The owner speaks for the member no more, or the member left: it falls to the member's representative, if there is one (E76). */
  ActionNeedsOwner: {
    readonly action: ActionId;
    readonly because: 'ownerLeft' | 'memberLeft';
    readonly fallsTo?: PersonId;
  };
  ActionCancelled: { readonly action: ActionId; readonly reason: TextRef; readonly personName: TextRef };
}

/** A person, for a member; an officer may own one without a member. */
export interface ActionOwner {
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly member?: MemberId;
}

export interface ActionSource {
  readonly at?: MeetingId;
  readonly item?: number;
  readonly decision?: DecisionNumber;
}
