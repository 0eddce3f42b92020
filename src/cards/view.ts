import type { Alliance } from '../alliance/alliance.js';
import type { Instant } from '../alliance/instant.js';
import type { TextRef } from '../alliance/names.js';

/** What a card is drawn from: the same view gives the same card. */
export interface View {
  readonly alliance: Alliance;
  /** The words behind a reference; null when they were redacted. */
  readonly text: (ref: TextRef) => string | null;
  readonly now: Instant;
  /** What people call a room on its platform; null, or left out, where that is not known. */
  readonly roomName?: (room: number) => string | null;
}

/** Every text reference in a value, so that a caller can fetch the words before drawing. */
export const textRefsIn = (value: unknown, found: Set<TextRef> = new Set()): Set<TextRef> => {
  if (typeof value === 'string') {
    if (value.startsWith('text:')) found.add(value as TextRef);
  } else if (value instanceof Map || value instanceof Set) {
    for (const part of value.values()) textRefsIn(part, found);
  } else if (Array.isArray(value)) {
    for (const part of value) textRefsIn(part, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) textRefsIn(part, found);
  }
  return found;
};
