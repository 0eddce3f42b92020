import { expect, it } from 'vitest';
import { canonical } from '../../src/ledger/canonical.js';
import { entryHash } from '../../src/ledger/entry.js';
import type { SealedEntry } from '../../src/ledger/entry.js';
import { agree, alliance } from '../cast.js';
import type { Scene } from '../cast.js';

/** An entry as a later release might write it, closed into the book by other hands. */
const appended = async (scene: Scene, written: { readonly kind: string; readonly v: number }): Promise<number> => {
  const head = await scene.store.head('PLY');
  const at = scene.clerk().now();
  const columns = {
    alliance: 'PLY',
    seq: head.seq + 1,
    prev: head.hash,
    subject: 'alliance',
    at,
    cause: 'later',
    part: 0,
  };
  const body = { says: 'something new' };
  const event = canonical({ ...columns, ...written, rules: 9, occurredAt: at, by: 'operator', via: 'cli', body });
  const sealed: SealedEntry = { ...columns, kind: written.kind, hash: entryHash(event), event };
  const signedHead = { alliance: 'PLY', seq: sealed.seq, hash: sealed.hash, at, signature: '' };
  const batch = {
    alliance: 'PLY',
    after: head,
    entries: [sealed],
    texts: [],
    papers: [],
    directory: [],
    schedule: new Map(),
    head: signedHead,
  };
  const [result] = await scene.store.append([batch]);
  expect(result?.kind).toBe('appended');
  return sealed.seq;
};

it.each([
  ['a kind that is not known here', { kind: 'MoonPhaseNoted', v: 1 }],
  ['a shape that is not known here', { kind: 'PositionRecorded', v: 2 }],
])('an entry of %s: reads say so, nothing more is decided, and nothing is lost', async (_what, written) => {
  const plymouth = await alliance('plymouth');
  plymouth.auditorMaySay('readable', 'signature');
  await plymouth.tables('PATH', 'Share one front door');
  await plymouth.says('Harbour', agree('P-1'));
  const seq = await appended(plymouth, written);

  const refused = await plymouth.says('BCHA', agree('P-1'));
  expect(refused.reads).toEqual([
    `Nothing was recorded. Entry ${seq} of this minute book (${written.kind}) was written by a newer version of Roundtable, which this one cannot read.`,
    'Nobody can act here until the operator has installed the newer version; the record itself is safe.',
  ]);
  expect((await plymouth.now()).unreadable).toEqual({ seq, ...written });
  expect((await plymouth.store.head('PLY')).seq).toBe(seq);
  await plymouth.until('2026-05-01 09:00');
  expect((await plymouth.store.head('PLY')).seq).toBe(seq);
  expect((await plymouth.book()).at(-1)?.seq).toBe(seq - 1);
  await plymouth.restarts();
  expect((await plymouth.says('BCHA', agree('P-1'))).why).toBe('unreadableHere');
});
