/** One figure of a benchmark: what was measured, and the goal that it is held against. */
export interface Figure {
  /** As in "vote/store@16". */
  readonly bench: string;
  /** Ours divided by what it is compared with, or a measure in the unit that its name gives. */
  readonly value: { readonly ratio: number } | { readonly ms: number };
  readonly goal: { readonly least: number } | { readonly most: number } | null;
  /** What else a reader of the figure wants to know, such as operations a second. */
  readonly more: Readonly<Record<string, number>>;
}

export interface Bench {
  readonly name: string;
  /** How it measures, in one sentence. */
  readonly method: string;
  /** Measures in a folder of its own, which may be filled and is removed afterwards. */
  readonly measure: (folder: string) => Promise<readonly Figure[]>;
}

export const isMet = ({ value, goal }: Figure): boolean => {
  if (goal === null) return true;
  const measured = 'ratio' in value ? value.ratio : value.ms;
  return 'least' in goal ? measured >= goal.least : measured <= goal.most;
};
