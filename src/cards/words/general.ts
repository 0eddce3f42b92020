/** "Harbour", "Harbour and PATH", "Harbour, PATH and Livewest". */
export const listed = (names: readonly string[], joiner: 'and' | 'or' = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${joiner} ${names.at(-1) ?? ''}`;

/** "1 member", "9 members". */
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${figure(count)} ${count === 1 ? noun : nouns}`;

/** "3,000": how a figure is written in a sentence. */
export const figure = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/gu, ',');

/** Somebody's words as a sentence of their own, with its full stop. */
export const asSentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** Somebody's words inside a sentence of ours. */
export const quoted = (text: string): string => `“${text}”`;

/** Somebody's words at the end of a sentence of ours: no second full stop. */
export const quotedLast = (text: string): string => `“${text}”${/[.!?…]$/u.test(text) ? '' : '.'}`;

/** "and 3 more" instead of a list that nobody reads on a telephone. */
export const listedUpTo = (names: readonly string[], most: number, joiner: 'and' | 'or' = 'and'): string =>
  names.length <= most
    ? listed(names, joiner)
    : `${names.slice(0, most).join(', ')} ${joiner} ${figure(names.length - most)} more`;

export const practiceWord = 'PRACTICE';
export const practiceNote = 'PRACTICE. Nothing here is a real decision.';
export const removedText = '[removed from the record]';

export const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const linkWords = 'Go to the card';
