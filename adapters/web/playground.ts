import type { Logger } from 'pino';
import type { Clerk } from '../../src/clerk/orders.js';
import type { Feeds } from '../../src/clerk/feeds.js';
import type { PageSources } from '../../src/clerk/pages.js';
import type { Keyring, Ledger, Randomness } from '../../src/clerk/ports.js';
import type { Readings } from '../../src/clerk/readings.js';
import type { Posts } from '../../src/clerk/surfaces.js';
import type { MovableClock } from './clock.js';
import type { Live } from './live.js';
import type { Pictures } from './pictures.js';
import type { PrivateAnswers } from './privateAnswers.js';

/** Everything the playground reaches; the rules only through the clerk. */
export interface Playground extends PageSources {
  readonly clerk: Clerk;
  readonly ledger: Pick<Ledger, 'alliances' | 'read' | 'head'>;
  readonly feeds: Feeds;
  readonly keyring: Pick<Keyring, 'sign'>;
  /** "http://127.0.0.1:3000": where a browser on this computer finds it. */
  readonly origin: () => string;
  readonly posts: Pick<Posts, 'setTold'>;
  readonly clock: MovableClock;
  readonly randomness: Randomness;
  readonly live: Live;
  readonly answers: PrivateAnswers;
  readonly pictures: Pictures;
  readonly readings: Readings;
  /** Opens the playground to whoever started it (rulings 3.4). */
  readonly token: string;
  readonly log: Pick<Logger, 'error'>;
}

/** Address of the playground, without a slash at its end. */
export const baseOf = ({ token }: Pick<Playground, 'token'>): string => `/p/${token}`;

/** A name for one act that nobody has used: 128 bits, sayable in an address. */
export const newNonce = ({ randomness }: Pick<Playground, 'randomness'>): string =>
  Buffer.from(randomness.bytes(16)).toString('base64url');

/** By what means cards of a page act and show: names for acts, and addresses of pictures. */
export const means = (
  playground: Pick<Playground, 'randomness' | 'pictures' | 'token'>,
): { readonly nonce: () => string; readonly pictureAt: (svg: string) => string } => ({
  nonce: () => newNonce(playground),
  pictureAt: (svg) => `${baseOf(playground)}/picture/${playground.pictures.nameOf(svg)}.png`,
});
