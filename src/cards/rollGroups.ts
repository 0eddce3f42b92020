import type { RollRow } from './card.js';

/** Members that hold the same position: those of whom there is more to say, and the others, of whom the name is all. */
export interface RollGroup {
  readonly mark: RollRow['mark'];
  /** The position in words. */
  readonly words: string;
  readonly rows: readonly RollRow[];
  readonly said: readonly RollRow[];
  readonly named: readonly RollRow[];
}

/** The roll in groups, those that matter most first, so that forty members fit. `detailed` false says names alone. */
export const rollGroups = (rows: readonly RollRow[], detailed: boolean): readonly RollGroup[] =>
  order.flatMap((mark) => {
    const group = rows.filter((row) => row.mark === mark);
    const [first] = group;
    if (first === undefined) return [];
    const isSaid = ({ detail }: RollRow): boolean => detailed && detail.length > 0;
    return [
      {
        mark,
        words: first.words,
        rows: group,
        said: group.filter(isSaid),
        named: group.filter((row) => !isSaid(row)),
      },
    ];
  });

const order: readonly RollRow['mark'][] = ['objected', 'waiting', 'reserved', 'agreed', 'noPart', 'left'];

/** Beside the words, never instead of them. */
export const rollSigns: Readonly<Record<RollRow['mark'], string>> = {
  agreed: '✓',
  reserved: '≈',
  objected: '✕',
  waiting: '…',
  noPart: '–',
  left: '↗',
};
