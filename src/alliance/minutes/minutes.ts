import type { Instant } from '../instant.js';
import type { DecisionNumber, MeetingId, MemberId, PersonId, TextRef } from '../names.js';
import type { NamedMember } from '../outcomeEvents.js';
import type { MinutedDecision } from './minutesEvents.js';

/** The minutes of one meeting (domain.md D3). The lines themselves stand with the meeting. */
export interface Minutes {
  readonly status: 'draft' | 'circulated' | 'agreed' | 'unanswered' | 'confirmed';
  /** Every version that went out, oldest first; each keeps what it said. */
  readonly versions: readonly MinutesVersion[];
  readonly corrections: readonly Correction[];
  readonly confirmed: {
    readonly version: number;
    readonly at: MeetingId | null;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly when: Instant;
    readonly disputed: readonly number[];
  } | null;
}

export interface MinutesVersion {
  readonly version: number;
  readonly at: Instant;
  readonly seq: number;
  readonly until: Instant | null;
  /** How each line read; lines that were struck out are not among them. */
  readonly lines: ReadonlyMap<number, { readonly item: number | null; readonly text: TextRef }>;
  readonly decisions: readonly MinutedDecision[];
  readonly asked: readonly NamedMember[];
  readonly accepted: ReadonlyMap<
    MemberId,
    { readonly person: PersonId; readonly personName: TextRef; readonly at: Instant }
  >;
  readonly silent: readonly NamedMember[];
  /** The resolution that made this version, and the line that it changed. */
  readonly amended: { readonly under: DecisionNumber; readonly line: number } | null;
}

export interface Correction {
  readonly number: number;
  readonly version: number;
  readonly member: MemberId;
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly line: number;
  readonly text: TextRef;
  readonly absent: boolean;
  readonly at: Instant;
  readonly answer: {
    readonly kind: 'accepted' | 'declined';
    readonly personName: TextRef;
    readonly reason: TextRef | null;
  } | null;
}
