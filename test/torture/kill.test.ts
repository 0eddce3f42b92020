import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { killRounds } from './kill.js';
import { reconcile } from './reconcile.js';
import { stopInStorm } from './stop.js';

const folderOfThisTest = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

it(
  '[F1] [F2] killed twenty times in a storm, the program keeps every acknowledged act exactly once and starts by itself',
  { timeout: 300_000 },
  async () => {
    const report = await killRounds(folderOfThisTest(), 20);
    const { rounds, killsBetweenRequestAndAnswer } = report;
    console.info(`${killsBetweenRequestAndAnswer} of ${rounds} kills came between a request and its answer;`, report);
    expect(report.faults).toEqual([]);
    expect(2 * killsBetweenRequestAndAnswer).toBeGreaterThanOrEqual(rounds);
    expect(report.acknowledged).toBeGreaterThan(200);
    // Between commit and answer: durable, and sent again it got its first answer.
    expect(report.recordedUnanswered).toBeGreaterThan(0);
    expect(report.neverRecorded).toBeGreaterThan(0);
  },
);

it(
  '[F18] asked to stop in a storm, the program finishes what is under way in good order',
  { timeout: 60_000 },
  async () => {
    const report = await stopInStorm(folderOfThisTest());
    expect(report.faults).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(100);
    expect([report.ending.code, report.ending.signal]).toEqual([0, null]);
    expect(report.stopMs).toBeLessThan(3_000);
    // Nobody is left without an answer to what was recorded.
    expect(report.unknownRecorded).toBe(0);
  },
);

it('the reconciliation itself notices a lost, a doubled and an invented act', () => {
  const act = {
    alliance: 'PLY',
    person: 'person:1',
    nonce: 'n'.repeat(16),
    press: { act: 'show', alliance: 'PLY', show: 'open' },
    answers: {},
  } as const;
  const entry = (seq: number, cause: string, part: number) =>
    ({ alliance: 'PLY', seq, cause, part, kind: 'PositionRecorded', event: '{}' }) as never;
  const cause = `web:person:1:${act.nonce}`;
  const faults = (answer: Parameters<typeof reconcile>[0][number]['answer'], ...entries: readonly never[]): string =>
    reconcile([{ act, answer }], new Map([['PLY', { entries, signedHead: null }]]))
      .faults.filter((fault) => fault.includes('web:'))
      .join('\n');
  const done = { kind: 'done', repeated: false, seqs: [1] } as const;
  expect(faults(done)).toMatch(/acknowledged as entries \[1\], the book has \[\]/);
  expect(faults(done, entry(1, cause, 0), entry(2, cause, 1))).toMatch(/done 2 times: entries 1, 2/);
  expect(faults({ kind: 'refused', why: 'closed' }, entry(1, cause, 0))).toMatch(/refused, yet the book has entries 1/);
  expect(faults({ kind: 'unknown' }, entry(1, cause, 1))).toMatch(/only a part/);
  expect(faults({ kind: 'unknown' }, entry(1, 'web:person:2:somebody', 0))).toMatch(/nobody did it/);
  expect(faults(done, entry(1, cause, 0))).toBe('');
});
