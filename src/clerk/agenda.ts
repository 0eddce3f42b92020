import type { Alliance } from '../alliance/alliance.js';
import type { AllianceCode } from '../alliance/names.js';
import { interrupted, isDoubtful, isKeptForRoom, isSaid, nameOf, triedAgain } from './postStates.js';
import type { KeptPosts } from './postStates.js';
import type { Post } from './surfaces.js';

/**
 * The open posts of one alliance, kept in memory as the store has them: only the announcer writes posts, so a look at
 * the rooms need not ask the store. Once writing has failed, nothing in memory is trusted and it must be opened anew.
 */
export interface Agenda {
  readonly alliance: AllianceCode;
  /** Posts that are not final, in the order of the book. */
  readonly open: () => readonly Post[];
  readonly find: (to: Post['to'], key: string) => Post | null;
  /** Up to which entry of the book it is worked out what is wanted. */
  readonly cursor: () => number;
  /** Writes down what is wanted, each post once, and that the book was worked through up to this entry. */
  readonly want: (posts: readonly Post[], seq: number) => Promise<void>;
  /** Writes down how posts stand now. */
  readonly keep: (posts: readonly Post[]) => Promise<void>;
  /** Nothing is sent for this post until then, in milliseconds of the clock that never jumps. */
  readonly rest: (post: Post, untilMs: number, tries: number) => void;
  readonly restOf: (post: Post) => { readonly untilMs: number; readonly tries: number };
  readonly isBroken: () => boolean;
}

export const openAgenda = async (posts: KeptPosts, alliance: Alliance): Promise<Agenda> => {
  const { code } = alliance;
  const found = await posts.openPosts(code);
  const open = new Map(found.map((post) => [nameOf(post), post]));
  const rests = new Map<string, { readonly untilMs: number; readonly tries: number }>();
  let written = await posts.cursor(code);
  let cursor = Math.max(written, firstHeard(alliance));
  let broken = false;
  let inOrder: readonly Post[] | null = null;
  const durably = async <T>(writing: Promise<T>): Promise<T> => {
    try {
      return await writing;
    } catch (thrown) {
      broken = true;
      throw thrown;
    }
  };
  const remember = (post: Post): void => {
    inOrder = null;
    if (post.final) open.delete(nameOf(post));
    else open.set(nameOf(post), post);
    if (post.final || post.state === 'shown') rests.delete(nameOf(post));
  };
  const keep = async (changed: readonly Post[]): Promise<void> => {
    changed.forEach(remember);
    const closed = [...open.values()].filter((post) => isClosed(post, [...open.values()]));
    const closing = closed.map((post): Post => ({ ...post, final: true }));
    closing.forEach(remember);
    if (changed.length > 0 || closing.length > 0) await durably(posts.keepPosts([...changed, ...closing]));
  };
  // A start: what was under way may have arrived, and each card that was given up is tried once more.
  const changed = found.flatMap((post) => {
    const next = post.kind === 'living' ? triedAgain(interrupted(post)) : interrupted(post);
    return next === post ? [] : [next];
  });
  await keep(changed);
  return {
    alliance: code,
    open: () => (inOrder ??= [...open.values()].sort((a, b) => a.seq - b.seq)),
    find: (to, key) => open.get(nameOf({ to, key })) ?? null,
    cursor: () => cursor,
    want: async (wanted, seq) => {
      cursor = seq;
      // Entries that nobody hears of are no reason to write; after a restart they are read again and ask for nothing.
      if (wanted.length === 0 && seq - written < unwrittenMost) return;
      written = seq;
      (await durably(posts.wantPosts(code, wanted, seq))).forEach(remember);
    },
    keep,
    rest: (post, untilMs, tries) => void rests.set(nameOf(post), { untilMs, tries }),
    restOf: (post) => rests.get(nameOf(post)) ?? { untilMs: 0, tries: 0 },
    isBroken: () => broken,
  };
};

/** Entries that may be worked through again after a restart. */
const unwrittenMost = 500;

/**
 * Nothing is left to do or to say: no open card is about it, and its room is not expected to take us in. Worked out in
 * one go with remembering, since rooms come to their end side by side.
 */
const isClosed = (post: Post, open: readonly Post[]): boolean =>
  post.kind === 'once' && isDoubtful(post) && !isKeptForRoom(post) && !isSaid(post, open);

/** Rooms hear nothing of what came before they were bound; with accounts alone the book is read once from its beginning. */
const firstHeard = ({ rooms, links }: Alliance): number =>
  links.length > 0 || rooms.length === 0 ? 0 : Math.min(...rooms.map(({ boundSeq }) => boundSeq)) - 1;
