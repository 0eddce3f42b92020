import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keysBeside } from '../../../db/keyring.js';
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

describe('verifying a file from which a book was taken away', () => {
  it('exits 1 though its head was taken away too: its key is still kept', async () => {
    const robbed = await copyWith('robbed.db', 'DELETE FROM ledger', 'DELETE FROM heads', 'DELETE FROM texts');
    expect((await run('verify', '--database', robbed)).code).toBe(0);
    mkdirSync(keysBeside(robbed)!, { recursive: true });
    copyFileSync(join(keysBeside(record)!, 'PLY.key'), join(keysBeside(robbed)!, 'PLY.key'));
    for (const which of [[], ['PLY']]) {
      const { code, out, err } = await run('verify', ...which, '--database', robbed);
      expect(code).toBe(1);
      expect(out).toContain('PLY: its key is in ');
      expect(err).toMatch(
        /^NOT VERIFIED\. In \S+robbed\.db, PLY: its key is in \S+robbed, but the file holds no book of it: the book was taken away/,
      );
    }
    expect((await run('verify', 'LWN', '--database', robbed)).code).toBe(2);
  });

  it('says it once where the head is still there', async () => {
    const halfRobbed = await copyWith('half-robbed.db', 'DELETE FROM ledger');
    mkdirSync(keysBeside(halfRobbed)!, { recursive: true });
    copyFileSync(join(keysBeside(record)!, 'PLY.key'), join(keysBeside(halfRobbed)!, 'PLY.key'));
    const { code, out } = await run('verify', '--database', halfRobbed);
    expect(code).toBe(1);
    expect(out.match(/PLY: /g)).toHaveLength(1);
  });
});
