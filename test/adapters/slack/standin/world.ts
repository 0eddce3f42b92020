/** What the stand-in knows of Slack: workspaces, the people in them, their channels and what was said there. */
export interface World {
  readonly teams: ReadonlyMap<string, Team>;
  readonly channels: Map<string, Channel>;
  /** Codes of the install flow: each may be exchanged once. */
  readonly codes: Map<string, InstallCode>;
  readonly views: Map<string, View>;
  readonly homes: Map<string, View>;
  readonly files: Map<string, UploadedFile>;
}

/** A file on its way to Slack, or there. */
export interface UploadedFile {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly length: number;
  bytes: Buffer | null;
  /** Messages may show it from then on: Slack looks at it first. */
  readyAtMs: number | null;
}

/** A workspace with our app in it. Tests change what may change: who is a guest, what the token may do, whether it lives. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly enterprise: string | null;
  readonly bot: { readonly user: string; readonly id: string };
  token: string;
  scopes: readonly string[];
  /** What calls with the token are told when it lives no more. */
  tokenEnd: 'token_revoked' | 'account_inactive' | null;
  readonly people: Map<string, Person>;
}

export interface Person {
  readonly id: string;
  readonly team: string;
  name: string;
  email: string | null;
  emailConfirmed: boolean;
  guest: boolean;
  deleted: boolean;
  bot: boolean;
  /** False: nobody can open a conversation with them. */
  reachable: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** The workspaces that share it; the first one owns it. Empty once it is deleted. */
  teams: readonly string[];
  readonly private: boolean;
  readonly direct: boolean;
  archived: boolean;
  readonly members: Set<string>;
  readonly messages: Message[];
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly team: string;
  /** Who said it: a bot's user, or a person. */
  readonly user: string;
  text: string;
  blocks: readonly Block[];
  edits: number;
  /** Shown to this person only, and never again. */
  readonly only: string | null;
  readonly thread: string | null;
  /** Files that were given to the channel with it. */
  readonly files?: readonly string[];
}

export type Block = Readonly<Record<string, unknown>> & { readonly type: string; readonly block_id: string };

export interface View {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly root: string;
  readonly previous: string | null;
  hash: string;
  body: ViewBody;
}

export type ViewBody = Readonly<Record<string, unknown>> & {
  readonly blocks: readonly Block[];
  readonly callback_id?: string;
  readonly private_metadata?: string;
};

export interface InstallCode {
  readonly team: string;
  readonly redirect: string;
  used: boolean;
}

/** A workspace as a test writes it down. */
export interface TeamSpec {
  readonly id: string;
  readonly name: string;
  readonly enterprise?: string;
  readonly scopes: readonly string[];
  readonly people: readonly (Pick<Person, 'id' | 'name'> & Partial<Omit<Person, 'id' | 'name' | 'team'>>)[];
  readonly channels: readonly ChannelSpec[];
}

export interface ChannelSpec {
  readonly id: string;
  readonly name: string;
  readonly private?: boolean;
  /** Whether our app is in it; it is unless this says otherwise. */
  readonly bot?: boolean;
  /** Other workspaces that share it. */
  readonly shared?: readonly string[];
}

export const worldOf = (specs: readonly TeamSpec[]): World => ({
  teams: new Map(specs.map((spec) => [spec.id, teamOf(spec)])),
  channels: new Map(specs.flatMap((spec) => spec.channels.map((channel) => [channel.id, channelOf(spec, channel)]))),
  codes: new Map(),
  views: new Map(),
  homes: new Map(),
  files: new Map(),
});

/** The token that a workspace of this id begins with. */
export const tokenOf = (team: string): string => `xoxb-${team}-1`;
/** The user that our app is in a workspace. */
export const botUserOf = (team: string): string => `U${team.slice(1)}BOT`;

const teamOf = ({ id, name, enterprise, scopes, people }: TeamSpec): Team => ({
  id,
  name,
  enterprise: enterprise ?? null,
  bot: { user: botUserOf(id), id: `B${id.slice(1)}BOT` },
  token: tokenOf(id),
  scopes,
  tokenEnd: null,
  people: new Map(people.map((person) => [person.id, { ...nobody, ...person, team: id }])),
});

const nobody = { email: null, emailConfirmed: true, guest: false, deleted: false, bot: false, reachable: true };

const channelOf = ({ id: team, people }: TeamSpec, { id, name, bot, shared = [], ...more }: ChannelSpec): Channel => ({
  id,
  name,
  teams: [team, ...shared],
  private: more.private ?? false,
  direct: false,
  archived: false,
  members: new Set([...people.map((person) => person.id), ...(bot === false ? [] : [team, ...shared].map(botUserOf))]),
  messages: [],
});
