import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Account } from '../../src/alliance/directory.js';
import type { Announcer } from '../../src/clerk/announcer.js';
import type { Clerk } from '../../src/clerk/orders.js';
import type { Pages, WriteCalendar } from '../../src/clerk/pages.js';
import type { Installations } from '../../src/clerk/installations.js';
import type { Clock, Directory, Keyring, Ledger, Paint, Randomness } from '../../src/clerk/ports.js';
import type { Posts } from '../../src/clerk/surfaces.js';

/** What the Slack surface works with: the clerk, the directory, and the workspaces that it reaches. */
export interface SlackOffice {
  readonly clerk: Clerk;
  readonly ledger: Pick<Ledger, 'alliances' | 'noteAttempt'>;
  readonly directory: Directory;
  readonly posts: Pick<Posts, 'postAt' | 'undelivered'>;
  readonly installations: Installations;
  readonly keyring: Pick<Keyring, 'sign'>;
  /** The announcer, told of rooms that can be reached again and of cards that somebody pressed. */
  readonly announcer: Pick<Announcer, 'retry' | 'seen'>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Where files are fetched; nowhere without. */
  readonly pages?: Pages | undefined;
  /** Paints pictures, which are uploaded where a message shows them. */
  readonly paint: Paint;
  /** Writes invitations, which rooms are given as files. */
  readonly writeCalendar: WriteCalendar;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly log: Logger;
}

/** Who called, from where, and how an answer reaches them. */
export interface Caller {
  /** Slack's id of the user. */
  readonly user: string;
  /** The accounts that this can be: of the whole Enterprise organisation first, then of the user's own team. */
  readonly accounts: readonly Account[];
  /** The workspace in which the bot was called. */
  readonly tenant: string;
  readonly client: webApi.WebClient;
}
