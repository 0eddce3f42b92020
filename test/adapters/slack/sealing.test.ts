import { describe, expect, it } from 'vitest';
import { sealingWith } from '../../../adapters/slack/sealing.js';
import { stateStore } from '../../../adapters/slack/states.js';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });

describe('tokens at rest', () => {
  const sealing = sealingWith([key('k1', 1)]);

  it('open under the key that sealed them, and say nothing of what they hold', () => {
    const sealed = sealing.seal('xoxb-a-token', 'T1');
    expect(sealed).not.toContain('xoxb');
    expect(sealing.open(sealed, 'T1')).toBe('xoxb-a-token');
  });

  it('[F42] what was sealed for one workspace opens for no other', () => {
    expect(sealing.open(sealing.seal('xoxb-a-token', 'T1'), 'T2')).toBeNull();
  });

  it('keys are exchanged one after another: the first writes, all read', () => {
    const old = sealing.seal('xoxb-a-token', 'T1');
    const both = sealingWith([key('k2', 2), key('k1', 1)]);
    expect(both.open(old, 'T1')).toBe('xoxb-a-token');
    expect(sealing.open(both.seal('xoxb-a-token', 'T1'), 'T1')).toBeNull();
    expect(sealingWith([key('k2', 2)]).open(old, 'T1')).toBeNull();
  });

  it.each(['', 's1', 's1.k1...', 's2.k1.a.b.c', 'nonsense'])('“%s” is nothing that was sealed', (sealed) => {
    expect(sealing.open(sealed, 'T1')).toBeNull();
  });

  it('a byte that was changed is found', () => {
    const parts = sealing.seal('xoxb-a-token', 'T1').split('.');
    parts[3] = Buffer.from('another body').toString('base64url');
    expect(sealing.open(parts.join('.'), 'T1')).toBeNull();
  });
});

describe('the state of an installation', () => {
  const options = { scopes: ['commands'] };

  it('[F42] is good once, and only for ten minutes', async () => {
    let now = 0;
    const states = stateStore(() => now);
    const first = await states.generateStateParam(options, new Date());
    const second = await states.generateStateParam(options, new Date());
    expect(first).not.toBe(second);
    expect(await states.verifyStateParam(new Date(), first)).toEqual(options);
    await expect(states.verifyStateParam(new Date(), first)).rejects.toMatchObject({
      code: 'slack_oauth_invalid_state',
    });
    now = 600_001;
    await expect(states.verifyStateParam(new Date(), second)).rejects.toThrow('unknown state');
  });

  it('[F42] of somebody else is none', async () => {
    await expect(stateStore(() => 0).verifyStateParam(new Date(), 'made-up')).rejects.toThrow('unknown state');
  });
});
