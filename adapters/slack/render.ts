import type { Block, Button, Card, DiffPart, Picture, Span } from '../../src/cards/card.js';
import type { Detail } from '../../src/cards/detail.js';
import { shorten } from '../../src/cards/fit.js';
import { spansAsText } from '../../src/cards/plainText.js';
import { invitationWords } from '../../src/cards/words/calendar.js';
import { slackWords } from '../../src/cards/words/slack.js';
import type { SlackBlock, SlackButton } from './blocks.js';
import { slackLimits } from './limits.js';
import { bolded, escaped, inParts, literal, marked, type Mentions, plainText, textObject } from './mrkdwn.js';
import { rollBlocks } from './roll.js';

/** A neutral card as Block Kit. One switch: a new kind of block does not compile until it is drawn here too. */
export const renderBlocks = (
  card: Card,
  mentions: Mentions,
  detail: Detail,
  files: Files = noFiles,
): readonly SlackBlock[] => card.blocks.flatMap((block) => renderBlock(block, mentions, detail, files));

/** The id of the file in the workspace that a picture was uploaded as; null where there is none. */
export type Files = (picture: Picture) => string | null;

export const noFiles: Files = () => null;

const renderBlock = (block: Block, mentions: Mentions, detail: Detail, files: Files): readonly SlackBlock[] => {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? headings(block.spans) : [section(bolded(spansAsText(block.spans)))];
    case 'text':
      return sections(block.spans, mentions);
    case 'quote':
      return quote(block.text, block.more, detail.quoteMost);
    case 'note':
      return notes(block.spans, mentions);
    case 'facts':
      return facts(block.facts, mentions);
    case 'roll':
      return rollBlocks(block.label, block.rows, mentions, {
        detailed: detail.rollDetailed,
        reasonMost: detail.reasonMost,
      });
    case 'diff':
      return diff(block.label, block.parts, detail.diffMost);
    case 'list':
      return list(block.items, mentions);
    case 'picture':
      return picture(block.picture, files);
    case 'invitation':
      return [plainSection(invitationWords.inThread(block.invitation.lead))];
    case 'buttons':
      return buttonRows(block.buttons);
    case 'divider':
      return [{ type: 'divider' }];
  }
};

/** A heading that a header cannot hold is said in bold instead, whole. */
const headings = (spans: readonly Span[]): readonly SlackBlock[] => {
  const text = spansAsText(spans);
  return escaped(text).length <= slackLimits.headerText
    ? [{ type: 'header', text: plainText(text) }]
    : inParts(text, slackLimits.sectionText, bolded).map(section);
};

const section = (text: string): SlackBlock => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });

const sections = (spans: readonly Span[], mentions: Mentions): readonly SlackBlock[] => {
  const text = textObject(spans, mentions);
  if (text.text.trim() === '') return [];
  if (text.text.length <= slackLimits.sectionText) return [{ type: 'section', text }];
  return inParts(spansAsText(spans), slackLimits.sectionText, escaped).map(plainSection);
};

const plainSection = (text: string): SlackBlock => ({
  type: 'section',
  text: { type: 'plain_text', text, emoji: false },
});

/** One line an item, as many in a section as it holds. */
const list = (items: readonly (readonly Span[])[], mentions: Mentions): readonly SlackBlock[] => {
  const lines = items.flatMap((spans) => {
    const line = `• ${marked(spans, mentions)}`;
    return line.length <= slackLimits.sectionText
      ? [line]
      : inParts(`• ${spansAsText(spans)}`, slackLimits.sectionText, literal);
  });
  const texts: string[] = [];
  for (const line of lines) {
    const longer = `${texts.at(-1) ?? ''}\n${line}`;
    if (texts.length > 0 && longer.length <= slackLimits.sectionText) texts.splice(-1, 1, longer);
    else texts.push(line);
  }
  return texts.map(section);
};

/** The uploaded picture; where there is none, all that it says. */
const picture = (shown: Picture, files: Files): readonly SlackBlock[] => {
  const id = files(shown);
  return id === null
    ? inParts(shown.alt, slackLimits.sectionText, escaped).map(plainSection)
    : [{ type: 'image', slack_file: { id }, alt_text: shorten(shown.alt, slackLimits.altText, '') }];
};

/** Small print, which holds as much as a section does. */
const notes = (spans: readonly Span[], mentions: Mentions): readonly SlackBlock[] => {
  const text = textObject(spans, mentions);
  if (text.text.trim() === '') return [];
  if (text.text.length <= slackLimits.fieldText) return [{ type: 'context', elements: [text] }];
  return inParts(spansAsText(spans), slackLimits.sectionText, escaped).map(plainSection);
};

/** Somebody's own words: plain text, so that nothing in them is formatted, linked or pinged. */
const quote = (text: string, more: Button | undefined, most: number): readonly SlackBlock[] => {
  const shown = shorten(text, most, '');
  const cut = shown !== text;
  const parts = inParts(shown.trim() === '' ? ' ' : shown, slackLimits.sectionText, escaped);
  return parts.map((part, index): SlackBlock => {
    const last = index === parts.length - 1;
    const accessory = cut && last && more !== undefined ? { accessory: slackButton(more, 0) } : {};
    return { type: 'section', text: { type: 'plain_text', text: part, emoji: false }, ...accessory };
  });
};

const facts = (all: Extract<Block, { readonly kind: 'facts' }>['facts'], mentions: Mentions): readonly SlackBlock[] => {
  const fields = all.map(({ label, spans }) => {
    const value = marked(spans, mentions);
    const whole = `${bolded(label)}\n${value}`;
    const text = whole.length <= slackLimits.fieldText ? whole : `${bolded(label)}\n${cutFact(spans)}`;
    return { type: 'mrkdwn', text, verbatim: true } as const;
  });
  return inRows(fields, slackLimits.fields).map((row) => ({ type: 'section', fields: row }));
};

const cutFact = (spans: readonly Span[]): string =>
  escaped(shorten(spansAsText(spans), slackLimits.fieldText / 4, slackWords.cutHere));

/** Additions bold, removals struck through; runs of text, so nothing in them is mark-up. */
const diff = (label: string, parts: readonly DiffPart[], most: number): readonly SlackBlock[] => {
  let left = most;
  const elements = parts.flatMap((part) => {
    if (left <= 0) return [];
    const text = shorten(part.text, left, '');
    left -= text.length;
    return inParts(text, slackLimits.sectionText, (piece) => piece).map((piece) => ({
      type: 'text' as const,
      text: piece,
      ...styleOf(part.kind),
    }));
  });
  const cut = left <= 0 ? [{ type: 'text' as const, text: ` ${slackWords.cutHere}` }] : [];
  return [
    { type: 'context', elements: [plainText(label)] },
    ...(elements.length === 0
      ? []
      : [
          {
            type: 'rich_text' as const,
            elements: [{ type: 'rich_text_section' as const, elements: [...elements, ...cut] }],
          },
        ]),
  ];
};

const styleOf = (
  kind: DiffPart['kind'],
): { readonly style?: { readonly bold?: boolean; readonly strike?: boolean } } => {
  switch (kind) {
    case 'same':
    case 'gap':
      return {};
    case 'added':
      return { style: { bold: true } };
    case 'removed':
      return { style: { strike: true } };
  }
};

const buttonRows = (buttons: readonly Button[]): readonly SlackBlock[] =>
  inRows(
    buttons.map((button, index) => slackButton(button, index)),
    slackLimits.elements,
  ).map((elements) => ({ type: 'actions', elements }));

/** A button whose value is the press itself. */
export const slackButton = ({ label, press, style, spoken }: Button, index: number): SlackButton => ({
  type: 'button',
  text: { type: 'plain_text', text: labelOf(label), emoji: false },
  action_id: `press:${index + 1}`,
  value: press,
  ...(style === 'plain' ? {} : { style }),
  ...(spoken === undefined ? {} : { accessibility_label: shorten(spoken, slackLimits.buttonText, '') }),
});

/** Escapes make a label longer, so it may have to be cut once more. */
const labelOf = (label: string): string =>
  inParts(shorten(label, slackLimits.buttonText, ''), slackLimits.buttonText, escaped)[0] ?? '';

const inRows = <T>(all: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, row) => all.slice(row * most, (row + 1) * most));
