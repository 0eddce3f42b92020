import { it } from 'vitest';
import { describeInBrowser, openStage, openWindow, says, sitDown } from './browser.js';
import { press } from './playgroundProcess.js';

const words = {
  title: 'Open the drop-in on Sundays',
  text: 'The drop-in opens on Sundays from ten to four.',
  bestForPeople: 'Nobody waits over a weekend.',
};

describeInBrowser('a window that is open', () => {
  const stage = openStage();

  it('shows what was tabled after it was drawn and before it could listen', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    let listen = (): void => undefined;
    const mayListen = new Promise<void>((open) => (listen = open));
    await page.route('**/events', async (route) => {
      await mayListen;
      await route.continue();
    });
    await sitDown(page, stage.playground, 'Priya Nair');
    await press(
      stage.playground,
      'person-1',
      { act: 'form', alliance: 'PLY', form: 'table' },
      { ...words, class: 'routine' },
    );
    listen();
    await says(page, 'P-1', '0 of 9 agreed');
  });
});
