import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../src/alliance/charter.js';
import { charterSettings, settingsOf } from '../../src/alliance/charter.js';
import { readCharter } from '../../src/alliance/charterText.js';
import type { EventBodies, EventKind } from '../../src/alliance/events.js';
import type { Founding } from '../../src/alliance/founding.js';
import { foundingFacts, saltsNeeded } from '../../src/alliance/founding.js';
import { saltBytes, textRef } from '../../src/alliance/texts.js';
import { edited, exampleCharter, examples } from './charters.js';

const at = '2026-11-02T10:00:00.000Z';
const entropyFor = (charter: CharterDocument): Uint8Array =>
  Uint8Array.from({ length: saltBytes * saltsNeeded(charter) }, (_, byte) => (byte * 7) % 251);
const founded = (charter: CharterDocument, entropy = entropyFor(charter)): Founding =>
  foundingFacts(charter, { practice: true, publicKey: 'MCowBQYDK2VwAyEA', at, entropy });
const charterOf = (text: string): CharterDocument => {
  const read = readCharter(text, 'our.charter.yaml');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.charter;
};
const bodies = <K extends EventKind>(founding: Founding, kind: K): readonly EventBodies[K][] =>
  founding.facts.filter((fact) => fact.kind === kind).map(({ body }) => body as EventBodies[K]);

describe('founding an alliance', () => {
  const plymouth = exampleCharter('plymouth');
  const founding = founded(plymouth);

  it('opens the book with the founding, the charter and the registers, by the operator at one moment', () => {
    expect(founding.facts.slice(0, 3).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['AllianceFounded', 'alliance'],
      ['CharterAdopted', 'alliance'],
      ['MemberJoined', 'member:council'],
    ]);
    expect(new Set(founding.facts.map((fact) => `${fact.by} ${fact.at} ${fact.occurredAt}`))).toEqual(
      new Set([`operator ${at} ${at}`]),
    );
    expect(bodies(founding, 'AllianceFounded')).toEqual([
      { code: 'PLY', name: 'Plymouth Alliance', practice: true, publicKey: 'MCowBQYDK2VwAyEA' },
    ]);
  });

  it('adopts the rules as revision 1, without the registers', () => {
    const [adopted] = bodies(founding, 'CharterAdopted');
    expect(adopted).toEqual({ revision: 1, charter: settingsOf(plymouth) });
    expect(charterSettings.safeParse(adopted?.charter).success).toBe(true);
    expect(Object.keys(adopted?.charter ?? {})).not.toContain('people');
  });

  it('gives each seat its first day at midnight in the alliance’s zone', () => {
    const joined = bodies(founding, 'MemberJoined');
    expect(joined).toHaveLength(9);
    expect(joined[4]).toEqual({
      member: 'harbour',
      organisation: 'harbour',
      name: 'Harbour',
      capacity: 'provider',
      voting: true,
      from: '2019-03-31T23:00:00.000Z', // British Summer Time had begun that morning
    });
    expect(bodies(founding, 'NoticeGiven')).toEqual([]);
  });

  it('counts people and appointments from 1 in the order of the file', () => {
    expect(bodies(founding, 'PersonNamed').map(({ person }) => person)).toEqual(
      plymouth.people.map((_, nth) => `person:${nth + 1}`),
    );
    const appointments = bodies(founding, 'Appointed');
    expect(appointments.map(({ appointment }) => appointment)).toEqual(appointments.map((_, nth) => nth + 1));
    expect(appointments.filter(({ person }) => person === 'person:13')).toMatchObject([
      { member: 'shekinah', as: 'representative' },
      { member: 'hamoaze', as: 'deputy' },
    ]);
    expect(appointments.find(({ member, as }) => member === 'bcha' && as === 'representative')?.limits).toEqual({
      note: 'Commitments of more than a year go to the board first.',
      spendUpTo: 25_000,
      ratifiedBy: 'the BCHA board',
    });
  });

  it('puts officers in office and admits observers', () => {
    expect(bodies(founding, 'OfficeTaken')).toMatchObject([
      { office: 'allianceManager', person: 'person:21', from: '2019-01-07T00:00:00.000Z' },
      { office: 'facilitator', person: 'person:22' },
    ]);
    expect(bodies(founded(exampleCharter('idream')), 'ObserverAdmitted')[0]).toMatchObject({
      role: 'evaluator',
      of: 'University of Brighton',
      from: '2015-03-31T23:00:00.000Z',
    });
  });

  it('ends a last day with its last minute', () => {
    const charter = charterOf(
      edited(
        'plymouth',
        'name: Livewest, capacity: provider',
        'name: Livewest, capacity: provider, to: 2019-09-30',
      ).replace(
        '{ as: deputy, member: zone }',
        '{ as: deputy, member: zone, from: 2020-01-06, to: 2020-01-10, personalTo: kieran-doyle }',
      ),
    );
    expect(bodies(founded(charter), 'NoticeGiven')).toEqual([
      { member: 'livewest', leavesAt: '2019-09-30T22:59:00.000Z' },
    ]);
    expect(bodies(founded(charter), 'Appointed').find(({ personalTo }) => personalTo !== undefined)).toMatchObject({
      from: '2020-01-06T00:00:00.000Z',
      to: '2020-01-10T23:59:00.000Z',
      personalTo: 'person:15',
    });
  });

  it('reads dates in the alliance’s own zone', () => {
    const charter = charterOf(edited('plymouth', 'timeZone: Europe/London', 'timeZone: Pacific/Auckland'));
    expect(bodies(founded(charter), 'MemberJoined')[0]?.from).toBe('2019-03-31T11:00:00.000Z');
  });

  it.each(examples)('%s: names and addresses are not in the book', (name) => {
    const charter = exampleCharter(name);
    const { facts, directory } = founded(charter);
    const book = JSON.stringify(facts);
    for (const person of charter.people) {
      expect(book).not.toContain(person.name);
      if (person.email !== undefined) expect(book).not.toContain(person.email);
    }
    expect(directory).toHaveLength(charter.people.length);
    expect(directory[0]).toEqual({ person: 'person:1', email: charter.people[0]?.email });
  });

  it('commits to each name with a salt of its own', () => {
    const { texts } = founding;
    expect(texts.map(({ text }) => text)).toEqual(plymouth.people.map(({ name }) => name));
    expect(new Set(texts.map(({ salt }) => salt)).size).toBe(texts.length);
    for (const { ref, text, salt } of texts) expect(ref).toBe(textRef(Buffer.from(salt, 'hex'), text));
    expect(bodies(founding, 'PersonNamed').map(({ name }) => name)).toEqual(texts.map(({ ref }) => ref));
  });

  it('fails loudly when it is given too little entropy', () => {
    const short = entropyFor(plymouth).subarray(1);
    expect(() => founded(plymouth, short)).toThrow('entropy for 21 texts was given and one more text was to be sealed');
  });

  it('says the same for the same charter', () => {
    expect(founded(plymouth)).toEqual(founding);
  });
});
