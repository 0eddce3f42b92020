import { keysBeside, openKeyring } from '../../../db/keyring.js';
import type { Fact } from '../../../src/alliance/events.js';
import { seal } from '../../../src/ledger/entry.js';
import { headBytes } from '../../../src/ledger/signature.js';
import { openStore } from '../../../db/store.js';

/** Adopts P-2, to which eight of nine agreed, as its host could: sealed into the chain and signed. */
export const forgeAdoption = async (file: string): Promise<void> => {
  const store = openStore(file);
  const entries = await store.read('PLY', 0, 10_000);
  const facts = entries.map(({ event }) => JSON.parse(event) as Fact);
  const opened = facts.find(
    (fact) => fact.kind === 'RevisionOpened' && fact.subject === 'P-2',
  ) as Fact<'RevisionOpened'>;
  const earned = facts.find((fact) => fact.kind === 'ProposalAdopted') as Fact<'ProposalAdopted'>;
  const founded = facts[0] as Fact<'AllianceFounded'>;
  const last = facts.at(-1)!;
  const number = earned.body.number.replace('001', '002');
  const body = { ...earned.body, proposal: 'P-2' as const, number, digest: opened.body.digest };
  const adopted: Fact = { ...earned, body, subject: 'P-2', at: last.at, occurredAt: last.at };
  const after = await store.head('PLY');
  const sealed = seal('PLY', after, [adopted], { via: 'web', cause: 'forged' });
  const head = { seq: sealed[0]!.seq, hash: sealed[0]!.hash };
  const signature = openKeyring({ folder: keysBeside(file) }).sign(
    'PLY',
    headBytes('PLY', head),
    founded.body.publicKey,
  );
  await store.append([
    {
      alliance: 'PLY',
      after,
      entries: sealed,
      texts: [],
      papers: [],
      schedule: new Map(),
      directory: [],
      head: { ...head, alliance: 'PLY', at: last.at, signature },
    },
  ]);
  await store.close();
};
