import cron from 'node-cron';

/**
 * Runs `tick` at the start of every minute, never two at once: a run that takes longer lets the next minute go, since
 * the one after makes true what both would have. Failures go to `failed` and do not stop the beat. Returns the way to
 * stop, which waits for a run under way. Only a beat: what is due, and when, stands in the book (platforms.md 1).
 */
export const everyMinute = (tick: () => Promise<void>, failed: (error: unknown) => void): (() => Promise<void>) => {
  let underWay: Promise<void> | null = null;
  const beat = (): void => {
    underWay ??= tick()
      .catch(failed)
      .finally(() => (underWay = null));
  };
  const task = cron.schedule('* * * * *', beat, { suppressMissedWarning: true });
  return async () => {
    await task.destroy();
    await underWay;
  };
};
