import { expect, it } from 'vitest';
import {
  answered,
  describeInBrowser,
  keepPicture,
  openStage,
  openWindow,
  pressOn,
  says,
  sitDown,
  tableThrough,
} from './browser.js';

const words = {
  title: 'Open the Stonehouse hub on Saturdays',
  text: 'From 1 May the hub opens on Saturdays from 10:00 to 16:00.',
  bestForPeople: 'People in work can drop in without an appointment.',
};

describeInBrowser('the clock of the playground', () => {
  const stage = openStage();

  it('moved on, shows the digest with its picture on a telephone, the reminder of whoever is waited for, and the lapse', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`, {
      viewport: { width: 400, height: 800 },
    });
    await sitDown(page, stage.playground, 'Margaret Okafor');
    await tableThrough(page, words);
    await pressOn(page, 'P-1', 'Agree');
    await says(page, 'P-1', '1 of 9 agreed');
    const waitedFor = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(waitedFor, stage.playground, 'Priya Nair');
    const panel = page.locator('#clock');
    const next = async (): Promise<void> => {
      const now = await panel.locator('time').first().getAttribute('datetime');
      await panel.getByRole('button', { name: 'To what is next' }).click();
      await panel.locator(`time:not([datetime="${now}"])`).waitFor();
    };
    const digest = page.locator('[id^="digest-2030-W15"]');
    for (let moves = 0; moves < 20 && (await digest.count()) === 0; moves += 1) await next();
    await digest.getByText('Digest of week 15, 2030').waitFor();

    const image = digest.getByRole('img');
    await image.scrollIntoViewIfNeeded();
    const width = (): Promise<number> => image.evaluate((shown: { naturalWidth: number }) => shown.naturalWidth);
    await expect.poll(width, { timeout: 15_000 }).toBe(1080);
    const box = await image.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(360);
    const alt = (await image.getAttribute('alt')) ?? '';
    expect(alt).toContain('agreed: Plymouth City Council.');
    expect(alt).toContain('still to answer: Livewell Southwest, Hamoaze, BCHA');
    await keepPicture(page, 'digest');
    expect(await page.locator('[id^="whisper-digest-2030-W15"]').innerText()).toContain('nothing waits on you');

    await answered(waitedFor, /waits for Livewell Southwest/);
    await keepPicture(waitedFor, 'reminder');

    const outcome = /^Lapsed, no decision: no position from Livewell Southwest/;
    for (let moves = 0; moves < 20 && (await page.getByText(outcome).count()) === 0; moves += 1) await next();
    await says(page, 'P-1', outcome);
    await page.getByRole('link', { name: 'This week' }).click();
    await page.getByRole('heading', { name: /^Digest of week 1\d, 2030$/ }).waitFor();
  });
});
