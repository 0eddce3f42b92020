import { expect, it } from 'vitest';
import { linkCode } from './acts.js';
import { leadership, plymouthTeam } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { textOf } from './seeing.js';
import type { Message } from './standin/world.js';

const title = 'Share one referral form';

const open = async (): Promise<{ scene: Scene; card: Message; before: number }> => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', proposalOf(title));
  return { scene, card, before: (await scene.entries()).length };
};

/** What somebody whom the cast does not name sees after pressing Agree. */
const saysTo = async (scene: Scene, user: string, card: Message): Promise<string> => {
  const before = scene.standin.privately(user).length;
  await scene.door().press(user, card, 'Agree');
  return textOf(await scene.standin.until(() => scene.standin.privately(user)[before] ?? null));
};

it('strangers, guests, programs and closed accounts are told why, and the book does not grow', async () => {
  const { scene, card, before } = await open();
  const { people } = scene.standin.team(plymouthTeam);
  expect(await saysTo(scene, 'U0STRANGER', card)).toContain('This Slack account is not linked to anybody in Plymouth');
  expect(await saysTo(scene, 'U0GUEST', card)).toContain('This is a guest account');
  people.get('U0ROWANELLIS')!.emailConfirmed = false;
  expect(await saysTo(scene, 'U0ROWANELLIS', card)).toContain('has not confirmed the e-mail address');
  people.get('U0GARETHPUGH')!.bot = true;
  expect(await saysTo(scene, 'U0GARETHPUGH', card)).toContain('programs have no voice');
  people.get('U0KIERANDOYLE')!.email = 'kieran.doyle@elsewhere.example.org';
  expect(await saysTo(scene, 'U0KIERANDOYLE', card)).toContain('Nothing was recorded.');
  expect((await scene.entries()).length).toBe(before);
  expect((await scene.store.attempts('PLY', 10)).length).toBeGreaterThan(3);
});

it('the right address in a workspace that the charter does not name speaks for nobody', async () => {
  const { scene, card, before } = await open();
  scene.standin.channel(leadership).members.add('U0FOREIGN');
  expect(await saysTo(scene, 'U0FOREIGN', card)).toContain('Nothing was recorded.');
  expect((await scene.entries()).length).toBe(before);
});

it('[F39] a click that another workspace sends is that of another account, whatever its user is called', async () => {
  const { scene, card, before } = await open();
  await scene.presses('Rowan Ellis', card, 'Agree');
  const click = JSON.parse(
    new URLSearchParams(String(scene.door().clicking('Rowan Ellis', card, { ...agree(card) }).body)).get('payload')!,
  ) as { user: { team_id: string }; team: { id: string }; trigger_id: string };
  const forged = { ...click, user: { ...click.user, team_id: 'T0ELSEWHERE' }, team: { id: 'T0ELSEWHERE' } };
  const came = await scene.door().send(new URLSearchParams({ payload: JSON.stringify(forged) }).toString());
  expect(came.status).toBe(200);
  // One link and one vote of the real Rowan Ellis, and nothing else.
  expect((await scene.entries()).length).toBe(before + 2);
});

it('an observer and the facilitator are told kindly that they have no vote, and who has', async () => {
  const { scene, card } = await open();
  scene.standin.channel(leadership).members.add('U0OWENFAIRWEATHER');
  const said = await saysTo(scene, 'U0OWENFAIRWEATHER', card);
  expect(said).toContain('Nothing was recorded.');
  expect(await scene.presses('Eleanor Whitlock', card, 'Agree')).toContain('Nothing was recorded.');
  expect(await scene.kinds()).not.toContain('PositionRecorded');
});

it('an officer proposes a link, the person confirms it with the operator’s code, and nobody confirms their own', async () => {
  const { scene, card } = await open();
  scene.standin.team(plymouthTeam).people.get('U0ROWANELLIS')!.email = 'rowan@private.example.org';
  expect(await saysTo(scene, 'U0ROWANELLIS', card)).toContain('/alliance link @you your name');
  expect(await scene.types('Rowan Ellis', 'link <@U0ROWANELLIS|rowan> Rowan Ellis')).toContain('Nothing was recorded.');
  const proposed = await scene.types('Naomi Clarke', 'link <@U0ROWANELLIS|rowan> Rowan Ellis');
  expect(proposed).toContain('*Recorded.*');
  const [link] = (await scene.store.links('PLY')).filter(({ confirmed }) => !confirmed);
  const confirm = async (who: string, code: string): Promise<string> =>
    scene.types(who, `confirm ${link?.link} ${code}`);
  expect(await confirm('Rowan Ellis', 'AAAA-BBBB-CCCC-DDDD')).toContain('That code does not confirm this link.');
  const code = await linkCode(scene, link!.link);
  for (const _try of [1, 2, 3, 4, 5, 6]) {
    expect(await confirm('Gareth Pugh', code)).toContain('That code does not confirm this link.');
  }
  expect(await confirm('Rowan Ellis', code)).toContain('*Recorded.*');
  expect(await scene.presses('Rowan Ellis', card, 'Agree')).toContain('Harbour agrees to P-1');
});

const agree = (card: Message) => {
  const actions = card.blocks.find(({ type }) => type === 'actions')!;
  const [first] = actions['elements'] as readonly { action_id: string; value: string; text: { text: string } }[];
  return { ...first!, block_id: actions.block_id };
};
