import type { RollRow } from '../../src/cards/card.js';
import { rollGroups, rollSigns } from '../../src/cards/rollGroups.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { escaped, inParts, literal, marked, type Mentions } from './mrkdwn.js';
import { slackLimits } from './limits.js';
import type { SlackBlock } from './blocks.js';

/**
 * The roll in its groups: a line for each member of whom there is more to say, the others by name, then the reasons
 * word for word. `detailed` false leaves out when and as what.
 */
export const rollBlocks = (
  label: string,
  rows: readonly RollRow[],
  mentions: Mentions,
  { detailed, reasonMost }: { readonly detailed: boolean; readonly reasonMost: number },
): readonly SlackBlock[] =>
  rollGroups(rows, detailed).flatMap((group) => {
    const heading = `${rollSigns[group.mark]} *${literal(group.words)} (${group.rows.length})*`;
    const named = group.named.map(({ name }) => literal(name)).join(', ');
    const lines = [...group.said.map((row) => lineOf(row, mentions)), ...(named === '' ? [] : [named])];
    return [...sections([heading, ...lines]), ...reasonBlocks(group.rows, reasonMost)];
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
