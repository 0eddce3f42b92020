import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../db/store.js';
import type { CommandKind } from '../../src/alliance/commands.js';
import { encodePress } from '../../src/cards/press.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { type Entry, readEntry, type SealedEntry } from '../../src/ledger/entry.js';
import { exampleCharter } from '../alliance/charters.js';
import { momentIn } from '../cast/clocks.js';
import type { Door, Pressing } from './gestures.js';
import { gestures, ofPlatforms, stories } from './parity.js';
import { plymouthTeam, roomOf as slackRoomOf } from './slack/cast.js';
import { plymouth as plymouthInSlack } from './slack/scene.js';
import { textOf } from './slack/seeing.js';
import { ownFile } from './slack/standin/methods/files.js';
import { objectOf, roomOf as teamsRoomOf } from './teams/cast.js';
import { plymouth as plymouthInTeams } from './teams/scene.js';
import { handIn, pageIn } from './teams/uploads.js';
import { moveTo, press, startPlayground } from './web/playgroundProcess.js';

type Story = keyof typeof stories;

/** What the book says, without what the clock wrote and what is of one platform. */
const told = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(({ by, kind }) => by !== 'clock' && by !== 'operator' && !ofPlatforms.has(kind))
    .map(({ kind, by, for: member }) => `${kind} by ${by} for ${member ?? 'nobody'}`);

const dayOf =
  (start: string) =>
  (days: number): string =>
    new Date(Date.parse(start.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);

/** What is pressed, one after another: what must be done first, and then the gesture itself. */
const pressesOf = (gesture: Pressing): readonly Pressing[] => [...(gesture.first ?? []), gesture];

/** What a sealed entry says; all of them are of this release. */
const read = ({ event }: SealedEntry): Entry => {
  const entry = readEntry(event);
  if ('unknown' in entry) throw new Error('an entry cannot be read');
  return entry;
};

const books = new Map<string, readonly string[]>();

const keep = (story: Story, door: Door, entries: readonly Entry[]): void =>
  void books.set(`${story} ${door}`, told(entries));

/** What a person wants to be spared is kept beside the book and never in it. */
const besideBook: readonly CommandKind[] = ['setPreferences', 'setFeed'];

const allStories = Object.keys(stories) as readonly Story[];
const untilLong = { timeout: 240_000 };

describe('every command has a gesture on every platform, and the book says the same after each', () => {
  it.each(allStories)('in Slack: %s', untilLong, async (story) => {
    const scene = await plymouthInSlack(story === 'proposals' ? { single: true, unbound: true } : {});
    const day = dayOf(scene.clock.now());
    const links = async () => (await scene.office().clerk.view('PLY'))?.links ?? [];
    const presses = async ({ who, press, answers, paper }: Pressing, label: string): Promise<void> => {
      const button = { action_id: 'press:1', block_id: 'b1', value: encodePress(press), text: { text: label } };
      await scene.settle();
      const on = scene.standin.messages(slackRoomOf(who)).at(-1);
      if (on === undefined)
        await scene.door().type(who, slackRoomOf(who), story === 'proposals' ? 'PLY table' : 'PLY convene');
      else await scene.door().click(who, on, button);
      const { world, url } = scene.standin;
      const { origin } = new URL(url);
      const file = paper && { paper: ownFile(world, plymouthTeam, origin, paper.name, paper.bytes) };
      const filled = { ...answers?.(day), ...file };
      const sent = async () => (await scene.door().submit(who, filled, { unchecked: true })).answer;
      // Words of a date are read back before they count.
      if (press.act === 'form' && (await sent()).response_action === 'errors') await sent();
      const isFetching = () => textOf(scene.modal(who)).includes(slackWords.fetching);
      if (paper !== undefined) await scene.standin.until(() => (isFetching() ? null : true));
    };
    for (const kind of stories[story]) {
      const gesture = gestures[kind].slack;
      if (gesture.by === 'nobody') continue;
      if (gesture.by === 'press' && gesture.on !== undefined) await scene.until(`${day(gesture.on)} 10:00`);
      let before = (await scene.entries()).length;
      if (gesture.by === 'typing') {
        const link = (await links()).at(-1)?.number ?? 0;
        const words = gesture.words.replace('<@stranger>', '<@U0STRANGER>').replace('<link>', String(link));
        await scene.door().type(gesture.who, slackRoomOf(gesture.who), words);
      } else {
        for (const each of pressesOf(gesture)) {
          before = (await scene.entries()).length;
          await presses(each, kind);
          await scene.settle();
        }
      }
      await scene.settle();
      const grew = (await scene.entries()).length > before;
      expect([kind, grew]).toEqual([kind, !besideBook.includes(kind)]);
    }
    keep(story, 'slack', await scene.entries());
  });

  it.each(allStories)('in Teams: %s', untilLong, async (story) => {
    const scene = await plymouthInTeams({ unbound: story === 'proposals', reachable: true });
    const day = dayOf(scene.clock.now());
    const links = async () => (await scene.office().clerk.view('PLY'))?.links ?? [];
    const presses = async ({ who, press, answers, paper }: Pressing, kind: string): Promise<void> => {
      const data = { press: encodePress(press) };
      const name = press.act === 'order' ? 'adaptiveCard/action' : 'task/fetch';
      const value = press.act === 'order' ? { action: { type: 'Action.Execute', verb: 'press', data } } : { data };
      const came = await scene.door().says(who, teamsRoomOf(who), { type: 'invoke', name, value });
      expect([kind, came.status]).toEqual([kind, 200]);
      if (paper !== undefined) {
        const handed = await handIn(pageIn(came.body), { ...answers?.(day) }, paper);
        expect([kind, handed.status]).toEqual([kind, 200]);
        return;
      }
      const sent = { ...data, sent: true, ...answers?.(day) };
      const submit = () =>
        scene.door().says(who, teamsRoomOf(who), { type: 'invoke', name: 'task/submit', value: { data: sent } });
      if (press.act === 'form' && JSON.stringify((await submit()).body).includes('"Input.')) await submit();
    };
    for (const kind of stories[story]) {
      const gesture = gestures[kind].teams;
      if (gesture.by === 'nobody') continue;
      if (gesture.by === 'press' && gesture.on !== undefined) await scene.until(`${day(gesture.on)} 10:00`);
      let before = (await scene.entries()).length;
      if (gesture.by === 'typing') {
        const link = (await links()).at(-1)?.number ?? 0;
        const mentioned = { id: `29:${objectOf('Nobody Known')}` };
        const text = gesture.words.replace('<@stranger>', '<at>Nobody Known</at>').replace('<link>', String(link));
        const entities = [{ type: 'mention', text: '<at>Nobody Known</at>', mentioned }];
        await scene.door().says(gesture.who, teamsRoomOf(gesture.who), { type: 'message', text, entities });
      } else {
        for (const each of pressesOf(gesture)) {
          before = (await scene.entries()).length;
          await presses(each, kind);
        }
      }
      await scene.settle();
      const grew = (await scene.entries()).length > before;
      expect([kind, grew]).toEqual([kind, !besideBook.includes(kind)]);
    }
    keep(story, 'teams', await scene.entries());
  });

  it.each(allStories)('in the playground: %s', untilLong, async (story) => {
    const playground = await startPlayground();
    onTestFinished(() => playground.remove());
    const { people, calendar } = exampleCharter('plymouth');
    const day = dayOf(new Date().toISOString());
    for (const kind of stories[story]) {
      const gesture = gestures[kind].playground;
      if (gesture.by !== 'press') continue;
      if (gesture.on !== undefined) await moveTo(playground, momentIn(calendar, `${day(gesture.on)} 10:00`));
      for (const { who, press: pressed, answers, paper } of pressesOf(gesture)) {
        const chair = `person-${people.findIndex(({ name }) => name === who) + 1}`;
        const pressing = () => press(playground, chair, pressed, answers?.(day), paper);
        const first = await pressing();
        const last = first.body.kind === 'done' ? first : await pressing();
        expect([kind, last.body.summary, last.body.kind]).toEqual([kind, last.body.summary, 'done']);
      }
    }
    await playground.stop();
    const store = openStore(join(playground.folder, 'data', 'playground.db'), { reading: true });
    keep(story, 'playground', (await store.read('PLY', 0, 100_000)).map(read));
    await store.close();
  });

  it.each(allStories)('all three books tell the same: %s', (story) => {
    expect(books.get(`${story} teams`)).toEqual(books.get(`${story} slack`));
    expect(books.get(`${story} playground`)).toEqual(books.get(`${story} slack`));
    expect(books.get(`${story} slack`)!.length).toBeGreaterThan(25);
  });
});
