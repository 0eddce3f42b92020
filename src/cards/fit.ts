/**
 * Makes a text safe to show: control characters become their pictures, and a text that turns the reading direction is
 * isolated line by line, so that it cannot rearrange what stands around it. What is stored is not touched.
 */
export const visible = (text: string): string => {
  if (isSimple(text)) return text;
  const pictured = text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(controls, picture);
  if (!turnsDirection.test(pictured)) return pictured;
  return pictured
    .split('\n')
    .map((line) => (turnsDirection.test(line) ? `${isolate}${line.replace(isolates, '')}${endIsolate}` : line))
    .join('\n');
};

/** The same on one line, with towers of combining marks cut low: for names and titles, which stand inside sentences. */
export const visibleLine = (text: string): string =>
  isSimple(text) && !/^ | $| {2}|\n/.test(text)
    ? text
    : visible(
        text
          .replace(/\s+/gu, ' ')
          .replace(/(\p{Mark}{8})\p{Mark}+/gu, '$1')
          .trim(),
      );

/** Nearly every text is, and is shown as it is without another look. */
const isSimple = (text: string): boolean => /^[ -~\n]*$/.test(text);

/**
 * At most `most` characters (UTF-16 units, as the platforms count), never cut inside a grapheme; what was cut ends with
 * an ellipsis and the words `where` the rest is. A `most` too small for those words gives the words alone, cut.
 */
export const shorten = (text: string, most: number, where: string): string => {
  if (text.length <= most) return text;
  const ending = where === '' ? '…' : `… ${where}`;
  const room = most - ending.length;
  if (room <= 0) return graphemesWithin(ending, most);
  const kept = graphemesWithin(text, room);
  return `${wholeWords(kept)}${ending}`;
};

/** The longest run of whole graphemes from the beginning that fits into `most` UTF-16 units. */
export const graphemesWithin = (text: string, most: number): string => {
  if (text.length <= most) return text;
  // Each of these letters is a grapheme of its own, so that nothing has to be looked up: nearly every text is of them.
  const simple = text.slice(0, Math.max(most, 0) + 1);
  if (/^[ -~]*$/u.test(simple)) return simple.slice(0, -1);
  let end = 0;
  // A slice with room to spare is enough: segments never look far ahead, and texts of a megabyte stay cheap.
  for (const { segment } of graphemes.segment(text.slice(0, most + 64))) {
    if (end + segment.length > most) break;
    end += segment.length;
  }
  return text.slice(0, end);
};

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Drops a word cut in half, where that costs little. */
const wholeWords = (text: string): string => {
  const space = text.search(/\s\S*$/u);
  return space > text.length * 0.8 ? text.slice(0, space) : text;
};

const isolate = '\u2068';
const endIsolate = '\u2069';
const isolates = /[\u2066-\u2069]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
const turnsDirection =
  /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const picture = (control: string): string => {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
};
