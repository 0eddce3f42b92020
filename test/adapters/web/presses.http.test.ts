import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../db/store.js';
import { encodePress, type Press } from '../../../src/cards/press.js';
import { audit } from '../../../src/ledger/auditor.js';
import { nonce, type PlaygroundProcess, press, send, startPlayground } from './playgroundProcess.js';

let playground: PlaygroundProcess;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.remove());

/** Who speaks for whom in the Plymouth example. */
const chairs = {
  council: 'person-1',
  livewell: 'person-4',
  hamoaze: 'person-6',
  bcha: 'person-8',
  harbour: 'person-10',
  zone: 'person-15',
} as const;

const words = {
  class: 'routine',
  title: 'Move the Thursday drop-in',
  text: 'The drop-in moves to the Zone from 1 June.',
  bestForPeople: 'People say that it is easier to reach.',
};

const table = (answers: Readonly<Record<string, string>> = words, alliance = 'PLY', chair: string = chairs.council) =>
  press(playground, chair, { act: 'form', alliance, form: 'table' }, answers);

/** Tables a proposal and gives its id. */
const tabled = async (title: string): Promise<`P-${number}`> => {
  const { status, body } = await table({ ...words, title });
  expect(status, body.summary).toBe(200);
  return /P-\d+/.exec(body.summary)![0] as `P-${number}`;
};

const agreeTo = (proposal: `P-${number}`): Press => ({
  act: 'order',
  alliance: 'PLY',
  command: { kind: 'recordPosition', proposal, revision: 1, position: 'agree' },
});

const room = async (at = `PLY/${chairs.council}/`): Promise<string> => (await fetch(`${playground.base}/${at}`)).text();

const history = async (proposal: string): Promise<string> => room(`PLY/${chairs.council}/history/${proposal}`);

describe('one act is recorded once', () => {
  it('[F26] the same press twice is one entry, and the second answer is the first one again', async () => {
    const proposal = await tabled('Twice the same');
    const fields = { press: encodePress(agreeTo(proposal)), nonce: nonce() };
    const at = `PLY/${chairs.livewell}/press`;
    const first = await send(playground, at, fields);
    const second = await send(playground, at, fields);
    expect(first.body).toMatchObject({ kind: 'done', repeated: false });
    expect(first.body.seqs).toHaveLength(1);
    expect(second.body).toMatchObject({ kind: 'done', repeated: true, seqs: first.body.seqs });
  });

  it('[F26] the same press 32 times at once is one entry', async () => {
    const proposal = await tabled('Thirty-two at once');
    const fields = { press: encodePress(agreeTo(proposal)), nonce: nonce() };
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => send(playground, `PLY/${chairs.hamoaze}/press`, fields)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(32).fill(200));
    expect(new Set(answers.flatMap(({ body }) => body.seqs ?? [])).size).toBe(1);
    expect((await history(proposal)).match(/Hamoaze agreed/g)).toHaveLength(1);
  });

  it('[F27] a double click with two causes is one position, and the second is told so', async () => {
    const proposal = await tabled('Clicked twice');
    const first = await press(playground, chairs.bcha, agreeTo(proposal));
    const second = await press(playground, chairs.bcha, agreeTo(proposal));
    expect(first.body.seqs).toHaveLength(1);
    expect(second.body).toMatchObject({ kind: 'done', repeated: false, seqs: [] });
    expect(second.body.summary).toMatch(/^Already recorded/);
  });

  it('the nonce of one chair is not the nonce of another', async () => {
    const proposal = await tabled('Two chairs, one nonce');
    const fields = { press: encodePress(agreeTo(proposal)), nonce: nonce() };
    const one = await send(playground, `PLY/${chairs.zone}/press`, fields);
    const other = await send(playground, `PLY/${chairs.harbour}/press`, fields);
    expect(one.body.seqs).toHaveLength(1);
    expect(other.body).toMatchObject({ kind: 'done', repeated: false });
    expect(other.body.seqs).not.toEqual(one.body.seqs);
  });
});

describe('what was not made by a button', () => {
  const raw = (text: string, chair: string = chairs.livewell) =>
    send(playground, `PLY/${chair}/press`, { press: text, nonce: nonce() });

  it('[F39] with altered ids and values is refused before it reaches the rules', async () => {
    const proposal = await tabled('Forged');
    const good = encodePress(agreeTo(proposal));
    const forged = [
      good.replace('"agree"', '"objectAll"'),
      good.replace('"revision":1', '"revision":-1'),
      good.replace('"revision":1', '"revision":9007199254740992'),
      good.replace('"revision":1', '"revision":1e300'),
      good.replace('"revision":1', '"revision":"1e3"'),
      good.replace(`"${proposal}"`, '"__proto__"'),
      good.replace(`"${proposal}"`, '"P-1e3"'),
      good.replace(`"${proposal}"`, '"P--1"'),
      good.replace('"v":1', '"v":2'),
      good.replace('"command":{', '"command":{"__proto__":{"kind":"withdrawProposal"},'),
      good.replace('"command":{', '"command":{"extra":1,'),
      '{"v":1,"act":"order","alliance":"PLY","command":{"kind":"letTimePass"}}',
      '{"v":1,"act":"order","alliance":"PLY","command":{"kind":"appoint","person":"person:1"}}',
      '[]',
      'null',
      '__proto__',
      '['.repeat(1_900),
      'x'.repeat(60_000),
      '',
    ];
    for (const text of forged) {
      const { status, body } = await raw(text);
      expect(status, text.slice(0, 80)).toBe(400);
      expect(body.summary).toContain('so nothing was done');
    }
    expect(await history(proposal)).not.toContain('Livewell Southwest agreed');
  });

  it('[F39] for another alliance, another revision, a closed or an unknown proposal is refused in words', async () => {
    const proposal = await tabled('Closed soon');
    const other = await raw(encodePress(agreeTo(proposal)).replace('"PLY"', '"IDR"'));
    expect(other.status).toBe(403);
    expect(other.body.summary).toContain('belongs to another alliance');
    const later = await raw(encodePress(agreeTo(proposal)).replace('"revision":1', '"revision":2'));
    expect(later).toMatchObject({ status: 422, body: { why: 'oldRevision' } });
    expect(await raw(encodePress(agreeTo('P-999999')))).toMatchObject({ status: 422, body: { why: 'noSuchProposal' } });
    const withdraw: Press = { act: 'form', alliance: 'PLY', form: 'withdraw', proposal };
    await press(playground, chairs.council, withdraw, { reason: 'Not needed any more.' });
    expect(await raw(encodePress(agreeTo(proposal)))).toMatchObject({ status: 422, body: { why: 'closed' } });
  });

  it('[F39] with the member of somebody else is refused, and says who speaks for it', async () => {
    const proposal = await tabled('Somebody else’s member');
    const { status, body } = await raw(encodePress(agreeTo(proposal)).replace('"agree"', '"agree","member":"harbour"'));
    expect(status).toBe(422);
    expect(body.why).toBe('notYourMember');
  });

  it('without a usable nonce, chair or form is refused', async () => {
    const good = encodePress(agreeTo('P-1'));
    for (const bad of ['', 'short', 'x'.repeat(65), '../../../../etc/passwd', 'ünïcödé-ünïcödé-ünïcödé']) {
      expect((await send(playground, `PLY/${chairs.zone}/press`, { press: good, nonce: bad })).status, bad).toBe(400);
    }
    for (const chair of ['person-999', 'person-0', 'person-1e3', 'person-9007199254740992', '__proto__']) {
      const { status } = await send(playground, `PLY/${chair}/press`, { press: good, nonce: nonce() });
      expect([404, 405], chair).toContain(status);
    }
    const at = `PLY/${chairs.zone}/press`;
    expect((await send(playground, at, '{"a":1}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send(playground, at, 'press=%E2%28%A1&nonce=%')).status).toBe(400);
    expect((await send(playground, at, 'a=1&'.repeat(500))).status).toBe(400);
  });
});

describe('what people write', () => {
  const nasty = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>{{7*7}}${7*7}',
    '\'); DROP TABLE ledger;-- " OR 1=1',
    "=cmd|' /C calc'!A0 @SUM(1) +1 -1",
    '../../../../etc/passwd',
    '<!channel> <@U123> [link](javascript:alert(1)) &lt;b&gt;',
    'evil\u202Etxt.exe and \u200Bzero\u200Bwidth\uFEFF',
    '\u2028line\u2029separators\u0007bell',
    'e' + '\u0301'.repeat(950),
    '👩‍👩‍👧‍👦 Привет שלום 日本',
  ];

  it.each(nasty.map((text, at) => [at, text] as const))(
    '[F45] [F46] is shown and never obeyed (%i)',
    async (_, text) => {
      const { status, body } = await table({
        ...words,
        title: 'Odd text',
        text,
        bestForPeople: `${text} for everybody`,
      });
      expect(status, body.summary).toBe(200);
      const html = await room();
      expect(html).not.toMatch(/<script>alert|<img|<svg\/onload|onerror=alert\(1\)>|\u202E|\u200B|\uFEFF/);
      expect(html).not.toContain('\u0007');
      expect(html.match(/<script/g)).toHaveLength(1);
    },
  );

  it('[F45] is kept letter by letter, whatever it looks like', async () => {
    const text = 'evil\u202Etxt.exe \u200Bhidden <b>&amp; “quoted”\n\n  indented';
    const { body } = await table({ ...words, title: 'Kept exactly', text });
    const proposal = /P-\d+/.exec(body.summary)![0];
    const store = openStore(join(playground.folder, 'data/playground.db'), { reading: true });
    try {
      const [entry] = await store.readSubject('PLY', proposal);
      const ref = (JSON.parse(entry!.event) as { body: { text: `text:${string}` } }).body.text;
      expect((await store.texts('PLY', [ref])).get(ref)).toBe(text);
    } finally {
      await store.close();
    }
  });

  it('[F45] NUL and half a character are refused at the door, and nothing is recorded', async () => {
    const before = (await room()).match(/id="card-\d+"/g)?.length;
    const withNul = await table({ ...words, title: 'With a NUL', text: 'before\u0000after' });
    expect(withNul.status).toBe(422);
    const half = await send(
      playground,
      `PLY/${chairs.council}/press`,
      new URLSearchParams({
        press: encodePress({ act: 'form', alliance: 'PLY', form: 'table' }),
        nonce: nonce(),
        ...Object.fromEntries(Object.entries(words).map(([name, value]) => [`answer.${name}`, value])),
      })
        .toString()
        .replace('The+drop-in', '%ED%A0%80'),
    );
    expect(half.status).toBe(400);
    expect((await room()).match(/id="card-\d+"/g)?.length).toBe(before);
  });

  it('comes back as it was typed when something is wrong, with the problem beside its field', async () => {
    const typed = '  <b>Two</b>\r\n\r\nlines & “quotes”\u202E ';
    const answer = await fetch(`${playground.base}/PLY/${chairs.council}/press`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: playground.origin },
      body: new URLSearchParams({
        press: encodePress({ act: 'form', alliance: 'PLY', form: 'table' }),
        nonce: nonce(),
        'answer.class': 'routine',
        'answer.text': typed,
        'answer.bestForPeople': '',
      }),
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('&lt;b&gt;Two&lt;/b&gt;\n\nlines &amp; “quotes”\u202E </textarea>');
    expect(html).toMatch(/id="field-title-problem">[^<]+</);
    expect(html).toMatch(/id="field-bestForPeople-problem">[^<]+</);
    expect(html).toContain('aria-invalid="true"');
  });

  it('leaves no name, text or token in the log', async () => {
    await table({ ...words, title: 'A secret title', text: 'A secret text' });
    expect(playground.log()).not.toMatch(/secret|Margaret|a-token-for-tests/);
  });
});

describe('the book afterwards', () => {
  it('verifies: whatever was sent above, every entry was earned', async () => {
    await playground.stop();
    const store = openStore(join(playground.folder, 'data/playground.db'), { reading: true });
    try {
      const entries = await store.read('PLY', 0, 100_000);
      const { findings, checked } = audit({ entries, signedHead: await store.signedHead('PLY') });
      expect(findings).toEqual([]);
      expect(checked.proposals).toBeGreaterThan(10);
    } finally {
      await store.close();
    }
  });
});
