import type { Posts, Surface } from '../../src/clerk/surfaces.js';
import type { Through } from './rooms.js';

/** Does it again with the fault one step later, until a run meets no fault any more; how many steps there are. */
export const atEachStep = async (run: (nth: number) => Promise<'met' | 'unharmed'>): Promise<number> => {
  for (let nth = 1; ; nth += 1) if ((await run(nth)) === 'unharmed') return nth - 1;
};

/**
 * Kills the announcer that looks through these ports in its nth step, before or after the step has done its work: what
 * was asked is never answered, and nothing that it asks from then on is done. `hasDied` says whether it came to its nth
 * step; one that was killed from outside before has not.
 */
export const dyingAt = (
  nth: number,
  when: 'before' | 'after',
): Through & { readonly hasDied: () => boolean; readonly kill: () => void } => {
  let steps = 0;
  let dead = false;
  let met = false;
  const never = new Promise<never>(() => undefined);
  const mortal =
    <A extends unknown[], R>(port: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (dead) return never;
      steps += 1;
      const fatal = steps === nth;
      dead ||= fatal;
      met ||= fatal;
      if (fatal && when === 'before') return never;
      const answer = await port(...given);
      return fatal ? never : answer;
    };
  return {
    hasDied: () => met,
    kill: () => {
      dead = true;
    },
    posts: (posts: Posts): Posts => ({
      openPosts: mortal((code) => posts.openPosts(code)),
      postAt: mortal((room, reference) => posts.postAt(room, reference)),
      postsAbout: mortal((code, proposal) => posts.postsAbout(code, proposal)),
      undelivered: mortal((code, most) => posts.undelivered(code, most)),
      waiting: mortal((code) => posts.waiting(code)),
      wantPosts: mortal((code, wanted, cursor) => posts.wantPosts(code, wanted, cursor)),
      keepPosts: mortal((kept) => posts.keepPosts(kept)),
      cursor: mortal((code) => posts.cursor(code)),
      told: mortal(() => posts.told()),
      setTold: mortal((at) => posts.setTold(at)),
      followed: mortal(() => posts.followed()),
    }),
    surface: (surface: Surface): Surface => ({
      platform: surface.platform,
      post: mortal((room, card) => surface.post(room, card)),
      update: mortal((room, reference, card) => surface.update(room, reference, card)),
      whisper: mortal((account, card) => surface.whisper(account, card)),
      mention: mortal((room, account, card) => surface.mention(room, account, card)),
      permalink: mortal((room, reference) => surface.permalink(room, reference)),
    }),
  };
};
