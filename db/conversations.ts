import type { Conversation, Conversations, Greeting } from '../src/clerk/conversations.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** Through what places are reached. */
export const conversationsOf = (statements: Statements): Pick<Tables, keyof Conversations> => ({
  keepConversation: ({ platform, tenant, place, app, service, conversation }) => {
    statements.setConversation.run({ platform, tenant, place, app, service, conversation });
  },
  findConversation: ({ platform, tenant, place }) =>
    (statements.conversationAt.get({ platform, tenant, place }) ?? null) as Conversation | null,
  anyConversation: (platform, tenant) =>
    (statements.conversationOf.get({ platform, tenant }) ?? null) as Conversation | null,
  beginGreeting: ({ platform, tenant, place }) =>
    statements.beginGreeting.run({ platform, tenant, place }).changes === 1,
  keepGreeting: ({ platform, tenant, place }, outcome) => {
    statements.setGreeting.run({ platform, tenant, place, greeting: outcome });
  },
  doubtfulGreetings: (most) => statements.doubtfulGreetings.all({ most }) as readonly Greeting[],
  forgetConversation: ({ platform, tenant, place }) => {
    statements.removeConversation.run({ platform, tenant, place });
  },
});
