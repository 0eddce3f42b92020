import { beforeAll, describe, expect, it } from 'vitest';
import { withClerk, workplace } from './desk.js';

const { run, record } = workplace();

beforeAll(async () => {
  await run('found', 'examples/plymouth.charter.yaml');
});

describe('proposing a link', () => {
  it('says which link it is and what comes next; the account may not act before it is confirmed', async () => {
    const { code, out, err } = await run('propose-link', 'PLY', 'naomi clarke', 'slack:T0PLYMOUTH:U0NAOMI');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      'Proposed, as link 1: the account U0NAOMI in T0PLYMOUTH for Naomi Clarke. It acts for nobody until Naomi Clarke has confirmed it.\n\n' +
        'Start the server, and give Naomi Clarke the code that "roundtable link-code PLY 1" prints, through an address on record.\n',
    );
    expect((await run('link-code', 'PLY', '1')).out).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}\nFor Naomi Clarke alone/);
    await withClerk(record, async (clerk) => {
      expect((await clerk.view('PLY'))!.links).toMatchObject([{ number: 1, state: 'proposed', linkedAt: null }]);
      expect((await clerk.entries('PLY', 0, 1_000)).at(-1)).toMatchObject({ kind: 'LinkProposed', by: 'operator' });
    });
  });

  it.each([
    [
      ['PLY', 'Nobody At All', 'slack:T0PLYMOUTH:U1'],
      /^Nobody in PLY is called "Nobody At All": "roundtable people PLY" lists/,
    ],
    [
      ['PLY', 'Naomi Clarke', 'U0NAOMI'],
      /^"U0NAOMI" is no account\. Write slack:, the workspace and the member ID, as in/,
    ],
    [['LWN', 'Naomi Clarke', 'slack:T0PLYMOUTH:U1'], /^There is no alliance "LWN" in this file/],
  ])('refuses %o with one sentence', async (words, says) => {
    const { code, out, err } = await run('propose-link', ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});
