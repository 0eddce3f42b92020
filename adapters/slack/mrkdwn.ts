import type { Span } from '../../src/cards/card.js';
import { visible } from '../../src/cards/fit.js';
import { msOf } from '../../src/alliance/instant.js';
import type { PersonId } from '../../src/alliance/names.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { graphemesWithin } from '../../src/cards/fit.js';

/** The user id of a person's account in the workspace where the card is shown; null where there is none. */
export type Mentions = (person: PersonId) => string | null;

/** Text for people as Slack takes it: its three control characters as entities, so that nobody is pinged by a text. */
export const escaped = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What somebody typed, as Slack sent it: the way back. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Inside mrkdwn: `*_~` and back ticks stand literally too, by a joiner that shows nothing. */
export const literal = (text: string): string => escaped(text).replace(/[*_~`]/gu, '\u2060$&\u2060');

/** Spans that need no markup are sent as plain text, which Slack does not format. */
export const textObject = (spans: readonly Span[], mentions: Mentions): TextObject =>
  spans.every(({ kind }) => kind === 'plain' || kind === 'member')
    ? { type: 'plain_text', text: spans.map(plainSpan).join(''), emoji: false }
    : { type: 'mrkdwn', text: spans.map((span) => markedSpan(span, mentions)).join(''), verbatim: true };

export type TextObject =
  | { readonly type: 'plain_text'; readonly text: string; readonly emoji: false }
  | { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };

/** Spans with mark-up, for places where plain text will not do. */
export const marked = (spans: readonly Span[], mentions: Mentions): string =>
  spans.map((span) => markedSpan(span, mentions)).join('');

export const plainText = (text: string): TextObject => ({ type: 'plain_text', text: escaped(text), emoji: false });

/** A text in parts of at most `most` characters as sent, whole graphemes each; nothing is lost. */
export const inParts = (text: string, most: number, write: (part: string) => string): readonly string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    let part = graphemesWithin(rest, most);
    while (write(part).length > most && part.length > 1) {
      part = graphemesWithin(part, Math.floor((part.length * most) / write(part).length) - 1);
    }
    // A grapheme longer than the limit itself: cut inside it rather than never come to an end.
    if (part === '') part = rest.slice(0, Math.floor(most / 8));
    parts.push(write(part));
    rest = rest.slice(part.length);
  }
  return parts;
};

const plainSpan = (span: Span): string => {
  switch (span.kind) {
    case 'plain':
    case 'bold':
    case 'link':
      return escaped(span.text);
    case 'person':
    case 'member':
      return escaped(span.name);
    case 'instant':
      return escaped(span.words);
  }
};

const markedSpan = (span: Span, mentions: Mentions): string => {
  switch (span.kind) {
    case 'plain':
      return literal(span.text);
    case 'bold':
      return bolded(span.text);
    case 'member':
      return literal(span.name);
    case 'person': {
      const user = mentions(span.person);
      return user === null || !/^[UW][A-Z0-9]{1,20}$/u.test(user) ? literal(span.name) : `<@${user}>`;
    }
    case 'instant':
      return `${literal(span.words)} (${yourTime(span.at, span.words)})`;
    case 'link':
      return /^https?:\/\/[^\s<>|]+$/u.test(span.url) ? `<${span.url}|${escaped(span.text)}>` : literal(span.text);
  }
};

/** Bold ends with its line, so each line is made bold by itself. */
export const bolded = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `*${literal(line.trim())}*${/\s$/u.test(line) ? ' ' : ''}`))
    .join('\n');

/** In the reader's own time; the words stand where Slack cannot say it. */
const yourTime = (at: string, words: string): string => {
  const fallback = escaped(words).replaceAll('|', ' ');
  return `${slackWords.yourTime} <!date^${Math.floor(msOf(at) / 1000)}^{date_short_pretty} {time}|${fallback}>`;
};
