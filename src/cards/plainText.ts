import type { Block, Card, DiffPart, RollRow, Span } from './card.js';

/**
 * A card as plain text, for typed surfaces and the command line: everything that the card says, nothing hidden. Buttons
 * are named in square brackets; what they mean is not printed.
 */
export const cardAsText = (card: Card): string => `${card.blocks.map(blockAsText).join('\n\n')}\n`;

/** Spans as plain text: names as words, instants in alliance time. */
export const spansAsText = (spans: readonly Span[]): string => spans.map(spanAsText).join('');

const blockAsText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return underlined(spansAsText(block.spans), block.level === 1 ? '=' : '-');
    case 'text':
    case 'note':
      return spansAsText(block.spans);
    case 'quote':
      return indented(block.text, '> ');
    case 'facts':
      return block.facts.map(({ label, spans }) => `${label}: ${spansAsText(spans)}`).join('\n');
    case 'roll':
      return [`${block.label}:`, ...block.rows.map(rowAsText)].join('\n');
    case 'diff':
      return `${block.label}:\n${indented(block.parts.map(partAsText).join(''), '  ')}`;
    case 'list':
      return block.items.map((spans) => `- ${spansAsText(spans)}`).join('\n');
    case 'picture':
      return block.picture.alt;
    case 'invitation':
      return `${block.invitation.lead}: ${block.invitation.meetings.map(({ day }) => day).join(', ')}`;
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ');
    case 'divider':
      return '---';
  }
};

const spanAsText = (span: Span): string => {
  switch (span.kind) {
    case 'plain':
    case 'bold':
      return span.text;
    case 'person':
    case 'member':
      return span.name;
    case 'instant':
      return span.words;
    case 'link':
      return `${span.text} (${span.url})`;
  }
};

const rowAsText = ({ name, words, detail, reason }: RollRow): string => {
  const said = detail.length === 0 ? '' : ` (${spansAsText(detail)})`;
  return `  ${name}: ${words}${said}${reason === undefined ? '' : `\n${indented(reason, '    > ')}`}`;
};

/** {+added+} and [-removed-], as people who compare texts write it. */
const partAsText = ({ kind, text }: DiffPart): string => {
  switch (kind) {
    case 'same':
    case 'gap':
      return text;
    case 'added':
      return `{+${text}+}`;
    case 'removed':
      return `[-${text}-]`;
  }
};

const underlined = (text: string, line: string): string => `${text}\n${line.repeat(Math.min(text.length, 78))}`;

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n');
