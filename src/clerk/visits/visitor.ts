import type { Platform } from '../../alliance/accountEvents.js';
import type { Account } from '../../alliance/directory.js';
import type { Idiom, UnknownAccount } from '../../cards/words/visits.js';
import type { Clerk } from '../orders.js';
import type { Pages } from '../pages.js';
import type { Clock, Directory, Keyring, Ledger } from '../ports.js';
import type { Posts } from '../surfaces.js';

/** Where people come to the clerk, from whichever chat platform: what is the same of a visit on all of them. */
export interface Counter {
  readonly clerk: Clerk;
  readonly ledger: Pick<Ledger, 'noteAttempt'>;
  readonly directory: Directory;
  readonly posts: Pick<Posts, 'undelivered'>;
  readonly keyring: Pick<Keyring, 'sign'>;
  readonly clock: Clock;
  /** Where files are fetched and handed in; nowhere without. */
  readonly pages?: Pages | undefined;
  /** What went wrong without keeping anybody from anything. */
  readonly log: { warn(what: object, words: string): void };
}

/** Somebody who comes with a press, a form or typed words. */
export interface Visitor {
  readonly platform: Platform;
  readonly idiom: Idiom;
  /** The accounts that this can be, the widest first. */
  readonly accounts: readonly Account[];
  /** The workspace or tenant in which the bot was called. */
  readonly tenant: string;
  /**
   * The address of the account, in small letters, that the platform vouches for, where the account may be linked by it
   * at all (rulings 3.1). Asked for only where nobody is linked yet.
   */
  address(): Promise<string | { readonly unknown: UnknownAccount }>;
}
