/** What the stand-in knows of Teams: tenants, the people in them, our registrations, and what every conversation shows. */
export interface World {
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly apps: ReadonlyMap<string, App>;
  readonly conversations: Map<string, Conversation>;
}

/** An Entra tenant. Tests change what may change: who is a guest, whose account lives. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly people: Map<string, Person>;
}

export interface Person {
  /** Entra object id: "aad-margaret-okafor". */
  readonly object: string;
  /** "29:aad-margaret-okafor" */
  readonly id: string;
  readonly tenant: string;
  name: string;
  upn: string;
  email: string | null;
  role: 'user' | 'guest' | 'anonymous';
  /** Nobody can write to them: they blocked the bot, or never had it. */
  blocked: boolean;
  deleted: boolean;
}

/** A registration of ours: an app id with a secret, at home in one tenant. */
export interface App {
  readonly id: string;
  readonly tenant: string;
  readonly secret: string;
  /** Disabled by the tenant's administrator. */
  disabled: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  readonly tenant: string;
  readonly name: string;
  /** Of a channel. */
  readonly team: string | null;
  readonly members: Set<string>;
  /** The registrations that are in it. */
  readonly apps: Set<string>;
  gone: boolean;
  readonly shown: Shown[];
}

/** A message as everybody in a conversation sees it. */
export interface Shown {
  readonly id: string;
  readonly conversation: string;
  readonly app: string;
  text: string;
  summary: string;
  /** The Adaptive Card; null where there is none. */
  card: Card | null;
  /** Pictures and other attachments. */
  attachments: readonly Attachment[];
  entities: readonly Entity[];
  edits: number;
  deleted: boolean;
  readonly atMs: number;
}

export type Card = Readonly<Record<string, unknown>>;

export interface Attachment {
  readonly contentType: string;
  readonly contentUrl?: string | undefined;
  readonly name?: string | undefined;
  readonly content?: unknown;
}

export type Entity = Readonly<Record<string, unknown>> & { readonly type: string };

/** A tenant as a test writes it down. */
export interface TenantSpec {
  readonly id: string;
  readonly name: string;
  readonly people: readonly (Pick<Person, 'object' | 'name'> &
    Partial<Omit<Person, 'object' | 'name' | 'tenant' | 'id'>>)[];
  readonly apps?: readonly Pick<App, 'id'>[];
  readonly conversations?: readonly ConversationSpec[];
}

export interface ConversationSpec {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'channel' | 'groupChat';
  readonly team?: string;
  /** Whether our registrations of this tenant are in it; they are unless this says otherwise. */
  readonly bot?: boolean;
  /** People of other tenants in it, by Entra object id. */
  readonly guests?: readonly string[];
}

export const worldOf = (specs: readonly TenantSpec[]): World => ({
  tenants: new Map(specs.map((spec) => [spec.id, tenantOf(spec)])),
  apps: new Map(specs.flatMap(({ id: tenant, apps = [] }) => apps.map(({ id }) => [id, appOf(id, tenant)]))),
  conversations: new Map(specs.flatMap((spec) => conversationsOf(spec).map((each) => [each.id, each]))),
});

/** Somebody, wherever they are at home; by Entra object id or by the id that the bot knows. */
export const personIn = ({ tenants }: Pick<World, 'tenants'>, id: string): Person | null => {
  const object = id.replace(/^29:/u, '');
  for (const { people } of tenants.values()) {
    const found = people.get(object);
    if (found !== undefined) return found;
  }
  return null;
};

/** A conversation by its id, also where the id names one message of it ("19:…;messageid=1"). */
export const conversationIn = ({ conversations }: World, id: string): Conversation | null =>
  conversations.get(id.replace(/;messageid=\d+$/u, '')) ?? null;

const tenantOf = ({ id, name, people }: TenantSpec): Tenant => ({
  id,
  name,
  people: new Map(people.map((person) => [person.object, personOf(id, person)])),
});

const personOf = (tenant: string, given: TenantSpec['people'][number]): Person => ({
  upn: `${given.object}@${tenant}.example.org`,
  email: null,
  role: 'user',
  blocked: false,
  deleted: false,
  ...given,
  id: `29:${given.object}`,
  tenant,
});

const appOf = (id: string, tenant: string): App => ({ id, tenant, secret: `secret-of-${id}`, disabled: false });

const conversationsOf = ({ id: tenant, people, apps = [], conversations = [] }: TenantSpec): readonly Conversation[] =>
  conversations.map(({ id, name, kind = 'channel', team, bot = true, guests = [] }) => ({
    id,
    kind,
    tenant,
    name,
    team: kind === 'channel' ? (team ?? `19:team-of-${tenant}@thread.tacv2`) : null,
    members: new Set([...people.map(({ object }) => `29:${object}`), ...guests.map((object) => `29:${object}`)]),
    apps: new Set(bot ? apps.map((app) => app.id) : []),
    gone: false,
    shown: [],
  }));
