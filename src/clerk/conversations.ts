import type { Account, RoomAddress } from '../alliance/directory.js';
import type { Platform } from '../alliance/accountEvents.js';
import type { FailureReason } from './surfaces.js';

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
  /**
   * Notes, durably, that the greeting of a conversation that is kept is being sent. False where it was begun before, or the
   * conversation is not kept: then nobody is greeted, so that nobody is greeted twice.
   */
  beginGreeting(at: Place): Promise<boolean>;
  /**
   * Notes what became of it: `shown`, or why it may not, or could not, be delivered. Null where it was certainly not said:
   * it can be begun again.
   */
  keepGreeting(at: Place, outcome: GreetingOutcome | null): Promise<void>;
  /** Greetings that may not have arrived or could not be delivered, at most so many; one that is being sent is among them. */
  doubtfulGreetings(most: number): Promise<readonly Greeting[]>;
}

export type GreetingOutcome = 'shown' | 'unknown' | FailureReason;

/** What an installation was answered with, and what became of it so far. */
export interface Greeting extends Place {
  readonly state: Exclude<GreetingOutcome, 'shown'> | 'sending';
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
