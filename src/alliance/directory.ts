import type { Platform } from './accountEvents.js';
import type { PersonId } from './names.js';

/** An account on a platform. It may be several persons, one in each alliance (architecture.md 4). */
export interface Account {
  readonly platform: Platform;
  /** The Slack team (or Enterprise organisation) or the home Entra tenant of the account itself. */
  readonly tenant: string;
  readonly user: string;
}

/** Where a room is: the workspace or tenant in which the bot reaches it, and the channel or conversation. */
export interface RoomAddress {
  readonly platform: Platform;
  readonly tenant: string;
  readonly place: string;
}

/** What an order changes in the erasable directory, in the same commit as its entries. */
export type DirectoryChange =
  | {
      readonly kind: 'bindRoom';
      readonly room: number;
      readonly body: string;
      readonly address: RoomAddress;
      /** As people call it there; null where the platform does not tell. */
      readonly name: string | null;
    }
  | { readonly kind: 'releaseRoom'; readonly room: number }
  | { readonly kind: 'proposeLink'; readonly link: number; readonly person: PersonId; readonly account: Account }
  | { readonly kind: 'link'; readonly link: number; readonly person: PersonId; readonly account: Account }
  /** The account that was proposed under this number may act from now on. */
  | { readonly kind: 'confirmLink'; readonly link: number }
  | { readonly kind: 'unlink'; readonly link: number };
