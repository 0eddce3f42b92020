import { describe, expect, it } from 'vitest';
import { holdersOf } from '../../src/alliance/speaking.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { proposalCard } from '../../src/cards/proposalCard.js';
import { textRefsIn } from '../../src/cards/view.js';
import { rollLabel } from '../../src/cards/words/roll.js';
import { everywhere, type Everywhere } from './everywhere.js';
import * as everywhereCast from './everywhereCast.js';
import * as slackSeeing from './slack/seeing.js';
import type { Message } from './slack/standin/world.js';
import { objectOf } from './teams/cast.js';
import { isLiving } from './teams/outward.js';
import * as teamsSeeing from './teams/seeing.js';
import type { Shown } from './teams/standin/world.js';

const { councilApp, councilRoom, homelessRoom, livewellApp, livewellRoom, recoveryRoom } = everywhereCast;
const title = 'Share one referral form';

const inSlack = ({ slack }: Everywhere, room: string) => {
  const all = slack.messages(room);
  return { cards: all.filter(slackSeeing.isLiving), once: all.filter((each) => !slackSeeing.isLiving(each)) };
};
const inTeams = ({ teams }: Everywhere, room: string) => {
  const all = teams.messages(room);
  return { cards: all.filter(isLiving), once: all.filter((each) => !isLiving(each)) };
};

/** Every room, with what stands in it as text. */
const rooms = (scene: Everywhere) => [
  ...[homelessRoom, recoveryRoom].map((room) => {
    const { cards, once } = inSlack(scene, room);
    return { room, cards: cards.map(plainInSlack), once: once.map(plainInSlack) };
  }),
  ...[councilRoom, livewellRoom].map((room) => {
    const { cards, once } = inTeams(scene, room);
    return { room, cards: cards.map(teamsSeeing.textOf), once: once.map(teamsSeeing.textOf) };
  }),
];

/** Without the marks that make it bold. */
const plainInSlack = (message: Message): string =>
  slackSeeing.textOf(message).replaceAll('*', '').replaceAll('\u2060', '');

const slackCard = (scene: Everywhere, room: string): Message => inSlack(scene, room).cards.at(-1)!;
const teamsCard = (scene: Everywhere, room: string): Shown => inTeams(scene, room).cards.at(-1)!;

const tabled = async (): Promise<Everywhere> => {
  const scene = await everywhere();
  await scene.slackDoor().type('Naomi Clarke', homelessRoom, 'table');
  const bestForPeople = 'People meet one service that acts alike.';
  await scene.slackDoor().submit('Naomi Clarke', { title, bestForPeople, text: `${title}, as discussed.` });
  await scene.settle();
  return scene;
};

/** Each votes at home: seven charities in two workspaces, the Council and Livewell in their own tenants. */
const votes = {
  slack: async (scene: Everywhere, name: string, room: string): Promise<void> => {
    await scene.slackDoor().press(name, slackCard(scene, room), 'Agree');
    if (name !== 'Joseph Mensah') return;
    const told = await scene.slack.until(() => {
      const last = scene.slack.privately('U0JOSEPHMENSAH').at(-1);
      return last !== undefined && slackSeeing.labelsOf(last).includes('Vote for Shekinah') ? last : null;
    });
    await scene.slackDoor().press(name, told, 'Vote for Shekinah');
  },
  teams: async (scene: Everywhere, name: string, room: string): Promise<void> => {
    const came = await scene.teamsDoor().presses(name, teamsCard(scene, room), 'Agree');
    expect(teamsSeeing.textOf({ text: '', card: came })).toMatch(/^Recorded/u);
  },
} as const;

const homeless = ['Marcus Bailey', 'Moira Sinclair', 'Joseph Mensah', 'Anjali Patel'];
const recovery = ['Gareth Pugh', 'Rowan Ellis', 'Kieran Doyle'];

const allButLivewell = async (scene: Everywhere): Promise<void> => {
  for (const name of homeless) await votes.slack(scene, name, homelessRoom);
  for (const name of recovery) await votes.slack(scene, name, recoveryRoom);
  await votes.teams(scene, 'Margaret Okafor', councilRoom);
  await scene.settle();
};

describe('one alliance in four rooms of two platforms', () => {
  it('nine votes through three front doors: one adoption, one announcement in each room, and cards that say the same', async () => {
    const scene = await tabled();
    await allButLivewell(scene);
    for (const { room, cards, once } of rooms(scene)) {
      expect([room, cards.length, once.length]).toEqual([room, 1, 0]);
      expect(cards[0]).toContain('8 of 9 agreed');
    }
    await votes.teams(scene, 'Priya Nair', livewellRoom);
    await scene.settle();

    const entries = await scene.entries();
    const positions = entries.filter(({ kind }) => kind === 'PositionRecorded');
    expect(positions.map(({ via }) => via).sort()).toEqual([...Array(7).fill('slack'), 'teams', 'teams']);
    expect(entries.filter(({ kind }) => kind === 'ProposalAdopted')).toHaveLength(1);
    const says = await sayings(scene);
    expect(says.length).toBeGreaterThan(20);
    for (const { room, cards, once } of rooms(scene)) {
      expect([room, cards.length, once.length]).toEqual([room, 1, 1]);
      for (const words of says) expect(cards[0], room).toContain(words);
      expect(once[0]).toContain('Adopted unanimously, 9 of 9');
    }
  });

  it('killed between the adoption and its announcements: every card converges, and no room hears it twice', async () => {
    const scene = await tabled();
    await allButLivewell(scene);
    await votes.teams(scene, 'Priya Nair', livewellRoom);
    expect((await scene.entries()).filter(({ kind }) => kind === 'ProposalAdopted')).toHaveLength(1);
    for (const { once } of rooms(scene)) expect(once).toEqual([]);
    await scene.killed();
    await scene.killed();
    for (const { room, cards, once } of rooms(scene)) {
      expect([room, cards.length, once.length]).toEqual([room, 1, 1]);
      expect(cards[0]).toContain('Adopted unanimously, 9 of 9');
    }
  });

  it('[E34] the last two agree at the same moment, one in Slack and one in Teams: one adoption, announced once in each room', async () => {
    const scene = await tabled();
    for (const name of homeless) await votes.slack(scene, name, homelessRoom);
    for (const name of recovery.slice(1)) await votes.slack(scene, name, recoveryRoom);
    await votes.teams(scene, 'Margaret Okafor', councilRoom);
    await scene.settle();
    await Promise.all([votes.slack(scene, recovery[0]!, recoveryRoom), votes.teams(scene, 'Priya Nair', livewellRoom)]);
    await scene.settle();
    const kinds = (await scene.entries()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'PositionRecorded')).toHaveLength(9);
    expect(kinds.filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
    for (const { room, cards, once } of rooms(scene)) {
      expect([room, cards.length, once.length]).toEqual([room, 1, 1]);
      expect(cards[0]).toContain('Adopted unanimously, 9 of 9');
      expect(once[0]).toContain('PLY-2026-001');
    }
  });

  it('each announcement leads to the card in its own room', async () => {
    const scene = await tabled();
    await allButLivewell(scene);
    await votes.teams(scene, 'Priya Nair', livewellRoom);
    await scene.settle();
    for (const room of [homelessRoom, recoveryRoom]) {
      const { cards, once } = inSlack(scene, room);
      expect(slackSeeing.linksIn(once[0]!).join()).toContain(`${room}/p${cards[0]!.ts.replace('.', '')}`);
    }
    for (const room of [councilRoom, livewellRoom]) {
      const { cards, once } = inTeams(scene, room);
      expect(JSON.stringify(once[0]!.card)).toContain(`${encodeURIComponent(room)}/${cards[0]!.id}`);
    }
  });

  it('[E81] [F30] somebody known on both platforms who presses on both at once is one person with one vote', async () => {
    const scene = await tabled();
    const alliance = (await scene.clerk().view('PLY'))!;
    const person = alliance.appointments.find(
      ({ member, as }) => member === 'council' && as === 'representative',
    )!.person;
    await scene.links(person, 'Margaret Okafor');
    const agreed = async (): Promise<number> =>
      (await scene.entries()).filter(({ kind, by }) => kind === 'PositionRecorded' && by === person).length;
    await Promise.all([
      scene.teamsDoor().presses('Margaret Okafor', teamsCard(scene, councilRoom), 'Agree'),
      scene.slackDoor().press('Margaret Okafor', slackCard(scene, homelessRoom), 'Agree'),
    ]);
    await scene.settle();
    expect(await agreed()).toBe(1);
    for (const { cards } of rooms(scene)) {
      expect(cards[0]).toContain('1 of 9 agreed');
      expect(cards[0]).toContain('Margaret Okafor, representative');
    }
  });

  it('a person is written to where they were last, and on the other platform where that does not reach them', async () => {
    const scene = await tabled();
    const view = async () => (await scene.clerk().view('PLY'))!;
    const speaks = ({ member, as }: { member: string; as: string }) => member === 'council' && as === 'representative';
    await scene.links((await view()).appointments.find(speaks)!.person, 'Margaret Okafor');
    const [officer] = holdersOf(await view(), 'allianceManager', scene.clerk().now());
    const seen = () => ({
      teams: scene.teams.privately(objectOf('Margaret Okafor')).length,
      slack: scene.slack.privately('U0MARGARETOKAFOR').length,
    });
    /** She agrees in Teams, and a new text makes that void, of which she is told alone: how often, and where. */
    const amended = async (text: string) => {
      await votes.teams(scene, 'Margaret Okafor', councilRoom);
      await scene.settle();
      const before = seen();
      const revision = (await view()).proposals.get('P-1')!.current!.number;
      const why = 'Members asked for it.';
      await scene.does(officer!, { kind: 'amendProposal', proposal: 'P-1', revision, text, why });
      await scene.settle();
      const now = seen();
      return { teams: now.teams - before.teams, slack: now.slack - before.slack };
    };
    expect(await amended('One form, in two languages.')).toEqual({ teams: 1, slack: 0 });
    scene.teams.person(objectOf('Margaret Okafor')).blocked = true;
    expect(await amended('One form, in three languages.')).toEqual({ teams: 0, slack: 1 });
  });

  it('[F38] a token of Livewell’s registration speaks for nobody in the Council’s tenant', async () => {
    const scene = await tabled();
    const before = (await scene.entries()).length;
    const door = scene.teamsDoor();
    const activity = door.activity('Margaret Okafor', councilRoom, { type: 'message', text: 'mine' });
    const right = { 'content-type': 'application/json' };
    for (const [app, tenant] of [
      [livewellApp, everywhereCast.councilTenant],
      [livewellApp, everywhereCast.livewellTenant],
      [councilApp, everywhereCast.livewellTenant],
    ] as const) {
      const authorization = `Bearer ${await scene.teams.token(app, tenant)}`;
      expect((await door.post(activity, { ...right, authorization })).status).toBeGreaterThanOrEqual(401);
    }
    expect((await scene.entries()).length).toBe(before);
  });
});

/** Everything that the card says, line by line, as the book tells it. */
const sayings = async (scene: Everywhere): Promise<readonly string[]> => {
  const alliance = (await scene.clerk().view('PLY'))!;
  const texts = await scene.clerk().texts('PLY', [...textRefsIn(alliance)]);
  const card = proposalCard({ alliance, text: (ref) => texts.get(ref) ?? null, now: scene.clerk().now() }, 'P-1');
  return (
    cardAsText(card)
      .split('\n')
      .flatMap((line) => line.split(/[:(),>[\]]|={3,}/u))
      .map((part) => part.trim())
      // Slack says by its groups that this is the roll.
      .filter((part) => part.length > 2 && part !== rollLabel)
  );
};
