import type { Alliance } from '../alliance.js';
import type { MeetingId } from '../names.js';
import type { Refusal } from '../refusals.js';

/** A line that names a decision which the register does not have would make the minutes differ from it (domain.md E63). */
export const namesUnknownDecision = (alliance: Alliance, meeting: MeetingId, text: string): Refusal | null => {
  const named = text.match(new RegExp(`\\b${alliance.code}(?:-S)?-\\d{4}-\\d{1,6}\\b`, 'gu')) ?? [];
  const unknown = named.find((number) => !alliance.decisions.has(number));
  return unknown === undefined ? null : { why: 'minutesDiffer', meeting, number: unknown };
};

/**
 * Whether a new wording changes names and figures only: all that a member that was not there may correct (rulings 1.18).
 * A name is a word with a capital, a figure one with a digit; every other word stays, in its place.
 */
export const changesNamesOnly = (before: string, after: string): boolean => {
  const words = (text: string): readonly string[] =>
    (text.match(/[\p{L}\p{N}’'£%.,:-]*[\p{L}\p{N}%]/gu) ?? []).map((word) => (isNameOrFigure(word) ? name : word));
  const collapsed = (all: readonly string[]): string =>
    all.filter((word, at) => word !== name || all[at - 1] !== name).join(' ');
  return before !== after && collapsed(words(before)) === collapsed(words(after));
};

const name = '\u{1F464}';
const isNameOrFigure = (word: string): boolean => /^\p{Lu}/u.test(word) || /\p{N}/u.test(word);
