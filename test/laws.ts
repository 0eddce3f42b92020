import { deepStrictEqual } from 'node:assert/strict';
import type { Alliance, Proposal } from '../src/alliance/alliance.js';
import type { Command } from '../src/alliance/commands.js';
import { decide } from '../src/alliance/decide.js';
import type { Context } from '../src/alliance/desk.js';
import type { Due } from '../src/alliance/due.js';
import { dues, duesOf } from '../src/alliance/due.js';
import { evolve, unfounded } from '../src/alliance/evolve.js';
import { plusMs } from '../src/alliance/instant.js';
import type { Actor, MemberId } from '../src/alliance/names.js';
import { proposalCard } from '../src/cards/proposalCard.js';
import { scheduleAfter } from '../src/clerk/sheet.js';
import { audit } from '../src/ledger/auditor.js';
import { entryOf } from '../src/ledger/entry.js';
import { bookOf, readAll } from './histories.js';
import type { Played, Turn } from './histories.js';
import { speakersOf, unheard } from './histories/cast.js';

/** A law holds of a history, or throws and says how it does not. */
export type PlayedLaw = (played: Played) => void;

/**
 * What must hold of every history (domain.md D1, rulings 1). The first is the auditor's, who reads the book and nothing
 * else; the others need the rules themselves, since they compare two ways of asking them.
 */
export const laws: Readonly<Record<string, PlayedLaw>> = {
  'the auditor finds nothing in a book that the rules wrote': (played) => {
    deepStrictEqual(audit(bookOf(played)).findings, []);
  },

  'decision numbers are gap-free in each series and never given twice': ({ entries }) => {
    const series = new Map<string, number>();
    for (const entry of readAll(entries)) {
      if (entry.kind !== 'ProposalAdopted') continue;
      const { number } = entry.body;
      const name = number.slice(0, number.lastIndexOf('-'));
      const next = (series.get(name) ?? 0) + 1;
      deepStrictEqual(number, `${name}-${String(next).padStart(3, '0')}`);
      series.set(name, next);
    }
  },

  'folding the book in one go gives what folding it entry by entry gave': ({ alliance, entries }) => {
    const all = readAll(entries);
    const cut = Math.floor(all.length / 2);
    const start = unfounded(alliance.code);
    deepStrictEqual(evolve(start, all), alliance);
    deepStrictEqual(evolve(evolve(start, all.slice(0, cut)), all.slice(cut)), alliance);
  },

  'the schedule that orders keep up is after each of them what a fresh fold of the book would schedule': ({
    turns,
    alliance,
    entries,
  }) => {
    const rows = new Map<string, readonly Due[]>();
    const first = turns[0]?.before;
    for (const due of first === undefined ? [] : dues(first)) rows.set(due.subject, duesOf(first!, due.subject));
    for (const { before, after, written } of turns) {
      for (const [subject, moved] of scheduleAfter(before, after, written)) rows.set(subject, moved);
      deepStrictEqual(byKey([...rows.values()].flat()), byKey(dues(after)));
    }
    deepStrictEqual(dues(evolve(unfounded(alliance.code), readAll(entries))), dues(alliance));
  },

  'the same alliance, order and circumstances give the same decision': ({ turns }) => {
    for (const { before, asked, context } of some(turns)) {
      deepStrictEqual(decide(before, asked.command, context), decide(before, asked.command, context));
    }
  },

  'an entry as people are answered with it is the entry as it stands in the book': ({ entries, turns }) => {
    const facts = turns.flatMap(({ written }) => written);
    entries.slice(entries.length - facts.length).forEach((sealed, at) => {
      const [entry] = readAll([sealed]);
      deepStrictEqual(entryOf(sealed, facts[at]!, entry!), entry);
    });
  },

  'time that has passed is not due again': ({ turns }) => {
    for (const { after, context } of some(turns)) {
      const again = decide(after, { kind: 'letTimePass' }, { ...context, by: 'clock', head: { seq: 1_000_000 } });
      deepStrictEqual([again.past, again.facts], [[], []]);
    }
  },

  'an order on a revision, given twice, leaves everything as given once': ({ turns }) => {
    for (const { after, asked, context, refusal } of turns) {
      if (refusal !== undefined || !given(asked.command)) continue;
      deepStrictEqual(standing(afterwards(after, asked.by, asked.command, context)), standing(after));
    }
  },

  'first positions of different members commute': ({ turns }) => {
    for (const turn of some(turns)) {
      const [first, second] = twoFirstPositions(turn);
      if (first === undefined || second === undefined) continue;
      const { after } = turn;
      const context = { ...turn.context, clockTrusted: true };
      const oneWay = [first, second].reduce(
        (alliance, each) => afterwards(alliance, each.by, each.command, context),
        after,
      );
      const other = [second, first].reduce(
        (alliance, each) => afterwards(alliance, each.by, each.command, context),
        after,
      );
      deepStrictEqual(standing(oneWay), standing(other));
    }
  },

  'the card of a decision says in ten years what it said on the day': ({ turns, alliance }) => {
    for (const { after, before, context } of turns) {
      for (const id of after.decisions.values()) {
        if (before.proposals.get(id)?.outcome || alliance.proposals.get(id)?.lateObjections.length !== 0) continue;
        const text = (ref: string): string => ref;
        const onTheDay = proposalCard({ alliance: after, text, now: context.at }, id);
        const later = proposalCard({ alliance, text, now: plusMs(context.at, 3_652 * 86_400_000) }, id);
        deepStrictEqual(later, onTheDay);
      }
    }
  },
};

const byKey = (all: readonly Due[]): readonly Due[] => [...all].sort((a, b) => (a.key < b.key ? -1 : 1));

/** A handful of the turns of a history, spread over it: asking about all would take too long. */
const some = (turns: readonly Turn[]): readonly Turn[] => {
  const apart = Math.max(1, Math.floor(turns.length / 5));
  return turns.filter((_, at) => at % apart === apart - 1);
};

/** Orders that name a revision or a person's own act; tabling twice makes two proposals, which the cause prevents. */
const given = ({ kind }: Command): boolean =>
  [
    'recordPosition',
    'withdrawObjection',
    'declareInterest',
    'withdrawInterest',
    'amendProposal',
    'confirmRecount',
    'callMeeting',
    'extendDeadline',
    'withdrawProposal',
    'letChairAmend',
    'endAbsence',
    'recordDeparture',
  ].includes(kind);

const afterwards = (alliance: Alliance, by: Actor, command: Command, context: Context): Alliance =>
  decide(alliance, command, { ...context, by }).alliance;

/** How everything stands, without the places in the book and the salts of the words. */
const standing = ({ proposals, decisions, members }: Alliance): unknown => ({
  proposals: [...proposals.values()].map((proposal) => ({
    id: proposal.id,
    status: proposal.status,
    outcome: proposal.outcome?.kind,
    revision: proposal.current?.number,
    deadline: proposal.current?.deadline,
    positions: positionsOf(proposal),
    declarations: proposal.declarations.filter((each) => !each.withdrawn).length,
    recount: proposal.current?.recount?.because,
    removed: proposal.current?.removedObjections.map(({ member }) => member),
  })),
  decisions: [...decisions],
  members: [...members.values()],
});

const positionsOf = ({ current }: Proposal): readonly string[] =>
  [...(current?.positions.values() ?? [])]
    .map((each) => `${each.member} ${each.position} ${each.person} ${each.as}`)
    .sort();

/** Two members that have not spoken on an open proposal, each with a representative of its own. */
const twoFirstPositions = ({ after, context }: Turn): readonly { readonly by: Actor; readonly command: Command }[] => {
  for (const proposal of after.proposals.values()) {
    if (proposal.status !== 'open' || proposal.current === null) continue;
    const { number: revision } = proposal.current;
    const ready = unheard(proposal).flatMap((member: MemberId) =>
      speakersOf(after, member, 'representative', context.at)
        .slice(0, 1)
        .map((by) => ({ by, member })),
    );
    if (ready.length < 2) continue;
    return ready.slice(-2).map(({ by, member }, at) => ({
      by,
      command:
        at === 0
          ? { kind: 'recordPosition', proposal: proposal.id, revision, member, position: 'agree' }
          : { kind: 'recordPosition', proposal: proposal.id, revision, member, ...second(after) },
    }));
  }
  return [];
};

/** An agreement or an objection, as the history has it. */
const second = ({ proposals }: Alliance) =>
  proposals.size % 2 === 0
    ? { position: 'agree' as const }
    : { position: 'object' as const, reason: 'We have not seen the figures.' };
