import Database from 'better-sqlite3';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { proposed, withClerk, workplace } from './desk.js';

const { run, folder, record } = workplace();

beforeAll(async () => {
  await run('found', 'examples/plymouth.charter.yaml');
  await withClerk(record, (clerk) => proposed(clerk, 'Open on Saturdays', 8));
});

/** What somebody does to a copy of the record, who takes the triggers away first. */
const copyWith = async (name: string, ...statements: readonly string[]): Promise<string> => {
  const copy = join(folder, 'data', name);
  await run('backup', copy);
  const client = new Database(copy);
  client.exec('DROP TRIGGER ledger_never_deleted');
  for (const statement of statements) client.exec(statement);
  client.close();
  return copy;
};

describe('verifying a schedule', () => {
  it('that was lost: says so, changes nothing, and proves the record all the same', async () => {
    const lost = await copyWith('lost.db', 'DELETE FROM schedule');
    const { code, out } = await run('verify', '--database', lost);
    expect(out).toContain('its schedule is not what the book says, so a deadline could pass unseen; the server writes');
    expect([code, out.includes('VERIFIED.')]).toEqual([0, true]);
    expect((await run('verify', '--database', lost)).out).toBe(out);
    expect((await run('verify', '--database', record)).out).not.toContain('its schedule');
  });
});
