import { describe, expect, it } from 'vitest';
import { recentCauses } from '../../src/clerk/causes.js';
import { agree, alliance, object, plainly } from '../cast.js';

const title = 'Share one front door';

describe('an act that was refused', () => {
  it('gets the same refusal again for ten minutes, whatever has become possible meanwhile', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('PATH', title);
    const first = await plymouth.does('Ian Prowse', agree('P-1'), { cause: 'click-7' });
    expect(first.why).toBe('noVoice');
    const person = await plymouth.person('Ian Prowse');
    await plymouth.does('Ian Prowse', plainly({ kind: 'appoint', person, member: 'harbour', as: 'deputy' }));
    plymouth.at('2026-04-01 09:10');
    expect((await plymouth.does('Ian Prowse', agree('P-1'), { cause: 'click-7' })).why).toBe('noVoice');
    plymouth.at('2026-04-01 09:10:00.001');
    expect((await plymouth.does('Ian Prowse', agree('P-1'), { cause: 'click-7' })).wrote).toEqual(['PositionRecorded']);
  });

  it('is noted once beside the book when nobody had given the person a voice', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('PATH', title);
    await plymouth.does('Ian Prowse', agree('P-1'), { cause: 'click-7' });
    await plymouth.does('Ian Prowse', agree('P-1'), { cause: 'click-7' });
    await plymouth.says('Harbour', object('P-1', 'No.'));
    expect((await plymouth.store.attempts('PLY', 10)).map(({ why }) => why)).toEqual(['noVoice']);
  });
});

describe('the acts of the last minutes', () => {
  const refusal = { refusal: { why: 'stranger' } } as const;

  it('are known by alliance and cause', () => {
    const causes = recentCauses(() => 0);
    causes.remember('PLY', 'click-7', refusal);
    expect(causes.find('PLY', 'click-7')).toBe(refusal);
    expect(causes.find('IDR', 'click-7')).toBeNull();
    expect(causes.find('PLY', 'click-8')).toBeNull();
  });

  it('are forgotten when their time is over, and the oldest first when there are too many', () => {
    let now = 0;
    const causes = recentCauses(() => now, 1_000, 2);
    causes.remember('PLY', 'one', refusal);
    causes.remember('PLY', 'two', refusal);
    causes.remember('PLY', 'three', refusal);
    expect(['one', 'two', 'three'].map((cause) => causes.find('PLY', cause) !== null)).toEqual([false, true, true]);
    now = 1_000;
    expect(causes.find('PLY', 'three')).toBe(refusal);
    now = 1_001;
    expect(causes.find('PLY', 'three')).toBeNull();
  });
});
