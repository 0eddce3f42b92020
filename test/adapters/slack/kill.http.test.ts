import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomOf } from './acts.js';
import {
  councilRoom,
  councilTeam,
  leadership,
  plymouthInSlack,
  plymouthTeam,
  representatives,
  userOf,
  workspacesOf,
} from './cast.js';
import { beginInstall, finishInstall } from './installing.js';
import { installedSettings, recordOf, type RecordProcess } from './recordProcess.js';
import { proposalOf } from './scene.js';
import { isLiving, labelsOf, textOf } from './seeing.js';
import type { Fault } from './standin/faults.js';
import { type Standin, startStandin } from './standin/standin.js';
import type { Message } from './standin/world.js';

let standin: Standin;
let record: RecordProcess;
const rooms = [leadership, councilRoom];

beforeAll(async () => {
  // Nobody speaks for two, so that one press is one vote.
  const charter = plymouthInSlack((whole) => ({
    ...whole,
    people: whole.people.map((person) => ({
      ...person,
      appointments: person.appointments.filter(({ as, member }) => !(as === 'deputy' && member === 'hamoaze')),
    })),
  }));
  standin = await startStandin(workspacesOf(charter));
  record = await recordOf(charter, standin, installedSettings);
  await record.start();
  for (const team of [plymouthTeam, councilTeam]) {
    const origin = record.origin();
    expect((await finishInstall(origin, standin, team, await beginInstall(origin))).status).toBe(200);
  }
  await record.door().type('Naomi Clarke', leadership, 'PLY here');
  await record.door().type('Tom Pascoe', councilRoom, 'PLY here');
  // What a channel is told when it is bound is posted before anything that is caught.
  for (const room of rooms) await standin.until(() => standin.messages(room)[0] ?? null);
});
afterAll(async () => {
  await record.remove();
  await standin.stop();
});

const about = (title: string, room: string): readonly Message[] =>
  standin.messages(room).filter((message) => textOf(message).includes(title));
const cards = (title: string, room: string): readonly Message[] => about(title, room).filter(isLiving);
const announcements = (title: string, room: string): readonly Message[] =>
  about(title, room).filter((each) => !isLiving(each));
/** The newest card that can be pressed, once it stands there. */
const openCard = (title: string, room: string): Promise<Message> =>
  standin.until(() => cards(title, room).findLast((card) => labelsOf(card).includes('Agree')) ?? null);

const tables = async (title: string): Promise<void> => {
  await record.door().type('Naomi Clarke', leadership, 'table');
  const came = await record.door().submit('Naomi Clarke', proposalOf(title));
  expect(came.answer.response_action).toBe('update');
};

/** All nine at once; each is answered when the vote is durable. */
const everybodyPresses = async (title: string): Promise<void> => {
  const pressed = representatives.map(async (name) =>
    record.door().press(name, await openCard(title, roomOf(name)), 'Agree'),
  );
  expect((await Promise.all(pressed)).map(({ status }) => status)).toEqual(representatives.map(() => 200));
};

/** Presses Agree in their own workspace and waits for the receipt. */
const agrees = async (name: string, card: Message): Promise<void> => {
  const user = userOf(name);
  const before = standin.privately(user).length;
  expect((await record.door().press(name, card, 'Agree')).status).toBe(200);
  const told = await standin.until(() => standin.privately(user)[before] ?? null);
  expect(textOf(told)).toContain('*Recorded.*');
};

/** Resolves when a call of this kind has come in; what it is answered is never heard. */
const caught = (fault: Omit<Fault, 'times' | 'met'>): Promise<void> =>
  new Promise((resolve) => standin.fault({ ...fault, times: 1, met: resolve }));

/** The card says what the book says and nothing can be pressed; the announcement came, or is shown as uncertain. */
const converged = (title: string, room: string, uncertain?: boolean): true | null => {
  const card = cards(title, room).at(-1);
  if (card === undefined || labelsOf(card).length > 0) return null;
  if (!textOf(card).includes('Adopted unanimously, 9 of 9')) return null;
  if (uncertain !== undefined && isUncertain(card) !== uncertain) return null;
  return announcements(title, room).length > 0 || isUncertain(card) ? true : null;
};
const isUncertain = (card: Message): boolean => textOf(card).includes('may not have arrived');

const never = new Promise<never>(() => undefined);
const update = { methods: ['chat.update'], channel: leadership };
const post = { methods: ['chat.postMessage'], channel: leadership };

describe('killed with kill -9 between an adoption and its announcements, and started again', () => {
  // First, so that the program has posted all there is itself and keeps Slack's pace: what is refused is not posted.
  it('[F4] while a card is posted: at most one twin, on which votes count too, and which is then retired', async () => {
    const title = 'To be posted twice';
    const met = caught({ ...post, does: { kind: 'slow', until: never } });
    await tables(title);
    await met;
    await record.kill();
    await record.start();
    await standin.until(() => (cards(title, leadership).length > 1 ? true : null));
    const [twin, card, ...more] = cards(title, leadership);
    expect(more).toEqual([]);
    await agrees('Rowan Ellis', twin!);
    await standin.until(() => (labelsOf(twin!).length === 0 ? true : null));
    await agrees('Gareth Pugh', card!);
    await standin.until(() => is(title, leadership, '2 of 9 agreed'));
  });

  it.each([
    ['as soon as the last vote is acknowledged', null, 1],
    ['while the card is changed, which is never done', { ...update, does: { kind: 'held', until: never } }, 1],
    ['while it is announced, which is never done', { ...post, does: { kind: 'held', until: never } }, 0],
    ['after it was announced', { ...post, does: { kind: 'slow', until: never } }, 1],
  ] as const)('[F3] [F4] %s: the cards converge, and it is announced at most once', async (when, fault, times) => {
    const title = `To be adopted: ${when}`;
    await tables(title);
    for (const room of rooms) await openCard(title, room);
    await everybodyPresses(title);
    if (fault !== null) await caught(fault);
    await record.kill();
    await record.start();
    // Whether a message arrived whose answer was never heard is not known, and that is said.
    const isUnknown = fault?.methods === post.methods;
    await standin.until(() => converged(title, leadership, isUnknown));
    await standin.until(() => converged(title, councilRoom));
    expect(announcements(title, leadership)).toHaveLength(times);
  });

  it('[F2] before the receipt of a vote arrives: pressed again, it is recorded already', async () => {
    const title = 'To be pressed again';
    await tables(title);
    const card = await openCard(title, leadership);
    const before = (await record.kinds()).length;
    const receipt = caught({ methods: ['chat.postEphemeral'], does: { kind: 'held', until: never } });
    const pressed = record
      .door()
      .press('Rowan Ellis', card, 'Agree')
      .catch(() => null);
    await receipt;
    await record.kill();
    await pressed;
    await record.start();
    expect((await record.kinds()).length).toBe(before + 1);
    await record.door().press('Rowan Ellis', card, 'Agree');
    await standin.until(() => (standin.privately('U0ROWANELLIS').some(isAlready) ? true : null));
    expect((await record.kinds()).length).toBe(before + 1);
  });

  it('what is left in the end is one adoption each, one announcement at most, and a book that holds', async () => {
    await record.end();
    expect((await record.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(4);
    const titles = new Set(
      standin
        .messages(leadership)
        .map(textOf)
        .flatMap((text) => text.match(adopted) ?? []),
    );
    expect(titles.size).toBe(4);
    for (const room of rooms) {
      for (const title of titles) {
        expect(announcements(title, room).length, `${title} in ${room}`).toBeLessThanOrEqual(1);
        expect(cards(title, room), `${title} in ${room}`).toHaveLength(1);
      }
    }
  });
});

const adopted = /To be adopted: [a-z, ]+/u;
const is = (title: string, room: string, status: string): true | null =>
  textOf(cards(title, room).at(-1)!).includes(status) ? true : null;
const isAlready = (told: Message): boolean => textOf(told).includes('*Already recorded.*');
