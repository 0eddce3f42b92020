import { createHash } from 'node:crypto';
import { limits } from './limits.js';

/**
 * A trigger as Slack gives one with every click: "132456.7890123.abcdef". It says when and for whom it was made, so
 * that it can be made anywhere, and is marked, so that nobody can make one up.
 */
export const triggerMade = (atMs: number, user: string, nth: number): string =>
  `${atMs}.${nth}-${user}.${markOf(`${atMs}.${nth}-${user}`)}`;

/** Exchanges triggers: each once, and within three seconds; says for whom it was made, or why not. */
export const triggerDesk = (): Exchange => {
  const exchanged = new Set<string>();
  return (trigger, nowMs) => {
    const [at = '', nth = '', mark = ''] = trigger.split('.');
    if (mark !== markOf(`${at}.${nth}`)) return { error: 'invalid_trigger_id' };
    if (nowMs - Number(at) > limits.triggerMs) return { error: 'expired_trigger_id' };
    if (exchanged.has(trigger)) return { error: 'exchanged_trigger_id' };
    exchanged.add(trigger);
    return { user: nth.split('-')[1] ?? '' };
  };
};

export type Exchange = (trigger: string, nowMs: number) => { readonly user: string } | { readonly error: string };

const markOf = (text: string): string => createHash('sha256').update(`trigger ${text}`).digest('hex').slice(0, 20);
