import type { Logger } from 'pino';
import type { Announcer } from '../../src/clerk/announcer.js';
import type { Conversations } from '../../src/clerk/conversations.js';
import type { Invitations } from '../../src/clerk/invitations.js';
import type { Paint, Randomness } from '../../src/clerk/ports.js';
import type { Posts } from '../../src/clerk/surfaces.js';
import type { Counter } from '../../src/clerk/visits/visitor.js';

/** What the Teams surface works with: the counter of every platform, and the conversations that it reaches. */
export interface TeamsOffice extends Counter {
  readonly posts: Pick<Posts, 'postAt' | 'undelivered'>;
  readonly conversations: Conversations;
  /** The announcer, told of rooms that can be reached again and of cards that somebody pressed. */
  readonly announcer: Pick<Announcer, 'retry' | 'seen'>;
  readonly randomness: Randomness;
  /** Paints pictures, which stand in the messages that show them. */
  readonly paint: Paint;
  /** Where rooms get meetings into their calendars; nowhere without. */
  readonly invitations?: Invitations | undefined;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly log: Logger;
}
