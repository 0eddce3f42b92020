import type { RollRow } from '../../src/cards/card.js';
import { visibleLine } from '../../src/cards/fit.js';
import { type RollGroup, rollGroups, rollSigns } from '../../src/cards/rollGroups.js';
import { teamsCardWords } from '../../src/cards/words/teamsCards.js';
import type { Element, TextLook } from './elements.js';
import { literalElement, type Mentions, run, textElement } from './texts.js';

/**
 * The roll in its groups: beside the position in words, the members that hold it, so that it
 * can be read on a phone. Members of whom there is more to say have a line each; their reasons follow, word for word.
 * `detailed` false leaves out when and as what.
 */
export const rollElements = (
  label: string,
  rows: readonly RollRow[],
  mentions: Mentions,
  { detailed, reasonMost }: { readonly detailed: boolean; readonly reasonMost: number },
): readonly Element[] => [
  literalElement(label, { weight: 'Bolder' }),
  ...rollGroups(rows, detailed).flatMap((group) => {
    const named = group.named.map(({ name }) => visibleLine(name)).join(', ');
    const items = [
      ...group.said.map((row) => lineOf(row, mentions)),
      ...(named === '' ? [] : [literalElement(named)]),
    ].map((item, index): Element => (index === 0 ? item : { ...item, spacing: 'Small' }));
    return [groupElement(group, items), ...reasons(group.rows, reasonMost)];
  }),
];

const groupElement = ({ mark, words, rows }: RollGroup, items: readonly Element[]): Element => ({
  type: 'ColumnSet',
  spacing: 'Small',
  columns: [
    {
      type: 'Column',
      width: 1,
      items: [literalElement(`${rollSigns[mark]} ${words} (${rows.length})`, colours[mark])],
    },
    { type: 'Column', width: 2, items },
  ],
});

const lineOf = ({ name, detail }: RollRow, mentions: Mentions): Element =>
  textElement([{ kind: 'bold', text: `${visibleLine(name)}: ` }, ...detail], mentions);

const reasons = (rows: readonly RollRow[], most: number): readonly Element[] =>
  rows.flatMap(({ name, reason }): Element[] =>
    reason === undefined
      ? []
      : [
          {
            type: 'Container',
            style: 'emphasis',
            spacing: 'Small',
            items: [
              {
                type: 'RichTextBlock',
                inlines: [
                  run(`${teamsCardWords.said(visibleLine(name))} `, { weight: 'Bolder' }),
                  run(teamsCardWords.reason(reason, most)),
                ],
              },
            ],
          },
        ],
  );

/** Beside the words, never instead of them. */
const colours: Readonly<Record<RollRow['mark'], TextLook>> = {
  agreed: { weight: 'Bolder', color: 'Good' },
  reserved: { weight: 'Bolder', color: 'Good' },
  objected: { weight: 'Bolder', color: 'Attention' },
  waiting: { weight: 'Bolder' },
  noPart: { weight: 'Bolder' },
  left: { weight: 'Bolder' },
};
