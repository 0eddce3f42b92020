import type { Block, Span } from '../card.js';
import { spansAsText } from '../plainText.js';

/**
 * Blocks on as many pages as are needed for every platform to take each page whole, whatever characters are in it. A list
 * goes on from page to page; nothing is left out. A heading never stands last on its page. At least one page.
 */
export const pagesOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const pages: Block[][] = [[]];
  let room = roomOfPage;
  for (const block of blocks.flatMap(inPieces)) {
    const weight = weightOf(block);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (weight > room || page.length >= blocksMost)) {
      const heading = page.at(-1)?.kind === 'heading' ? page.splice(-1) : [];
      pages.push([...heading, block]);
      room = roomOfPage - weight - heading.reduce((sum, each) => sum + weightOf(each), 0);
    } else {
      page.push(block);
      room -= weight;
    }
  }
  return pages;
};

/**
 * Of the 13,200 characters and 50 blocks of a message in Slack, the smallest limits of all platforms; the rest is for the
 * heading, a line that leads to a card, and what a platform adds of its own.
 */
const roomOfPage = 11_500;
const blocksMost = 40;

/** A list in pieces that fit into one section of Slack each. */
const inPieces = (block: Block): readonly Block[] => {
  if (block.kind !== 'list') return [block];
  const pieces: (readonly Span[])[][] = [];
  let room = 0;
  for (const item of block.items) {
    const weight = lettersOf(spansAsText(item)) + itemEdge;
    const piece = pieces.at(-1);
    if (piece === undefined || weight > room) {
      pieces.push([item]);
      room = roomOfPiece - weight;
    } else {
      piece.push(item);
      room -= weight;
    }
  }
  return pieces.map((items) => ({ kind: 'list', items }));
};

const roomOfPiece = 2_800;
/** Bullet, line end and marks of bold. */
const itemEdge = 8;

const blockEdge = 160;

const weightOf = (block: Block): number => blockEdge + lettersOf(wordsOf(block));

const wordsOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return spansAsText(block.spans);
    case 'quote':
      return block.text;
    case 'list':
      return block.items.map((item) => `${spansAsText(item)}${' '.repeat(itemEdge)}`).join('');
    case 'picture':
      return block.picture.alt;
    case 'invitation':
      return JSON.stringify(block.invitation.meetings);
    case 'facts':
      return block.facts.map(({ label, spans }) => `${label}${' '.repeat(90)}${spansAsText(spans)}`).join('');
    case 'roll':
      return JSON.stringify(block.rows);
    case 'diff':
      return JSON.stringify(block.parts);
    case 'buttons':
      return block.buttons
        .map(({ label, press, spoken }) => `${label}${press}${spoken ?? ''}${' '.repeat(150)}`)
        .join('');
    case 'divider':
      return '';
  }
};

/** How long a text becomes at most when a platform has written it its own way: entities, joiners, escapes. */
const lettersOf = (text: string): number => {
  let letters = text.length;
  for (const [marks, more] of dear) letters += more * (text.match(marks)?.length ?? 0);
  return letters;
};

const dear: readonly (readonly [RegExp, number])[] = [
  [/[&<>]/gu, 4],
  [/[*_~`]/gu, 2],
  [/["\\\n]/gu, 1],
];
