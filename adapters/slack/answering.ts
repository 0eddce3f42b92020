import type { webApi } from '@slack/bolt';
import { noticeCard } from '../../src/cards/notice.js';
import type { Card } from '../../src/cards/card.js';
import { slackWords } from '../../src/cards/words/slack.js';
import type { SlackOffice } from './office.js';
import { reasonOf } from './private.js';

/** What Bolt gives a listener of ours, as far as we use it. The body is parsed by the listener itself. */
export interface Given {
  readonly body: unknown;
  readonly client: webApi.WebClient;
  readonly ack: (response?: object) => Promise<void>;
  readonly context: { readonly requestedAt?: unknown; readonly botUserId?: string };
}

/**
 * Does the work of a listener. An error that nobody expected is logged under a reference, and the person gets that
 * reference instead of silence.
 */
export const answering = async (
  { log, randomness }: Pick<SlackOffice, 'log' | 'randomness'>,
  tell: (card: Card) => Promise<unknown>,
  work: () => Promise<void>,
): Promise<void> => {
  try {
    await work();
  } catch (thrown) {
    const reference = Buffer.from(randomness.bytes(4)).toString('hex');
    log.error({ ...safely(thrown), reference }, 'an act in Slack failed');
    await tell(noticeCard([slackWords.broken(reference)])).catch((again: unknown) => {
      log.warn({ reason: reasonOf(again), reference }, 'the reference could not be told');
    });
  }
};

/** What may be logged of an error: Slack's answers can hold texts and tokens, so only their kind is kept. */
export const safely = (thrown: unknown): object => {
  const code = (thrown as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('slack_') ? { reason: reasonOf(thrown) } : { err: thrown };
};
