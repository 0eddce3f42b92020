import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asIcs } from '../../../adapters/calendar/ics.js';
import { typeset } from '../../../adapters/documents/typesetting.js';
import { openPages } from '../../../adapters/pages/open.js';
import { openKeyring } from '../../../db/keyring.js';
import { plusMs } from '../../../src/alliance/instant.js';
import type { PersonId } from '../../../src/alliance/names.js';
import type { Pages } from '../../../src/clerk/pages.js';
import type { Scene } from '../../cast.js';
import { alliance } from '../../cast.js';
import { lambethMeeting, lease } from '../../cast/lambeth.js';
import { convene, order } from '../../cast/meetingActs.js';

interface Opened {
  readonly pages: Pages;
  /** Every fault that was logged. */
  readonly log: readonly string[];
}

/** The pages of a scene on a server of their own, under the address that they give out. */
const open = async (scene: Scene): Promise<Opened> => {
  const log: string[] = [];
  const current: { listener: ReturnType<typeof openPages>['listener'] | null } = { listener: null };
  const server = createServer((request, response) => {
    if (current.listener?.(request, response) !== true) response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const opened = openPages(
    {
      ...{ clerk: scene.clerk(), ledger: scene.store, papers: scene.store, feeds: scene.store, keyring: scene.keyring },
      ...{ typeset, writeCalendar: asIcs, clock: scene.clock, randomness: { bytes: (count) => randomBytes(count) } },
      log: { error: (_what, words) => void log.push(words) },
    },
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  );
  current.listener = opened.listener;
  return { pages: opened.pages, log };
};

const personOf = (scene: Scene, name: string): Promise<PersonId> => scene.person(name);
const on = { alliance: 'LWN', meeting: 'M-1' } as const;

describe('an address of a file', () => {
  it('leads its own person to the paper, for an hour, and nobody to anything after that', async () => {
    const scene = await lambethMeeting();
    const { pages, log } = await open(scene);
    const by = await personOf(scene, 'Hassan Iqbal');
    const address = pages.addressOf({ kind: 'paper', paper: 1, by, ...on })!;
    expect(pages.addressOf({ kind: 'paper', paper: 1, by, ...on })).toBe(address);
    expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(lease)).toBe(true);
    scene.clock.runTo(plusMs(scene.clock.now(), 3_600_001));
    const late = await fetch(address);
    expect([late.status, await late.text()]).toEqual([
      404,
      expect.stringContaining('There is nothing at this address.'),
    ]);
    expect(log).toEqual([]);
  });

  it('is no use to somebody who was recused since it was given out', async () => {
    const scene = await lambethMeeting();
    const { pages } = await open(scene);
    const { person: by, member } = await scene.representativeOf('Lambeth Council');
    const address = pages.addressOf({ kind: 'paper', paper: 1, by, ...on })!;
    expect((await fetch(address)).status).toBe(200);
    const interest = { kind: 'declareInterest', proposal: 'P-2', revision: 1, nature: 'We are the landlord.' } as const;
    await scene.does({ person: by, member }, order({ ...interest, level: 'recuse', scope: 'organisation', member }));
    const refused = await fetch(address);
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining('its papers are not shown to you'),
    ]);
  });

  it('that nobody was given is answered like every other, without a word of what is inside', async () => {
    const { pages, log } = await open(await lambethMeeting());
    const { origin } = new URL(pages.addressOf({ kind: 'invitation', by: 'person:1', ...on })!);
    const tried = [
      'page/AAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      'calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics',
      'page/..%2f..%2fetc',
      'page/',
    ];
    for (const path of tried) {
      const answer = await fetch(`${origin}/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toMatch(/ at .*\.(?:ts|js)|Error|LWN/);
    }
    const statuses: number[] = [];
    for (let time = 0; time < 61; time += 1) statuses.push((await fetch(`${origin}/${tried[0]!}`)).status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    const sent = await fetch(`${origin}/${tried[0]!}`, { method: 'POST', body: 'x' });
    expect([sent.status, sent.headers.get('connection')]).toEqual([429, 'close']);
    expect(log).toEqual([]);
  });
});

describe('a page for handing in a paper', () => {
  const send = (address: string, name: string, bytes: Uint8Array, item = '1'): Promise<Response> => {
    const body = new FormData();
    body.set('item', item);
    body.set('name', '');
    body.set('paper', new File([new Uint8Array(bytes)], name));
    return fetch(address, { method: 'POST', body });
  };

  it('takes one, says what is wrong until then, and works once', async () => {
    const scene = await alliance('lwn');
    await scene.does('Victoria Sayer', convene(scene, '2026-04-30 10:00', '2026-04-30 12:00', {}));
    const item = { kind: 'addItem', meeting: 'M-1', as: 'discussion', title: 'The plan for the year' } as const;
    await scene.does('Victoria Sayer', order(item));
    const { pages } = await open(scene);
    const by = await personOf(scene, 'Victoria Sayer');
    const address = pages.addressOf({ kind: 'upload', by, ...on })!;
    expect(await (await fetch(address)).text()).toContain('<input type="file"');
    const wrong = await send(address, 'tool.exe', Buffer.from('MZ'));
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('A paper is of one of these kinds'),
    ]);
    const large = await send(address, 'plan.pdf', new Uint8Array(10_000_001));
    expect([large.status, await large.text()]).toEqual([422, expect.stringContaining('up to 10 MB can be kept')]);
    expect((await scene.now()).meetings.get('M-1')!.papers).toEqual([]);
    const taken = await send(address, 'The plan.pdf', Buffer.from('%PDF-1.7'));
    expect([taken.status, await taken.text()]).toEqual([200, expect.stringContaining('Recorded')]);
    expect((await scene.now()).meetings.get('M-1')!.papers).toMatchObject([{ item: 1, type: 'application/pdf' }]);
    expect((await send(address, 'The plan.pdf', Buffer.from('%PDF-1.7'))).status).toBe(404);
  });

  it('refuses by the rules, in their words, whoever may not add papers', async () => {
    const scene = await lambethMeeting();
    await scene.does('Victoria Sayer', convene(scene, '2026-05-28 10:00', '2026-05-28 12:00', {}));
    const item = { kind: 'addItem', meeting: 'M-2', as: 'discussion', title: 'The plan for the year' } as const;
    await scene.does('Victoria Sayer', order(item));
    const { pages } = await open(scene);
    const by = await personOf(scene, 'Hassan Iqbal');
    const address = pages.addressOf({ kind: 'upload', alliance: 'LWN', meeting: 'M-2', by })!;
    const refused = await send(address, 'plan.pdf', Buffer.from('%PDF-1.7'));
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Papers are added by those who run meetings'),
    ]);
  });
});

describe('the feed of a calendar', () => {
  const setFeed = (feed: 'new' | 'none', person?: PersonId) =>
    order({ kind: 'setFeed', feed, ...(person === undefined ? {} : { person }) });
  const eventsIn = async (answer: Response): Promise<readonly string[]> => {
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
    return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each).summary);
  };

  it('shows meetings and nothing of their business, to whoever has the address, until its person ends it', async () => {
    const scene = await lambethMeeting();
    const { pages } = await open(scene);
    const by = await personOf(scene, 'Hassan Iqbal');
    expect(await pages.feedAddress('LWN', by)).toBeNull();
    await scene.does({ person: by }, setFeed('new'));
    const address = (await pages.feedAddress('LWN', by))!;
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await eventsIn(answer)).toEqual(['Alliance meeting']);
    expect(await (await fetch(address)).text()).not.toMatch(/Living Well|Brixton hub on Saturdays|Iqbal/);
    const token = /calendar\/(.*)\.ics$/.exec(address)![1]!;
    expect(JSON.stringify(await scene.store.feed('LWN', by))).not.toContain(token);
    await scene.does({ person: by }, setFeed('none'));
    expect((await fetch(address)).status).toBe(404);
  });

  it('is ended for somebody else by an officer, by nobody else, and by itself when the person leaves', async () => {
    const scene = await lambethMeeting();
    const { pages } = await open(scene);
    const by = await personOf(scene, 'Hassan Iqbal');
    await scene.does({ person: by }, setFeed('new'));
    const refused = await scene.does(await scene.representativeOf('Lambeth Council'), setFeed('none', by));
    expect(refused.reads.join(' ')).toContain('somebody else’s is ended by an officer');
    expect((await fetch((await pages.feedAddress('LWN', by))!)).status).toBe(200);
    const { person: officer } = await scene.officer('allianceManager');
    expect((await scene.does({ person: officer }, setFeed('none', by))).why).toBeNull();
    expect(await pages.feedAddress('LWN', by)).toBeNull();
    await scene.does({ person: by }, setFeed('new'));
    const address = (await pages.feedAddress('LWN', by))!;
    const { member } = (await scene.now()).appointments.find(({ person }) => person === by)!;
    const end = { kind: 'endAppointment', person: by, member, as: 'representative' } as const;
    expect((await scene.does({ person: officer }, order(end))).why).toBeNull();
    scene.clock.runTo(plusMs(scene.clock.now(), 1_000));
    expect((await fetch(address)).status).toBe(404);
  });
});

describe('without an address on the web', () => {
  it('nothing is given out and nothing answered', async () => {
    const scene = await lambethMeeting();
    const { pages, listener } = openPages(
      {
        ...{ clerk: scene.clerk(), ledger: scene.store, papers: scene.store, feeds: scene.store },
        ...{ keyring: openKeyring({ folder: null }), typeset, writeCalendar: asIcs, clock: scene.clock },
        ...{ randomness: { bytes: (count: number) => randomBytes(count) }, log: { error: () => undefined } },
      },
      null,
    );
    expect(pages.isReachable()).toBe(false);
    expect(pages.addressOf({ kind: 'invitation', by: 'person:1', ...on })).toBeNull();
    expect(listener({ url: '/page/AAAAAAAAAAAAAAAAAAAAAAAAAAAA' } as never, {} as never)).toBe(false);
  });
});
