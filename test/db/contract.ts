import { describe, expect, it } from 'vitest';
import { attemptsKept } from '../../db/book.js';
import type { Store } from '../../db/store.js';
import { emptyHead, firstBreak } from '../../src/ledger/entry.js';
import { signedHead } from '../../src/ledger/signature.js';
import { bookOf, due, keep } from './books.js';

/** What every store behind the ports must do, whatever it is made of. */
export const storeContract = (name: string, open: () => Promise<Store>): void => {
  describe(`${name}: the ledger`, () => {
    it('adds batches of many alliances at once and answers each in its order', async () => {
      const [store, plymouth, ipsa] = [await open(), await bookOf('PLY'), await bookOf('IPSA')];
      expect(await store.append([plymouth.write(), ipsa.write(), plymouth.write()])).toEqual(
        Array.from({ length: 3 }, () => ({ kind: 'appended' })),
      );
      expect(await store.head('PLY')).toEqual(plymouth.head());
      expect(await store.head('IPSA')).toEqual(ipsa.head());
    });

    it('gives back exactly the entries that it was given, in sequence, in one whole chain', async () => {
      const [store, book] = [await open(), await bookOf()];
      const batches = [book.write({ names: ['Morwenna Pascoe', 'Tamsin Uglow'] }), book.write(), book.write()];
      await keep(store, ...batches);
      const entries = await store.read('PLY', 0, 100);
      expect(entries).toEqual(batches.flatMap((batch) => batch.entries));
      expect(firstBreak(entries)).toBeNull();
    });

    it('says where the book is when a batch was decided on an older head, and adds nothing of it', async () => {
      const [store, book, other] = [await open(), await bookOf(), await bookOf('LWN')];
      await keep(store, book.write());
      const late = { ...book.write({ cause: 'late' }), after: emptyHead };
      expect(await store.append([late, other.write()])).toEqual([
        { kind: 'moved', head: { seq: late.entries[0]!.seq - 1, hash: late.entries[0]!.prev } },
        { kind: 'appended' },
      ]);
      expect(await store.readCause('PLY', 'late')).toEqual([]);
    });

    it('answers a cause that it has seen with the entries made then, in another call or in the same', async () => {
      const [store, book] = [await open(), await bookOf()];
      const first = book.write({ cause: 'click-1', names: ['Jory Hocking', 'Elowen Rowe'] });
      const [, again] = await store.append([first, first]);
      expect(again).toEqual({ kind: 'seen', cause: 'click-1', entries: first.entries });
      const mixed = { ...book.write({ cause: 'click-1' }), after: emptyHead };
      expect(await store.append([mixed])).toEqual([{ kind: 'seen', cause: 'click-1', entries: first.entries }]);
      expect(await store.head('PLY')).toEqual({ seq: 3, hash: first.entries[2]!.hash });
    });

    it('[F26] makes one of the same act sent 32 times at once', async () => {
      const [store, book] = [await open(), await bookOf()];
      const click = book.write({ cause: 'click' });
      const answers = await Promise.all(Array.from({ length: 32 }, () => store.append([click])));
      expect(answers.flat().filter(({ kind }) => kind === 'appended')).toHaveLength(1);
      expect(answers.flat().filter(({ kind }) => kind === 'seen')).toHaveLength(31);
      expect(await store.read('PLY', 0, 100)).toEqual(click.entries);
    });

    it('keeps the same cause of two alliances apart', async () => {
      const [store, plymouth, ipsa] = [await open(), await bookOf('PLY'), await bookOf('IPSA')];
      await keep(store, plymouth.write({ cause: 'same' }), ipsa.write({ cause: 'same' }));
      expect((await store.readCause('IPSA', 'same')).map(({ alliance }) => alliance)).toEqual(['IPSA', 'IPSA']);
    });

    it('adds nothing of a call that holds a batch which is none', async () => {
      const [store, good, bad] = [await open(), await bookOf('PLY'), await bookOf('LWN')];
      const batch = bad.write();
      const gap = { ...batch, entries: batch.entries.map((entry) => ({ ...entry, seq: entry.seq + 1 })) };
      const third = { ...gap, head: { ...gap.head, seq: gap.head.seq + 1 } };
      await expect(store.append([good.write(), third])).rejects.toThrow('must follow the last one');
      await expect(store.append([{ ...batch, entries: [] }])).rejects.toThrow('at least one entry');
      await expect(store.append([{ ...batch, head: { ...batch.head, seq: 9 } }])).rejects.toThrow('not the last entry');
      expect(await store.alliances()).toEqual([]);
      expect(await store.append([])).toEqual([]);
    });

    it('reads no more than it is asked for, from where it is asked', async () => {
      const [store, book] = [await open(), await bookOf()];
      await keep(store, book.write({ names: Array.from({ length: 30 }, (_, index) => `Person ${index}`) }));
      expect((await store.read('PLY', 10, 5)).map(({ seq }) => seq)).toEqual([11, 12, 13, 14, 15]);
      expect(await store.read('PLY', 31, 5)).toEqual([]);
      expect(await store.read('NONE', 0, 5)).toEqual([]);
      expect((await store.readSubject('PLY', 'alliance')).map(({ kind }) => kind)).toEqual(['AllianceFounded']);
      expect(await store.head('NONE')).toEqual(emptyHead);
    });

    it('lists the alliances with their names and heads, and keeps the signed head of each', async () => {
      const [store, plymouth, ipsa] = [await open(), await bookOf('PLY'), await bookOf('IPSA')];
      const last = plymouth.write();
      await keep(store, ipsa.write()).then(() => expect(store.signedHead('PLY')).resolves.toBeNull());
      await expect(store.append([last])).resolves.toEqual([{ kind: 'appended' }]);
      expect(await store.alliances()).toEqual([
        { code: 'IPSA', name: 'IPSA Alliance', practice: true, head: ipsa.head() },
        { code: 'PLY', name: 'PLY Alliance', practice: true, head: plymouth.head() },
      ]);
      expect(await store.signedHead('PLY')).toEqual(signedHead(last.head));
    });
  });

  describe(`${name}: what stands beside the book`, () => {
    it('gives texts by reference with their salts, and keeps the first of a reference', async () => {
      const [store, book] = [await open(), await bookOf()];
      const batch = book.write({ names: ['Kerensa Trevail \u{1F469}\u200D\u{1F4BB} \u202Eabc'] });
      const [text] = batch.texts;
      await keep(store, batch);
      await keep(store, { ...book.write(), texts: [{ ...text!, text: 'another text of the same reference' }] });
      expect(await store.texts('PLY', [text!.ref, 'text:unknown'])).toEqual(new Map([[text!.ref, text!.text]]));
      expect(await store.saltedTexts('PLY', [text!.ref])).toEqual([text]);
      expect(await store.texts('IPSA', [text!.ref])).toEqual(new Map());
      expect(await store.texts('PLY', [])).toEqual(new Map());
    });

    it('replaces the schedule of the named subjects, in the same append, and leaves that of others', async () => {
      const [store, book] = [await open(), await bookOf()];
      const [a, b, c] = [
        due('a', '2026-04-09T16:00:00.000Z'),
        due('b', '2026-04-03T09:00:00.000Z'),
        due('c', '2026-04-10T09:00:00.000Z', 'P-2'),
      ];
      await keep(
        store,
        book.write({
          schedule: [
            ['P-1', [a, b]],
            ['P-2', [c]],
          ],
        }),
      );
      expect(await store.scheduled('PLY')).toEqual([b, a, c]);
      const later = { ...a, dueAt: '2026-04-20T16:00:00.000Z' };
      await keep(store, book.write({ schedule: [['P-1', [later]]] }));
      expect(await store.scheduled('PLY')).toEqual([c, later]);
      await keep(store, book.write({ schedule: [['P-1', []]] }));
      expect(await store.scheduled('PLY')).toEqual([c]);
      expect(await store.replaceSchedule('PLY', book.head(), [b])).toBe(true);
      expect(await store.scheduled('PLY')).toEqual([b]);
      expect(await store.replaceSchedule('PLY', emptyHead, [a])).toBe(false);
      expect(await store.scheduled('PLY')).toEqual([b]);
    });

    it('gives what is due at or before an instant, over all alliances, earliest first, as many as asked', async () => {
      const [store, plymouth, ipsa] = [await open(), await bookOf('PLY'), await bookOf('IPSA')];
      const [early, late] = [due('a', '2026-04-03T09:00:00.000Z'), due('b', '2026-04-09T16:00:00.000Z')];
      await keep(
        store,
        plymouth.write({ schedule: [['P-1', [late, early]]] }),
        ipsa.write({ schedule: [['P-1', [early]]] }),
      );
      expect(await store.due('2026-04-09T16:00:00.000Z', 10)).toEqual([
        { alliance: 'IPSA', ...early },
        { alliance: 'PLY', ...early },
        { alliance: 'PLY', ...late },
      ]);
      expect(await store.due('2026-04-09T15:59:59.999Z', 10)).toHaveLength(2);
      expect(await store.due('2026-04-09T16:00:00.000Z', 1)).toHaveLength(1);
    });

    it('gives what people are told of until it is noted that they were, and what the clerk has to do until it is done', async () => {
      const [store, plymouth] = [await open(), await bookOf('PLY')];
      const reminder = due('a', '2026-04-03T09:00:00.000Z');
      const deadline = { ...due('b', '2026-04-03T10:00:00.000Z'), kind: 'deadline', to: 'clerk' };
      const later = due('c', '2026-04-09T16:00:00.000Z');
      await keep(store, plymouth.write({ schedule: [['P-1', [reminder, deadline, later]]] }));
      expect(await store.told()).toBeNull();
      await store.setTold('2026-04-03T12:00:00.000Z');
      expect(await store.told()).toBe('2026-04-03T12:00:00.000Z');
      const keys = (await store.due('2026-04-09T16:00:00.000Z', 10)).map(({ key }) => key);
      expect(keys).toEqual(['b', 'c']);
    });

    it('keeps heartbeats by surface and minute, and forgets old ones', async () => {
      const store = await open();
      const beat = (minute: string) => ({ surface: 'slack', minute: `2026-04-03T09:${minute}:00.000Z` });
      await store.keepHeartbeats([beat('00'), beat('01')], '2026-01-01T00:00:00.000Z');
      await store.keepHeartbeats([beat('01'), beat('02')], beat('01').minute);
      expect(await store.heartbeats('2026-01-01T00:00:00.000Z')).toEqual([beat('01'), beat('02')]);
    });

    it('keeps the newest refused attempts of an alliance and forgets the oldest', async () => {
      const store = await open();
      const attempt = (count: number) => ({
        alliance: 'PLY',
        at: '2026-04-02T09:00:00.000Z',
        who: 'U0STRANGER',
        what: `press ${count}`,
        why: 'not appointed',
      });
      for (let count = 1; count <= attemptsKept + 5; count += 1) await store.noteAttempt(attempt(count));
      await store.noteAttempt({ ...attempt(1), alliance: 'IPSA' });
      const kept = await store.attempts('PLY', attemptsKept * 2);
      expect(kept).toHaveLength(attemptsKept);
      expect(kept[0]).toEqual(attempt(attemptsKept + 5));
      expect(await store.attempts('PLY', 2)).toHaveLength(2);
      expect(await store.attempts('IPSA', 10)).toHaveLength(1);
    });

    it('links accounts and binds rooms in the same commit as the entries that say so', async () => {
      const [store, book, other] = [await open(), await bookOf('PLY'), await bookOf('IPSA')];
      const account = { platform: 'slack', tenant: 'T0HARBOUR', user: 'U0ROWAN' } as const;
      const address = { platform: 'teams', tenant: '7f0c', place: '19:leaders' } as const;
      const link = { kind: 'link', link: 1, person: 'person:2', account } as const;
      await keep(store, { ...other.write(), directory: [link] });
      await keep(store, {
        ...book.write(),
        directory: [
          { kind: 'proposeLink', link: 1, person: 'person:7', account },
          { kind: 'bindRoom', room: 1, body: 'leadership', address, name: '#leaders' },
        ],
      });
      expect(await store.personsOf(account)).toEqual([{ alliance: 'IPSA', person: 'person:2' }]);
      expect(await store.rooms('PLY')).toEqual([{ room: 1, body: 'leadership', address, name: '#leaders' }]);
      await keep(store, { ...book.write(), directory: [{ kind: 'confirmLink', link: 1 }] });
      expect(await store.personsOf(account)).toContainEqual({ alliance: 'PLY', person: 'person:7' });
      expect(await store.roomsAt(address)).toEqual([
        { alliance: 'PLY', room: 1, body: 'leadership', address, name: '#leaders' },
      ]);
      const ending = [
        { kind: 'unlink', link: 1 },
        { kind: 'releaseRoom', room: 1 },
      ] as const;
      const late = { ...book.write(), after: emptyHead, directory: ending };
      expect(await store.append([late])).toMatchObject([{ kind: 'moved' }]);
      expect(await store.rooms('PLY')).toHaveLength(1);
      await keep(store, { ...late, after: { seq: late.entries[0]!.seq - 1, hash: late.entries[0]!.prev } });
      expect(await store.personsOf(account)).toEqual([{ alliance: 'IPSA', person: 'person:2' }]);
      expect(await store.roomsAt(address)).toEqual([]);
    });

    it('keeps how people are reached, and forgets a person when asked', async () => {
      const [store, book] = [await open(), await bookOf('PLY')];
      const account = { platform: 'slack', tenant: 'T0HARBOUR', user: 'U0ROWAN' } as const;
      const directory = [7, 9].map(
        (count) => ({ kind: 'link', link: count, person: `person:${count}`, account }) as const,
      );
      await store.keepPeople('PLY', [
        { person: 'person:7', email: 'rowan@example.org' },
        { person: 'person:8', email: null },
      ]);
      await keep(store, { ...book.write(), directory });
      await store.keepPeople('PLY', [{ person: 'person:7', email: 'r.tregear@example.org' }]);
      expect(await store.people('PLY')).toEqual([
        { person: 'person:7', email: 'r.tregear@example.org', accounts: [account] },
        { person: 'person:8', email: null, accounts: [] },
        { person: 'person:9', email: null, accounts: [account] },
      ]);
      await store.forgetPerson('PLY', 'person:7');
      expect((await store.people('PLY')).map(({ person }) => person)).toEqual(['person:8', 'person:9']);
      expect(await store.personsOf(account)).toEqual([{ alliance: 'PLY', person: 'person:9' }]);
    });

    it('answers nothing after it was closed, and closes twice', async () => {
      const store = await open();
      await store.close();
      await store.close();
      await expect(store.head('PLY')).rejects.toThrow('closed');
      await expect(store.append([(await bookOf()).write()])).rejects.toThrow('closed');
    });
  });
};
