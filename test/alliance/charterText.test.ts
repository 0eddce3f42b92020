import { describe, expect, it } from 'vitest';
import { readCharter } from '../../src/alliance/charterText.js';
import { edited, exampleText, lineOf, problemsOf } from './charters.js';

/** A passage of the Plymouth charter, what stands there instead, and the problem that a person is told. */
const mistakes: readonly (readonly [what: string, passage: string, instead: string, path: string, says: string])[] = [
  ['a code in small letters', 'code: PLY', 'code: ply', 'code', 'use 2 to 6 capital letters, not "ply".'],
  [
    'a date that does not exist',
    'planned: 2019-04-01',
    'planned: 2019-04-31',
    'phases.live.planned',
    'must be a date written year-month-day, such as 2019-04-01, not "2019-04-31".',
  ],
  [
    'an unknown time zone',
    'timeZone: Europe/London',
    'timeZone: Europe/Plymouth',
    'calendar.timeZone',
    'must be a time zone by its international name, such as Europe/London, not "Europe/Plymouth".',
  ],
  [
    'an hour that clocks do not show',
    "dayEnds: '17:00'",
    "dayEnds: '25:00'",
    'calendar.dayEnds',
    'must be a time of day between "00:00" and "23:59", such as "09:00", not "25:00".',
  ],
  [
    'an unknown nation',
    'nation: england-and-wales',
    'nation: cornwall',
    'calendar.nation',
    'must be one of: england-and-wales, scotland, northern-ireland, not "cornwall".',
  ],
  [
    'an unknown capacity',
    'name: The Zone, capacity: provider',
    'name: The Zone, capacity: friend',
    'members[6].capacity',
    'must be one of: commissioner, provider, other, not "friend".',
  ],
  [
    'an unknown office',
    'office: facilitator',
    'office: president',
    'officers[1].office',
    'must be one of: allianceManager, chair, deputyChair, secretary, facilitator, convenor, not "president".',
  ],
  [
    'an unknown power',
    'bindRooms: [allianceManager]',
    'fly: [allianceManager]',
    'powers.fly',
    '"fly" is not a setting here. Allowed: table, confirmRecount, changePeople, changeMembers, extendDeadline, bindRooms, runMeetings.',
  ],
  [
    'half a working day',
    'windowWorkingDays: 5',
    'windowWorkingDays: 2.5',
    'classes[0].windowWorkingDays',
    'must be a whole number, not 2.5.',
  ],
  [
    'a window of more than 28 days',
    'windowWorkingDays: 5',
    'windowWorkingDays: 21',
    'classes[0].windowWorkingDays',
    'must be at most 20, not 21.',
  ],
  [
    'text where a list belongs',
    'mailDomains: [harbour.example.org]',
    'mailDomains: harbour.example.org',
    'organisations[4].mailDomains',
    'must be a list, each line beginning with a hyphen, not "harbour.example.org".',
  ],
  [
    'a mail address that is none',
    'email: rowan.ellis@harbour.example.org',
    'email: rowan.ellis',
    'people[9].email',
    'must be a mail address, such as rowan.ellis@harbour.example.org, not "rowan.ellis".',
  ],
  [
    'nothing after a colon',
    'countingLabel: all members',
    'countingLabel:',
    'countingLabel',
    'must be text (put it in quotes if it looks like a number), and nothing stands there.',
  ],
  [
    'a body list that is a word',
    'code: AMT',
    'code: AMT\n    members: some',
    'bodies[1].members',
    'must be the word all, or a list of member ids, not "some".',
  ],
  [
    'a setting that does not exist',
    'countingLabel: all members',
    'countingLabel: all members\nspeed: fast',
    'speed',
    '"speed" is not a setting here. Allowed: name, code, about,',
  ],
];

describe('reading a charter', () => {
  it.each(mistakes)('names path and line of %s, and says what is allowed', (_what, passage, instead, path, says) => {
    const text = edited('plymouth', passage, instead);
    const line = lineOf(text, instead) + (instead.includes('\n') ? 1 : 0);
    const problems = problemsOf(text);
    expect(problems.map((problem) => ({ ...problem, says: problem.says.slice(0, says.length) }))).toEqual([
      { path, line, says },
    ]);
  });

  it('names the line around a setting that is missing, and what it says', () => {
    const text = edited('plymouth', ', name: The Zone, capacity: provider', ', name: The Zone');
    expect(problemsOf(text)).toEqual([
      {
        path: 'members[6].capacity',
        line: lineOf(text, '{ id: zone'),
        says: 'is missing. It says: An organisation that sits twice, as commissioner and as provider, holds two seats. Allowed: commissioner, provider, other.',
      },
    ]);
  });

  it('tells every mistake at once, in the order of the file', () => {
    const text = edited('plymouth', 'code: PLY', 'code: ply').replace('office: facilitator', 'office: president');
    expect(problemsOf(text).map(({ path }) => path)).toEqual(['code', 'officers[1].office']);
  });

  it('finds the line through an alias', () => {
    const text = edited('plymouth', 'bodies:\n', 'bodies: &bodies\n').replace('rooms:\n', 'rooms: *bodies\nx-rooms:\n');
    const lines = problemsOf(text).map(({ path, line }) => [path, line]);
    expect(lines).toContainEqual(['rooms[0].surface', lineOf(text, '- id: leadership')]);
  });
});

describe('a file that is no charter', () => {
  const whole = (text: string): unknown => readCharter(text, 'our.charter.yaml');
  const told = (line: number, says: string): unknown => ({ problems: [{ path: '', line, says }] });

  it('is refused with a sentence when it is empty', () => {
    const says = 'our.charter.yaml is empty. Copy one of the examples to begin with.';
    expect(whole(' \n')).toEqual(told(1, says));
  });

  it.each(['- a\n- b', 'hello', '42', '# only a comment'])('is refused with a sentence when it is %j', (text) => {
    const says = 'our.charter.yaml must be a group of settings such as "name: …" and "code: …", each on its own line.';
    expect(whole(text)).toEqual(told(1, says));
  });

  it('is refused when a key stands twice', () => {
    const text = `${exampleText('plymouth')}\ncode: LWN\n`;
    const says = 'the key "code" stands twice in the same group; keep one of them.';
    expect(problemsOf(text)).toEqual([{ path: 'code', line: text.split('\n').length - 1, says }]);
  });

  it.each([
    ['a tab', 'name: A\nlimits:\n\tnoticeDays: 3', 3, 'a tab is used to indent; use spaces.'],
    [
      'an open quotation mark',
      'name: "A\ncode: B',
      3,
      'a quotation mark or bracket is not closed, or a colon or comma is missing.',
    ],
    [
      'a second document',
      'name: A\n---\nname: B',
      2,
      'a second document begins here; a charter is one document, without a line of three hyphens.',
    ],
    ['an alias to nothing', 'name: *nobody', 1, 'an alias (*) points at nothing above it.'],
  ])('is refused with its line when it has %s', (_what, text, line, says) => {
    expect(problemsOf(text).map((problem) => problem.says)).toContain(says);
    expect(problemsOf(text)[0]?.line).toBeLessThanOrEqual(line);
  });

  it('[F40] is refused by size before it is read', () => {
    const says = 'our.charter.yaml is larger than 1 MB, the most that a charter may have.';
    expect(whole(`name: "${'x'.repeat(1_000_001)}"`)).toEqual(told(1, says));
  });

  it('[F40] is refused when it unfolds into millions of values', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (key, at, keys) =>
        `${key}: &${key} [${Array<string>(9)
          .fill(at === 0 ? 'x' : `*${keys[at - 1]}`)
          .join(',')}]`,
    );
    const says = 'our.charter.yaml repeats itself too often: at most 50 values may come from aliases (* and &).';
    expect(whole(rows.join('\n'))).toEqual(told(1, says));
  });

  it('[F40] is refused when it is nested a hundred thousand deep', () => {
    expect(problemsOf('['.repeat(100_000))[0]).toEqual({ path: '', line: 1, says: 'this is nested too deeply.' });
  });

  it('[F40] is refused when it has tens of thousands of keys, with fifty problems at most', () => {
    const keys = Array.from({ length: 60_000 }, (_, at) => `k${at}: v`);
    expect(problemsOf(keys.join('\n'))).toHaveLength(50);
  });

  it('[F39] does not take "__proto__" for a setting', () => {
    const problems = problemsOf(`__proto__:\n  name: A\n${exampleText('plymouth')}`);
    expect(problems).toMatchObject([{ path: '__proto__', line: 1 }]);
  });
});

describe('text that cannot be kept', () => {
  it.each([
    ['NUL', '"Zone\\0"'],
    ['half a surrogate pair', '"Zone\\uD800"'],
    ['a mark that turns the direction of writing', '"Zone\\u202E"'],
    ['a line separator', '"Zone\\u2028Two"'],
  ])('[F45] is refused in a name: %s', (_what, name) => {
    const problems = problemsOf(edited('plymouth', 'name: The Zone, capacity', `name: ${name}, capacity`));
    expect(problems).toMatchObject([{ path: 'members[6].name' }]);
    expect(problems[0]?.says).toMatch(/^must be one line of ordinary text, without line breaks or invisible control/);
  });

  it.each(['The zone', 'The\\u200B Zone', 'Ｔｈｅ Zone'])(
    '[F45] tells members apart: %j beside "The Zone" is refused',
    (name) => {
      const text = edited('plymouth', 'name: PATH, capacity', `name: "${name}", capacity`);
      expect(problemsOf(text)).toMatchObject([{ path: 'members[7].name', line: lineOf(text, '{ id: path') }]);
    },
  );

  it('is refused when it is too long', () => {
    const problems = problemsOf(edited('plymouth', 'name: Plymouth Alliance', `name: ${'x'.repeat(121)}`));
    expect(problems).toMatchObject([
      { path: 'name', says: `must have at most 120 characters, not "${'x'.repeat(40)}…".` },
    ]);
  });
});
