import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { powers } from '../../src/alliance/charter.js';
import { charterSchema } from '../../src/alliance/charterSchema.js';
import { readCharter } from '../../src/alliance/charterText.js';
import { exampleCharter, examples, exampleText } from './charters.js';

describe('the five charters that ship', () => {
  it.each(examples)('%s is valid and warns of nothing', (name) => {
    expect(readCharter(exampleText(name), name)).toMatchObject({ warnings: [] });
  });

  it.each(examples)('%s points editors at the schema in its first line', (name) => {
    expect(exampleText(name).split('\n')[0]).toBe('# yaml-language-server: $schema=./charter.schema.json');
  });

  it.each(examples)('%s gives every power to an office that somebody holds', (name) => {
    const { powers: given, officers } = exampleCharter(name);
    const held = new Set(officers.map(({ office }) => office));
    expect(powers.filter((power) => !given[power]?.some((office) => held.has(office)))).toEqual([]);
  });

  it.each(examples)('%s has only addresses that nobody can own', (name) => {
    const { people, organisations } = exampleCharter(name);
    const domains = [
      ...people.flatMap(({ email }) => email?.split('@')[1] ?? []),
      ...organisations.flatMap(({ mailDomains }) => mailDomains),
    ];
    expect(domains.filter((domain) => !domain.endsWith('.example.org'))).toEqual([]);
  });

  it('have codes of their own', () => {
    expect(examples.map((name) => exampleCharter(name).code)).toEqual(['IDR', 'IPS', 'LWN', 'PLY', 'YPP']);
  });

  it('are described for editors by the schema beside them', () => {
    const file = new URL('../../examples/charter.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(charterSchema())));
  });

  it('leave no field of the schema without a way to fill it in: names, lists and choices are bounded', () => {
    const unbounded = (field: unknown, path: string): readonly string[] => {
      if (typeof field !== 'object' || field === null) return [];
      const { type, maxItems, maxLength, pattern, format } = field as Record<string, unknown>;
      const isEnum = 'enum' in field || 'const' in field;
      const open =
        (type === 'array' && maxItems === undefined) ||
        (type === 'string' && !isEnum && maxLength === undefined && pattern === undefined && format === undefined);
      return [
        ...(open ? [path] : []),
        ...Object.entries(field).flatMap(([key, value]) => unbounded(value, `${path}/${key}`)),
      ];
    };
    expect(unbounded(charterSchema(), '')).toEqual([]);
  });
});

describe('what is known of the seed alliances stands in their charters', () => {
  const seats = (name: (typeof examples)[number]) =>
    exampleCharter(name).members.map(({ organisation, capacity }) => `${organisation} as ${capacity}`);
  const speakers = (name: (typeof examples)[number], member: string, as: string) =>
    exampleCharter(name)
      .people.filter(({ appointments }) => appointments.some((one) => one.member === member && one.as === as))
      .map(({ id }) => id);

  it('iDream: six providers and the Council, a convenor and no Alliance Manager, twelve months', () => {
    const { members, officers, phases, observers } = exampleCharter('idream');
    expect(members).toHaveLength(7);
    expect(members.filter(({ capacity }) => capacity === 'provider')).toHaveLength(6);
    expect(officers.map(({ office }) => office)).toEqual(['convenor']);
    expect(phases).toMatchObject({ live: { actual: '2015-04-01' }, ends: { planned: '2016-03-31' } });
    expect(observers).toContainEqual({ person: 'fiona-marsh', role: 'evaluator', of: 'University of Brighton' });
  });

  it('IPSA: Lambeth Council sits twice, the budget is pooled, a shadow phase and an option of a year', () => {
    const { money, phases, term, officers } = exampleCharter('ipsa');
    expect(seats('ipsa').filter((seat) => seat.startsWith('lambeth-council'))).toEqual([
      'lambeth-council as commissioner',
      'lambeth-council as provider',
    ]);
    expect(money?.pooled).toBe(true);
    expect(phases.shadowFrom).toBe('2014-08-01');
    expect(term).toMatchObject({ months: 24, longest: 36 });
    expect(officers.map(({ office }) => office)).toContain('facilitator');
  });

  it('LWN: planned for April and live in July 2018, £62m to £65m, advocacy outside, network providers consulted', () => {
    const { phases, money, scope, network, papers } = exampleCharter('lwn');
    expect(phases.live).toEqual({ planned: '2018-04-01', actual: '2018-07-01' });
    expect(money?.years).toEqual([{ year: '2018/19', least: 62_000_000, most: 65_000_000 }]);
    expect(scope?.outside.map(({ what, mayJoin }) => [what, mayJoin])[0]).toEqual(['Advocacy', false]);
    expect(network).toMatchObject({ consultedOn: ['network'], workingDays: 10 });
    expect(papers.filter((paper) => paper.class === 'plan')).toHaveLength(4);
  });

  it('[PL-5] Plymouth: one person is representative of Shekinah and deputy of Hamoaze', () => {
    expect(exampleCharter('plymouth').members).toHaveLength(9);
    expect(speakers('plymouth', 'shekinah', 'representative')).toEqual(speakers('plymouth', 'hamoaze', 'deputy'));
  });

  it('Plymouth: BCHA has a representative and a senior sponsor and no deputy', () => {
    expect(speakers('plymouth', 'bcha', 'representative')).toHaveLength(1);
    expect(speakers('plymouth', 'bcha', 'seniorSponsor')).toHaveLength(1);
    expect(speakers('plymouth', 'bcha', 'deputy')).toEqual([]);
  });

  it('the pilot: only providers sign, £96,000, five priorities, a review in month nine', () => {
    const { members, money, priorities, pilot, reserved } = exampleCharter('young-people-pilot');
    expect(members.every(({ capacity }) => capacity === 'provider')).toBe(true);
    expect(money?.envelopes).toMatchObject([{ amount: 96_000 }]);
    expect(priorities).toHaveLength(5);
    expect(pilot).toMatchObject({ reviewFrom: '2015-01-01', decideBy: '2015-03-31' });
    expect(reserved.every(({ holders }) => holders.includes('lambeth-council'))).toBe(true);
  });

  it.each(examples)('%s: somebody speaks for every member and somebody may appoint', (name) => {
    for (const { id } of exampleCharter(name).members) {
      expect(speakers(name, id, 'representative')).toHaveLength(1);
      expect(speakers(name, id, 'nominatingOfficer')).toHaveLength(1);
    }
  });
});
