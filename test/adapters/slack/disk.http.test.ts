import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canMount, mounted } from '../../db/mounting.js';
import { leadership, plymouthInSlack, userOf, workspacesOf } from './cast.js';
import { recordOf, singleSettings } from './recordProcess.js';
import { proposalOf } from './scene.js';
import { firstCard, textOf } from './seeing.js';
import { startStandin } from './standin/standin.js';

const refused = 'Nothing was recorded, because the minute book could not be written just now.';

describe.skipIf(!canMount)('a disk that is full in the middle of a vote', () => {
  it('[F8] who votes is told that it was not recorded, reading goes on, and with room again so does voting', async () => {
    const folder = await mounted('size=8m');
    const charter = plymouthInSlack();
    const standin = await startStandin(workspacesOf(charter));
    const record = await recordOf(charter, standin, singleSettings, folder);
    onTestFinished(async () => {
      await record.remove();
      await standin.stop();
    });
    await record.start();
    const door = record.door();
    await door.type('Naomi Clarke', leadership, 'PLY here');
    await door.type('Naomi Clarke', leadership, 'table');
    await door.submit('Naomi Clarke', proposalOf('Share one referral form'));
    const card = await firstCard(standin, leadership);
    /** A position with a long reason; what is answered to it. */
    const reserves = async (nth: number): Promise<string> => {
      await door.press('Rowan Ellis', card, 'Agree with reservation');
      await standin.until(() => standin.modals(userOf('Rowan Ellis')).at(-1) ?? null);
      await door.submit('Rowan Ellis', { reason: `${nth}: ${'it must be tried for longer. '.repeat(60)}` });
      const answer = standin.modals(userOf('Rowan Ellis')).at(-1)!;
      standin.world.views.clear();
      return textOf(answer);
    };
    expect(await reserves(0)).toContain('*Recorded.*');

    const ballast = join(folder, 'ballast');
    fill(ballast);
    let [said, recorded] = ['', 1];
    for (let nth = 1; !said.includes(refused); nth += 1) {
      said = await reserves(nth);
      if (said.includes('*Recorded.*')) recorded += 1;
      expect(nth).toBeLessThan(1_000);
    }
    const positions = async (): Promise<number> =>
      (await record.kinds()).filter((kind) => kind === 'PositionRecorded').length;
    expect(await positions()).toBe(recorded);
    expect(await reserves(1_001)).toContain(refused);
    expect((await door.type('Rowan Ellis', leadership, 'status P-1')).body).toContain('Share one referral form');
    expect((await fetch(`${record.origin()}/healthz`)).status).toBe(200);

    rmSync(ballast);
    expect(await reserves(1_002)).toContain('*Recorded.*');
    expect(await positions()).toBe(recorded + 1);
    await standin.until(() => (textOf(card).includes('1002: it must be tried') ? true : null));
    await record.end();
  });
});

/** Writes until there is no room for one byte more. */
const fill = (path: string): void => {
  for (const bytes of [1_048_576, 65_536, 4_096, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(bytes), { flag: 'a' });
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'ENOSPC' });
    }
  }
};
