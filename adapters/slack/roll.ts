import type { RollRow } from '../../src/cards/card.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { escaped, inParts, literal, marked, type Mentions } from './mrkdwn.js';
import { slackLimits } from './limits.js';
import type { SlackBlock } from './blocks.js';

/**
 * The roll in groups, those that matter most first, so that forty members fit: a line for each member of whom there is
 * more to say, the others by name, then the reasons word for word. `detailed` false leaves out when and as what.
 */
export const rollBlocks = (
  label: string,
  rows: readonly RollRow[],
  mentions: Mentions,
  { detailed, reasonMost }: { readonly detailed: boolean; readonly reasonMost: number },
): readonly SlackBlock[] =>
  order.flatMap((mark) => {
    const group = rows.filter((row) => row.mark === mark);
    const [first] = group;
    if (first === undefined) return [];
    const heading = `${signs[mark]} *${literal(first.words)} (${group.length})*`;
    const said = group.filter(({ detail }) => detailed && detail.length > 0);
    const named = group.filter((row) => !said.includes(row)).map(({ name }) => literal(name));
    const lines = [...said.map((row) => lineOf(row, mentions)), ...(named.length === 0 ? [] : [named.join(', ')])];
    return [...sections([heading, ...lines]), ...reasonBlocks(group, reasonMost)];
  });

const lineOf = ({ name, detail }: RollRow, mentions: Mentions): string => {
  const said = marked(detail, mentions);
  return `• *${literal(name)}*${said === '' ? '' : `  ${said}`}`;
};

/** Lines joined into as few sections as hold them. */
const sections = (lines: readonly string[]): readonly SlackBlock[] => {
  const texts: string[] = [];
  for (const line of lines.flatMap((each) => inParts(each, slackLimits.sectionText, (part) => part))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + 1 + line.length > slackLimits.sectionText) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }));
};

/** Reasons are somebody's own words: plain text, which Slack shows as it stands. */
const reasonBlocks = (rows: readonly RollRow[], reasonMost: number): readonly SlackBlock[] =>
  rows.flatMap(({ name, reason }) => {
    if (reason === undefined) return [];
    const words = slackWords.reasonOf(name, reason, reasonMost);
    return inParts(words, slackLimits.sectionText, escaped).map((text) => ({
      type: 'section' as const,
      text: { type: 'plain_text' as const, text, emoji: false as const },
    }));
  });

const order: readonly RollRow['mark'][] = ['objected', 'waiting', 'reserved', 'agreed', 'noPart', 'left'];

const signs: Readonly<Record<RollRow['mark'], string>> = {
  agreed: '✓',
  reserved: '≈',
  objected: '✕',
  waiting: '…',
  noPart: '–',
  left: '↗',
};
