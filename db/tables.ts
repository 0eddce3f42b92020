import type Database from 'better-sqlite3';
import type { AllianceCode, TextRef } from '../src/alliance/names.js';
import type { Conversations } from '../src/clerk/conversations.js';
import type { Installations } from '../src/clerk/installations.js';
import type { Feeds } from '../src/clerk/feeds.js';
import type { Papers } from '../src/clerk/papers.js';
import type { Directory, Due, Ledger, SaltedText } from '../src/clerk/ports.js';
import type { Posts } from '../src/clerk/surfaces.js';
import type { Heartbeats } from '../src/clerk/uptime.js';
import type { Head } from '../src/ledger/entry.js';
import { appendTo } from './append.js';
import { bookOf } from './book.js';
import { directoryOf } from './directory.js';
import { heartbeatsOf } from './heartbeats.js';
import { conversationsOf } from './conversations.js';
import { installationsOf } from './installations.js';
import { carryLog } from './log.js';
import { openDatabase, type Opening } from './open.js';
import { papersOf } from './papers.js';
import { postsOf } from './posts.js';
import { preferencesOf } from './preferences.js';
import { codeOf } from './refused.js';
import { prepareStatements } from './statements.js';
import { textsOf } from './texts.js';

/** What the store offers beyond the ports of the clerk: rebuilding the schedule, redaction, verification. */
export interface Repairs {
  /** Replaces everything scheduled for one alliance; false, with nothing changed, when its book is not at this head. */
  replaceSchedule(alliance: AllianceCode, asOf: Head, dues: readonly Due[]): Promise<boolean>;
  /** Texts with their salts, by which they are held against their commitments; redacted ones are absent. */
  saltedTexts(alliance: AllianceCode, refs: readonly TextRef[]): Promise<readonly SaltedText[]>;
  /** Removes texts and salts for good: afterwards their bytes are nowhere in the file or its log (rulings 4.2). */
  redactTexts(alliance: AllianceCode, refs: readonly TextRef[]): Promise<void>;
}

export type StorePorts = Ledger &
  Directory &
  Heartbeats &
  Posts &
  Installations &
  Conversations &
  Papers &
  Feeds &
  Repairs;

/** The same ports, answering at once: what the store does on whichever thread it runs. */
export type Tables = {
  readonly [K in keyof StorePorts]: (...given: Parameters<StorePorts[K]>) => Awaited<ReturnType<StorePorts[K]>>;
};

export interface OpenTables {
  /** Does what the port of this name does. */
  call<K extends keyof StorePorts>(port: K, given: Parameters<StorePorts[K]>): Awaited<ReturnType<StorePorts[K]>>;
  /** Carries the log into the database (`carryLog`). */
  carry(): void;
  close(): void;
}

/**
 * The store on this thread. After an input or output error the connection is thrown away, and a new one is opened
 * before anything else is done: nothing that the failed one still holds in memory can be trusted (F7).
 */
export const openTables = (path: string, opening: Opening = {}): OpenTables => {
  let connection: Connection | null = connect(path, opening);
  let closed = false;
  return {
    call(port, given) {
      if (closed) throw new Error('the store is closed');
      const { client, tables } = (connection ??= reconnect(path, opening));
      try {
        return tables[port](...given);
      } catch (thrown) {
        if (codeOf(thrown).startsWith('SQLITE_IOERR')) {
          connection = null;
          discard(client);
        }
        throw thrown;
      }
    },
    carry() {
      if (connection !== null) carryLog(connection.client);
    },
    close() {
      closed = true;
      connection?.client.close();
      connection = null;
    },
  };
};

/** What each port does to the file: reading never waits for a commit, so it need not stand in one queue with writing. */
export const portUse = {
  append: 'writes',
  read: 'reads',
  readSubject: 'reads',
  readCause: 'reads',
  head: 'reads',
  alliances: 'reads',
  texts: 'reads',
  due: 'reads',
  scheduled: 'reads',
  signedHead: 'reads',
  noteAttempt: 'writes',
  attempts: 'reads',
  keepPeople: 'writes',
  people: 'reads',
  preferences: 'reads',
  keepPreferences: 'writes',
  noteUse: 'writes',
  keepHeartbeats: 'writes',
  heartbeats: 'reads',
  personsOf: 'reads',
  links: 'reads',
  rooms: 'reads',
  roomsAt: 'reads',
  forgetPerson: 'writes',
  openPosts: 'reads',
  postAt: 'reads',
  postsAbout: 'reads',
  undelivered: 'reads',
  waiting: 'reads',
  wantPosts: 'writes',
  keepPosts: 'writes',
  cursor: 'reads',
  told: 'reads',
  setTold: 'writes',
  followed: 'reads',
  keepConversation: 'writes',
  findConversation: 'reads',
  anyConversation: 'reads',
  forgetConversation: 'writes',
  beginGreeting: 'writes',
  keepGreeting: 'writes',
  doubtfulGreetings: 'reads',
  keepInstallation: 'writes',
  findInstallation: 'reads',
  installations: 'reads',
  forgetInstallation: 'writes',
  paper: 'reads',
  feed: 'reads',
  feedOf: 'reads',
  keepFeed: 'writes',
  replaceSchedule: 'writes',
  saltedTexts: 'reads',
  redactTexts: 'writes',
} as const satisfies Record<keyof StorePorts, 'reads' | 'writes'>;

export const portNames = Object.keys(portUse) as readonly (keyof StorePorts)[];

interface Connection {
  readonly client: Database.Database;
  readonly tables: Tables;
}

const connect = (path: string, opening: Opening): Connection => {
  const client = openDatabase(path, opening);
  const statements = prepareStatements(client);
  return {
    client,
    tables: {
      ...bookOf(client, statements),
      ...textsOf(client, statements),
      ...directoryOf(client, statements),
      ...preferencesOf(statements),
      ...heartbeatsOf(client, statements),
      ...postsOf(client, statements),
      ...conversationsOf(statements),
      ...installationsOf(statements),
      ...papersOf(statements),
      append: appendTo(client, statements),
    },
  };
};

/**
 * Where the disk failed even while the failed connection was closed, rejected entries may stand whole in its log, and
 * SQLite takes them up again. They are made safe in the database before anything rests on them, and their cause is
 * answered `seen` from then on: an act that was rejected and is repeated stands once, whatever happened.
 */
const reconnect = (path: string, opening: Opening): Connection => {
  const connection = connect(path, opening);
  try {
    if (opening.reading !== true) connection.client.pragma('wal_checkpoint(TRUNCATE)');
    return connection;
  } catch (thrown) {
    discard(connection.client);
    throw thrown;
  }
};

const discard = (client: Database.Database): void => {
  try {
    client.close();
  } catch {
    // It has failed already and is not used again.
  }
};
