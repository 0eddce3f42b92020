import type { PersonId } from '../../src/alliance/names.js';
import type { Span } from '../../src/cards/card.js';
import { visible, visibleLine } from '../../src/cards/fit.js';
import { isWebLink } from '../../src/cards/webLinks.js';
import { teamsCardWords } from '../../src/cards/words/teamsCards.js';
import type { Element, MentionEntity, TextLook, TextRun } from './elements.js';

/** Whom a mention calls, in the tenant where the card is shown; null where the person has no account there. */
export type Mentions = (person: PersonId) => Mentioned | null;

export interface Mentioned {
  /** The account's Entra object id. */
  readonly id: string;
  readonly name: string;
}

export const nobody: Mentions = () => null;

type Placing = Pick<Extract<Element, { readonly type: 'TextBlock' }>, 'spacing'>;

/**
 * Spans as an element. Runs of a RichTextBlock are shown letter by letter on every client, so that nothing that anybody
 * wrote is formatted, linked or a mention; only where somebody is called is it a TextBlock, which alone can do that.
 */
export const textElement = (
  spans: readonly Span[],
  mentions: Mentions,
  look: TextLook = {},
  placing: Placing = {},
): Element => {
  const calls = spans.some((span) => span.kind === 'person' && mentions(span.person) !== null);
  return calls
    ? { type: 'TextBlock', text: spans.map((span) => marked(span, mentions)).join(''), wrap: true, ...look, ...placing }
    : { type: 'RichTextBlock', inlines: spans.map((span) => runOf(span, look)), ...placing };
};

/** One text, as it stands. */
export const literalElement = (text: string, look: TextLook = {}, placing: Placing = {}): Element => ({
  type: 'RichTextBlock',
  inlines: [run(text, look)],
  ...placing,
});

export const run = (text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({
  type: 'TextRun',
  text: inert(text),
  ...look,
});

/** A heading is a TextBlock, for the sake of those who listen; its text is escaped. */
export const heading = (text: string, look: TextLook): Element => ({
  type: 'TextBlock',
  text: escaped(visibleLine(text)),
  wrap: true,
  style: 'heading',
  weight: 'Bolder',
  ...look,
});

/** What Teams needs to know of those whom a card calls. */
export const entitiesOf = (spans: readonly Span[], mentions: Mentions): readonly MentionEntity[] => {
  const found = spans.flatMap((span) => (span.kind === 'person' ? (mentions(span.person) ?? []) : []));
  return [...new Map(found.map((each) => [each.id, each])).values()].map(entityOf);
};

export const entityOf = ({ id, name }: Mentioned): MentionEntity => ({
  type: 'mention',
  text: tagOf(name),
  mentioned: { id, name: nameIn(name) },
});

const tagOf = (name: string): string => `<at>${nameIn(name)}</at>`;

/** Inside the tag nothing may end it. */
const nameIn = (name: string): string => visibleLine(name.replace(/[<>&]/gu, ' '));

/** Shown as it stands: a text cannot be taken for a date function of the card, or for a mention. */
export const inert = (text: string): string => {
  const shown = visible(text);
  return shown.includes('{{') || shown.includes('<') ? shown.replace(/\{(?=\{)|<(?=\/?at\b)/giu, `$&${joiner}`) : shown;
};

/**
 * In a TextBlock: mark-up stands as it is. A backslash keeps a sign from being read as Markdown, and a joiner that shows
 * nothing keeps an entity or a tag from being one.
 */
export const escaped = (text: string): string =>
  inert(text)
    .replace(/[\\`*_~[\]#|!]/gu, '\\$&')
    .replace(/[<&](?=\S)/gu, `$&${joiner}`)
    .replace(/^(\s*)([-+>=]|\d+[.)])/gmu, `$1${joiner}$2`);

const joiner = '\u2060';

const runOf = (span: Span, look: TextLook): TextRun => {
  switch (span.kind) {
    case 'plain':
      return run(span.text, look);
    case 'bold':
      return run(span.text, { ...look, weight: 'Bolder' });
    case 'person':
    case 'member':
      return run(span.name, look);
    case 'instant':
      return { type: 'TextRun', text: timeOf(span.at, span.words), ...look };
    case 'link':
      return run(span.text, isWebLink(span.url) ? { ...look, ...linkTo(span.text, span.url) } : look);
  }
};

const linkTo = (text: string, url: string): Pick<TextRun, 'selectAction'> => ({
  selectAction: { type: 'Action.OpenUrl', title: visibleLine(text), url },
});

const marked = (span: Span, mentions: Mentions): string => {
  switch (span.kind) {
    case 'plain':
      return escaped(span.text);
    case 'bold':
      return `**${escaped(span.text.trim())}**`;
    case 'member':
      return escaped(span.name);
    case 'person': {
      const mentioned = mentions(span.person);
      return mentioned === null ? escaped(span.name) : tagOf(mentioned.name);
    }
    case 'instant':
      return timeOf(span.at, escaped(span.words));
    case 'link':
      return isWebLink(span.url) ? `[${escaped(span.text)}](${span.url})` : escaped(span.text);
  }
};

/** Alliance time in words, then the reader's own, which the client writes (domain.md E38). */
const timeOf = (at: string, words: string): string => {
  const second = `${at.slice(0, 19)}Z`;
  return `${inert(words)} (${teamsCardWords.yourTime} {{DATE(${second}, SHORT)}} {{TIME(${second})}})`;
};
