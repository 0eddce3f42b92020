import { describe, expect, it } from 'vitest';
import type { Alliance } from '../../src/alliance/alliance.js';
import type { Command } from '../../src/alliance/commands.js';
import { decide } from '../../src/alliance/decide.js';
import type { Decision } from '../../src/alliance/decide.js';
import type { Context } from '../../src/alliance/desk.js';
import { evolve, unfounded } from '../../src/alliance/evolve.js';
import { foundingFacts } from '../../src/alliance/founding.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { Actor } from '../../src/alliance/names.js';
import { charterOf } from '../histories/setup.js';
import type { Setup } from '../histories/setup.js';

/**
 * Rules on which others rest, each shown by the fewest orders. Three members: seat-0 (representative person:1, deputies
 * person:2 and person:3), seat-1 (person:4, deputy person:5 for that person only) and seat-2 (person:6); person:7 is
 * the chair and person:9 observes.
 */
const seat = {
  capacity: 'provider',
  voting: true,
  deputies: 0,
  personal: false,
  shared: false,
  nominator: false,
} as const;
const setup: Setup = {
  seats: [{ ...seat, deputies: 2 }, { ...seat, deputies: 1, personal: true }, seat],
  offices: [{ office: 'chair', seat: 10 }],
  considerationWorkingDays: 0,
  windowWorkingDays: 5,
  minEligible: 0,
  start: '2026-06-09T09:30:00.000Z',
  live: '2019-04-01',
};

const hour = 3_600_000;
const minute = 60_000;

/** An alliance to which orders are given one after another, a second apart. */
const founded = (change: Partial<Setup> = {}) => {
  const charter = charterOf({ ...setup, ...change });
  const entropy = new Uint8Array(32 * 64);
  const { facts } = foundingFacts(charter, { practice: true, publicKey: '', at: setup.start, entropy });
  let alliance: Alliance = evolve(
    unfounded(charter.code),
    facts.map((fact, at) => ({ ...fact, seq: at + 1 })),
  );
  let at = setup.start;
  const order = (by: Actor, command: Command, circumstances: Partial<Context> = {}): Decision => {
    at = circumstances.at ?? plusMs(at, 1_000);
    const context = { by, head: { seq: 1_000 }, entropy, clockTrusted: true, ...circumstances, at };
    const decision = decide(alliance, command, context);
    alliance = decision.alliance;
    return decision;
  };
  const says = (
    by: Actor,
    member: string,
    position: 'agree' | 'object' = 'agree',
    circumstances: Partial<Context> = {},
  ) =>
    order(
      by,
      {
        kind: 'recordPosition',
        proposal: `P-${alliance.proposals.size}`,
        revision: 1,
        member,
        position,
        reason: 'We are not sure.',
      },
      circumstances,
    );
  const table = (): Decision =>
    order('person:6', {
      kind: 'tableProposal',
      class: 'routine',
      title: 'Move the session',
      text: 'Move the session to the new centre.',
      bestForPeople: 'People can get there on foot.',
    });
  const allAgree = (): void => {
    says('person:1', 'seat-0');
    says('person:4', 'seat-1');
    says('person:6', 'seat-2');
  };
  table();
  return { order, says, table, allAgree, now: () => alliance, later: (ms: number) => ({ at: plusMs(at, ms) }) };
};

const kinds = ({ past, facts }: Decision): readonly string[] => [...past, ...facts].map(({ kind }) => kind);

describe('numbers of decisions', () => {
  it('numbers have no gaps and are never given twice', () => {
    const { allAgree, table, now } = founded();
    allAgree();
    table();
    allAgree();
    table();
    allAgree();
    expect([...now().decisions.keys()]).toEqual(['HIS-2026-001', 'HIS-2026-002', 'HIS-2026-003']);
  });

  it('shadow decisions have their own series', () => {
    const { allAgree, now } = founded({ live: '2026-12-31' });
    allAgree();
    expect([...now().decisions.keys()]).toEqual(['HIS-S-2026-001']);
  });
});

describe('a deputy who covers', () => {
  it('covers until the absence ends, and no longer', () => {
    const { order, says, now, later } = founded();
    says('person:1', 'seat-0');
    const { at } = later(0);
    order('person:1', { kind: 'recordAbsence', from: at, to: plusMs(at, hour), cover: 'person:2' });
    expect(kinds(says('person:2', 'seat-0', 'object'))).toEqual(['PositionRecorded']);
    says('person:2', 'seat-0');
    expect(says('person:3', 'seat-0', 'object', later(2 * hour)).refusal?.why).toBe('representativeHasSpoken');
    expect(now().proposals.get('P-1')?.current?.positions.get('seat-0')?.position).toBe('agree');
    expect(says('person:1', 'seat-0', 'object').refusal).toBeUndefined();
    expect(says('person:2', 'seat-0').refusal?.why).toBe('representativeHasSpoken');
  });

  it('only a named deputy covers', () => {
    const { order, later } = founded();
    const { at } = later(0);
    const absence = { kind: 'recordAbsence', from: at, to: plusMs(at, hour), cover: 'person:9' } as const;
    expect(order('person:1', absence).refusal).toEqual({
      why: 'notADeputy',
      person: 'person:9',
      member: 'seat-0',
      deputies: ['person:2', 'person:3'],
    });
  });
});

describe('who no longer speaks', () => {
  it('a personal deputy ends with the representative', () => {
    const { order, says } = founded();
    expect(says('person:5', 'seat-1').refusal).toBeUndefined();
    order('person:7', { kind: 'endAppointment', person: 'person:4', member: 'seat-1', as: 'representative' });
    expect(says('person:5', 'seat-1', 'object').refusal?.why).toBe('appointmentNotLive');
  });

  it('a member that has left says nothing more', () => {
    const { order, says } = founded();
    order('person:7', { kind: 'recordDeparture', member: 'seat-2' });
    expect(says('person:6', 'seat-2').refusal).toEqual({ why: 'memberNotEligible', member: 'seat-2', because: 'left' });
  });

  it('nobody but the member that tabled a proposal withdraws it', () => {
    const { order } = founded();
    const withdrawal = { kind: 'withdrawProposal', proposal: 'P-1', reason: 'It is not needed.' } as const;
    expect(order('person:1', withdrawal).refusal).toEqual({
      why: 'mayNot',
      act: 'withdraw',
      people: ['person:6'],
      offices: [],
    });
    expect(order('person:6', withdrawal).refusal).toBeUndefined();
  });
});

describe('time', () => {
  it('platform time older than 120 seconds is not what counts', () => {
    const { says, now } = founded();
    const deadline = now().proposals.get('P-1')?.current?.deadline ?? '';
    const within = { at: plusMs(deadline, 2 * minute - 1), occurredAt: deadline };
    expect(says('person:1', 'seat-0', 'agree', within).facts[0]?.occurredAt).toBe(deadline);
    const older = founded();
    const opened = older.later(10 * minute).at;
    const [fact] = older.says('person:1', 'seat-0', 'agree', {
      at: opened,
      occurredAt: plusMs(opened, -121_000),
    }).facts;
    expect(fact?.occurredAt).toBe(opened);
  });

  it('the last agreement under a clock that is not trusted is held, not adopted', () => {
    const { says, order } = founded();
    says('person:1', 'seat-0');
    says('person:4', 'seat-1');
    const last = says('person:6', 'seat-2', 'agree', { clockTrusted: false });
    expect(kinds(last)).toEqual(['PositionRecorded', 'OutcomeHeld']);
    expect(kinds(order('clock', { kind: 'letTimePass' }))).toEqual(['HoldReleased', 'ProposalAdopted']);
  });
});
