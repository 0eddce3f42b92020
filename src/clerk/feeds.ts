import { createHash, timingSafeEqual } from 'node:crypto';
import type { Alliance } from '../alliance/alliance.js';
import type { CommandOf } from '../alliance/commands.js';
import { decide } from '../alliance/decide.js';
import type { Instant } from '../alliance/instant.js';
import { isPerson } from '../alliance/names.js';
import type { AllianceCode, PersonId } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import { feedCalendar } from '../cards/calendarEntries.js';
import type { Book } from './books.js';
import { type Drawable, drawn } from './drawing.js';
import type { Clerk, Order, Reply } from './orders.js';
import type { WriteCalendar } from './pages.js';
import type { Keyring, Randomness } from './ports.js';
import { sha256Of } from './sha256.js';

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

/** What addresses of calendars are made and kept with. */
export interface FeedOffice {
  readonly feeds: Feeds;
  readonly keyring: Pick<Keyring, 'sign'>;
  readonly randomness: Randomness;
}

/** Gives a person a new address, or ends the one they have; beside the book, as preferences are (rulings 4.2). */
export const keepFeed = async (
  { feeds, keyring, randomness }: FeedOffice,
  { alliance, head }: Book,
  { by, command }: Order & { readonly command: CommandOf<'setFeed'> },
  at: Instant,
): Promise<Reply> => {
  const context = { by, at, head, entropy: new Uint8Array(), clockTrusted: false };
  const { refusal } = decide(alliance, command, context);
  const person = command.person ?? by;
  if (refusal !== undefined || !isPerson(person)) {
    return { kind: 'refused', alliance, refusal: refusal ?? { why: 'notByOperator' } };
  }
  const { code } = alliance;
  if (command.feed === 'none') await feeds.keepFeed(code, person, null);
  else {
    const word = Buffer.from(randomness.bytes(16)).toString('base64url');
    const tokenHash = sha256Of(tokenOf(keyring, alliance, person, word));
    await feeds.keepFeed(code, person, { word, tokenHash, at });
  }
  return { kind: 'done', alliance, entries: [], repeated: false };
};

/**
 * The address of the calendar that a person follows, under this one on the web; null where there is none on the web, and
 * where they follow none or have one from a key that the book no longer uses.
 */
export const feedAddress = async (
  { clerk, ...office }: Pick<FeedOffice, 'feeds' | 'keyring'> & { readonly clerk: Pick<Clerk, 'view'> },
  base: string | null,
  code: AllianceCode,
  person: PersonId,
): Promise<string | null> => {
  const alliance = base === null ? null : await clerk.view(code);
  const token = alliance === null ? null : await feedToken(office, alliance, person);
  return token === null || base === null ? null : `${base}/calendar/${token}.ics`;
};

const feedToken = async (
  { feeds, keyring }: Pick<FeedOffice, 'feeds' | 'keyring'>,
  alliance: Alliance,
  person: PersonId,
): Promise<string | null> => {
  const feed = await feeds.feed(alliance.code, person);
  if (feed === null) return null;
  const token = tokenOf(keyring, alliance, person, feed.word);
  return sha256Of(token) === feed.tokenHash ? token : null;
};

/** What a calendar reads that follows such an address; null where it leads nowhere now. */
export const feedFile = async (
  sources: {
    readonly feeds: Feeds;
    readonly clerk: Drawable;
    readonly writeCalendar: WriteCalendar;
  },
  token: string,
): Promise<string | null> => {
  const code = await feedAt(sources, token);
  const calendar = code === null ? null : await drawn(sources.clerk, code, feedCalendar);
  return calendar === null ? null : sources.writeCalendar(calendar, 'feed');
};

/**
 * Whose calendar this token opens now: null for an unknown one, one that was revoked, and for people who may not read
 * the business of the alliance any more. Found by its hash, and held against it in constant time.
 */
const feedAt = async (
  { feeds, clerk }: { readonly feeds: Feeds; readonly clerk: Pick<Clerk, 'view' | 'now'> },
  token: string,
): Promise<AllianceCode | null> => {
  const hash = sha256Of(token);
  const found = await feeds.feedOf(hash);
  const kept = found === null ? null : await feeds.feed(found.alliance, found.person);
  const alliance = found === null ? null : await clerk.view(found.alliance);
  const same = timingSafeEqual(Buffer.from(hash), Buffer.from(kept?.tokenHash ?? sha256Of('')));
  if (!same || found === null || alliance === null) return null;
  return mayRead(alliance, { kind: 'alliance' }, found.person, clerk.now()) ? found.alliance : null;
};

/** 256 bits that nobody can work out who has the word and not the key of the book. */
const tokenOf = (
  keyring: Pick<Keyring, 'sign'>,
  { code, publicKey }: Pick<Alliance, 'code' | 'publicKey'>,
  person: PersonId,
  word: string,
): string => {
  const bytes = Buffer.from(`roundtable/calendar-feed/1\n${code}\n${person}\n${word}\n`, 'utf8');
  return createHash('sha256')
    .update(keyring.sign(code, bytes, publicKey))
    .digest('base64url');
};
