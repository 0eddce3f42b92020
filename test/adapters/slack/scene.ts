import { expect, onTestFinished } from 'vitest';
import type { SlackConfig } from '../../../adapters/config.js';
import { openKeyring } from '../../../db/keyring.js';
import { openStore, type Store } from '../../../db/store.js';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { plusMs } from '../../../src/alliance/instant.js';
import type { EventKind } from '../../../src/alliance/events.js';
import type { Keyring } from '../../../src/clerk/ports.js';
import { audit } from '../../../src/ledger/auditor.js';
import type { Entry } from '../../../src/ledger/entry.js';
import { momentIn } from '../../cast/clocks.js';
import { settled } from '../settling.js';
import { councilRoom, councilTeam, leadership, plymouthInSlack, plymouthTeam, userOf, workspacesOf } from './cast.js';
import { waitingClock, type WaitingClock } from './clocks.js';
import { type Door, doorAt, doorBySocket } from './door.js';
import type { Answers } from './modals.js';
import { beginInstall, finishInstall } from './installing.js';
import { type Office, openOffice } from './office.js';
import { isLiving, textOf } from './seeing.js';
import { testApp } from './standin/answering.js';
import { type Standin, startStandin } from './standin/standin.js';
import type { Message, View } from './standin/world.js';
import { tokenOf } from './standin/world.js';

/** The Plymouth Alliance in two workspaces of Slack: the real clerk, store, announcer and Bolt app behind real HTTP. */
export interface Scene {
  readonly charter: CharterDocument;
  readonly clock: WaitingClock;
  readonly store: Store;
  readonly standin: Standin;
  readonly keyring: Keyring;
  readonly office: () => Office;
  readonly door: () => Door;
  /** Lets everything that is to be sent be sent, however often it must wait; at most so long. */
  readonly settle: (mostMs?: number) => Promise<void>;
  readonly moment: (said: string) => string;
  /** It is now this moment of the alliance's clock, and the minute comes. */
  readonly until: (said: string) => Promise<void>;
  /** The newest living card of a proposal in a channel: the one with the title in it. */
  readonly card: (title: string, channel?: string) => Message;
  /** Somebody presses a button; what they then see, privately or in a window, as text. */
  readonly presses: (name: string, on: Message | View, label: string) => Promise<string>;
  /** Somebody types a command; what they then see. */
  readonly types: (name: string, text: string, channel?: string) => Promise<string>;
  /** Somebody sends the window before them; what it then says, or the problems beside its fields. */
  readonly fills: (name: string, answers: Answers, how?: { readonly unchecked?: boolean }) => Promise<string>;
  /** What somebody alone was told last, as text. */
  readonly told: (name: string) => string;
  /** The same, as the message with its buttons. */
  readonly lastTold: (name: string) => Message;
  readonly modal: (name: string) => View;
  readonly entries: () => Promise<readonly Entry[]>;
  readonly kinds: () => Promise<readonly EventKind[]>;
  /** Tables a proposal through the modal, and waits for its card. */
  readonly tables: (who: string, answers: Readonly<Record<string, string>>) => Promise<Message>;
  /** The server stops and starts again, on another store where one is given. */
  readonly restart: (other?: () => Promise<Store>) => Promise<void>;
}

interface Setting {
  readonly charter?: (charter: CharterDocument) => CharterDocument;
  readonly receiving?: SlackConfig['receiving'];
  /** One workspace whose token stands in the settings, instead of two that were installed. */
  readonly single?: boolean;
  readonly store?: Store;
  readonly keyring?: ReturnType<typeof openKeyring>;
  /** No channel is bound yet. */
  readonly unbound?: boolean;
}

const opening = '2026-04-01 09:00';

export const plymouth = async (setting: Setting = {}): Promise<Scene> => {
  const charter = plymouthInSlack(setting.charter);
  const moment = (said: string): string => momentIn(charter.calendar, said);
  const clock = waitingClock(plusMs(moment(opening), -60_000));
  const standin = await startStandin(workspacesOf(charter), { now: clock.nowMs });
  let store = setting.store ?? openStore(':memory:');
  const keyring = setting.keyring ?? openKeyring({ folder: null });
  const config = configOf(standin, setting);
  let office = await openOffice(store, clock, config, keyring);
  const openDoor = (): Door =>
    config.receiving.kind === 'http' ? doorAt(office.origin, standin, { nowMs: Date.now }) : doorBySocket(standin);
  let door = openDoor();
  const settle = (mostMs?: number): Promise<void> => settled(office.announcer, clock, mostMs);
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
  if (config.speaking.kind === 'oauth') {
    for (const team of [plymouthTeam, councilTeam]) {
      const done = await finishInstall(office.origin, standin, team, await beginInstall(office.origin));
      expect(done.status).toBe(200);
    }
  }
  /** What somebody sees after an act of theirs: the newest private message or window that was not there before. */
  const seenAfter = async (name: string, act: () => Promise<unknown>): Promise<string> => {
    const user = userOf(name);
    const shown = (): number => standin.privately(user).length;
    const window = (): string =>
      standin
        .modals(user)
        .map(({ id, hash }) => `${id} ${hash}`)
        .join();
    // People need a moment to read and to press.
    clock.runTo(plusMs(clock.now(), 2_000));
    const [before, windowBefore] = [shown(), window()];
    await act();
    return standin.until(() => {
      const [modal] = standin.modals(user).slice(-1);
      if (modal !== undefined && window() !== windowBefore) return textOf(modal);
      return shown() > before ? scene.told(name) : null;
    });
  };
  const scene: Scene = {
    charter,
    clock,
    get store() {
      return store;
    },
    standin,
    keyring,
    office: () => office,
    door: () => door,
    settle,
    moment,
    until: async (said) => {
      clock.runTo(moment(said));
      await office.announcer.timePassed(await office.clerk.tick());
      await settle();
    },
    card: (title, channel = leadership) => {
      const found = standin.messages(channel).filter((each) => isLiving(each) && textOf(each).includes(title));
      const last = found.at(-1);
      if (last === undefined) throw new Error(`there is no card of ${title} in ${channel}`);
      return last;
    },
    presses: (name, on, label) => seenAfter(name, () => door.press(name, on, label)),
    types: (name, text, channel = leadership) => seenAfter(name, () => door.type(name, channel, text)),
    fills: async (name, answers, how) => {
      const { answer } = await door.submit(name, answers, how);
      if (answer.response_action === 'errors') return Object.values(answer.errors ?? {}).join('\n');
      return textOf(scene.modal(name));
    },
    modal: (name) => standin.modals(userOf(name)).at(-1)!,
    lastTold: (name) => {
      const last = standin.privately(userOf(name)).at(-1);
      if (last === undefined) throw new Error(`${name} was told nothing`);
      return last;
    },
    told: (name) => textOf(scene.lastTold(name)),
    entries: () => office.clerk.entries(charter.code, 0, 100_000),
    kinds: async () => (await scene.entries()).map(({ kind }) => kind),
    tables: async (who, answers) => {
      await door.type(who, leadership, 'table');
      const came = await door.submit(who, answers);
      expect(came.answer.response_action).toBe('update');
      await settle();
      return scene.card('');
    },
    restart: async (other) => {
      await office.close();
      if (other !== undefined) {
        await store.close();
        store = await other();
      }
      office = await openOffice(store, clock, config, keyring);
      door = openDoor();
      await office.announcer.start();
      await settle();
    },
  };
  if (setting.unbound !== true) {
    await door.type('Naomi Clarke', leadership, 'PLY here');
    await settle();
    forgetGreeting(standin, leadership);
    if (config.speaking.kind === 'oauth') {
      await door.type('Tom Pascoe', councilRoom, 'PLY here');
      await settle();
      forgetGreeting(standin, councilRoom);
    }
    clock.runTo(plusMs(clock.now(), 2_000));
    await settle();
  }
  return scene;
};

/** What a channel is told when it is bound is no part of what a scene counts. */
export const forgetGreeting = ({ world }: Pick<Standin, 'world'>, channel: string): void => {
  const told = world.channels.get(channel)?.messages.splice(0) ?? [];
  expect(told.filter(({ only }) => only === null)).toHaveLength(1);
};

export const proposalOf = (title: string): Readonly<Record<string, string>> => ({
  title,
  bestForPeople: 'People meet one service that acts alike.',
  text: `${title}, as discussed.`,
});

const configOf = (standin: Standin, { receiving, single = false }: Setting): SlackConfig => ({
  apiUrl: standin.url,
  publicUrl: null,
  receiving: receiving ?? { kind: 'http', signingSecret: testApp.signingSecret },
  speaking: single
    ? { kind: 'token', botToken: tokenOf(plymouthTeam) }
    : {
        kind: 'oauth',
        clientId: testApp.clientId,
        clientSecret: testApp.clientSecret,
        keys: [{ id: 'k1', key: Buffer.alloc(32, 7) }],
      },
});
