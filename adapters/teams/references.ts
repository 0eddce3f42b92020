import type { Conversation } from '../../src/clerk/conversations.js';
import type { TeamsOffice } from './office.js';

/**
 * Keeps through what a conversation was reached, as fresh as the last act in it, and writes only what has changed. Nobody
 * is kept from acting by it.
 */
export const openReferences = ({ conversations, log }: Pick<TeamsOffice, 'conversations' | 'log'>) => {
  const kept = new Map<string, string>();
  return async (here: Conversation): Promise<void> => {
    const name = `${here.tenant} ${here.place}`;
    const value = `${here.app} ${here.service} ${here.conversation}`;
    if (kept.get(name) === value) return;
    try {
      await conversations.keepConversation(here);
    } catch (thrown) {
      log.warn({ err: thrown }, 'through what a conversation is reached could not be kept');
      return;
    }
    if (kept.size >= keptMost) kept.clear();
    kept.set(name, value);
  };
};

const keptMost = 10_000;
