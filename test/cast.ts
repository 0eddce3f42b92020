import { randomBytes } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { openKeyring } from '../db/keyring.js';
import { openStore } from '../db/store.js';
import type { CharterDocument } from '../src/alliance/charter.js';
import type { EventBodies, EventKind } from '../src/alliance/events.js';
import type { Alliance, Proposal } from '../src/alliance/alliance.js';
import { given } from '../src/alliance/given.js';
import { plusMs } from '../src/alliance/instant.js';
import type { Instant } from '../src/alliance/instant.js';
import type { Actor, MemberId, Office, PersonId, ProposalId } from '../src/alliance/names.js';
import { holdersOf } from '../src/alliance/speaking.js';
import { announcement, whispers } from '../src/cards/announcements.js';
import { proposalCard } from '../src/cards/proposalCard.js';
import type { View } from '../src/cards/view.js';
import { textRefsIn } from '../src/cards/view.js';
import { openClerk } from '../src/clerk/clerk.js';
import type { Order } from '../src/clerk/orders.js';
import type { Ledger } from '../src/clerk/ports.js';
import { audit } from '../src/ledger/auditor.js';
import type { Law } from '../src/ledger/auditor.js';
import type { Entry } from '../src/ledger/entry.js';
import { exampleCharter } from './alliance/charters.js';
import type { Example } from './alliance/charters.js';
import type { Act } from './cast/acts.js';
import { agree, propose } from './cast/acts.js';
import { handClock, momentIn } from './cast/clocks.js';
import { paragraphs, seen, told } from './cast/replies.js';
import type { Seen, Told } from './cast/replies.js';

export * from './cast/acts.js';
export type { Seen, Told } from './cast/replies.js';

/**
 * An alliance of the examples, founded for one test: its charter, the real clerk, the real store in memory, and clocks
 * that the test moves. When the test has finished the auditor must have nothing to say about the book.
 */
export const alliance = async (
  example: Example,
  {
    from = '2026-04-01 09:00',
    charter: change = (charter) => charter,
    ledger: through = (ledger) => ledger,
    beats = false,
    file = ':memory:',
  }: Setting = {},
): Promise<Scene> => {
  const charter = change(exampleCharter(example));
  const { code, calendar } = charter;
  const opening = momentIn(calendar, from);
  const clock = handClock(plusMs(opening, -60_000));
  const store = openStore(file);
  const faults: unknown[] = [];
  const keyring = openKeyring({ folder: null });
  const ports = {
    ledger: through(store),
    keyring,
    directory: store,
    feeds: store,
    clock,
    randomness: { bytes: (count: number) => randomBytes(count) },
    ...(beats ? { heartbeats: store } : {}),
    report: (fault: unknown) => void faults.push(fault),
  };
  let clerk = openClerk(ports);
  const founded = await clerk.found(charter, { practice: false, via: 'cli' });
  expect(founded.kind).toBe('done');
  clock.runTo(opening);
  const expected: Law[] = [];
  let readTo = (await clerk.head(code)).seq;
  let causes = 0;

  onTestFinished(async () => {
    await clerk.close();
    const entries = await store.read(code, 0, 100_000);
    const { findings } = audit({ entries, signedHead: await store.signedHead(code) });
    await store.close();
    expect(findings.filter(({ law }) => !expected.includes(law))).toEqual([]);
  });

  const view = async (): Promise<View> => {
    const alliance = (await clerk.view(code))!;
    const known = await clerk.texts(code, [...textRefsIn([alliance, await clerk.entries(code, 0, 100_000)])]);
    return { alliance, text: (ref) => known.get(ref) ?? null, now: clerk.now() };
  };
  const personCalled = async (name: string): Promise<PersonId> => {
    const { alliance: now, text } = await view();
    const found = [...now.people.values()].find((person) => text(person.name) === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found.id;
  };
  const memberCalled = async (name: string): Promise<MemberId> => {
    const found = [...(await clerk.view(code))!.members.values()].find((member) =>
      [member.name, member.id].includes(name),
    );
    if (found === undefined) throw new Error(`no member is called ${name}`);
    return found.id;
  };
  const send = async (by: Actor, act: Act, member: MemberId | undefined, how: How): Promise<Told> => {
    const command = act((await clerk.view(code))!, member);
    causes += 1;
    const cause = how.cause ?? `act-${causes}`;
    const occurredAt = how.clickedAt === undefined ? undefined : momentIn(calendar, how.clickedAt);
    const reply = await clerk.serve({
      alliance: code,
      command,
      by,
      cause,
      via: how.via ?? 'web',
      occurredAt,
      ...given('paper', how.paper),
    });
    return told(await view(), by, command, reply);
  };
  const news = async (): Promise<readonly Entry[]> => {
    const entries = await clerk.entries(code, readTo, 100_000);
    readTo = entries.at(-1)?.seq ?? readTo;
    return entries;
  };
  const speaking =
    (as: 'representative' | 'deputy') =>
    async (name: string, nth = 0): Promise<Speaker> => {
      const member = await memberCalled(name);
      const appointed = (await clerk.view(code))!.appointments.filter(
        (each) => each.member === member && each.as === as && (each.to === null || each.to > clerk.now()),
      );
      const person = appointed[nth]?.person;
      if (person === undefined) throw new Error(`${name} has no ${as} ${nth + 1}`);
      return { person, member };
    };
  const representativeOf = speaking('representative');

  return {
    charter,
    store,
    keyring,
    clock,
    faults,
    clerk: () => clerk,
    at: (said) => clock.runTo(momentIn(calendar, said)),
    until: async (said) => {
      clock.runTo(momentIn(calendar, said));
      await clerk.tick();
    },
    moment: (said) => momentIn(calendar, said),
    restarts: async () => {
      await clerk.close();
      clerk = openClerk(ports);
    },
    view,
    now: async () => (await clerk.view(code))!,
    proposal: async (id) => (await clerk.view(code))!.proposals.get(id)!,
    person: personCalled,
    member: memberCalled,
    representativeOf,
    deputyOf: speaking('deputy'),
    officer: async (office) => ({ person: holdersOf((await clerk.view(code))!, office, clerk.now())[0]! }),
    says: async (name, act, how = {}) => {
      const { person, member } = await representativeOf(name);
      return send(person, act, member, how);
    },
    does: async (who, act, how = {}) =>
      typeof who === 'string'
        ? send(await personCalled(who), act, undefined, how)
        : send(who.person, act, who.member, how),
    allSay: async (act, { but = [] } = {}) => {
      const current = (await clerk.view(code))!;
      const names = [...current.members.values()].filter(
        ({ name, voting, leftAt }) => voting && leftAt === null && !but.includes(name),
      );
      const answers: Told[] = [];
      for (const { name, id } of names) {
        const { person } = await representativeOf(name);
        answers.push(await send(person, act, id, {}));
      }
      return answers;
    },
    tables: async (who, title, more = {}) => {
      const speaker = typeof who === 'string' ? await representativeOf(who) : who;
      const answer = await send(speaker.person, propose(title, more), speaker.member, {});
      expect(answer.why).toBeNull();
      return answer;
    },
    news,
    newKinds: async () => (await news()).map(({ kind }) => kind),
    book: () => clerk.entries(code, 0, 100_000),
    card: async (id) => seen(proposalCard(await view(), id)),
    announced: async (entries) => {
      const drawn = await view();
      return entries.flatMap((entry) => {
        const said = announcement(drawn, entry);
        return said === null ? [] : [paragraphs(said.card)];
      });
    },
    whispered: async (entries) => {
      const drawn = await view();
      return entries.flatMap((entry) =>
        whispers(drawn, entry).map(({ person, card }) => ({
          to: drawn.text(drawn.alliance.people.get(person)!.name) ?? '',
          reads: paragraphs(card),
        })),
      );
    },
    auditorMaySay: (...laws) => void expected.push(...laws),
  };
};

/** What is asked of everybody: the sentence `await everybodyAgrees(plymouth, 'P-1', { but: ['Harbour'] })`. */
export const everybodyAgrees = (scene: Scene, proposal: ProposalId, among: { but?: readonly string[] } = {}) =>
  scene.allSay(agree(proposal), among);

/** The body of the only entry of a kind among these. */
export const the = <K extends EventKind>(kind: K, entries: readonly Entry[]): EventBodies[K] => {
  const found = entries.filter((entry) => entry.kind === kind);
  expect(found.map((entry) => entry.kind)).toEqual([kind]);
  return found[0]!.body as EventBodies[K];
};

interface Setting {
  /** When the story begins, by its own clock; it was founded a minute before. */
  readonly from?: string;
  /** A small variation of the example. */
  readonly charter?: (charter: CharterDocument) => CharterDocument;
  /** A port to look through, or to break. */
  readonly ledger?: (ledger: Ledger) => Ledger;
  /** Where the record is kept; in memory where nothing is said. */
  readonly file?: string;
  /** Whether heartbeats are kept, so that downtime counts. */
  readonly beats?: boolean;
}

/** Somebody, for a member where they speak for one. */
export interface Speaker {
  readonly person: PersonId;
  readonly member?: MemberId;
}

export interface How {
  /** The same cause again is the same act again. */
  readonly cause?: string;
  /** The platform's own time. */
  readonly clickedAt?: string;
  readonly via?: Order['via'];
  /** The bytes of a paper. */
  readonly paper?: Uint8Array;
}

export interface Scene {
  readonly charter: CharterDocument;
  readonly store: ReturnType<typeof openStore>;
  readonly keyring: ReturnType<typeof openKeyring>;
  readonly clock: ReturnType<typeof handClock>;
  /** What was reported as a fault of the machine. */
  readonly faults: readonly unknown[];
  clerk(): ReturnType<typeof openClerk>;
  /** It is now this moment on the alliance's clock: "2026-04-02 10:00". */
  at(said: string): void;
  /** The same, and the clerk's minute comes. */
  until(said: string): Promise<void>;
  moment(said: string): Instant;
  /** The server stops and starts again on the same book. */
  restarts(): Promise<void>;
  view(): Promise<View>;
  now(): Promise<Alliance>;
  proposal(id: ProposalId): Promise<Proposal>;
  person(name: string): Promise<PersonId>;
  member(name: string): Promise<MemberId>;
  representativeOf(member: string): Promise<Speaker>;
  deputyOf(member: string, nth?: number): Promise<Speaker>;
  officer(office: Office): Promise<Speaker>;
  /** The member's representative does this, for the member. */
  says(member: string, act: Act, how?: How): Promise<Told>;
  /** A speaker does this for their member; a person called by name, for whomever the rules find. */
  does(who: string | Speaker, act: Act, how?: How): Promise<Told>;
  /** Every voting member in office, one after another, by its representative. */
  allSay(act: Act, among?: { readonly but?: readonly string[] }): Promise<readonly Told[]>;
  /** A member's representative, or somebody, tables a routine proposal. */
  tables(who: string | Speaker, title: string, more?: Parameters<typeof propose>[1]): Promise<Told>;
  /** Entries since this was last asked. */
  news(): Promise<readonly Entry[]>;
  newKinds(): Promise<readonly EventKind[]>;
  book(): Promise<readonly Entry[]>;
  card(id: ProposalId): Promise<Seen>;
  /** What the room is told once about these entries. */
  announced(entries: readonly Entry[]): Promise<readonly (readonly string[])[]>;
  /** What single people are told about these entries. */
  whispered(entries: readonly Entry[]): Promise<readonly { readonly to: string; readonly reads: readonly string[] }[]>;
  /** A book that was damaged on purpose breaks these laws. */
  auditorMaySay(...laws: Law[]): void;
}
