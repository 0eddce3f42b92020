import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../db/store.js';
import type { Press } from '../../../src/cards/press.js';
import { audit } from '../../../src/ledger/auditor.js';
import { type PlaygroundProcess, press, startPlayground } from './playgroundProcess.js';

let playground: PlaygroundProcess;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.remove());

const words = {
  class: 'routine',
  title: 'Pressed by everybody',
  text: 'A proposal that is pressed ten thousand times.',
  bestForPeople: 'It stays answerable for everybody else.',
};
const speakers = ['person-1', 'person-4', 'person-6', 'person-8', 'person-10', 'person-15', 'person-17', 'person-19'];

const position = (at: number): readonly [Press, Readonly<Record<string, string>>] => {
  const on = { proposal: 'P-1', revision: 1 } as const;
  return at % 2 === 0
    ? [{ act: 'order', alliance: 'PLY', command: { kind: 'recordPosition', position: 'agree', ...on } }, {}]
    : [{ act: 'form', alliance: 'PLY', form: 'object', ...on }, { reason: `Reason ${at}: not in this form.` }];
};

/** Runs so many at a time until all are done; gives how each was answered, or null for no answer. */
const storm = async (presses: number, wide: number, from = 0): Promise<readonly (Answered | null)[]> => {
  const answers: (Answered | null)[] = [];
  let next = 0;
  const runner = async (): Promise<void> => {
    while (next < presses) {
      const at = next;
      next += 1;
      const [what, typed] = position(from + at);
      answers[at] = await press(playground, speakers[at % speakers.length]!, what, typed).catch(() => null);
    }
  };
  await Promise.all(Array.from({ length: wide }, runner));
  return answers;
};
type Answered = Awaited<ReturnType<typeof press>>;

const entriesOf = async (alliance: string) => {
  const store = openStore(join(playground.folder, 'data/playground.db'), { reading: true });
  try {
    return { entries: await store.read(alliance, 0, 1_000_000), signedHead: await store.signedHead(alliance) };
  } finally {
    await store.close();
  }
};

/** Memory that the process holds, in megabytes. */
const residentMegabytes = (): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${playground.process.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};

describe('a storm of presses on one proposal', () => {
  it('[F34] 10,000 of them leave memory bounded, other alliances answered, and windows told a few times only', async () => {
    const tabled = await press(playground, 'person-1', { act: 'form', alliance: 'PLY', form: 'table' }, words);
    expect(tabled.status, tabled.body.summary).toBe(200);
    const live = await fetch(`${playground.base}/events`);
    const reader = live.body!.getReader();
    let told = 0;
    const following = (async () => {
      for (;;) {
        const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
        if (done) return;
        told += new TextDecoder().decode(value).match(/event: moved/g)?.length ?? 0;
      }
    })();
    const pressing = storm(10_000, 64);
    const elsewhere: number[] = [];
    const done = pressing.then(() => true);
    while (
      !(await Promise.race([done, fetch(`${playground.base}/IDR/`).then(({ status }) => void elsewhere.push(status))]))
    );
    const answers = await pressing;
    await reader.cancel();
    await following;
    expect(answers.map((answer) => answer?.status).filter((status) => status !== 200)).toEqual([]);
    expect(elsewhere.length).toBeGreaterThan(20);
    expect(elsewhere.every((status) => status === 200)).toBe(true);
    expect(told).toBeGreaterThan(1);
    expect(told).toBeLessThan(1_000);
    expect(residentMegabytes()).toBeLessThan(600);
  }, 300_000);

  it('[F18] asked to end in the middle of one, it finishes what is under way, loses nothing and exits 0', async () => {
    const pressing = storm(1_500, 32, 1);
    await press(playground, 'person-1', ...position(0));
    const code = playground.stop('SIGTERM');
    const answers = await pressing;
    expect(await code).toBe(0);
    const { entries, signedHead } = await entriesOf('PLY');
    const acknowledged = answers.flatMap((answer) => answer?.body.seqs ?? []);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeLessThan(1_500);
    const kept = new Set(entries.map(({ seq }) => seq));
    expect(acknowledged.filter((seq) => !kept.has(seq))).toEqual([]);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(answers.map((answer) => answer?.status).filter((status) => ![200, 503, undefined].includes(status))).toEqual(
      [],
    );
    expect(audit({ entries, signedHead }).findings).toEqual([]);
  }, 120_000);
});
