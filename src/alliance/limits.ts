import type { Refusal, TextField } from './refusals.js';

/** Fewest and most characters of each text, counted as code points. The charter may ask more of an objection's reason. */
export const textLimits: Readonly<Record<TextField, { readonly least: number; readonly most: number }>> = {
  title: { least: 3, most: 150 },
  text: { least: 1, most: 3000 },
  bestForPeople: { least: 10, most: 1000 },
  objection: { least: 10, most: 2000 },
  reservation: { least: 1, most: 2000 },
  wouldChange: { least: 1, most: 1000 },
  nature: { least: 1, most: 1000 },
  why: { least: 1, most: 1000 },
  reason: { least: 1, most: 1000 },
  name: { least: 1, most: 120 },
  itemTitle: { least: 3, most: 150 },
  itemText: { least: 1, most: 3000 },
  note: { least: 1, most: 2000 },
  place: { least: 2, most: 200 },
  link: { least: 8, most: 500 },
  action: { least: 3, most: 500 },
  evidence: { least: 3, most: 1000 },
};

/**
 * What is wrong with a text, or null. `least` is the charter's own figure where it has one. Blank and invisible
 * characters do not make up a reason; NUL and lone surrogates are refused at the door (rulings 4.2).
 */
export const textRefusal = (field: TextField, text: string, least = textLimits[field].least): Refusal | null => {
  const { most } = textLimits[field];
  const length = codePoints(text);
  if (length > most) return { why: 'textTooLong', field, length, most };
  if (isUnsafe(text)) return { why: 'textUnsafe', field };
  return codePoints(text.replace(invisible, '').trim()) < least ? { why: 'textMissing', field, least } : null;
};

/** Length in code points, so that an emoji outside the first plane counts once. */
export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** NUL or half of a surrogate pair: what neither SQLite nor UTF-8 can hold as it stands. */
export const isUnsafe = (text: string): boolean => unsafe.test(text);

// eslint-disable-next-line no-control-regex -- NUL is what it looks for
const unsafe = /\u0000|\p{Surrogate}/u;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
