import type { AllianceCode, TextRef } from '../../src/alliance/names.js';
import type { Conversations } from '../../src/clerk/conversations.js';
import type { Clerk } from '../../src/clerk/orders.js';
import type { Keyring, Ledger, SaltedText, Typeset } from '../../src/clerk/ports.js';
import type { Posts } from '../../src/clerk/surfaces.js';
import type { SealedTokens } from './tokens.js';

/** What the command line stands on: files of records, and where its words go. Joined in roundtable.ts. */
export interface Desk {
  /** The file of the record, and that of the playground's practice books, as the settings name them. */
  readonly record: string;
  readonly practice: string;
  isThere(file: string): boolean;
  /** Only looks; a server may be running. Throws an error whose message is one sentence when the file cannot be used. */
  read(file: string): Promise<Books>;
  /** Holds the lock of the file until closed, and creates the file where there is none. Throws as above. */
  write(file: string): Promise<Books>;
  /** Pages, chains, heads and texts of the whole file; empty when nothing is wrong. */
  flaws(file: string): Promise<readonly FileFlaw[]>;
  backUp(from: string, to: string): Promise<FileCopy>;
  /** The file that is replaced is kept beside it as `keptName`. */
  restore(backup: string, to: string, keptName: string): Promise<FileCopy & { readonly kept: string | null }>;
  /** Sets documents as files. */
  readonly typeset: Readonly<Record<'docx' | 'pdf', Typeset>>;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** The books of one file. */
export interface Books {
  readonly clerk: Pick<
    Clerk,
    'view' | 'head' | 'texts' | 'roomNames' | 'history' | 'entries' | 'now' | 'found' | 'rotateKey' | 'serve'
  >;
  readonly ledger: Pick<Ledger, 'alliances' | 'read' | 'head' | 'signedHead' | 'scheduled'> &
    Pick<Posts, 'undelivered' | 'waiting' | 'told'> &
    Pick<Conversations, 'doubtfulGreetings'> & {
      saltedTexts(alliance: AllianceCode, refs: readonly TextRef[]): Promise<readonly SaltedText[]>;
    };
  /** Ed25519 by the book's own key, base64; throws when it is not here. */
  readonly sign: Keyring['sign'];
  /** Whether one of these public keys is that of a private key kept for this file; null when none is kept. */
  holdsKey(alliance: AllianceCode, publicKeys: readonly string[]): boolean | null;
  /** Whose private keys lie in files beside this one. */
  alliancesWithKeys(): readonly AllianceCode[];
  /** Whether a server (or another command that writes) holds the file just now. */
  isHeld(): boolean;
  /** Seals the tokens of all workspaces under the first key of the settings; null where these hold none. */
  sealTokens(): Promise<SealedTokens | null>;
  /** Folder of the private keys, which no backup holds. */
  readonly keysAt: string | null;
  close(): Promise<void>;
}

export interface FileFlaw {
  readonly alliance?: AllianceCode;
  readonly seq?: number;
  readonly what: string;
}

export interface FileCopy {
  readonly path: string;
  readonly bytes: number;
  readonly books: readonly { readonly alliance: AllianceCode; readonly seq: number }[];
  readonly keysAt: string | null;
}

/** Why a command could not do what it was asked: one sentence, and no stack trace. */
export const unable = (sentence: string, exitCode: 1 | 2 = 2): Error =>
  Object.assign(new Error(sentence), { name: 'Unable', exitCode });

export const isUnable = (thrown: unknown): thrown is Error & { readonly exitCode: 1 | 2 } =>
  thrown instanceof Error && thrown.name === 'Unable';
