import { describe, expect, it } from 'vitest';
import { readCharter } from '../../src/alliance/charterText.js';
import type { Mistake } from './charters.js';
import { edited, exampleText, problemsOf, refused } from './charters.js';

const backwards: readonly Mistake[] = [
  [
    'member',
    'plymouth',
    'name: PATH, capacity: provider',
    'name: PATH, capacity: provider, to: 2019-03-31',
    'members[7].to',
    'the last day, 2019-03-31, is before the first, 2019-04-01.',
  ],
  [
    'appointment',
    'plymouth',
    '{ as: deputy, member: zone }',
    '{ as: deputy, member: zone, from: 2020-05-02, to: 2020-05-01 }',
    'people[15].appointments[0].to',
    'the last day, 2020-05-01, is before the first, 2020-05-02.',
  ],
  [
    'office',
    'plymouth',
    'person: naomi-clarke, from: 2019-01-07',
    'person: naomi-clarke, from: 2019-01-07, to: 2019-01-06',
    'officers[0].to',
    'the last day, 2019-01-06, is before the first, 2019-01-07.',
  ],
  [
    'term',
    'plymouth',
    'planned: 2024-03-31',
    'planned: 2018-03-31',
    'phases.ends',
    'must not be before going live on 2019-04-01.',
  ],
  [
    'shadow phase',
    'ipsa',
    'shadowFrom: 2014-08-01',
    'shadowFrom: 2015-08-01',
    'phases.shadowFrom',
    'must not be after going live on 2015-04-01.',
  ],
  [
    'working day',
    'plymouth',
    "dayEnds: '17:00'",
    "dayEnds: '08:00'",
    'calendar.dayEnds',
    'must be later than dayStarts, 09:00.',
  ],
  [
    'review',
    'young-people-pilot',
    'reviewFrom: 2015-01-01',
    'reviewFrom: 2015-06-01',
    'pilot.decideBy',
    'must not be before reviewFrom, 2015-06-01.',
  ],
  ['sum', 'lwn', 'most: 65000000', 'most: 6500', 'money.years[0].most', 'must not be less than 62000000, the least.'],
  [
    'window',
    'plymouth',
    'windowWorkingDays: 5',
    'windowWorkingDays: 5\n    minimumWorkingDays: 6',
    'classes[0].minimumWorkingDays',
    'must not be more than windowWorkingDays, which is 5.',
  ],
  [
    'consideration',
    'plymouth',
    'considerationWorkingDays: 2',
    'considerationWorkingDays: 11',
    'classes[1].considerationWorkingDays',
    'must not be more than windowWorkingDays',
  ],
];

const cannotWork: readonly Mistake[] = [
  [
    'a power given to an office that nobody holds',
    'plymouth',
    'confirmRecount: [allianceManager]',
    'confirmRecount: [chair, secretary]',
    'powers.confirmRecount',
    'nobody holds the power to confirm a recount (confirmRecount): it is given to chair, secretary, and nobody is in that office.',
  ],
  [
    'more eligible members than vote',
    'plymouth',
    'windowWorkingDays: 5',
    'windowWorkingDays: 5\n    minEligible: 10',
    'classes[0].minEligible',
    'nobody can pass "routine": it asks for 10 eligible members and only 9 vote.',
  ],
  [
    'an envelope where there is none',
    'plymouth',
    'needs: [signature]',
    'needs: [envelope]',
    'classes[3].needs',
    'nobody can pass "agreement": it needs an envelope',
  ],
  [
    'holders of reserved matters where none are listed',
    'idream',
    /\nreserved:\n.*\n.*\n/,
    '\nreserved: []\n',
    'classes[4].rule',
    'nobody can pass "reserved": it is decided by the holders of reserved matters',
  ],
  [
    'a leadership team without everybody',
    'plymouth',
    'code: ALT',
    'code: ALT\n    members: [harbour, path]',
    'bodies[0].members',
    'the first body is the leadership team, in which every member has a voice',
  ],
  [
    'two representatives at one time',
    'plymouth',
    '{ as: deputy, member: zone }',
    '{ as: representative, member: zone }',
    'people[15].appointments[0]',
    'zone already has Kieran Doyle as representative at that time. A seat has one; appoint the other as deputy.',
  ],
  [
    'a deputy of somebody who represents another',
    'plymouth',
    '{ as: deputy, member: zone }',
    '{ as: deputy, member: zone, personalTo: rowan-ellis }',
    'people[15].appointments[0].personalTo',
    'Rowan Ellis is not a representative of zone',
  ],
  [
    'a representative of one person only',
    'plymouth',
    '{ as: representative, member: zone }',
    '{ as: representative, member: zone, personalTo: rowan-ellis }',
    'people[14].appointments[0].personalTo',
    'only a deputy can be appointed for one representative only.',
  ],
  [
    'an appointment before the member joins',
    'ipsa',
    '{ as: deputy, member: charity-a }',
    '{ as: deputy, member: charity-a, from: 2014-01-01, to: 2014-02-01 }',
    'people[13].appointments[0].from',
    'Charity A is not a member at any time of this appointment.',
  ],
];

describe('a well-formed charter that makes no sense is refused with its reason', () => {
  it.each(backwards)('figures and dates that run backwards: %s', refused);
  it.each(cannotWork)('what could never work: %s', refused);

  it('a power that nobody holds because there are no officers at all', () => {
    const text = edited('plymouth', /\nofficers:\n.*\n.*\n/, '\n').replace(/\npowers:\n(?: {2}.*\n)+/, '\n');
    expect(problemsOf(text).map(({ says }) => says)).toContain(
      'nobody holds the power to table proposals for the alliance (table): there is no Alliance Manager, chair or convenor. Put somebody in the office, or give the power to an office that is held.',
    );
    expect(problemsOf(text)).toHaveLength(7);
  });

  it('a class that nobody can pass because only one member votes', () => {
    const text = exampleText('young-people-pilot').replace(
      /(id: provider-[b-f],.*capacity: provider)/g,
      '$1, voting: false',
    );
    expect(problemsOf(text).map(({ says }) => says)).toContain(
      'nobody can pass "routine": deciding together needs two voting members at least, and there is one.',
    );
  });

  it('a class that needs a commissioner where there is none, inside or outside', () => {
    const text = exampleText('young-people-pilot').replace(/holders: \[lambeth-council\]/g, 'holders: [provider-a]');
    expect(problemsOf(text)).toMatchObject([
      { path: 'classes[2].needs', says: expect.stringContaining('it needs the consent of a commissioner') as string },
    ]);
  });
});

describe('options that would break a law of the trade are refused by name', () => {
  it.each([
    ['lateVotes', 'the deadline has no effect; the proposal can be tabled again (rule B21)'],
    ['late_ok', 'rule B21'],
    ['inactiveMembers', 'silence would dilute unanimity (law 2, rule B11)'],
    ['autoAgree', 'tabling is not a vote'],
    ['vote_unit', 'the voter is the member'],
    ['votePerOrganisation', 'the voter is the member'],
    ['sealedVotes', 'openness is the point'],
    ['silenceIsAgreement', 'silence is never agreement'],
    ['castingVote', 'it would defeat unanimity (rule B14)'],
    ['majority', 'not by a share of them'],
  ])('%s', (key, because) => {
    const text = edited('plymouth', '\nlimits:\n', `\nlimits:\n  ${key}: true\n`);
    const problems = problemsOf(text);
    expect(problems).toMatchObject([{ path: `limits.${key}`, line: text.split('\n').indexOf(`  ${key}: true`) + 1 }]);
    expect(problems[0]?.says).toContain(`${key} is not offered: `);
    expect(problems[0]?.says).toContain(because);
  });

  it('one vote a member, whatever its size', () => {
    const problems = problemsOf(edited('plymouth', 'name: PATH, capacity', 'name: PATH, votes: 2, capacity'));
    expect(problems).toMatchObject([
      { path: 'members[7].votes', says: expect.stringContaining('every member has one vote') as string },
    ]);
  });
});

describe('a charter that deserves a second look is founded with a warning', () => {
  const warningsOf = (text: string): unknown => {
    const read = readCharter(text, 'our.charter.yaml');
    return 'warnings' in read ? read.warnings : read.problems;
  };

  it('a member that nobody can speak for', () => {
    const text = exampleText('plymouth').replace(
      /(as: )(?:representative|deputy)(, member: zone)/g,
      '$1seniorSponsor$2',
    );
    expect(warningsOf(text)).toMatchObject([
      { path: 'members[6]', says: expect.stringMatching(/^nobody can speak for The Zone yet/) as string },
    ]);
  });

  it('a person whose mail is not from where the organisation’s accounts are', () => {
    const text = edited('plymouth', 'rowan.ellis@harbour.example.org', 'rowan.ellis@elsewhere.example.org');
    expect(warningsOf(text)).toMatchObject([{ path: 'people[9].email' }]);
  });
});
