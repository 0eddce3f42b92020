import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { conversations, links } from './schema.js';

/** Through what places are reached. */
export const conversationStatements = (db: BetterSQLite3Database) => ({
  setConversation: db
    .insert(conversations)
    .values({
      platform: sql.placeholder('platform'),
      tenant: sql.placeholder('tenant'),
      place: sql.placeholder('place'),
      app: sql.placeholder('app'),
      service: sql.placeholder('service'),
      conversation: sql.placeholder('conversation'),
    })
    .onConflictDoUpdate({
      target: [conversations.platform, conversations.tenant, conversations.place],
      set: {
        app: sql.raw('excluded.app'),
        service: sql.raw('excluded.service'),
        conversation: sql.raw('excluded.conversation'),
      },
    })
    .prepare(),
  conversationAt: db.select(reached).from(conversations).where(isAt).prepare(),
  conversationOf: db
    .select(reached)
    .from(conversations)
    .where(
      and(eq(conversations.platform, sql.placeholder('platform')), eq(conversations.tenant, sql.placeholder('tenant'))),
    )
    .orderBy(conversations.place)
    .limit(1)
    .prepare(),
  removeConversation: db.delete(conversations).where(isAt).prepare(),
  /** Those that are private to any account of the person. */
  removeConversationsOf: db
    .delete(conversations)
    .where(
      inArray(
        sql`(${conversations.platform}, ${conversations.tenant}, ${conversations.place})`,
        db
          .select({ platform: links.platform, tenant: links.tenant, place: sql`'user:' || ${links.user}` })
          .from(links)
          .where(
            and(eq(links.alliance, sql.placeholder('alliance')), eq(links.person, sql.placeholder('person'))),
          ) as never,
      ),
    )
    .prepare(),
});

/** What became of greetings. */
export const greetingStatements = (db: BetterSQLite3Database) => ({
  beginGreeting: db
    .update(conversations)
    .set({ greeting: 'sending' })
    .where(and(isAt, isNull(conversations.greeting)))
    .prepare(),
  setGreeting: db
    .update(conversations)
    .set({ greeting: sql`${sql.placeholder('greeting')}` })
    .where(isAt)
    .prepare(),
  doubtfulGreetings: db
    .select({
      platform: conversations.platform,
      tenant: conversations.tenant,
      place: conversations.place,
      state: conversations.greeting,
    })
    .from(conversations)
    .where(and(isNotNull(conversations.greeting), ne(conversations.greeting, 'shown')))
    .orderBy(conversations.tenant, conversations.place)
    .limit(sql.placeholder('most'))
    .prepare(),
});

/** All that reaching a place needs. */
const reached = {
  platform: conversations.platform,
  tenant: conversations.tenant,
  place: conversations.place,
  app: conversations.app,
  service: conversations.service,
  conversation: conversations.conversation,
};

const isAt = and(
  eq(conversations.platform, sql.placeholder('platform')),
  eq(conversations.tenant, sql.placeholder('tenant')),
  eq(conversations.place, sql.placeholder('place')),
);
