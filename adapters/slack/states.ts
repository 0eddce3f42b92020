import { randomBytes } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/bolt';

/**
 * The state of an installation under way: random, for ten minutes, usable once. Bolt holds it against the browser's
 * cookie as well, so that nobody can be made to finish somebody else's installation. Not kept over a restart: whoever
 * was in the middle begins again.
 */
export const stateStore = (nowMs: () => number): StateStore => {
  const given = new Map<string, { readonly options: InstallURLOptions; readonly untilMs: number }>();
  const forgetOld = (): void => {
    for (const [state, { untilMs }] of given) {
      if (untilMs > nowMs() && given.size <= statesMost) return;
      given.delete(state);
    }
  };
  return {
    generateStateParam: async (options) => {
      const state = randomBytes(32).toString('base64url');
      given.set(state, { options, untilMs: nowMs() + stateKeptMs });
      forgetOld();
      return state;
    },
    verifyStateParam: async (_now, state) => {
      const found = given.get(state);
      given.delete(state);
      if (found === undefined || found.untilMs <= nowMs()) throw Object.assign(new Error('unknown state'), invalid);
      return found.options;
    },
  };
};

/** Bolt answers this code with 400. */
const invalid = { code: 'slack_oauth_invalid_state' };
export const stateKeptMs = 600_000;
const statesMost = 1_000;
