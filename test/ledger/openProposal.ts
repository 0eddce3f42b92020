import { expect } from 'vitest';
import type { Law } from '../../src/ledger/auditor.js';
import { audit } from '../../src/ledger/auditor.js';
import type { Page } from './pages.js';
import { april, bound, founding, nameOf, opened, says, tabled } from './pages.js';

/** A proposal that is open on Thursday 2 April, and what the three members may say of it. */

/** The laws that these pages break, with their places. */
export const found = (...pages: readonly Page[]): readonly string[] =>
  audit(bound(pages)).findings.map(({ seq, law }) => `${seq} ${law}`);

/** Expects the last page to break this law, and the pages before it to be honest. */
export const finds = (law: Law, before: readonly Page[], last: Page): void => {
  expect(audit(bound(before)).findings).toEqual([]);
  expect(found(...before, last)).toContain(`${before.length + 1} ${law}`);
};

export const open = [...founding, tabled(), opened()];
export const council = says('council', april(2, '10:00'));
export const harbour = says('harbour', april(2, '11:00'));
export const path = says('path', april(2, '12:00'));
export const reason = 'text:why';
export const objection = says('path', april(2, '12:00'), { position: 'object', reason });
export const late = april(13, '16:02');
export const clock = (at = late) => ({ by: 'clock', at, cause: `clock ${at}` }) as const;
/** PATH's objection as an outcome prints it. */
export const removed = {
  member: 'path',
  name: 'The path',
  person: 'person:3',
  personName: nameOf('person:3'),
  reason,
} as const;
