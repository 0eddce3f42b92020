import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/store.js';
import type { CommandKind } from '../../src/alliance/commands.js';
import { encodePress } from '../../src/cards/press.js';
import { type Entry, readEntry, type SealedEntry } from '../../src/ledger/entry.js';
import { exampleCharter } from '../alliance/charters.js';
import { type Door, type Gesture, gestures, ofPlatforms } from './parity.js';
import { leadership as slackChannel } from './slack/cast.js';
import { plymouth as plymouthInSlack } from './slack/scene.js';
import { leadership as teamsChannel, objectOf } from './teams/cast.js';
import { plymouth as plymouthInTeams } from './teams/scene.js';
import { press, startPlayground } from './web/playgroundProcess.js';

type Pressing = Extract<Gesture, { readonly by: 'press' }>;

/** Each command once, in an order in which each can be carried out. */
const story = Object.keys(gestures) as readonly CommandKind[];

/** What the book says, without what the clock wrote and what is of one platform. */
const told = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(({ by, kind }) => by !== 'clock' && by !== 'operator' && !ofPlatforms.has(kind))
    .map(({ kind, by, for: member }) => `${kind} by ${by} for ${member ?? 'nobody'}`);

const answersOf = ({ answers }: Pressing, today: string): Readonly<Record<string, string>> =>
  answers?.((days) => new Date(Date.parse(today.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)) ?? {};

/** What a sealed entry says; all of them are of this release. */
const read = ({ event }: SealedEntry): Entry => {
  const entry = readEntry(event);
  if ('unknown' in entry) throw new Error('an entry cannot be read');
  return entry;
};

const books = new Map<Door, readonly string[]>();

const keep = (door: Door, entries: readonly Entry[]): void => void books.set(door, told(entries));

/** What a person wants to be spared is kept beside the book and never in it. */
const besideBook: readonly CommandKind[] = ['setPreferences'];

describe('every command has a gesture on every platform, and the book says the same after each', () => {
  it('in Slack', async () => {
    const scene = await plymouthInSlack({ single: true, unbound: true });
    const links = async () => (await scene.office().clerk.view('PLY'))?.links ?? [];
    for (const kind of story) {
      const gesture = gestures[kind].slack;
      if (gesture.by === 'nobody') continue;
      const before = (await scene.entries()).length;
      if (gesture.by === 'typing') {
        const link = (await links()).at(-1)?.number ?? 0;
        const words = gesture.words.replace('<@stranger>', '<@U0STRANGER>').replace('<link>', String(link));
        await scene.door().type(gesture.who, slackChannel, words);
      } else {
        const button = {
          action_id: 'press:1',
          block_id: 'b1',
          value: encodePress(gesture.press),
          text: { text: kind },
        };
        await scene.settle();
        const on = scene.standin.messages(slackChannel).at(-1);
        if (on === undefined) await scene.door().type(gesture.who, slackChannel, 'PLY table');
        else await scene.door().click(gesture.who, on, button);
        const answers = answersOf(gesture, scene.clock.now());
        const sent = async () => (await scene.door().submit(gesture.who, answers, { unchecked: true })).answer;
        // Words of a date are read back before they count.
        if (gesture.press.act === 'form' && (await sent()).response_action === 'errors') await sent();
      }
      await scene.settle();
      const grew = (await scene.entries()).length > before;
      expect([kind, grew]).toEqual([kind, !besideBook.includes(kind)]);
    }
    keep('slack', await scene.entries());
  });

  it('in Teams', async () => {
    const scene = await plymouthInTeams({ unbound: true });
    const links = async () => (await scene.office().clerk.view('PLY'))?.links ?? [];
    for (const kind of story) {
      const gesture = gestures[kind].teams;
      if (gesture.by === 'nobody') continue;
      const before = (await scene.entries()).length;
      if (gesture.by === 'typing') {
        const link = (await links()).at(-1)?.number ?? 0;
        const mentioned = { id: `29:${objectOf('Nobody Known')}` };
        const text = gesture.words.replace('<@stranger>', '<at>Nobody Known</at>').replace('<link>', String(link));
        const entities = [{ type: 'mention', text: '<at>Nobody Known</at>', mentioned }];
        await scene.door().says(gesture.who, teamsChannel, { type: 'message', text, entities });
      } else {
        const data = { press: encodePress(gesture.press) };
        const name = gesture.press.act === 'order' ? 'adaptiveCard/action' : 'task/fetch';
        const value =
          gesture.press.act === 'order' ? { action: { type: 'Action.Execute', verb: 'press', data } } : { data };
        const came = await scene.door().says(gesture.who, teamsChannel, { type: 'invoke', name, value });
        expect([kind, came.status]).toEqual([kind, 200]);
        const sent = { ...data, sent: true, ...answersOf(gesture, scene.clock.now()) };
        const submit = () =>
          scene.door().says(gesture.who, teamsChannel, { type: 'invoke', name: 'task/submit', value: { data: sent } });
        if (gesture.press.act === 'form' && JSON.stringify((await submit()).body).includes('"Input.')) await submit();
      }
      await scene.settle();
      const grew = (await scene.entries()).length > before;
      expect([kind, grew]).toEqual([kind, !besideBook.includes(kind)]);
    }
    keep('teams', await scene.entries());
  });

  describe('in the playground', () => {
    let playground: Awaited<ReturnType<typeof startPlayground>>;
    beforeAll(async () => {
      playground = await startPlayground();
    });
    afterAll(() => playground.remove());

    it('in the playground', async () => {
      const { people } = exampleCharter('plymouth');
      for (const kind of story) {
        const gesture = gestures[kind].playground;
        if (gesture.by !== 'press') continue;
        const chair = `person-${people.findIndex(({ name }) => name === gesture.who) + 1}`;
        const answers = answersOf(gesture, new Date().toISOString());
        const first = await press(playground, chair, gesture.press, answers);
        if (first.body.kind !== 'done') await press(playground, chair, gesture.press, answers);
      }
      await playground.stop();
      const store = openStore(join(playground.folder, 'data', 'playground.db'), { reading: true });
      keep('playground', (await store.read('PLY', 0, 100_000)).map(read));
      await store.close();
    });
  });

  it('all three books tell the same', () => {
    expect(books.get('teams')).toEqual(books.get('slack'));
    expect(books.get('playground')).toEqual(books.get('slack'));
    expect(books.get('slack')!.length).toBeGreaterThan(25);
  });
});
