import { createHash } from 'node:crypto';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../db/store.js';
import { encodePress, type Press } from '../../../src/cards/press.js';
import { exampleCharter } from '../../alliance/charters.js';
import { type Answer, nonce, press, startPlayground } from './playgroundProcess.js';

const { people } = exampleCharter('plymouth');
const chairOf = (name: string): string => `person-${people.findIndex((person) => person.name === name) + 1}`;
const manager = chairOf('Naomi Clarke');
const form = (name: 'convene' | 'addItem' | 'addPaper', more: object = {}): Press => ({
  act: 'form',
  alliance: 'PLY',
  form: name,
  ...more,
});
const pdf = Buffer.from('%PDF-1.7\r\nA budget, with \u0000 in it\r\n', 'latin1');

describe('papers in the playground', () => {
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  beforeAll(async () => {
    playground = await startPlayground();
    const from = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const hours = { body: 'leadership', startsAt: `${from}T10:00`, endsAt: `${from}T12:00`, place: 'The Guildhall' };
    expect((await press(playground, manager, form('convene'), hours)).body.summary).toContain('M-1');
    const item = { as: 'discussion', title: 'The budget for next year' };
    expect((await press(playground, manager, form('addItem', { meeting: 'M-1' }), item)).body.kind).toBe('done');
  });
  afterAll(() => playground.remove());

  const hand = async (bytes: Uint8Array, name: string, chair = manager): Promise<Answer & { status: number }> => {
    const body = new FormData();
    body.set('press', encodePress(form('addPaper', { meeting: 'M-1' })));
    body.set('nonce', nonce());
    body.set('answer.item', '1');
    body.set('answer.name', '');
    body.set('answer.paper', new File([new Uint8Array(bytes)], name));
    const headers = { accept: 'application/json', origin: playground.origin };
    const answer = await fetch(`${playground.base}/PLY/${chair}/press`, { method: 'POST', body, headers });
    return { status: answer.status, ...((await answer.json()) as Answer) };
  };
  const page = async (path: string, chair = manager): Promise<string> =>
    (await fetch(`${playground.base}/PLY/${chair}/${path}`)).text();
  const file = (name: string, chair = manager): Promise<Response> =>
    fetch(`${playground.base}/PLY/${chair}/file/M-1/${name}`);

  it('are chosen in the form, kept, and come back byte for byte from the card of the meeting', async () => {
    expect(await page('meeting/M-1')).toContain('Agenda and papers');
    const asked = `form?press=${encodeURIComponent(encodePress(form('addPaper', { meeting: 'M-1' })))}`;
    expect(await page(asked)).toMatch(/enctype="multipart\/form-data"[\s\S]*<input\s+type="file"/);
    expect(await hand(pdf, 'Budget 2027.pdf')).toMatchObject({ status: 200, kind: 'done' });
    expect(await page('papers/M-1')).toContain('>Budget 2027.pdf</a>');
    const back = await file('paper-1', chairOf('Marcus Bailey'));
    expect(Buffer.from(await back.arrayBuffer()).equals(pdf)).toBe(true);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Budget%202027.pdf",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('of a kind that runs, or too large, or empty, are refused beside their field, and nothing is kept of them', async () => {
    const large = new Uint8Array(10_000_001);
    const answers = [
      await hand(Buffer.from('MZ'), 'tool.exe'),
      await hand(large, 'a.pdf'),
      await hand(Buffer.alloc(0), 'b.pdf'),
    ];
    expect(answers.map(({ kind }) => kind)).not.toContain('done');
    expect(answers.map(({ summary }) => summary)).toEqual([
      expect.stringContaining('A paper is of one of these kinds: pdf, docx'),
      expect.stringContaining('This file has 10.1 MB; up to 10 MB can be kept.'),
      'Choose a file that is not empty.',
    ]);
    expect((await hand(new Uint8Array(11_000_000), 'c.pdf').catch(() => ({ status: 413 }))).status).toBe(413);
    const claimed = { item: '1', paper: `${'a'.repeat(64)} 9 Plan.pdf`, name: '' };
    expect((await press(playground, manager, form('addPaper', { meeting: 'M-1' }), claimed)).body.why).toBe(
      'notAPaper',
    );
    const store = openStore(join(playground.folder, 'data', 'playground.db'), { reading: true });
    expect(await store.paper('PLY', createHash('sha256').update(large).digest('hex'))).toBeNull();
    await store.close();
  });

  it('and the agenda can be read, and kept as PDF and Word', async () => {
    const read = await file('agenda.html');
    expect(await read.text()).toContain('Budget 2027.pdf');
    expect(read.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(
      Buffer.from(await (await file('agenda.pdf')).arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(
      Buffer.from(await (await file('agenda.docx')).arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    for (const name of ['minutes.html', 'paper-9', 'paper-0', 'agenda.exe', 'upload']) {
      expect([403, 404], name).toContain((await file(name)).status);
    }
  });

  it('are handed to calendars as an invitation, and all meetings as a feed that ends when it is told to', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await (await file('invitation.ics')).text()) as unknown[]);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    expect([event.summary, event.location]).toEqual(['Alliance meeting', 'The Guildhall']);
    const feed = (kind: 'new' | 'none'): Press => ({
      act: 'order',
      alliance: 'PLY',
      command: { kind: 'setFeed', feed: kind },
    });
    const address = async (): Promise<string | undefined> => /http:\/\/[^"<\s]*\.ics/.exec(await page('calendar'))?.[0];
    expect(await address()).toBeUndefined();
    expect((await press(playground, manager, feed('new'))).body.kind).toBe('done');
    const first = (await address())!;
    const followed = await fetch(first);
    expect(followed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const all = new ICAL.Component(ICAL.parse(await followed.text()) as unknown[]);
    expect(all.getAllSubcomponents('vevent')).toHaveLength(1);
    await press(playground, manager, feed('new'));
    expect((await fetch(first)).status).toBe(404);
    const second = (await address())!;
    expect((await fetch(second)).status).toBe(200);
    await press(playground, manager, feed('none'));
    expect((await fetch(second)).status).toBe(404);
  });
});
