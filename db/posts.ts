import type Database from 'better-sqlite3';
import type { Post, Posts } from '../src/clerk/surfaces.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** What of ours is shown on which platform (rulings 5). */
export const postsOf = (client: Database.Database, statements: Statements): Pick<Tables, keyof Posts> => {
  const want = client.transaction<Tables['wantPosts']>((alliance, wanted, seq) => {
    const added = wanted.filter((post) => statements.addPost.run(rowOf(post)).changes === 1);
    statements.setCursor.run({ alliance, seq });
    return added;
  });
  const keep = client.transaction<Tables['keepPosts']>((kept) => {
    for (const post of kept) statements.setPost.run(rowOf(post));
  });
  return {
    openPosts: (alliance) => statements.openPosts.all({ alliance }) as readonly Post[],
    postAt: ({ platform, tenant, place }, reference) =>
      (statements.postAt.get({ platform, tenant, place, reference }) ?? null) as Post | null,
    // "0" follows "/": every key that begins with "P-14/", and not those of P-140.
    postsAbout: (alliance, subject) =>
      statements.postsWithin.all({ alliance, fromKey: `${subject}/`, toKey: `${subject}0` }) as readonly Post[],
    undelivered: (alliance, most) => statements.undeliveredPosts.all({ alliance, most }) as readonly Post[],
    waiting: (alliance) => statements.waitingPosts.get({ alliance })?.posts ?? 0,
    wantPosts: (alliance, wanted, cursor) => want.immediate(alliance, wanted, cursor),
    keepPosts: (kept) => keep.immediate(kept),
    cursor: (alliance) => statements.cursorOf.get({ alliance })?.seq ?? 0,
    told: () => statements.told.get()?.at ?? null,
    setTold: (at) => void statements.setTold.run({ at }),
    followed: () => statements.followedAlliances.all().map((row) => row.alliance),
  };
};

/** The columns hold what the type says: only the announcer writes them. */
const rowOf = (post: Post): Record<string, unknown> => ({ ...post, final: post.final });
