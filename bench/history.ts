import { randomBytes } from 'node:crypto';
import type { Alliance } from '../src/alliance/alliance.js';
import type { Command } from '../src/alliance/commands.js';
import { decide } from '../src/alliance/decide.js';
import type { Fact } from '../src/alliance/events.js';
import { evolve, unfounded } from '../src/alliance/evolve.js';
import { foundingFacts, saltsNeeded } from '../src/alliance/founding.js';
import { type Instant, instantOf, plusMs } from '../src/alliance/instant.js';
import type { PersonId, ProposalId } from '../src/alliance/names.js';
import { saltBytes } from '../src/alliance/texts.js';
import { emptyHead, type Head, seal, type SealedEntry } from '../src/ledger/entry.js';
import { charterOfNine } from './alliances.js';

export interface History {
  readonly alliance: Alliance;
  readonly entries: readonly SealedEntry[];
  /** The moment after the last entry. */
  readonly now: Instant;
}

/**
 * A book of at least so many entries, written by the real rules: nine members table a proposal, speak one after another
 * and adopt it, again and again. The last proposal is open and the first five members have agreed to it.
 */
export const historyOf = (entriesLeast: number): History => {
  const pen = founded('BENCH');
  for (let proposal = 1; pen.entries.length < entriesLeast; proposal += 1) decideOne(pen, proposal, 9);
  decideOne(pen, pen.alliance.proposals.size + 1, 5);
  return { alliance: pen.alliance, entries: pen.entries, now: pen.now };
};

interface Pen {
  alliance: Alliance;
  head: Head;
  now: Instant;
  readonly entries: SealedEntry[];
}

const founded = (code: string): Pen => {
  const charter = charterOfNine(code);
  const at = instantOf(Date.UTC(2026, 0, 5, 9));
  const entropy = randomBytes(saltBytes * saltsNeeded(charter));
  const { facts } = foundingFacts(charter, { practice: true, publicKey: 'none', at, entropy });
  const pen: Pen = { alliance: unfounded(code), head: emptyHead, now: at, entries: [] };
  pen.alliance = evolve(
    pen.alliance,
    facts.map((fact, place) => ({ ...fact, seq: place + 1 })),
  );
  keep(pen, facts, 'founding');
  return pen;
};

const decideOne = (pen: Pen, number: number, agreeing: number): void => {
  order(pen, 'person:1', {
    kind: 'tableProposal',
    class: 'routine',
    title: `Proposal ${number}`,
    text: 'Move the Thursday session to the new centre from 1 June.',
    bestForPeople: 'People can walk there.',
  });
  const proposal: ProposalId = `P-${number}`;
  for (let person = 1; person <= agreeing; person += 1) {
    order(pen, `person:${person}`, { kind: 'recordPosition', proposal, revision: 1, position: 'agree' });
  }
};

const order = (pen: Pen, by: PersonId, command: Command): void => {
  pen.now = plusMs(pen.now, 1_000);
  const context = { by, at: pen.now, head: pen.head, entropy: randomBytes(saltBytes * 8), clockTrusted: true };
  const decision = decide(pen.alliance, command, context);
  if (decision.refusal) throw new Error(`the rules refused ${command.kind}: ${JSON.stringify(decision.refusal)}`);
  pen.alliance = decision.alliance;
  keep(pen, [...decision.past, ...decision.facts], `bench/${pen.entries.length}`);
};

const keep = (pen: Pen, facts: readonly Fact[], cause: string): void => {
  const sealed = seal(pen.alliance.code, pen.head, facts, { via: 'cli', cause });
  pen.entries.push(...sealed);
  const last = sealed.at(-1);
  if (last) pen.head = { seq: last.seq, hash: last.hash };
};
