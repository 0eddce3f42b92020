import type { Alliance } from '../alliance/alliance.js';
import type { AllianceCode, TextRef } from '../alliance/names.js';
import { textRefsIn } from '../cards/view.js';
import type { View } from '../cards/view.js';
import type { Entry } from '../ledger/entry.js';
import type { Clerk } from './orders.js';
import type { PaceLimits } from './pace.js';
import type { Clock, Directory, Ledger } from './ports.js';
import type { Post, Posts, Surface } from './surfaces.js';
import { postsWanted } from './wanted.js';
import type { Platform } from '../alliance/accountEvents.js';

/** Everything that the announcer needs. */
export interface AnnouncerPorts {
  readonly clerk: Clerk;
  readonly ledger: Pick<Ledger, 'alliances'>;
  readonly directory: Pick<Directory, 'rooms' | 'people'>;
  readonly posts: Posts;
  readonly surfaces: readonly Surface[];
  readonly pace: Readonly<Record<Platform, PaceLimits>>;
  readonly clock: Clock;
  /** Resolves after so many milliseconds, or at once when it is told to stop. */
  readonly wait: (ms: number) => Promise<void>;
  /** How long news is gathered before rooms are looked at, so that a burst of votes is one update. */
  readonly gatherMs: number;
  readonly report: (thrown: unknown) => void;
}

/** Reads what the book says since it was last looked at and writes down which messages that asks for, exactly once. */
export const noticeNews = async (ports: AnnouncerPorts, code: AllianceCode): Promise<void> => {
  const alliance = await ports.clerk.view(code);
  if (alliance === null) return;
  let cursor = await ports.posts.cursor(code);
  for (;;) {
    const entries = await ports.clerk.entries(code, cursor, pageEntries);
    const last = entries.at(-1);
    if (last === undefined) return;
    const wanted = await newPosts(ports, alliance, entries);
    await ports.posts.wantPosts(code, wanted, last.seq);
    cursor = last.seq;
  }
};

const pageEntries = 500;

const newPosts = async (
  ports: AnnouncerPorts,
  alliance: Alliance,
  entries: readonly Entry[],
): Promise<readonly Post[]> => {
  if (alliance.rooms.length === 0 && alliance.links.length === 0) return [];
  const view = await viewOf(ports, alliance, entries);
  const known = new Set((await ports.posts.openPosts(alliance.code)).map(({ to, key }) => `${to} ${key}`));
  const wanted: Post[] = [];
  for (const post of entries.flatMap((entry) => postsWanted(view, entry))) {
    const name = `${post.to} ${post.key}`;
    if (!known.has(name)) wanted.push(post);
    known.add(name);
  }
  return wanted;
};

/** The alliance with the words that its cards and these entries need. */
export const viewOf = async (
  { clerk }: Pick<AnnouncerPorts, 'clerk'>,
  alliance: Alliance,
  about: unknown,
): Promise<View> => {
  const live = [...alliance.live].map((id) => alliance.proposals.get(id));
  const refs = textRefsIn([about, live, alliance.people]);
  const texts: ReadonlyMap<TextRef, string> = await clerk.texts(alliance.code, [...refs]);
  return { alliance, text: (ref) => texts.get(ref) ?? null, now: clerk.now() };
};
