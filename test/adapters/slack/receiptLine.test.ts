import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReceiptLine } from '../../../adapters/slack/receiptLine.js';

const never = (thrown: unknown): void => {
  throw thrown;
};

/** A line and what it sent, with an act that lasts until it is told to end. */
const lineOf = (answers: Readonly<Record<string, readonly (number | null)[]>> = {}) => {
  const line = openReceiptLine(never);
  const sent: string[] = [];
  return {
    line,
    sent,
    add: (name: string): void => {
      const left = [...(answers[name] ?? [])];
      line.add(async () => {
        sent.push(name);
        return left.shift() ?? null;
      });
    },
    act: (): (() => void) => {
      let end = (): void => undefined;
      void line.during(() => new Promise<void>((resolve) => (end = resolve)));
      return () => end();
    },
  };
};

describe('receipts', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('wait for a moment of quiet after the last act', async () => {
    const { sent, add, act } = lineOf();
    const end = act();
    add('first');
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
    end();
    await vi.advanceTimersByTimeAsync(10);
    act()();
    await vi.advanceTimersByTimeAsync(15);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual(['first']);
  });

  it('wait no longer than a second and a half, however many acts come, and then go two at a time', async () => {
    const { line, sent, act } = lineOf();
    act();
    const holding: (() => void)[] = [];
    for (const name of ['a', 'b', 'c']) {
      line.add(() => {
        sent.push(name);
        return new Promise((resolve) => holding.push(() => resolve(null)));
      });
    }
    await vi.advanceTimersByTimeAsync(1_499);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['a', 'b']);
    holding[0]!();
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('that Slack put off are sent again after the time it named, three times at most', async () => {
    const { sent, add } = lineOf({ limited: [3_000, 3_000, 3_000, 3_000] });
    add('limited');
    await vi.advanceTimersByTimeAsync(2_999);
    expect(sent).toEqual(['limited']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['limited', 'limited', 'limited']);
  });

  it('that wait are sent when the server stops, and one that does not come back holds it up for no longer than said', async () => {
    const { line, sent, add, act } = lineOf();
    act();
    add('waiting');
    line.add(() => new Promise(() => undefined));
    let stopped = false;
    void line.empty(5_000).then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(4_999);
    expect([sent, stopped]).toEqual([['waiting'], false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(stopped).toBe(true);
  });
});
