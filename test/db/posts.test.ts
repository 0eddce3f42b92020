import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../db/store.js';
import { isDoubtful, isPending, triesMost } from '../../src/clerk/postStates.js';
import type { Post } from '../../src/clerk/surfaces.js';
import { bookOf, keep } from './books.js';
import { post } from './post.js';
import { temporaryPath, temporaryStore, temporaryThreadStore } from './stores.js';

const place = { platform: 'slack', tenant: 'T0PLYMOUTH', place: 'C0LEADERS' } as const;

/** A book with room 1 bound at `place`. */
const withRoom = async (store: Store): Promise<void> => {
  const book = await bookOf();
  await keep(store, {
    ...book.write(),
    directory: [{ kind: 'bindRoom', room: 1, body: 'leadership', address: place, name: null }],
  });
};

const contract = (name: string, open: () => Promise<Store>): void => {
  describe(`${name}: posts`, () => {
    it('wants each post once, with the cursor, and never takes back what became of it', async () => {
      const store = await open();
      expect(await store.cursor('PLY')).toBe(0);
      await store.wantPosts('PLY', [post('room:1', 'P-1/r1'), post('person:7', 'P-1/3/1', { kind: 'once' })], 3);
      await store.keepPosts([
        post('room:1', 'P-1/r1', { state: 'shown', reference: '171.1', digest: 'abc', tries: 2 }),
      ]);
      const added = await store.wantPosts('PLY', [post('room:1', 'P-1/r1'), post('room:2', 'P-1/r1')], 5);
      expect(added).toEqual([post('room:2', 'P-1/r1')]);
      expect(await store.openPosts('PLY')).toEqual([
        post('person:7', 'P-1/3/1', { kind: 'once' }),
        post('room:1', 'P-1/r1', { state: 'shown', reference: '171.1', digest: 'abc', tries: 2 }),
        post('room:2', 'P-1/r1'),
      ]);
      expect(await store.cursor('PLY')).toBe(5);
      expect(await store.cursor('IPSA')).toBe(0);
    });

    it('has nothing open that is final, and lists what did not arrive', async () => {
      const store = await open();
      const kept = [
        post('room:1', 'P-1/r1', { state: 'shown', final: true }),
        post('room:1', 'P-1/ProposalAdopted/9', { kind: 'once', seq: 9, state: 'unknown', final: true }),
        post('room:2', 'P-2/r1', { seq: 11, state: 'undeliverable', reason: 'botNotInRoom' }),
        post('room:3', 'P-2/r1', { seq: 11, state: 'dropped', reason: 'roomReleased', final: true }),
      ];
      await store.keepPosts(kept);
      expect(await store.openPosts('PLY')).toEqual([kept[2]]);
      expect(await store.undelivered('PLY', 10)).toEqual([kept[2], kept[1]]);
      expect(await store.undelivered('PLY', 1)).toEqual([kept[2]]);
    });

    it('tells what is given up from what still waits, whatever is newer, as the states of posts have it', async () => {
      const store = await open();
      const states = ['wanted', 'sending', 'shown', 'unknown', 'undeliverable', 'dropped'] as const;
      const all = states.flatMap((state) =>
        (['living', 'once'] as const).flatMap((kind) =>
          [0, triesMost - 1, triesMost].map((tries) =>
            post('room:1', `${state}/${kind}/${String(tries)}`, { state, kind, tries }),
          ),
        ),
      );
      await store.keepPosts(all);
      const keysOf = (posts: readonly Post[]) => posts.map(({ key }) => key).sort();
      const doubtful = all.filter((each) => isDoubtful(each) || each.state === 'sending');
      expect(keysOf(await store.undelivered('PLY', 100))).toEqual(keysOf(doubtful));
      expect(await store.waiting('PLY')).toBe(all.filter(isPending).length);
      expect(await store.waiting('IPSA')).toBe(0);
      const newer = Array.from({ length: 30 }, (_, nth) => post('room:2', `P-9/r${String(nth)}`, { seq: 9 }));
      await store.keepPosts(newer);
      expect(keysOf(await store.undelivered('PLY', doubtful.length))).toEqual(keysOf(doubtful));
    });

    it('finds the posts about one proposal and not those about its neighbours', async () => {
      const store = await open();
      await store.keepPosts(['P-1/r1', 'P-1/r2', 'P-14/r1', 'P-10/r1'].map((key) => post('room:1', key)));
      expect((await store.postsAbout('PLY', 'P-1')).map(({ key }) => key).sort()).toEqual(['P-1/r1', 'P-1/r2']);
      expect((await store.postsAbout('PLY', 'P-14')).map(({ key }) => key)).toEqual(['P-14/r1']);
    });

    it('knows a message of ours by the room that it is in', async () => {
      const store = await open();
      await withRoom(store);
      const shown = post('room:1', 'P-1/r1', { state: 'shown', reference: '171.1' });
      await store.keepPosts([shown, post('room:2', 'P-1/r1', { reference: '171.1' })]);
      expect(await store.postAt(place, '171.1')).toEqual(shown);
      expect(await store.postAt(place, '171.2')).toBeNull();
      expect(await store.postAt({ ...place, place: 'C0OTHER' }, '171.1')).toBeNull();
    });

    it('names the alliances that hear of anything', async () => {
      const [store, quiet] = [await open(), await bookOf('LWN')];
      await keep(store, quiet.write());
      expect(await store.followed()).toEqual([]);
      await withRoom(store);
      await store.keepPosts([post('room:1', 'P-1/r1', { alliance: 'IPSA' }), post('room:1', 'P-1/r1')]);
      await store.keepPosts([post('room:1', 'P-1/r1', { alliance: 'IDR', final: true })]);
      expect([...(await store.followed())].sort()).toEqual(['IPSA', 'PLY']);
    });
  });

  describe(`${name}: installations`, () => {
    it('[F42] keeps one installation a workspace, and forgets it', async () => {
      const store = await open();
      const installation = { platform: 'slack', tenant: 'T0PLYMOUTH', sealed: 'v1:abc' } as const;
      await store.keepInstallation({ ...installation, tenant: 'T0HARBOUR' });
      await store.keepInstallation(installation);
      await store.keepInstallation({ ...installation, sealed: 'v2:def' });
      expect(await store.findInstallation('slack', 'T0PLYMOUTH')).toEqual({ ...installation, sealed: 'v2:def' });
      expect(await store.findInstallation('teams', 'T0PLYMOUTH')).toBeNull();
      expect((await store.installations('slack')).map(({ tenant }) => tenant)).toEqual(['T0HARBOUR', 'T0PLYMOUTH']);
      await store.forgetInstallation('slack', 'T0PLYMOUTH');
      expect(await store.findInstallation('slack', 'T0PLYMOUTH')).toBeNull();
    });
  });
};

contract('on disk, on this thread', () => temporaryStore());
contract('on disk, writing on its own thread', () => temporaryThreadStore());
contract('in memory', async () => openStore(':memory:'));

it('finds open posts, and posts by reference, through an index', async () => {
  const { default: Database } = await import('better-sqlite3');
  const path = temporaryPath();
  await openStore(path).close();
  const client = new Database(path);
  const planOf = (query: string): string =>
    client
      .prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
  expect(planOf("SELECT * FROM posts WHERE alliance = 'PLY' AND posts.final = 0")).toContain('posts_open');
  expect(planOf("SELECT * FROM posts WHERE alliance = 'PLY' AND posts.state NOT IN ('shown', 'dropped')")).toContain(
    'posts_undelivered',
  );
  expect(planOf("SELECT * FROM posts WHERE alliance = 'PLY' AND key >= 'P-1/' AND key < 'P-10'")).toContain(
    'posts_key',
  );
  client.close();
});
