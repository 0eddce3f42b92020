/** Markup that was put together here and may stand in a page as it is. Only `html` and `exactly` make it. */
export interface Markup {
  readonly [isMarkup]: true;
  readonly markup: string;
}

declare const isMarkup: unique symbol;

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** A template whose every value is escaped unless it is markup already. Lists are joined; nothing stands for null. */
export const html = (strings: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  markup(strings.map((part, at) => part + (at < contents.length ? written(contents[at]) : '')).join(''));

/**
 * A text for the value of a field: escaped, and otherwise exactly as it was typed, so that a form gives back what it
 * was given. Everywhere else unseen characters are made visible.
 */
export const exactly = (text: string): Markup => markup(escaped(text));

const markup = (text: string): Markup => ({ markup: text }) as Markup;

const written = (content: Content): string => {
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'string') return escaped(visible(content));
  if (typeof content === 'number') return String(content);
  return isList(content) ? content.map(written).join('') : content.markup;
};

const isList = (content: Markup | readonly Content[]): content is readonly Content[] => Array.isArray(content);

/** The one place where text becomes markup, good for element content and for double-quoted attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Characters that cannot be seen, or that change how their neighbours are read, are shown by their number: a record
 * must not look different from what it says. Joiners inside words and emoji stay, and so do the isolates that the cards
 * put around text of another direction; marks piled up without end do not.
 */
const visible = (text: string): string =>
  text
    .replace(unseen, (sign) => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .replace(piledMarks, (_, kept: string, rest: string) => `${kept}⟨${Array.from(rest).length} more marks⟩`);

const unseen =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u115f\u1160\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\p{Surrogate}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu;
const piledMarks = /(\p{M}{6})(\p{M}+)/gu;
