import { randomBytes } from 'node:crypto';
import { type ClientRequest, request as ask } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { bodyWithin } from '../../adapters/body.js';
import { asIcs } from '../../adapters/calendar/ics.js';
import { typeset } from '../../adapters/documents/typesetting.js';
import { type Listener, openFront } from '../../adapters/front.js';
import { openPages } from '../../adapters/pages/open.js';
import type { Patience } from '../../adapters/patience.js';
import { alliance } from '../cast.js';
import { convene, order } from '../cast/meetingActs.js';

/** The real front with the pages behind it, and beside them something that waits for a body. */
const opened = async (patience: Patience) => {
  const scene = await alliance('lwn');
  await scene.does('Victoria Sayer', convene(scene, '2026-04-30 10:00', '2026-04-30 12:00', {}));
  const item = { kind: 'addItem', meeting: 'M-1', as: 'discussion', title: 'The plan for the year' } as const;
  await scene.does('Victoria Sayer', order(item));
  const kept = { clerk: scene.clerk(), ledger: scene.store, papers: scene.store, feeds: scene.store };
  const randomness = { bytes: (count: number): Buffer => randomBytes(count) };
  const made = { typeset, writeCalendar: asIcs, log: { error: () => undefined } };
  const { pages, listener, bringsFile } = openPages(
    { ...kept, ...made, keyring: scene.keyring, clock: scene.clock, randomness },
    'http://roundtable.example.org',
  );
  const waiting: Listener = (request, response) => {
    if (request.url !== '/waits') return false;
    bodyWithin(request, 1_000).then(
      () => response.end('here'),
      () => response.destroy(),
    );
    return true;
  };
  const front = await openFront({ host: '127.0.0.1', port: 0 }, [waiting, listener], () => Promise.resolve(null), {
    ...{ bringsFile, patience },
  });
  onTestFinished(() => front.stop(0));
  const by = await scene.person('Victoria Sayer');
  const page = (who = by): string => {
    const address = pages.addressOf({ kind: 'upload', alliance: 'LWN', meeting: 'M-1', by: who })!;
    return `${front.address}${new URL(address).pathname}`;
  };
  return { scene, page, waits: `${front.address}/waits` };
};

/** A request of which so many bytes are announced; what it is answered with, and 0 where it is only cut off. */
const begun = (address: string, type: string, length: number) => {
  const headers = { 'content-type': type, 'content-length': length };
  const request: ClientRequest = ask(address, { method: 'POST', headers, agent: false });
  const status = new Promise<number>((resolve) => {
    request.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', () => resolve(0));
  });
  const drip = (bytes: Buffer): Promise<void> =>
    new Promise((resolve, reject) => request.write(bytes, (lost) => (lost == null ? resolve() : reject(lost))));
  return { drip, status, end: () => request.end() };
};

const paperForm = async () => {
  const form = new FormData();
  form.set('item', '1');
  form.set('name', '');
  form.set('paper', new File([Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(300_000, 'x')])], 'Plan.pdf'));
  const whole = new Response(form);
  return { type: whole.headers.get('content-type')!, bytes: Buffer.from(await whole.arrayBuffer()) };
};

it('a paper that comes in drips is taken, long after any other request would have been given up', async () => {
  const { scene, page, waits } = await opened({ ordinaryMs: 40, fileMs: 60_000, filesMost: 5, filesOfOneMost: 2 });
  const { type, bytes } = await paperForm();
  const upload = begun(page(), type, bytes.length);
  await upload.drip(bytes.subarray(0, 1_000));
  for (const _ of [1, 2, 3]) {
    const other = begun(waits, 'text/plain', 100);
    await other.drip(Buffer.from('a'));
    expect([0, 408]).toContain(await other.status);
  }
  for (let at = 1_000; at < bytes.length; at += 50_000) await upload.drip(bytes.subarray(at, at + 50_000));
  upload.end();
  expect(await upload.status).toBe(200);
  expect((await scene.now()).meetings.get('M-1')!.papers).toMatchObject([{ item: 1, type: 'application/pdf' }]);
});

it('a paper that never ends is given up too, and nothing is kept of it', async () => {
  const { scene, page } = await opened({ ordinaryMs: 20, fileMs: 60, filesMost: 5, filesOfOneMost: 2 });
  const { type, bytes } = await paperForm();
  const upload = begun(page(), type, bytes.length);
  await upload.drip(bytes.subarray(0, 1_000));
  expect([0, 408]).toContain(await upload.status);
  expect((await scene.now()).meetings.get('M-1')!.papers).toEqual([]);
});

it('an address that nobody was given, and more slow files than there is room for, get no more time than others', async () => {
  const { page } = await opened({ ordinaryMs: 40, fileMs: 60_000, filesMost: 0, filesOfOneMost: 2 });
  const { type, bytes } = await paperForm();
  const upload = begun(page(), type, bytes.length);
  await upload.drip(bytes.subarray(0, 1_000));
  expect([0, 408]).toContain(await upload.status);
  const guessed = begun(page().replace(/[^/]+$/u, 'A'.repeat(43)), type, bytes.length);
  await guessed.drip(bytes.subarray(0, 1_000));
  expect([0, 404]).toContain(await guessed.status);
});

it('one address has two slow places and no more, and leaves the others to other people', async () => {
  const { scene, page, waits } = await opened({ ordinaryMs: 200, fileMs: 60_000, filesMost: 3, filesOfOneMost: 2 });
  const { type, bytes } = await paperForm();
  const slow = [1, 2, 3].map(() => begun(page(), type, bytes.length));
  for (const each of slow) await each.drip(bytes.subarray(0, 1_000));
  const given = await Promise.race(slow.map(async (each) => ({ each, status: await each.status })));
  expect([0, 408]).toContain(given.status);
  const theirs = begun(page(await scene.person('Hassan Iqbal')), type, bytes.length);
  await theirs.drip(bytes.subarray(0, 1_000));
  const other = begun(waits, 'text/plain', 100);
  await other.drip(Buffer.from('a'));
  expect([0, 408]).toContain(await other.status);
  const kept = slow.find((each) => each !== given.each)!;
  for (const each of [kept, theirs]) {
    await each.drip(bytes.subarray(1_000));
    each.end();
  }
  expect([await kept.status, await theirs.status]).toEqual([200, 422]);
});
