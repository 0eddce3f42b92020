import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { proposed, withClerk, workplace } from './desk.js';

const place = workplace();
const { run } = place;

describe('before there is a record', () => {
  it.each([
    ['alliances', 'There is no record at ./data/roundtable.db. "roundtable found <charter>" begins one.'],
    [
      'verify',
      'There is nothing to verify: no record at ./data/roundtable.db, no practice books at ./data/playground.db.',
    ],
    ['show PLY --practice', 'There are no practice books at ./data/playground.db. "npm start" opens the playground'],
    ['backup copy.db', 'There is no record at ./data/roundtable.db, so there is nothing to back up.'],
  ])('"%s" says so in a sentence and makes no file', async (words, says) => {
    const ran = await run(...words.split(' '));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.startsWith(says)).toBe(true);
    expect(existsSync(join(place.folder, 'data'))).toBe(false);
  });
});

describe('founding', () => {
  it('names every mistake of a charter with file, line and path, and founds nothing', async () => {
    const text = readFileSync(join(place.folder, 'examples/plymouth.charter.yaml'), 'utf8');
    writeFileSync(
      join(place.folder, 'ours.yaml'),
      text.replace('code: PLY', 'code: ply').replace('rule: unanimous', 'rule: majority'),
    );
    const { code, err } = await run('found', 'ours.yaml');
    expect(code).toBe(1);
    expect(err.split('\n').slice(0, 2)).toEqual([
      'Nothing was founded: ours.yaml has 2 problems.',
      'ours.yaml:9  code: use 2 to 6 capital letters, not "ply".',
    ]);
    expect(err).toMatch(/ours\.yaml:\d+ {2}classes\[0\]\.rule: must be one of: unanimous, .*, not "majority"\./);
    expect(existsSync(place.record)).toBe(false);
  });

  it('says that a file is not there', async () => {
    const says = 'There is no file nowhere.yaml. Name a charter, such as examples/plymouth.charter.yaml.\n';
    expect(await run('found', 'nowhere.yaml')).toEqual({ code: 2, out: '', err: says });
  });

  it('only looks when it is asked to check', async () => {
    const says = 'examples/ipsa.charter.yaml is in order: 6 members and 21 people. Nothing was founded.\n';
    expect(await run('found', 'examples/ipsa.charter.yaml', '--check')).toEqual({ code: 0, out: says, err: '' });
    expect(existsSync(place.record)).toBe(false);
  });

  it('begins a record, keeps its key apart, and refuses the same code again', async () => {
    const first = await run('found', 'examples/plymouth.charter.yaml');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^Founded Plymouth Alliance \(PLY\): 9 members and 22 people, 62 entries in its minute book\.\n/,
    );
    expect(first.out).toContain('Keep a copy of it in a safe place');
    expect(existsSync(join(place.folder, 'data/keys/roundtable/PLY.key'))).toBe(true);
    const second = await run('found', 'examples/plymouth.charter.yaml');
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/^Nothing was founded: there is an alliance PLY in this file already\./);
  });

  it('puts practice books into the playground’s file and marks them', async () => {
    const { code, out } = await run('found', 'examples/lwn.charter.yaml', '--practice');
    expect(code).toBe(0);
    expect(out).toMatch(/^PRACTICE\. Nothing here is a real decision\./);
    expect((await run('alliances', '--practice')).out).toBe(
      'LWN  Living Well Network Alliance  52 entries  PRACTICE\n',
    );
  });
});

describe('reading', () => {
  beforeAll(() =>
    withClerk(place.record, async (clerk) => {
      await proposed(clerk, '=1+1 is a title', 9);
      await proposed(clerk, 'Open on Saturdays', 6);
    }),
  );

  it('lists alliances, and says where the practice books are', async () => {
    expect((await run('alliances')).out).toMatch(
      /^PLY {2}Plymouth Alliance {2}\d+ entries\n\nThe practice books of the playground are in \.\/data\/playground\.db: add --practice\.\n$/,
    );
  });

  it('shows how an alliance stands: phase, officers, what is open, the signed head and its witness', async () => {
    const { out } = await run('show', 'PLY');
    expect(out).toMatch(/^Plymouth Alliance \(PLY\)\n/);
    expect(out).toMatch(/Members +9, of which 9 vote \(counted: all members\)/);
    expect(out).toMatch(/Alliance Manager +Naomi Clarke/);
    expect(out).toContain('P-2 · Open on Saturdays\n    6 of 9 agreed, waiting for');
    expect(out).toMatch(/Head +entry \d+, .*, signed by the key of the book/);
    expect(out).toMatch(/Witness +\d+( [a-z]+){12}\n/);
  });

  it('lists the register by seat', async () => {
    const { out } = await run('people', 'PLY');
    expect(out).toContain('Harbour (harbour, provider; since Mon 1 Apr 2019)\n  Rowan Ellis, representative');
    expect(out).toContain('Marcus Bailey, representative, since Mon 1 Apr 2019, up to £25,000');
    expect(out).not.toContain('@');
  });

  it('lists proposals and decisions', async () => {
    const proposals = (await run('proposals', 'PLY')).out;
    expect(proposals).toMatch(
      /^P-2 · Open on Saturdays\n {2}6 of 9 agreed.*\nP-1 · =1\+1 is a title\n {2}Adopted unanimously, 9 of 9\n$/,
    );
    const decisions = (await run('decisions', 'PLY')).out;
    expect(decisions).toMatch(/^PLY-\d{4}-001 {2}.* {2}P-1 {2}=1\+1 is a title · Adopted unanimously, 9 of 9\n$/);
  });

  it('shows one proposal with everything that was said, by whom and for whom, and nothing to press', async () => {
    const { out } = await run('proposal', 'PLY', 'p-1');
    expect(out).toContain('Adopted unanimously, 9 of 9');
    expect(out).toContain('How is this best for people using services?');
    expect(out).toMatch(/\n {2}\d+ {2}.* {2}Rowan Ellis, for Harbour\n/);
    expect(out).not.toContain('[Agree]');
  });

  it('lists what waits for its time', async () => {
    const { out } = await run('due', 'PLY');
    expect(out).toMatch(/^Plymouth Alliance \(PLY\)\n/);
    expect(out).toMatch(/ P-2 {2}deadline\n/);
    expect(out).toMatch(/ P-2 {2}reminder, one working day left/);
  });

  it('prints what would be sent to whom, word for word, and sends nothing', async () => {
    expect((await run('remind', 'PLY', '--dry-run')).out).toBe('Nobody would be sent anything.\n');
    // On the last working day before the deadline half of the time is gone, whenever this test runs.
    const { out } = await run('remind', 'PLY', '--dry-run', '--at', '4 working days');
    expect(out).toMatch(/^To [A-Z].+ \(PLY\), .+ \d\d:\d\d (?:GMT|BST):\n\nP-2 “Open on Saturdays” waits for /);
    expect((await run('remind', 'PLY', '--dry-run', '--at', 'soon')).err).toMatch(
      /^"soon": These words are not understood\./,
    );
    expect((await run('remind', 'PLY')).code).toBe(2);
  });

  it('lists the weekly digest among it, and prints what the next one says so far', async () => {
    expect((await run('due', 'PLY')).out).toMatch(/ {2}weekly digest\n/);
    const { code, out } = await run('digest', 'PLY');
    expect(code).toBe(0);
    expect(out).toMatch(/^Digest of week \d+, \d{4}\n=+\n/);
    expect(out).toContain('- P-2 “Open on Saturdays”: 6 of 9 agreed, waiting for');
    expect(out).toMatch(/- P-1 “=1\+1 is a title”: Adopted unanimously, 9 of 9 · Decision PLY-\d{4}-001\./);
    expect(out).toMatch(
      /Witness of the minute book, which is signed: entry \d+, (?:[a-z]+ ){11}[a-z]+ \([0-9a-f]{32}\)/,
    );
  });

  it('prints the digest of a week that is named', async () => {
    const next = (await run('digest', 'PLY')).out;
    const [, number, year] = /^Digest of week (\d+), (\d{4})\n/.exec(next) ?? [];
    const week = `${year}-W${number?.padStart(2, '0')}`;
    expect(await run('digest', 'PLY', '--week', week)).toMatchObject({ code: 0, out: next });
  });

  it('[F39] prints no digest of what is no week, or of a week before the book began', async () => {
    expect(await run('digest', 'PLY', '--week', 'soon')).toMatchObject({
      code: 2,
      err: '"soon" is no week. Write the year and the week: 2026-W14.\n',
    });
    expect(await run('digest', 'PLY', '--week', '2020-W20')).toMatchObject({
      code: 2,
      err: 'There is no digest in 2020-W20: it has no working day, or the book began later.\n',
    });
  });

  it('prints JSON and nothing else when it is asked to', async () => {
    const reads = [
      'alliances',
      'show PLY',
      'people PLY',
      'proposals PLY',
      'proposal PLY P-1',
      'decisions PLY',
      'due',
      'digest PLY --dry-run',
      'verify',
    ];
    const ran = await Promise.all(reads.map((words) => run(...words.split(' '), '--json')));
    for (const { code, out, err } of ran) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toBeTypeOf('object');
    }
  });

  it.each([
    ['show XYZ', 'There is no alliance "XYZ" in this file. It holds PLY.\n'],
    ['people ../../etc', 'There is no alliance "../../etc" in this file. It holds PLY.\n'],
    ['proposal PLY P-99', 'There is no proposal P-99 here.\n'],
    ['verify XYZ', 'There is no alliance "XYZ" in ./data/roundtable.db or ./data/playground.db.\n'],
    ['show PLY --database nowhere.db', 'There is no record at nowhere.db. "roundtable found <charter>" begins one.\n'],
  ])('[F39] "%s" is one sentence', async (words, says) => {
    expect(await run(...words.split(' '))).toEqual({ code: 2, out: '', err: says });
  });

  it.each(['examples/plymouth.charter.yaml', 'examples'])('"%s" is not taken for a record', async (file) => {
    const { code, err } = await run('show', 'PLY', '--database', file);
    expect(code).toBe(2);
    expect(err).toMatch(/^\S+ is not a (Roundtable database|file)[^\n]*\n$/);
  });
});

describe('what the command line is', () => {
  it('is the operator, says so, and has no command that records a position', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'It has no vote: no command here records a position, a ruling, a recount or a decision.',
    );
    const commands = [...out.matchAll(/^ {2}([a-z]+) .*/gm)].map(([, name]) => name);
    expect(commands).toEqual(
      'found alliances show people proposals proposal decisions minutes agenda due remind digest doctor verify export backup restore schema help'.split(
        ' ',
      ),
    );
  });

  it('teaches with examples in the help of every command', async () => {
    const names = ['found', 'show', 'proposal', 'verify', 'export', 'restore'];
    const helps = await Promise.all(names.map((name) => run(name, '--help')));
    helps.forEach(({ code, out }, at) => {
      expect(code).toBe(0);
      expect(out).toContain(`Examples:\n  $ roundtable ${names[at]}`);
    });
  });

  it('says what is possible when it is asked for something else', async () => {
    const { code, err } = await run('vote', 'PLY');
    expect(code).toBe(2);
    expect(err).toBe("error: unknown command 'vote'\n(add --help for what is possible)\n");
  });

  it('prints the schema that ships', async () => {
    const shipped = readFileSync(join(place.folder, 'examples/charter.schema.json'), 'utf8');
    expect(JSON.parse((await run('schema')).out)).toEqual(JSON.parse(shipped));
  });
});
