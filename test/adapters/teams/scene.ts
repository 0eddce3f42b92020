import { expect, onTestFinished } from 'vitest';
import type { TeamsConfig } from '../../../adapters/config.js';
import { openStore, type Store } from '../../../db/store.js';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import type { EventKind } from '../../../src/alliance/events.js';
import { plusMs } from '../../../src/alliance/instant.js';
import { audit } from '../../../src/ledger/auditor.js';
import type { Entry } from '../../../src/ledger/entry.js';
import { momentIn } from '../../cast/clocks.js';
import { settled } from '../settling.js';
import { waitingClock, type WaitingClock } from '../slack/clocks.js';
import type { Answers, Card } from './buttons.js';
import { councilApp, councilRoom, councilTenant, leadership, objectOf, plymouthApp } from './cast.js';
import { plymouthInTeams, plymouthTenant, tenantsOf } from './cast.js';
import { type Door, doorAt } from './door.js';
import { type Office, openOffice } from './office.js';
import { forgetGreeting, isLiving } from './outward.js';
import { textOf } from './seeing.js';
import { type Standin, startStandin } from './standin/standin.js';
import type { Shown } from './standin/world.js';

/** The Plymouth Alliance in two tenants of Teams: the real clerk, store, announcer and token check behind real HTTP. */
export interface Scene {
  readonly charter: CharterDocument;
  readonly clock: WaitingClock;
  readonly store: Store;
  readonly standin: Standin;
  readonly office: () => Office;
  readonly door: () => Door;
  /** Lets everything that is to be sent be sent, however often it must wait. */
  readonly settle: () => Promise<void>;
  /** It is now this moment of the alliance's clock, and the minute comes. */
  readonly until: (said: string) => Promise<void>;
  /** The newest living card of a proposal in a channel: the one with the title in it. */
  readonly card: (title: string, channel?: string) => Shown;
  /** Somebody presses a button; what then stands there for them, as text. */
  readonly presses: (name: string, on: Shown, label: string) => Promise<string>;
  /** Somebody agrees, as the member for which it matters where they speak for several. */
  readonly votes: (name: string, on: Shown) => Promise<string>;
  /** Somebody types words, in a channel or to Roundtable alone; what they are then told alone. */
  readonly types: (name: string, text: string, channel?: string) => Promise<string>;
  /** What somebody alone was told last, as the message with its buttons. */
  readonly lastTold: (name: string) => Shown;
  readonly entries: () => Promise<readonly Entry[]>;
  readonly kinds: () => Promise<readonly EventKind[]>;
  /** Tables a proposal through the dialog, and waits for its card. */
  readonly tables: (who: string, answers: Answers) => Promise<Shown>;
  /** The dialog with which somebody tables, from where messages are written. */
  readonly tableDialog: (who: string, channel?: string) => Promise<Card>;
}

interface Setting {
  readonly charter?: (charter: CharterDocument) => CharterDocument;
  /** No channel is bound yet. */
  readonly unbound?: boolean;
  /** It has an address on the web. */
  readonly reachable?: boolean;
}

const opening = '2026-04-01 09:00';

export const plymouth = async (setting: Setting = {}): Promise<Scene> => {
  const charter = plymouthInTeams(setting.charter);
  const moment = (said: string): string => momentIn(charter.calendar, said);
  const clock = waitingClock(plusMs(moment(opening), -60_000));
  const standin = await startStandin(tenantsOf(charter), { now: clock.nowMs, limited: false });
  const store = openStore(':memory:');
  const office = await openOffice(store, clock, configOf(standin), setting);
  const door = doorAt(office.origin, standin, clock.nowMs);
  onTestFinished(async () => {
    await office.close();
    await standin.stop();
    const entries = await store.read(charter.code, 0, 100_000);
    const { findings } = audit({ entries, signedHead: await store.signedHead(charter.code) });
    await store.close();
    expect(findings).toEqual([]);
    expect(office.faults).toEqual([]);
  });
  expect((await office.clerk.found(charter, { practice: false, via: 'cli' })).kind).toBe('done');
  clock.runTo(moment(opening));

  const told = (name: string): readonly Shown[] => standin.privately(objectOf(name));
  const scene: Scene = {
    charter,
    clock,
    store,
    standin,
    office: () => office,
    door: () => door,
    settle: () => settled(office.announcer, clock),
    until: async (said) => {
      clock.runTo(moment(said));
      await office.announcer.timePassed(await office.clerk.tick());
      await scene.settle();
    },
    card: (title, channel = leadership) => {
      const found = standin.messages(channel).filter((each) => isLiving(each) && textOf(each).includes(title));
      const last = found.at(-1);
      if (last === undefined) throw new Error(`there is no card of ${title} in ${channel}`);
      return last;
    },
    presses: async (name, on, label) => {
      clock.runTo(plusMs(clock.now(), 2_000));
      return textOf({ text: '', card: await door.presses(name, on, label) });
    },
    votes: async (name, on) => {
      clock.runTo(plusMs(clock.now(), 2_000));
      const came = await door.presses(name, on, 'Agree');
      const chosen = name === 'Joseph Mensah' ? 'Vote for Shekinah' : null;
      return textOf({
        text: '',
        card: chosen === null ? came : await door.presses(name, { ...on, card: came }, chosen),
      });
    },
    types: async (name, text, channel) => {
      clock.runTo(plusMs(clock.now(), 2_000));
      const seen = (): string =>
        told(name)
          .map(({ id, edits }) => `${id} ${edits}`)
          .join();
      const before = seen();
      expect((await door.types(name, text, channel)).status).toBe(200);
      return standin.until(() => (seen() === before ? null : textOf(scene.lastTold(name))));
    },
    lastTold: (name) => {
      const last = told(name).at(-1);
      if (last === undefined) throw new Error(`${name} was told nothing`);
      return last;
    },
    entries: () => office.clerk.entries(charter.code, 0, 100_000),
    kinds: async () => (await scene.entries()).map(({ kind }) => kind),
    tableDialog: async (who, channel = leadership) => {
      const said = { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: 'table' } };
      const came = await door.says(who, channel, said);
      return (came.body as { task: { value: { card: { content: Card } } } }).task.value.card.content;
    },
    tables: async (who, answers) => {
      const came = await door.fills(who, await scene.tableDialog(who), answers, leadership);
      expect(textOf({ text: '', card: came })).toMatch(/^Recorded/u);
      await scene.settle();
      return scene.card(answers['title'] ?? '');
    },
  };
  if (setting.unbound !== true) {
    await door.types('Naomi Clarke', 'PLY here', leadership);
    await door.types('Tom Pascoe', 'PLY here', councilRoom);
    await scene.settle();
    for (const room of [leadership, councilRoom]) forgetGreeting(standin, room);
    clock.runTo(plusMs(clock.now(), 2_000));
    await scene.settle();
  }
  return scene;
};

export const proposalOf = (title: string): Answers => ({
  title,
  bestForPeople: 'People meet one service that acts alike.',
  text: `${title}, as discussed.`,
});

export const configOf = (standin: Standin): TeamsConfig => {
  const registration = (appId: string, tenantId: string) =>
    ({ appId, password: `secret-of-${appId}`, tenantId, type: 'SingleTenant' }) as const;
  return {
    apps: [registration(plymouthApp, plymouthTenant), registration(councilApp, councilTenant)],
    serviceHosts: [new URL(standin.origin).host],
    openIdUrl: standin.metadataUrl,
    loginUrl: `${standin.origin}/`,
  };
};
