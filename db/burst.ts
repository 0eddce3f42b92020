/** Acts that come one right after another on a disk that answers at once. */
export interface Burst {
  /** Whether a commit ended a moment ago and was quick. */
  readonly isOn: () => boolean;
  /** Makes a commit and takes note of how long it took. */
  readonly timed: <T>(commit: () => Promise<T>) => Promise<T>;
}

/** `nowMs`: milliseconds of a clock that never jumps. */
export const burstOn = (nowMs: () => number): Burst => {
  let onUntilMs = -Infinity;
  return {
    isOn: () => nowMs() < onUntilMs,
    timed: async (commit) => {
      const fromMs = nowMs();
      onUntilMs = -Infinity;
      const answer = await commit();
      const endMs = nowMs();
      if (endMs - fromMs <= quickMs) onUntilMs = endMs + pauseMs;
      return answer;
    },
  };
};

/** A commit on a good disk takes less, and so does a pause between two acts of a burst. */
const quickMs = 20;
const pauseMs = 500;
