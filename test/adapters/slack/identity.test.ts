import { describe, expect, it } from 'vitest';
import { openKeyring } from '../../../db/keyring.js';
import { linkCodeBytes, linkCodeOf, typedLinkCode } from '../../../src/ledger/linkCode.js';
import { callerOf, callerOfCommand } from '../../../adapters/slack/callers.js';
import { leadership, plymouthTeam, userOf } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { textOf } from './seeing.js';
import { webApi } from '@slack/bolt';

const client = new webApi.WebClient();
const tenants = (origin: Parameters<typeof callerOf>[0]) =>
  callerOf(origin, client)?.accounts.map(({ tenant }) => tenant);

describe('whose click it was', () => {
  it('is told by the user’s own team, not by the workspace of the bot', () => {
    const caller = callerOf({ user: { id: 'U1', team_id: 'T2' }, team: { id: 'T1' } }, client);
    expect(caller?.tenant).toBe('T1');
    expect(caller?.accounts).toEqual([{ platform: 'slack', tenant: 'T2', user: 'U1' }]);
  });

  it('on Enterprise Grid also by the organisation, for people of it only', () => {
    const enterprise = { id: 'E1' };
    expect(tenants({ user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' }, enterprise })).toEqual(['E1', 'T1']);
    expect(tenants({ user: { id: 'U1', team_id: 'E1' }, team: null, enterprise })).toEqual(['E1']);
    expect(tenants({ user: { id: 'U1', team_id: 'T9' }, team: { id: 'T1' }, enterprise })).toEqual(['T9']);
  });

  it('is nobody’s where nothing says so', () => {
    expect(callerOf({ user: { id: 'U1' } }, client)).toBeNull();
  });

  it('a command is typed in a workspace of the person’s own', () => {
    const typed = { trigger_id: '1.2', team_id: 'T1', user_id: 'U1', channel_id: 'C1', text: '' };
    expect(callerOfCommand(typed, client).accounts.map(({ tenant }) => tenant)).toEqual(['T1']);
  });
});

describe('accounts are linked only where the rules allow it', () => {
  const asked = async (scene: Scene, who: string): Promise<string> => {
    await scene.door().type(who, leadership, 'mine');
    return textOf(scene.standin.privately(userOf(who)).at(-1)!);
  };
  const account = (scene: Scene, name: string) => scene.standin.team(plymouthTeam).people.get(userOf(name))!;
  const linked = async (scene: Scene): Promise<number> =>
    (await scene.kinds()).filter((kind) => kind === 'AccountLinked').length;

  it('by a confirmed address on record of one person, in a workspace and mail domain that the charter lists', async () => {
    const scene = await plymouth({ single: true });
    const before = await linked(scene);
    expect(await asked(scene, 'Rowan Ellis')).toContain('What waits for me');
    expect(await asked(scene, 'Rowan Ellis')).toContain('What waits for me');
    expect(await linked(scene)).toBe(before + 1);
  });

  it.each([
    ['a guest', { guest: true }, 'This is a guest account'],
    ['an address that Slack has not confirmed', { emailConfirmed: false }, 'has not confirmed the e-mail address'],
    ['a program', { bot: true }, 'This account belongs to a program'],
    ['an address that nobody has', { email: 'nobody@harbour.example.org' }, 'is not linked to anybody'],
  ])('[F38] not %s, and the refusal names who can propose the link', async (_, change, says) => {
    const scene = await plymouth({ single: true });
    const before = await linked(scene);
    Object.assign(account(scene, 'Rowan Ellis'), change);
    const told = await asked(scene, 'Rowan Ellis');
    expect(told).toContain(says);
    expect(told).toContain('Naomi Clarke (Alliance Manager) can propose the link');
    expect(await linked(scene)).toBe(before);
    const [attempt] = await scene.store.attempts(scene.charter.code, 10);
    expect(attempt?.who).toBe(`slack ${plymouthTeam} ${userOf('Rowan Ellis')}`);
  });

  it('an account that Slack closes speaks for nobody any more', async () => {
    const scene = await plymouth({ single: true });
    await asked(scene, 'Rowan Ellis');
    account(scene, 'Rowan Ellis').deleted = true;
    const user = { id: userOf('Rowan Ellis'), team_id: plymouthTeam, deleted: true };
    expect((await scene.door().event(plymouthTeam, { type: 'user_change', user })).status).toBe(200);
    expect((await scene.entries()).at(-1)).toMatchObject({ kind: 'AccountUnlinked', body: { because: 'gone' } });
  });
});

it('[E83] a name in Slack is nobody’s name in the record', async () => {
  const scene = await plymouth({ single: true });
  const card = await scene.tables('Naomi Clarke', proposalOf('Share one referral form'));
  scene.standin.team(plymouthTeam).people.get(userOf('Rowan Ellis'))!.name = 'Margaret Okafor';
  await scene.door().press(userOf('Rowan Ellis'), card, 'Agree');
  await scene.settle();
  expect(textOf(scene.card('Share one referral form'))).toContain('*Harbour*  Rowan Ellis, representative');
});

describe('a link that an officer proposes', () => {
  const propose = async (scene: Scene) => {
    await scene.door().type('Naomi Clarke', leadership, `link <@U0STRANGER|stranger> rowan ellis`);
    return (await scene.entries()).at(-1)!;
  };

  it('is confirmed with the code that the operator printed, from that account alone, once', async () => {
    const keyring = openKeyring({ folder: null });
    const scene = await plymouth({ single: true, keyring });
    const entry = await propose(scene);
    expect(entry.kind).toBe('LinkProposed');
    const { links, publicKey, code } = (await scene.office().clerk.view('PLY'))!;
    const { number, at } = links.at(-1)!;
    const right = linkCodeOf(keyring.sign(code, linkCodeBytes(code, number, at), publicKey));
    const confirm = async (who: string, typed: string) => {
      await scene.door().type(who, leadership, `PLY confirm ${number} ${typed}`);
      return (await scene.entries()).at(-1)!.kind;
    };
    expect(await confirm('U0STRANGER', '00000-00000')).toBe('LinkProposed');
    expect(await confirm('Gareth Pugh', right)).not.toBe('AccountLinked');
    expect(await confirm('U0STRANGER', right.toLowerCase())).toBe('AccountLinked');
    const entries = (await scene.entries()).length;
    await confirm('U0STRANGER', right);
    expect((await scene.entries()).length).toBe(entries);
  });

  it('is confirmed by the person from an account that is linked already', async () => {
    const scene = await plymouth({ single: true });
    await scene.door().type('Rowan Ellis', leadership, 'mine');
    await propose(scene);
    const { number } = (await scene.office().clerk.view('PLY'))!.links.at(-1)!;
    await scene.door().type('Rowan Ellis', leadership, `confirm ${number}`);
    expect((await scene.entries()).at(-1)).toMatchObject({ kind: 'AccountLinked', body: { how: 'confirmed' } });
  });

  it('is not proposed by somebody without the power, and not for a name that nobody has', async () => {
    const scene = await plymouth({ single: true });
    await scene.door().type('Rowan Ellis', leadership, 'link <@U0STRANGER|stranger> Gareth Pugh');
    await scene.door().type('Naomi Clarke', leadership, 'link <@U0STRANGER|stranger> Nobody At All');
    expect(await scene.kinds()).not.toContain('LinkProposed');
  });
});

describe('the code of a link', () => {
  it('is read as people type it', () => {
    expect(typedLinkCode(' 7kq4m x2r9t ')).toBe('7KQ4M-X2R9T');
    expect(typedLinkCode('oil11-00000')).toBe('01111-00000');
  });
});

it('a proposal can be tabled from a message, with its words', async () => {
  const scene = await plymouth({ single: true });
  const card = await scene.tables('Naomi Clarke', proposalOf('Share one referral form'));
  expect((await scene.door().shortcut('Naomi Clarke', card)).status).toBe(200);
  const [modal] = scene.standin.modals(userOf('Naomi Clarke')).slice(-1);
  expect(JSON.stringify(modal?.body)).toContain('"initial_value"');
});
