import type { AllianceCode, PersonId } from '../alliance/names.js';

/** Who follows the calendar of an alliance by an address of their own. Erased with the person. */
export interface Feeds {
  feed(alliance: AllianceCode, person: PersonId): Promise<Feed | null>;
  feedOf(tokenHash: string): Promise<{ readonly alliance: AllianceCode; readonly person: PersonId } | null>;
  /** One address a person: a new one takes the place of the one before. Null ends it. */
  keepFeed(alliance: AllianceCode, person: PersonId, feed: Feed | null): Promise<void>;
}

/** The address itself is not kept: the word gives it out again together with the key of the book. */
export interface Feed {
  readonly word: string;
  readonly tokenHash: string;
  readonly at: string;
}
