import type { Alliance } from './alliance.js';
import type { CharterSettings } from './charter.js';
import { actionEvolvers } from './actions/evolveActions.js';
import { accountEvolvers } from './evolveAccounts.js';
import { charterEvolvers } from './evolveCharter.js';
import { deadlineEvolvers } from './evolveDeadlines.js';
import { membershipEvolvers } from './evolveMembership.js';
import { outcomeEvolvers } from './evolveOutcomes.js';
import { proposalEvolvers } from './evolveProposals.js';
import type { EventBodies, EventKind, Fact } from './events.js';
import { meetingEvolvers } from './meetings/evolveMeetings.js';
import { seriesEvolvers } from './meetings/evolveSeries.js';
import { sessionEvolvers } from './meetings/evolveSessions.js';
import { minutesEvolvers } from './minutes/evolveMinutes.js';
import type { AllianceCode } from './names.js';

/**
 * The alliance after these entries. Total: it never throws and reads nothing but its arguments, since a recorded entry
 * is a fact that has nothing to refuse. The alliance given is left as it was; containers are copied once a fold, not
 * once an entry.
 */
export const evolve = (alliance: Alliance, entries: Iterable<Recorded>): Alliance => {
  const draft = draftOf(alliance);
  for (const entry of entries) {
    if (draft.alliance.unreadable !== null) break;
    (evolvers[entry.kind] as Evolver<EventKind>)(draft, entry.body, entry);
  }
  return draft.alliance;
};

/** The alliance at the place where its book could no longer be read (rulings 4.1). */
export const unreadableAt = (
  alliance: Alliance,
  place: { readonly seq: number; readonly kind: string; readonly v: number },
): Alliance => ({ ...alliance, unreadable: place });

/** A fact with its place in the book, as far as a fold needs it. */
export type Recorded = Pick<Fact, 'kind' | 'body' | 'at' | 'occurredAt' | 'by'> & { readonly seq: number };

export type Evolver<K extends EventKind> = (draft: Draft, body: EventBodies[K], entry: Recorded) => void;
export type Evolvers<K extends EventKind> = { readonly [P in K]: Evolver<P> };

/** An alliance under the pen: containers are copied the first time that they are written to. */
export interface Draft {
  alliance: { -readonly [K in keyof Alliance]: Alliance[K] };
  readonly map: <K extends MapName>(name: K) => Map<KeyOf<K>, ValueOf<K>>;
  readonly set: <K extends SetName>(name: K) => Set<MemberOf<K>>;
}

type MapName =
  'charters' | 'members' | 'people' | 'proposals' | 'decisions' | 'numbers' | 'meetings' | 'series' | 'actions';
type SetName =
  'live' | 'held' | 'charterDecisions' | 'liveMeetings' | 'liveSeries' | 'openActions' | 'minutesDecisions';
type KeyOf<K extends MapName> = Alliance[K] extends ReadonlyMap<infer P, infer _V> ? P : never;
type ValueOf<K extends MapName> = Alliance[K] extends ReadonlyMap<infer _P, infer V> ? V : never;
type MemberOf<K extends SetName> = Alliance[K] extends ReadonlySet<infer M> ? M : never;

const draftOf = (alliance: Alliance): Draft => {
  const copy = { ...alliance } as unknown as Record<string, unknown>;
  const owned = new Set<string>();
  const own = (name: string, copied: (present: never) => unknown): unknown => {
    if (!owned.has(name)) {
      copy[name] = copied(copy[name] as never);
      owned.add(name);
    }
    return copy[name];
  };
  return {
    alliance: copy as unknown as Draft['alliance'],
    map: (name) => own(name, (present) => new Map(present)) as never,
    set: (name) => own(name, (present) => new Set(present)) as never,
  };
};

const evolvers: Evolvers<EventKind> = {
  ...charterEvolvers,
  ...membershipEvolvers,
  ...accountEvolvers,
  ...proposalEvolvers,
  ...deadlineEvolvers,
  ...outcomeEvolvers,
  ...meetingEvolvers,
  ...seriesEvolvers,
  ...sessionEvolvers,
  ...minutesEvolvers,
  ...actionEvolvers,
};

/** An alliance before its first entry. */
export const unfounded = (code: AllianceCode): Alliance => ({
  code,
  name: '',
  practice: false,
  publicKey: '',
  foundingKey: '',
  founded: null,
  charter: noCharter,
  charterRevision: 0,
  charters: new Map(),
  members: new Map(),
  people: new Map(),
  appointments: [],
  officers: [],
  observers: [],
  absences: [],
  rooms: [],
  links: [],
  proposals: new Map(),
  live: new Set(),
  held: new Set(),
  decisions: new Map(),
  numbers: new Map(),
  meetings: new Map(),
  liveMeetings: new Set(),
  series: new Map(),
  liveSeries: new Set(),
  actions: new Map(),
  openActions: new Set(),
  minutesDecisions: new Set(),
  charterDecisions: new Set(),
  unreadable: null,
});

/** Stands where no charter was adopted yet; nothing can be decided under it. */
const noCharter = { name: '', code: '' } as unknown as CharterSettings;
