import { expect, it } from 'vitest';
import { idsIn } from './rules-table.js';

it('reads the ids of edge cases, scenarios and faults from a title, and nothing else', () => {
  expect(idsIn('a seat > [E8] the deputy agrees too [PL-1, F29] list[0] [note] E9')).toEqual(['E8', 'PL-1', 'F29']);
});
