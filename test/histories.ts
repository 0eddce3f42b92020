import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import type { Alliance } from '../src/alliance/alliance.js';
import { decide } from '../src/alliance/decide.js';
import type { Decision } from '../src/alliance/decide.js';
import type { Context } from '../src/alliance/desk.js';
import type { Command } from '../src/alliance/commands.js';
import type { Fact } from '../src/alliance/events.js';
import { evolve, unfounded } from '../src/alliance/evolve.js';
import { foundingFacts } from '../src/alliance/founding.js';
import type { Instant } from '../src/alliance/instant.js';
import { plusMs } from '../src/alliance/instant.js';
import type { Refusal } from '../src/alliance/refusals.js';
import type { Book } from '../src/ledger/auditor.js';
import type { Entry, Head, SealedEntry } from '../src/ledger/entry.js';
import { emptyHead, readEntry, seal } from '../src/ledger/entry.js';
import { headBytes } from '../src/ledger/signature.js';
import { moves } from './histories/moves.js';
import type { Move } from './histories/moves.js';
import { ordersOf } from './histories/orders.js';
import type { Asked } from './histories/orders.js';
import { charterOf, setups } from './histories/setup.js';
import type { Setup } from './histories/setup.js';
import { timeOf } from './histories/times.js';

/** An alliance and what happens to it, in figures that shrink. */
export interface History {
  readonly setup: Setup;
  readonly moves: readonly Move[];
}

/** Random histories of at most so many moves; a move may come to several orders. */
export const histories = (movesMost: number): fc.Arbitrary<History> =>
  fc.record({
    setup: setups,
    moves: fc.array(moves, { minLength: Math.min(8, movesMost), maxLength: movesMost, size: 'max' }),
  });

/** The rules that a history is played by: the real ones, or ones that were broken on purpose. */
export interface Engine {
  readonly decide: (alliance: Alliance, command: Command, context: Context) => Decision;
  readonly evolve: typeof evolve;
}

export const realEngine: Engine = { decide, evolve };

/** One order, as it was given and what came of it. */
export interface Turn {
  readonly asked: Asked;
  readonly context: Context;
  readonly before: Alliance;
  readonly after: Alliance;
  readonly written: readonly Fact[];
  readonly refusal: Refusal | undefined;
}

export interface Played {
  readonly alliance: Alliance;
  readonly entries: readonly SealedEntry[];
  readonly turns: readonly Turn[];
}

/** Plays a history: every order is decided, sealed into the book and read back from it, as the clerk does. */
export const play = ({ setup, moves: all }: History, engine: Engine = realEngine): Played => {
  const pen = founded(setup, engine);
  for (const move of all) {
    pen.now = timeOf(pen.alliance, pen.now, move);
    for (const asked of ordersOf(pen.alliance, pen.now, move)) {
      pen.now = plusMs(pen.now, asked.wait ?? 250);
      turn(pen, engine, asked, move);
    }
  }
  // Whatever is still waiting comes to its end.
  pen.now = plusMs(pen.now, daysToTheEnd * 86_400_000);
  turn(pen, engine, { by: 'clock', command: { kind: 'letTimePass' } }, undefined);
  return pen;
};

/** The book with its head signed, for the auditor. */
export const bookOf = ({ entries }: Pick<Played, 'entries'>): Book => {
  const last = entries.at(-1);
  if (last === undefined) return { entries, signedHead: null };
  const { alliance, seq, hash, at } = last;
  const signature = sign(null, headBytes(alliance, { seq, hash }), keys.privateKey).toString('base64');
  return { entries, signedHead: { alliance, seq, hash, at, signature } };
};

/** The entries as they are read back. */
export const readAll = (entries: readonly SealedEntry[]): readonly Entry[] =>
  entries.map(({ event }) => {
    const entry = readEntry(event);
    if ('unknown' in entry) throw new Error(`unknown kind ${entry.unknown.kind}`);
    return entry;
  });

const daysToTheEnd = 120;
const keys = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

interface Pen extends Played {
  alliance: Alliance;
  entries: SealedEntry[];
  turns: Turn[];
  head: Head;
  now: Instant;
}

const founded = (setup: Setup, engine: Engine): Pen => {
  const charter = charterOf(setup);
  const facts = foundingFacts(charter, { practice: true, publicKey, at: setup.start, entropy: entropyFor(0) }).facts;
  const pen: Pen = {
    alliance: unfounded(charter.code),
    entries: [],
    turns: [],
    head: emptyHead,
    now: plusMs(setup.start, 1_000),
  };
  write(pen, engine, facts, { via: 'cli', cause: 'founding' });
  return pen;
};

const turn = (pen: Pen, engine: Engine, asked: Asked, move: Move | undefined): void => {
  const skew = move?.skew ?? null;
  const before = pen.alliance;
  const context: Context = {
    by: asked.by,
    at: pen.now,
    ...(skew === null ? {} : { occurredAt: plusMs(pen.now, -skew * 1_000) }),
    head: pen.head,
    entropy: entropyFor(pen.turns.length + 1),
    clockTrusted: move?.clockTrusted ?? true,
    outages: downUntil(pen.now, move?.downHours ?? 0),
  };
  const { past, facts, refusal } = engine.decide(before, asked.command, context);
  write(pen, engine, past, { via: 'clock', cause: `clock:${pen.turns.length}` });
  write(pen, engine, facts, { via: 'web', cause: `order:${pen.turns.length}` });
  pen.turns.push({ asked, context, before, after: pen.alliance, written: [...past, ...facts], refusal });
};

const downUntil = (to: Instant, hours: number): Context['outages'] =>
  hours === 0 ? [] : [{ surface: 'slack', from: plusMs(to, -hours * 3_600_000), to }];

const write = (pen: Pen, engine: Engine, facts: readonly Fact[], order: { via: string; cause: string }): void => {
  const sealed = seal(pen.alliance.code, pen.head, facts, order);
  const last = sealed.at(-1);
  if (last === undefined) return;
  pen.entries.push(...sealed);
  pen.head = { seq: last.seq, hash: last.hash };
  pen.alliance = engine.evolve(pen.alliance, readAll(sealed));
};

/** Different for every turn, the same every time; founding seals a name for everybody. */
const entropyFor = (turns: number): Uint8Array =>
  Buffer.concat(
    Array.from({ length: turns === 0 ? 64 : 8 }, (_, n) => createHash('sha256').update(`salt ${turns} ${n}`).digest()),
  );
