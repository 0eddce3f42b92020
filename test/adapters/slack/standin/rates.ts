import { limits } from './limits.js';

/** How often Slack lets an app call: about one message a second in a channel, and edits per workspace and minute. */
export interface Rates {
  /** Seconds to wait before a message may be posted in the channel; 0 lets it be posted now. */
  post(channel: string, now: number): number;
  /** The same for an edit in any channel of the workspace. */
  update(team: string, now: number): number;
}

export const ratesOf = (): Rates => {
  const posted = new Map<string, number>();
  const updated = new Map<string, readonly number[]>();
  return {
    post: (channel, now) => {
      const waitMs = (posted.get(channel) ?? -Infinity) + limits.postGapMs - now;
      if (waitMs > 0) return Math.ceil(waitMs / 1_000);
      posted.set(channel, now);
      return 0;
    },
    update: (team, now) => {
      const recent = (updated.get(team) ?? []).filter((at) => at > now - 60_000);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= limits.updatesAMinute) {
        updated.set(team, recent);
        return Math.ceil((oldest + 60_000 - now) / 1_000);
      }
      updated.set(team, [...recent, now]);
      return 0;
    },
  };
};
