/** How often each pair is measured where nothing else is said; the median of the ratios stands. */
export const pairsMeasured = 7;

export interface Pairs {
  readonly ratio: number;
  /** Medians of the two sides, in milliseconds. */
  readonly oursMs: number;
  readonly theirsMs: number;
}

/**
 * Measures two ways of doing the same thing in interleaved pairs, so that a slow minute of the machine slows both, and
 * gives the median of ours ÷ theirs. The first pair warms up and is not counted. Each side returns its own
 * milliseconds, so that setting up is not measured.
 */
export const interleaved = async (
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
  measured = pairsMeasured,
): Promise<Pairs> => {
  const pairs: (readonly [number, number])[] = [];
  for (let pair = 0; pair <= measured; pair += 1) {
    const oursMs = await ours();
    const theirsMs = await theirs();
    if (pair > 0) pairs.push([oursMs, theirsMs]);
  }
  return {
    ratio: median(pairs.map(([oursMs, theirsMs]) => oursMs / theirsMs)),
    oursMs: median(pairs.map(([oursMs]) => oursMs)),
    theirsMs: median(pairs.map(([, theirsMs]) => theirsMs)),
  };
};

export const median = (values: readonly number[]): number => {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2;
};

/** The value below which this part of them lies. */
export const percentile = (values: readonly number[], part: number): number => {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? median(ordered);
};

/** Milliseconds that something takes. */
export const timed = async (act: () => unknown): Promise<number> => {
  const from = performance.now();
  await act();
  return performance.now() - from;
};
