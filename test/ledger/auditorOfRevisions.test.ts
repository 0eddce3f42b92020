import { describe, expect, it } from 'vitest';
import { council, finds, found, open, path, reason } from './openProposal.js';
import type { Page } from './pages.js';
import { adopted, april, deadline, following, founding, members, opened, page, says, tabled } from './pages.js';

describe('the auditor, of revisions', () => {
  it('finds a snapshot that leaves a voting member out, or lets another in', () => {
    finds('snapshot', [...founding, tabled()], opened({ eligible: ['council', 'harbour'] }));
    finds('snapshot', [...founding, tabled()], opened({ eligible: [...members, 'zone'] }));
  });

  it('finds a rule that asks for less than the charter does', () => {
    const rule = {
      rule: 'unanimous',
      charterRevision: 1,
      class: 'routine',
      minEligible: 1,
      needsCommissioner: false,
    } as const;
    finds('minimum', [...founding, tabled()], opened({ rule }));
    finds('consideration', [...founding, tabled({ class: 'plan' })], opened({ rule: { ...rule, class: 'plan' } }));
  });

  it('finds an adoption of a new revision by agreements to the old one', () => {
    const amended = { by: 'person:2', why: reason, asksAgain: ['council', 'path'] } as const;
    const second = opened({ revision: 2, amended }, { at: april(2, '13:00'), cause: 'amending' });
    const agreed = says('harbour', april(2, '14:00'), { revision: 2 });
    const before = [...open, council, path, second, agreed];
    finds('unanimity', before, adopted([council, agreed, path], following(agreed), { revision: 2 }));
  });

  it('finds an amendment by somebody who may not make it', () => {
    const amended = { by: 'person:1', why: reason, asksAgain: [] } as const;
    finds(
      'amendment',
      open,
      opened({ revision: 2, amended }, { by: 'person:1', at: april(2, '13:00'), cause: 'amending' }),
    );
  });

  it('finds a deadline that was extended after it passed, or beyond 28 days', () => {
    const extended = (at: string, to: string): Page =>
      page('DeadlineExtended', { proposal: 'P-1', revision: 1, from: deadline, to, reason }, { by: 'person:2', at });
    expect(found(...open, extended(april(10, '09:00'), april(20, '16:00')))).toEqual([]);
    finds('extension', open, extended(april(13, '16:01'), april(20, '16:00')));
    finds('extension', open, extended(april(10, '09:00'), '2026-05-01T16:00:00.000Z'));
  });
});
