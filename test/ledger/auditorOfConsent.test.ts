import { describe, expect, it } from 'vitest';
import { audit } from '../../src/ledger/auditor.js';
import { council, objection, open } from './openProposal.js';
import type { Page } from './pages.js';
import { april, bound, page } from './pages.js';

const on = { meeting: 'M-1' } as const;
const by = 'person:5';
const personName = 'text:name of person:5';

/** A meeting with the proposal on its agenda to be noted, and in its consent block. */
const placed: readonly Page[] = [
  page(
    'MeetingCalled',
    {
      ...{ ...on, body: 'leadership', startsAt: april(8, '09:00'), endsAt: april(8, '11:00') },
      ...{ callerName: personName, shortNotice: false, charterRevision: 1 },
    },
    { by, at: april(2, '15:00') },
  ),
  page(
    'AgendaItemAdded',
    { ...on, item: 1, kind: 'noting', title: 'text:title', about: 'P-1', personName },
    { by, at: april(2, '15:01') },
  ),
  page('ItemPlacedInConsent', { ...on, item: 1 }, { by, at: april(2, '15:02') }),
  page('MeetingStarted', { ...on, personName }, { by, at: april(8, '09:00') }),
];
const taken = page('ConsentTaken', { ...on, items: [1], personName }, { by, at: april(8, '09:10') });

const says = (pages: readonly Page[]): readonly string[] =>
  audit(bound(pages))
    .findings.filter(({ law }) => law === 'consent')
    .map((finding) => finding.says);

describe('the auditor, of what is taken together', () => {
  it('finds nothing where nobody objects', () => {
    expect(says([...open, council, ...placed, taken])).toEqual([]);
  });

  it('finds a proposal that was taken over a standing objection', () => {
    expect(says([...open, council, objection, ...placed, taken])).toEqual([
      'P-1 was taken together over a standing objection',
    ]);
  });

  it('finds a proposal that was taken though a member had called it to the meeting', () => {
    const referred = page(
      'ProposalReferred',
      { proposal: 'P-1', revision: 1, because: 'calledByMember', lapsesAt: '2026-06-01T16:00:00.000Z' },
      { by, at: april(3, '09:00') },
    );
    expect(says([...open, ...placed.slice(0, 3), referred, ...placed.slice(3), taken])).toEqual([
      'P-1 was called to a meeting and was not discussed',
    ]);
  });

  it('finds an item whose words changed after it was put in, and one that was put in twice', () => {
    const reworded = page('AgendaItemChanged', { ...on, item: 1, text: 'text:other' }, { by, at: april(3, '09:00') });
    const again = page('ItemPlacedInConsent', { ...on, item: 1 }, { by, at: april(3, '09:01') });
    expect(says([...open, ...placed.slice(0, 3), reworded, ...placed.slice(3), taken])).toEqual([
      'item 1 was taken together though it was not in the consent block',
    ]);
    expect(says([...open, ...placed.slice(0, 3), reworded, again, ...placed.slice(3), taken])).toEqual([]);
    expect(says([...open, ...placed.slice(0, 3), again])).toEqual(['item 1 is in the consent block already']);
  });
});
