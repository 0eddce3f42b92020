import { describe, expect, it } from 'vitest';
import type { EventBodies } from '../../src/alliance/events.js';
import { clock, council, finds, found, harbour, late, objection, open, path, reason, removed } from './openProposal.js';
import type { Page } from './pages.js';
import { adopted, april, following, founding, honest, nameOf, opened, page, tabled } from './pages.js';

describe('the auditor, of outcomes', () => {
  const two = [...open, council, harbour];

  it('finds an adoption without the last member', () => {
    finds('unanimity', two, adopted([council, harbour], following(harbour)));
  });

  it('finds an adoption over an objection', () => {
    finds('unanimity', [...two, objection], adopted([council, harbour], following(objection)));
  });

  it('finds an agreement of all that was not adopted', () => {
    expect(found(...two, path)).toEqual(['21 liveness']);
  });

  it('finds a decision number that leaves a gap, is given twice, or stands in another series', () => {
    const agreed = [council, harbour, path];
    const first = [...two, path];
    for (const number of ['PLY-2026-002', 'PLY-2025-001', 'PLY-S-2026-001', 'PLY-2026-1']) {
      expect(found(...first, adopted(agreed, following(path), { number }))).toEqual(['22 number']);
    }
  });

  it('finds an adoption that tells who agreed otherwise than the book has it, or calls itself a shadow decision', () => {
    const agreed = [council, harbour, path];
    expect(found(...two, path, adopted([council, harbour], following(path)))).toEqual(['22 truth']);
    expect(found(...two, path, adopted(agreed, following(path), { shadow: true }))).toEqual(['22 truth']);
  });

  it('finds an adoption before the time for consideration is over', () => {
    const rule = {
      rule: 'unanimous',
      charterRevision: 1,
      class: 'plan',
      minEligible: 2,
      needsCommissioner: true,
      considerUntil: april(8, '16:00'),
    } as const;
    const before = [...founding, tabled({ class: 'plan' }), opened({ rule }), council, harbour, path];
    finds('consideration', before, adopted([council, harbour, path], following(path)));
  });

  const lapsed = (missing: readonly string[], at = late): Page =>
    page(
      'ProposalLapsed',
      {
        proposal: 'P-1',
        revision: 1,
        because: 'noPosition',
        missing: missing.map((member) => ({ member, name: `The ${member}` })),
      },
      clock(at),
    );
  const notAgreed = (objections: EventBodies['ProposalNotAgreed']['objections'], at = late): Page =>
    page('ProposalNotAgreed', { proposal: 'P-1', revision: 1, because: 'deadline', objections }, clock(at));

  it('accepts a lapse that names who is missing, and finds one that names others', () => {
    expect(found(...two, lapsed(['path']))).toEqual([]);
    expect(found(...two, lapsed(['path', 'council']))).toEqual(['21 truth']);
  });

  it('finds an outcome before the deadline and 120 seconds, and none at all after it', () => {
    finds('grace', two, lapsed(['path'], april(13, '16:01:59')));
    finds('grace', [...two, objection], notAgreed([removed], april(13, '16:01:59')));
    expect(found(...two, page('TextsRedacted', { texts: [], why: 'asked' }, { at: late }))).toEqual(['21 liveness']);
  });

  it('finds a lapse while an objection stands, and "not agreed" while none does', () => {
    expect(found(...two, objection, notAgreed([removed]))).toEqual([]);
    expect(found(...two, objection, lapsed([]))).toContain('22 outcome');
    expect(found(...two, notAgreed([]))).toEqual(['21 outcome']);
  });

  it('finds "membership changed" when nobody who objected has left', () => {
    const body = { proposal: 'P-1', revision: 1, because: 'membershipChanged', objections: [removed] } as const;
    finds('outcome', [...two, objection], page('ProposalNotAgreed', body, { by: 'person:5', at: april(3, '09:00') }));
  });

  it('finds a withdrawal by somebody who did not table it, and accepts the proposer’s', () => {
    const withdrawn = (person: 'person:1' | 'person:2'): Page =>
      page(
        'ProposalWithdrawn',
        { proposal: 'P-1', revision: 1, person, personName: nameOf(person), reason },
        { by: person, at: april(3, '09:00') },
      );
    expect(found(...two, withdrawn('person:2'))).toEqual([]);
    finds('withdrawal', two, withdrawn('person:1'));
  });

  it('finds a referral for which enough members are left, and one called by nobody eligible', () => {
    const referred = (body: Partial<EventBodies['ProposalReferred']>): Page =>
      page(
        'ProposalReferred',
        { proposal: 'P-1', revision: 1, because: 'belowMinimum', lapsesAt: '2026-06-04T16:00:00.000Z', ...body },
        { by: 'person:2', at: april(3, '09:00'), member: body.member },
      );
    expect(found(...two, referred({ because: 'calledByMember', member: 'harbour', reason }))).toEqual([]);
    finds('referral', two, referred({}));
    finds('referral', two, referred({ because: 'calledByMember', member: 'zone', reason }));
    finds(
      'referral',
      two,
      referred({ because: 'calledByMember', member: 'harbour', reason, lapsesAt: april(20, '16:00') }),
    );
  });

  it('finds a second outcome', () => {
    finds('final', [...two, lapsed(['path'])], lapsed(['path'], april(13, '16:05')));
    finds(
      'final',
      honest(),
      adopted([council, harbour, path], { by: 'person:3', at: april(3, '09:00') }, { number: 'PLY-2026-002' }),
    );
  });
});
