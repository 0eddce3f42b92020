/** Work of which each name does one piece after another, and all names do theirs side by side. */
export interface Jobs {
  /**
   * Takes steps until one has nothing left to do. Asked for again meanwhile, it takes one more before it ends. Once
   * `isOver`, it takes no more. Rejections end the job and are told.
   */
  readonly begin: (name: string, job: Job) => void;
  readonly isBusy: (prefix?: string) => boolean;
  /** Resolves when no job of a name that begins so is under way. */
  readonly idle: (prefix?: string) => Promise<void>;
}

export interface Job {
  /** Whether there may be more to do. */
  readonly step: () => Promise<boolean>;
  readonly isOver: () => boolean;
  readonly failed: (thrown: unknown) => void;
}

export const jobsOf = (): Jobs => {
  const underWay = new Map<string, Promise<void>>();
  const woken = new Set<string>();
  const named = (prefix = ''): readonly Promise<void>[] =>
    [...underWay].filter(([name]) => name.startsWith(prefix)).map(([, job]) => job);
  const run = async (name: string, { step, isOver, failed }: Job): Promise<void> => {
    try {
      for (let more = true; more && !isOver();) {
        woken.delete(name);
        more = (await step()) || woken.has(name);
      }
    } catch (thrown) {
      failed(thrown);
    }
    // In one go with the last step, so that nobody wakes a job that will not look again.
    underWay.delete(name);
  };
  return {
    begin: (name, job) => {
      woken.add(name);
      // The first step is taken a moment later, when the job is known to be under way.
      if (!underWay.has(name))
        underWay.set(
          name,
          Promise.resolve().then(() => run(name, job)),
        );
    },
    isBusy: (prefix) => named(prefix).length > 0,
    idle: async (prefix) => {
      await Promise.all(named(prefix));
    },
  };
};
