import { generateKeyPairSync, sign } from 'node:crypto';
import { charterSettings } from '../../src/alliance/charter.js';
import type { EventBodies, EventKind, Fact } from '../../src/alliance/events.js';
import type { Actor, MemberId, PersonId } from '../../src/alliance/names.js';
import { digestOf } from '../../src/alliance/tabling.js';
import type { Book } from '../../src/ledger/auditor.js';
import type { SealedEntry } from '../../src/ledger/entry.js';
import { emptyHead, seal } from '../../src/ledger/entry.js';
import { headBytes } from '../../src/ledger/signature.js';

/**
 * Books written by hand, a page at a time, so that the auditor can be shown what no rule would write. Three members,
 * each with a representative: the Council (person:1, a commissioner), Harbour (person:2) and PATH (person:3). PATH has
 * a deputy (person:4); person:5 is the Alliance Manager, person:6 an observer.
 */
export interface Page {
  readonly fact: Fact;
  readonly cause: string;
}

export const keys = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** A moment of April 2026; Thursday the 2nd comes before Good Friday. */
export const april = (day: number, time: string): string =>
  `2026-04-${String(day).padStart(2, '0')}T${time.length === 5 ? `${time}:00` : time}.000Z`;

const founded = '2026-03-02T09:00:00.000Z';
export const deadline = april(13, '16:00');

export const page = <K extends EventKind>(
  kind: K,
  body: EventBodies[K],
  {
    by = 'operator',
    at = founded,
    occurredAt = at,
    cause = `${kind} ${at} ${by}`,
    member,
  }: Partial<Circumstances> = {},
): Page => ({
  cause,
  fact: {
    kind,
    body,
    at,
    occurredAt,
    by,
    subject: 'proposal' in body ? body.proposal : 'alliance',
    for: member,
  } as Fact,
});

interface Circumstances {
  readonly by: Actor;
  readonly at: string;
  readonly occurredAt: string;
  readonly cause: string;
  readonly member: MemberId;
}

export const charter = charterSettings.parse({
  name: 'Plymouth Alliance',
  code: 'PLY',
  phases: { live: { actual: '2019-04-01' } },
  organisations: ['council', 'harbour', 'path'].map((id) => ({ id, name: id })),
  bodies: [{ id: 'leadership', name: 'Alliance Leadership Team', code: 'ALT' }],
  classes: [
    { id: 'routine', name: 'Routine', rule: 'unanimous' },
    { id: 'plan', name: 'Plan', rule: 'unanimous', considerationWorkingDays: 2 },
  ],
});

export const nameOf = (person: PersonId) => `text:name of ${person}` as const;

const joined = (member: MemberId, capacity: 'commissioner' | 'provider'): Page =>
  page(
    'MemberJoined',
    { member, organisation: member, name: `The ${member}`, capacity, voting: true, from: '2019-04-01T00:00:00.000Z' },
    { cause: 'founding' },
  );

export const appointed = (
  appointment: number,
  person: PersonId,
  member: MemberId,
  as: 'representative' | 'deputy',
  circumstances: Partial<Circumstances> = { cause: 'founding' },
): Page => page('Appointed', { appointment, person, member, as, from: '2019-04-01T00:00:00.000Z' }, circumstances);

/** The first pages: founded, charter, three seats, six people, four appointments, one office. */
export const founding: readonly Page[] = [
  page(
    'AllianceFounded',
    { code: 'PLY', name: 'Plymouth Alliance', practice: false, publicKey },
    { cause: 'founding' },
  ),
  page('CharterAdopted', { revision: 1, charter }, { cause: 'founding' }),
  joined('council', 'commissioner'),
  joined('harbour', 'provider'),
  joined('path', 'provider'),
  ...([1, 2, 3, 4, 5, 6] as const).map((n) =>
    page('PersonNamed', { person: `person:${n}`, name: nameOf(`person:${n}`) }, { cause: 'founding' }),
  ),
  appointed(1, 'person:1', 'council', 'representative'),
  appointed(2, 'person:2', 'harbour', 'representative'),
  appointed(3, 'person:3', 'path', 'representative'),
  appointed(4, 'person:4', 'path', 'deputy'),
  page('OfficeTaken', { office: 'allianceManager', person: 'person:5', from: founded }, { cause: 'founding' }),
];

const words = (revision: number) =>
  ({ title: 'text:title', text: `text:wording ${revision}`, bestForPeople: 'text:people can walk there' }) as const;

export const digest = (revision = 1): string => {
  const { title, text, bestForPeople } = words(revision);
  return digestOf(title, text, bestForPeople);
};

export const members: readonly MemberId[] = ['council', 'harbour', 'path'];
export const tabledAt = april(2, '09:00');
const tabling = { by: 'person:2', at: tabledAt, cause: 'tabling', member: 'harbour' } as const;

export const tabled = (change: Partial<EventBodies['ProposalTabled']> = {}): Page =>
  page(
    'ProposalTabled',
    {
      proposal: 'P-1',
      class: 'routine',
      proposer: 'person:2',
      proposingFor: 'harbour',
      proposerName: nameOf('person:2'),
      ...words(1),
      opensAt: tabledAt,
      deadline,
      discreet: false,
      ...change,
    },
    tabling,
  );

export const opened = (
  change: Partial<EventBodies['RevisionOpened']> = {},
  circumstances: Partial<Circumstances> = {},
): Page => {
  const revision = change.revision ?? 1;
  return page(
    'RevisionOpened',
    {
      proposal: 'P-1',
      revision,
      ...words(revision),
      digest: digest(revision),
      deadline,
      eligible: members,
      rule: { rule: 'unanimous', charterRevision: 1, class: 'routine', minEligible: 2, needsCommissioner: true },
      ...change,
    },
    { by: 'person:2', at: tabledAt, cause: 'tabling', ...circumstances },
  );
};

const representatives: Readonly<Record<MemberId, PersonId>> = {
  council: 'person:1',
  harbour: 'person:2',
  path: 'person:3',
};

/** A position by the representative, or by whoever is named. */
export const says = (
  member: MemberId,
  at: string,
  change: Partial<EventBodies['PositionRecorded']> = {},
  circumstances: Partial<Circumstances> = {},
): Page => {
  const person = change.person ?? representatives[member] ?? 'person:1';
  return page(
    'PositionRecorded',
    {
      proposal: 'P-1',
      revision: 1,
      edition: 1,
      digest: digest(change.revision),
      member,
      position: 'agree',
      person,
      personName: nameOf(person),
      as: 'representative',
      covering: false,
      ...change,
    },
    { by: person, at, member, ...circumstances },
  );
};

/** Follows the page before it: what `settle` adds to an order. */
export const following = ({ cause, fact }: Page): Partial<Circumstances> => ({ cause, by: fact.by, at: fact.at });

export const adopted = (
  positions: readonly Page[],
  circumstances: Partial<Circumstances>,
  change: Partial<EventBodies['ProposalAdopted']> = {},
): Page =>
  page(
    'ProposalAdopted',
    {
      proposal: 'P-1',
      revision: 1,
      number: 'PLY-2026-001',
      shadow: false,
      digest: digest(change.revision),
      agreed: positions.flatMap(({ fact }) => {
        if (fact.kind !== 'PositionRecorded' || fact.body.position === 'object') return [];
        const { member, person, personName, as, reason, position } = fact.body;
        return [
          { member, name: `The ${member}`, position, person, personName, as, at: fact.at, ...(reason && { reason }) },
        ];
      }),
      tookNoPart: [],
      removedObjections: [],
      ...change,
    },
    circumstances,
  );

/** An honest book: tabled, agreed by three, adopted. */
export const honest = (): readonly Page[] => {
  const positions = [
    says('council', april(2, '10:00')),
    says('harbour', april(2, '11:00')),
    says('path', april(2, '12:00')),
  ];
  return [...founding, tabled(), opened(), ...positions, adopted(positions, following(positions[2]!))];
};

/** Seals pages into a book; pages of one cause that stand together are one order. The head is signed. */
export const bound = (pages: readonly Page[]): Book => {
  const entries: SealedEntry[] = [];
  for (let at = 0; at < pages.length;) {
    const cause = pages[at]!.cause;
    const end = pages.findIndex((each, index) => index > at && each.cause !== cause);
    const group = pages.slice(at, end === -1 ? undefined : end);
    const last = entries.at(-1);
    const head = last === undefined ? emptyHead : { seq: last.seq, hash: last.hash };
    entries.push(
      ...seal(
        'PLY',
        head,
        group.map(({ fact }) => fact),
        { via: 'web', cause },
      ),
    );
    at += group.length;
  }
  return { entries, signedHead: signedHead(entries) };
};

export const signedHead = (entries: readonly SealedEntry[], key = keys.privateKey): Book['signedHead'] => {
  const { alliance, seq, hash, at } = entries.at(-1)!;
  return { alliance, seq, hash, at, signature: sign(null, headBytes(alliance, { seq, hash }), key).toString('base64') };
};
