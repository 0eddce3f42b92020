import type { Instant, LocalDate } from '../instant.js';
import type { ActionId, PersonId, TextRef } from '../names.js';
import type { ActionOwner, ActionSource } from './actionEvents.js';

/** Something that somebody does by a date (domain.md D4). Whether it is overdue is worked out, never stored. */
export interface Action {
  readonly id: ActionId;
  readonly text: TextRef;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly recorderName: TextRef;
  readonly source: ActionSource;
  /** As it stood at first: minutes print it so. */
  readonly first: { readonly owner: ActionOwner; readonly due: LocalDate };
  /** Null while it needs an owner and falls to nobody. */
  readonly owner: ActionOwner | null;
  readonly due: LocalDate;
  readonly slips: number;
  readonly status: 'proposed' | 'open' | 'inProgress' | 'blocked' | 'claimed' | 'closed' | 'cancelled';
  /** Closed only once an officer has verified it. */
  readonly verified: boolean;
  readonly needsOwner: 'ownerLeft' | 'memberLeft' | null;
  readonly evidence: TextRef | null;
  readonly notes: readonly ActionNote[];
  readonly changedAt: Instant;
}

/** What was said about it on the way: progress, blocks, slips, transfers, evidence. */
export interface ActionNote {
  readonly at: Instant;
  readonly personName: TextRef;
  readonly kind: 'inProgress' | 'blocked' | 'putOff' | 'transferred' | 'claimed' | 'returned' | 'cancelled';
  readonly text: TextRef;
}
