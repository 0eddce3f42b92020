import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { leadership, plymouthInSlack, workspacesOf } from './cast.js';
import { recordOf, type RecordProcess, singleSettings } from './recordProcess.js';
import { proposalOf } from './scene.js';
import { firstCard, textOf } from './seeing.js';
import { startStandin } from './standin/standin.js';

const voters = ['Rowan Ellis', 'Gareth Pugh', 'Marcus Bailey', 'Kieran Doyle', 'Moira Sinclair', 'Anjali Patel'];

it(
  '[F34] 10,000 clicks on one proposal leave memory bounded, another alliance answered, and cost a few updates',
  { timeout: 120_000 },
  async () => {
    const charter = plymouthInSlack();
    const standin = await startStandin(workspacesOf(charter), { callsKept: 1_000 });
    const record = await recordOf(charter, standin, singleSettings);
    onTestFinished(async () => {
      await record.remove();
      await standin.stop();
    });
    await record.foundToo({ ...charter, code: 'OTH', name: 'Another Alliance' });
    await record.start();
    const door = record.door();
    await door.type('Naomi Clarke', leadership, 'PLY here');
    await door.type('Naomi Clarke', leadership, 'table');
    await door.submit('Naomi Clarke', proposalOf('Share one referral form'));
    const card = await firstCard(standin, leadership);

    const statuses = new Map<number, number>();
    let clicks = 0;
    const runner = async (): Promise<void> => {
      while (clicks < 10_000) {
        clicks += 1;
        const { status } = await door.press(voters[clicks % voters.length]!, card, 'Agree');
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const storm = { over: false };
    const pressing = Promise.all(Array.from({ length: 64 }, runner)).then(() => (storm.over = true));
    let elsewhere = 0;
    while (!storm.over) {
      const { status, body } = await door.type('Ian Prowse', leadership, 'OTH people');
      expect([status, body]).toEqual([200, expect.stringContaining('Rowan Ellis')]);
      elsewhere += 1;
    }
    await pressing;
    expect([...statuses]).toEqual([[200, 10_000]]);
    expect(elsewhere).toBeGreaterThan(20);
    await standin.until(() => (textOf(card).includes('*6 of 9 agreed') ? true : null));
    expect((await record.kinds()).filter((kind) => kind === 'PositionRecorded')).toHaveLength(voters.length);
    expect(standin.counts.get('chat.update')).toBeLessThan(20);
    expect(residentMegabytes(record)).toBeLessThan(600);
    await record.end();
  },
);

const residentMegabytes = (record: RecordProcess): number => {
  const status = readFileSync(`/proc/${record.program().process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
};
