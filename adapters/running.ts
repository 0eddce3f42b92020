import process from 'node:process';
import type { Logger } from 'pino';

/** A process that serves. */
export interface Running {
  /** What whoever started it is told. */
  readonly says: string;
  /** Takes nothing new, finishes what is under way, and closes the store. */
  stop(): Promise<void>;
}

/** Ends at the first signal; a second one does not wait. */
export const endWhenAsked = (running: Running, log: Logger): void => {
  const end = (): void => {
    process.once('SIGTERM', () => process.exit(1)).once('SIGINT', () => process.exit(1));
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in good order');
        process.exit(1);
      },
    );
  };
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      if (!asked) end();
      asked = true;
    });
  }
};
