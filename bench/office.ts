import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openKeyring } from '../db/keyring.js';
import { openThreadStore } from '../db/thread.js';
import type { Command } from '../src/alliance/commands.js';
import type { AllianceCode, PersonId } from '../src/alliance/names.js';
import { openClerk } from '../src/clerk/clerk.js';
import type { Clerk } from '../src/clerk/orders.js';
import type { Batch } from '../src/clerk/ports.js';
import { signedHead } from '../src/ledger/signature.js';
import { charterOfNine, codeOf } from './alliances.js';
import type { Written } from './bareStore.js';

/** A clerk on a store of its own, as the program opens it, which keeps a copy of every batch that it added. */
export interface Office {
  readonly codes: readonly AllianceCode[];
  /** The nth vote of a person on the open proposal of an alliance: always a change, and always one entry. */
  readonly vote: (code: AllianceCode, person: number, nth: number) => Promise<void>;
  /** The batches added since this was asked last, in order. */
  readonly added: () => readonly Written[];
  readonly close: () => Promise<void>;
}

/** Founds so many alliances of nine members and tables one proposal in each. */
export const openOffice = async (folder: string, alliances: number): Promise<Office> => {
  const store = await openThreadStore(join(folder, 'ours.db'));
  let kept: Batch[] = [];
  const clerk = openClerk({
    ledger: {
      ...store,
      append: (batches) => {
        kept.push(...batches);
        return store.append(batches);
      },
    },
    keyring: openKeyring({ folder: null }),
    directory: store,
    clock: { now: () => new Date().toISOString(), monotonicMs: () => performance.now() },
    randomness: { bytes: (count) => randomBytes(count) },
    report: (thrown) => {
      throw thrown;
    },
  });
  const codes = Array.from({ length: alliances }, (_, n) => codeOf(n));
  for (const code of codes) await founded(clerk, code);
  return {
    codes,
    vote: async (code, person, nth) => {
      const written = await serve(clerk, code, `person:${person}`, {
        kind: 'recordPosition',
        proposal: 'P-1',
        revision: 1,
        ...positionOf(person, nth),
      });
      if (written !== 1) throw new Error(`a vote of person ${person} in ${code} made ${written} entries`);
    },
    added: () => {
      const added = kept.map((batch) => ({ ...batch, head: signedHead(batch.head) }));
      kept = [];
      return added;
    },
    close: async () => {
      await clerk.close();
      await store.close();
    },
  };
};

/** The ninth member objects and goes on objecting, so that nothing is ever adopted; the others change their minds. */
const positionOf = (person: number, nth: number) => {
  if (person === 9) return { position: 'object' as const, reason: `We have not seen the figures of week ${nth}.` };
  return nth % 2 === 0
    ? { position: 'agree' as const }
    : { position: 'agreeWithReservation' as const, reason: 'Provided that the bus still stops there.' };
};

const founded = async (clerk: Clerk, code: AllianceCode): Promise<void> => {
  const reply = await clerk.found(charterOfNine(code), { practice: true, via: 'cli' });
  if (reply.kind === 'refused') throw new Error(`founding ${code} was refused: ${reply.refusal.why}`);
  await serve(clerk, code, 'person:1', {
    kind: 'tableProposal',
    class: 'routine',
    title: 'Move the Thursday session',
    text: 'Move the Thursday session to the new centre from 1 June.',
    bestForPeople: 'People can walk there.',
  });
};

let orders = 0;

const serve = async (clerk: Clerk, alliance: AllianceCode, by: PersonId, command: Command): Promise<number> => {
  orders += 1;
  const reply = await clerk.serve({ alliance, command, by, cause: `bench-${orders}`, via: 'cli' });
  if (reply.kind === 'refused') throw new Error(`${command.kind} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.entries.length;
};
