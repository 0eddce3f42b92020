import { objectsIn } from './standin/cardCheck.js';
import type { Shown } from './standin/world.js';

/** The words that somebody sees of a message, element by element. */
export const textOf = ({ text, card }: Pick<Shown, 'text' | 'card'>): string =>
  [text, ...wordsOf(card)].filter((words) => words !== '').join('\n');

/** The buttons of a message, in order. */
export const labelsOf = ({ card }: Pick<Shown, 'card'>): readonly string[] =>
  objectsIn(card).flatMap(({ type, title }) => (String(type).startsWith('Action.') ? [String(title)] : []));

/** Runs of one block are one line; a joiner that shows nothing, and a backslash before a sign, are not seen. */
const wordsOf = (card: unknown): readonly string[] =>
  objectsIn(card).flatMap(({ type, text, inlines, title, label }) => {
    if (type === 'RichTextBlock')
      return [seen((inlines as readonly { text: string }[]).map((run) => run.text).join(''))];
    if (type === 'TextBlock') return [seen((text as string).replace(/\\([\\`*_~[\]#|!])/gu, '$1'))];
    if (typeof label === 'string') return [label];
    return type === 'Image'
      ? []
      : typeof title === 'string' && String(type).startsWith('Action.')
        ? [`[${title}]`]
        : [];
  });

const seen = (text: string): string => text.replaceAll('\u2060', '');
