import type { Account, RoomAddress } from '../alliance/directory.js';
import type { Platform } from '../alliance/accountEvents.js';

/**
 * Through what a place is reached on a platform that has several bots of ours and several addresses of its own: kept when
 * somebody acts there, so that it is as fresh as the last act, and disposable: the next act brings it back.
 */
export interface Conversations {
  /** Keeps it durably, in the place of what was kept of that place. */
  keepConversation(conversation: Conversation): Promise<void>;
  /** Null where nobody was heard from there, or the bot was removed since. */
  findConversation(at: Place): Promise<Conversation | null>;
  /** Any of that tenant: what reaches one place there can open another. Null where nobody was heard from there. */
  anyConversation(platform: Platform, tenant: string): Promise<Conversation | null>;
  forgetConversation(at: Place): Promise<void>;
}

/** A room, or what is private to one account (`placeOfAccount`). */
export type Place = RoomAddress;

export interface Conversation extends Place {
  /** The registration of ours that reaches it (rulings 3.5). */
  readonly app: string;
  /** Address of the platform's service for it. */
  readonly service: string;
  /** The platform's own name of the conversation. */
  readonly conversation: string;
}

/** The private conversation with one account. */
export const placeOfAccount = ({ platform, tenant, user }: Account): Place => ({
  platform: platform satisfies Platform,
  tenant,
  place: `user:${user}`,
});
