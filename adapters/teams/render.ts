import type { AllianceCode, MeetingId } from '../../src/alliance/names.js';
import { plain } from '../../src/cards/card.js';
import type { Block, Button, Card, DiffPart, Invitation, Picture, Span, Tone } from '../../src/cards/card.js';
import type { Detail } from '../../src/cards/detail.js';
import { shorten } from '../../src/cards/fit.js';
import { spansAsText } from '../../src/cards/plainText.js';
import { invitationWords } from '../../src/cards/words/calendar.js';
import { teamsCardWords } from '../../src/cards/words/teamsCards.js';
import { actionOf, type Shown } from './actions.js';
import type { Element, TextRun } from './elements.js';
import { teamsLimits } from './limits.js';
import { rollElements } from './roll.js';
import { heading, literalElement, type Mentions, run, textElement } from './texts.js';

/** Where a card is shown, to whom it may call, and which of its pictures can be shown. */
export interface Place {
  readonly shown: Shown;
  readonly mentions: Mentions;
  /** The address of a picture; null where its words stand in its place. */
  readonly pictures: (picture: Picture) => string | null;
  /** The address of a meeting for calendars; null where there is none. */
  readonly invitations: (alliance: AllianceCode, meeting: MeetingId) => string | null;
}

/** A neutral card as elements. One switch: a new kind of block does not compile until it is drawn here too. */
export const renderElements = (card: Card, place: Place, detail: Detail): readonly Element[] => {
  const elements: Element[] = [];
  let divided = false;
  for (const block of card.blocks) {
    if (block.kind === 'divider') {
      divided = true;
      continue;
    }
    const [first, ...others] = renderBlock(block, card.tone, place, detail);
    if (first === undefined) continue;
    elements.push(divided ? { ...first, separator: true } : first, ...others);
    divided = false;
  }
  return elements;
};

const renderBlock = (
  block: Exclude<Block, { readonly kind: 'divider' }>,
  tone: Tone,
  place: Place,
  detail: Detail,
): readonly Element[] => {
  switch (block.kind) {
    case 'heading':
      return [headingElement(block.level, block.spans, tone)];
    case 'text':
      return isBlank(block.spans) ? [] : [textElement(block.spans, place.mentions)];
    case 'quote':
      return quote(block.text, block.more, place, detail.quoteMost);
    case 'note':
      return isBlank(block.spans) ? [] : [textElement(block.spans, place.mentions, small, { spacing: 'Small' })];
    case 'facts':
      return facts(block.facts, place.mentions);
    case 'roll':
      return rollElements(block.label, block.rows, place.mentions, {
        detailed: detail.rollDetailed,
        reasonMost: detail.reasonMost,
      });
    case 'diff':
      return diff(block.label, block.parts, detail.diffMost);
    case 'list':
      return list(block.items, place.mentions);
    case 'picture':
      return [pictureElement(block.picture, place)];
    case 'invitation':
      return [invitationElement(block.invitation, place)];
    case 'buttons':
      return buttonRows(block.buttons, place.shown);
  }
};

const isBlank = (spans: readonly Span[]): boolean => spansAsText(spans).trim() === '';

/** Small print: smaller, but not paler, so that it can be read on a phone in the sun. */
const small = { size: 'Small' } as const;

const headingElement = (level: 1 | 2, spans: readonly Span[], tone: Tone): Element => {
  const text = heading(spansAsText(spans), { size: level === 1 ? 'Large' : 'Medium' });
  const style = level === 1 ? tones[tone] : null;
  return style === null ? text : { type: 'Container', style, items: [text] };
};

/** The colour only repeats what the words under the heading say. */
const tones: Readonly<Record<Tone, 'emphasis' | 'good' | 'attention' | 'warning' | null>> = {
  open: null,
  agreed: 'good',
  objected: 'attention',
  ended: 'emphasis',
  note: null,
  refused: 'warning',
};

/** Somebody's own words, set apart; nothing in them is formatted, linked or pinged. */
const quote = (text: string, more: Button | undefined, { shown }: Place, most: number): readonly Element[] => {
  const words = shorten(text, most, '');
  const items: readonly Element[] = [
    literalElement(words.trim() === '' ? ' ' : words),
    ...(words !== text && more !== undefined ? buttonRows([more], shown) : []),
  ];
  return [{ type: 'Container', style: 'emphasis', spacing: 'Small', items }];
};

const facts = (all: Extract<Block, { readonly kind: 'facts' }>['facts'], mentions: Mentions): readonly Element[] =>
  all.map(({ label, spans }, index) =>
    textElement(
      [{ kind: 'bold', text: `${label}: ` }, ...spans],
      mentions,
      {},
      index === 0 ? {} : { spacing: 'Small' },
    ),
  );

const list = (items: readonly (readonly Span[])[], mentions: Mentions): readonly Element[] =>
  items.map((spans, index) =>
    textElement([{ kind: 'plain', text: '• ' }, ...spans], mentions, {}, index === 0 ? {} : { spacing: 'Small' }),
  );

/** The picture; where it cannot be shown, all that it says. */
const pictureElement = (picture: Picture, { pictures }: Place): Element => {
  const url = pictures(picture);
  return url === null
    ? literalElement(picture.alt)
    : { type: 'Image', url, altText: shorten(picture.alt, teamsLimits.altText, ''), size: 'Stretch' };
};

/** Teams takes no files of bots in channels: an address for each meeting, where there is one. */
const invitationElement = ({ alliance, lead, meetings }: Invitation, { mentions, invitations }: Place): Element => {
  const links = meetings.flatMap(({ meeting, day }): readonly Span[] => {
    const url = invitations(alliance, meeting);
    return url === null ? [] : [plain(', '), { kind: 'link', text: day, url }];
  });
  return links.length === 0
    ? literalElement(invitationWords.nowhere(lead))
    : textElement([plain(`${lead}: `), ...links.slice(1)], mentions);
};

/** Additions bold and underlined, removals struck through; what each means is said first. */
const diff = (label: string, parts: readonly DiffPart[], most: number): readonly Element[] => {
  let left = most;
  const runs = parts.flatMap((part): TextRun[] => {
    if (left <= 0) return [];
    const text = shorten(part.text, left, '');
    left -= text.length;
    return text === '' ? [] : [run(text, looks[part.kind])];
  });
  if (left <= 0) runs.push(run(` ${teamsCardWords.cutHere}`));
  const said = literalElement(label, small, { spacing: 'Small' });
  return runs.length === 0 ? [said] : [said, { type: 'RichTextBlock', spacing: 'Small', inlines: runs }];
};

const looks: Readonly<Record<DiffPart['kind'], Omit<TextRun, 'type' | 'text'>>> = {
  same: {},
  gap: {},
  added: { weight: 'Bolder', underline: true },
  removed: { strikethrough: true },
};

export const buttonRows = (buttons: readonly Button[], shown: Shown): readonly Element[] =>
  Array.from({ length: Math.ceil(buttons.length / teamsLimits.actions) }, (_, row) => ({
    type: 'ActionSet',
    actions: buttons
      .slice(row * teamsLimits.actions, (row + 1) * teamsLimits.actions)
      .map((button) => actionOf(button, shown)),
  }));
