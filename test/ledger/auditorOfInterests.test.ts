import { describe, expect, it } from 'vitest';
import type { EventBodies } from '../../src/alliance/events.js';
import { council, finds, found, objection, open, path, removed } from './openProposal.js';
import type { Page } from './pages.js';
import { adopted, april, following, page, says } from './pages.js';

const recusal = (
  member = 'path',
  change: Partial<EventBodies['InterestDeclared']> = {},
  at = april(2, '14:00'),
): Page => {
  const person = change.person ?? 'person:3';
  return page(
    'InterestDeclared',
    {
      proposal: 'P-1',
      revision: 1,
      declaration: 1,
      member,
      person,
      level: 'recuse',
      scope: 'organisation',
      nature: 'text:nature',
      ...change,
    },
    { by: person, at, member, cause: `recusal ${at}` },
  );
};
const voided = page(
  'PositionVoided',
  { proposal: 'P-1', revision: 1, member: 'path', because: 'interestDeclared' },
  following(recusal()),
);
const recount = page(
  'RecountRequired',
  {
    proposal: 'P-1',
    revision: 1,
    because: [{ kind: 'interestDeclared', member: 'path' }],
    remaining: ['council', 'harbour'],
  },
  following(recusal()),
);
const tookNoPart = [{ member: 'path', name: 'The path', why: 'interestDeclared' }] as const;

describe('the auditor, of interests and recounts', () => {
  const recused = [...open, council, objection, recusal(), voided, recount];
  const confirmed = page(
    'RecountConfirmed',
    { proposal: 'P-1', revision: 1, office: 'allianceManager', nobodyElse: false },
    { by: 'person:5', at: april(2, '15:00') },
  );
  const outcome = { tookNoPart, removedObjections: [removed] };

  it('finds a position of a member that takes no part, and of a person who takes none', () => {
    finds('interest', recused, says('path', april(2, '15:00'), { person: 'person:4', as: 'deputy' }));
    finds('interest', [...open, recusal('path', { scope: 'personal' })], says('path', april(2, '15:00')));
  });

  it('finds an interest that was declared for others', () => {
    finds('appointment', open, recusal('path', { person: 'person:1' }));
  });

  it('finds a position that fell and was not recorded as void', () => {
    expect(found(...open, objection, recusal(), recount)).toContain('21 interest');
  });

  it('finds that a recusal which removes an objection asks for no recount', () => {
    expect(found(...open, objection, recusal(), voided)).toContain('21 recount');
  });

  it('finds an adoption whose recount was not confirmed', () => {
    const agreed = says('harbour', april(2, '14:30'));
    finds('recount', [...recused, agreed], adopted([council, agreed], following(agreed), outcome));
  });

  it('accepts one that was confirmed, with the removed objection printed, and not without it', () => {
    const agreed = says('harbour', april(2, '14:30'));
    const before = [...recused, agreed, confirmed];
    expect(found(...before, adopted([council, agreed], following(confirmed), outcome))).toEqual([]);
    expect(found(...before, adopted([council, agreed], following(confirmed), { tookNoPart }))).toEqual(['26 truth']);
  });

  it('finds a recount that was confirmed by somebody who is not the one to do it', () => {
    const wrong = { proposal: 'P-1', revision: 1, office: 'allianceManager', nobodyElse: false } as const;
    finds('recount', recused, page('RecountConfirmed', wrong, { by: 'person:1', at: april(2, '15:00') }));
  });

  it('finds an adoption that counts the old position of a member that takes part again', () => {
    const back = page(
      'InterestWithdrawn',
      { proposal: 'P-1', declaration: 1, member: 'path', person: 'person:3' },
      { by: 'person:3', at: april(2, '15:00'), member: 'path' },
    );
    const agreed = [council, path, says('harbour', april(2, '16:00'))];
    const before = [...open, council, path, recusal(), voided, back, agreed[2]!];
    finds('unanimity', before, adopted(agreed, following(agreed[2]!)));
  });

  it('finds that a departure asks for no recount', () => {
    const left = page(
      'MemberLeft',
      { member: 'path', leftAt: april(2, '14:00') },
      { by: 'person:5', at: april(2, '14:00') },
    );
    expect(found(...open, council, left)).toContain('20 recount');
  });
});
