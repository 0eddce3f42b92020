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
import { press } from './playgroundProcess.js';

const words = {
  title: 'Share the cost of the new hostel',
  text: 'Every member pays the same share of the first year.',
  bestForPeople: 'Beds open in winter instead of spring.',
};

/** Chairs that speak for members of the Plymouth example, one for each of the first eight. */
const eight = ['person-1', 'person-4', 'person-6', 'person-8', 'person-10', 'person-14', 'person-15', 'person-17'];

describeInBrowser('what does not go straight to a decision', () => {
  const stage = openStage();

  /** Tables through the page, and lets these chairs agree by the same presses that their buttons make. */
  const tabledAndAgreed = async (title: string, chairs: readonly string[]): Promise<`P-${number}`> => {
    const { body } = await press(
      stage.playground,
      'person-1',
      { act: 'form', alliance: 'PLY', form: 'table' },
      { ...words, title, class: 'routine' },
    );
    const proposal = /P-\d+/.exec(body.summary)![0] as `P-${number}`;
    const command = { kind: 'recordPosition', proposal, revision: 1, position: 'agree' } as const;
    for (const chair of chairs) {
      const answer = await press(stage.playground, chair, { act: 'order', alliance: 'PLY', command });
      expect(answer.status, `${chair}: ${answer.body.summary}`).toBe(200);
    }
    return proposal;
  };

  it('[E22] a declared interest that completes an agreement waits for the recount to be confirmed', async () => {
    const proposal = await tabledAndAgreed(words.title, eight);
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    const manager = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(manager, stage.playground, 'Naomi Clarke');
    await sitDown(page, stage.playground, 'Anjali Patel');
    await says(page, proposal, '8 of 9 agreed');
    await pressOn(page, proposal, 'Declare interest');
    await page.getByLabel('What is the interest?').fill('Livewest owns the building.');
    await page.getByLabel('We take no part').check();
    await page.getByLabel('My organisation’s').check();
    await keepPicture(page, 'declaring-an-interest');
    await page.getByRole('button', { name: 'Declare it' }).click();
    await answered(page, 'Recorded.');
    await manager.getByText('Only you can see this').first().waitFor();
    await keepPicture(manager, 'recount-to-confirm');
    expect(await page.getByText('Adopted by all').count()).toBe(0);
    await pressOn(manager, proposal, 'Confirm the recount');
    await says(manager, proposal, 'Adopted by all 8 eligible members; Livewest took no part (interest declared)');
    await says(page, proposal, 'Adopted by all 8 eligible members; Livewest took no part (interest declared)');
    await keepPicture(page, 'adopted-without-one');
  });

  it('[PL-5] [E16] one person for two members chooses for which, and votes for each', async () => {
    const proposal = await tabledAndAgreed('Two hats, two votes', []);
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(page, stage.playground, 'Joseph Mensah');
    await page.getByText('You are Joseph Mensah, deputy for Hamoaze and representative for Shekinah.').waitFor();
    await pressOn(page, proposal, 'Agree');
    await page.getByRole('button', { name: 'Vote for Shekinah' }).waitFor();
    await keepPicture(page, 'choose-capacity');
    await page.getByRole('button', { name: 'Vote for Shekinah' }).click();
    await says(page, proposal, '1 of 9 agreed');
    await pressOn(page, proposal, 'Agree');
    await page.getByRole('button', { name: 'Vote for Hamoaze' }).click();
    await says(page, proposal, '2 of 9 agreed');
  });

  it('[ID-5] an observer is refused kindly, with the reason, and nothing changes', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(page, stage.playground, 'Fiona Marsh', 'IDR');
    const tabled = await press(
      stage.playground,
      'person-2',
      { act: 'form', alliance: 'IDR', form: 'table' },
      { ...words, class: 'routine' },
    );
    expect(tabled.status, tabled.body.summary).toBe(200);
    await pressOn(page, 'P-1', 'Agree');
    await answered(page, /^Nothing was recorded\./);
    await answered(page, /evaluator/);
    await keepPicture(page, 'observer-refused');
    await says(page, 'P-1', /^0 of 7 agreed/);
  });

  it('a new deputy is appointed by whoever nominates for the member, and can be sat in for at once', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(page, stage.playground, 'Eleanor Whitlock');
    await page.getByRole('link', { name: 'People and seats' }).click();
    await page.getByRole('link', { name: 'Change people or seats' }).click();
    await page.getByRole('link', { name: 'Appoint somebody' }).click();
    await page.getByLabel('Or somebody new: full name').fill('Imran Shah');
    await page.getByLabel('For which member?').selectOption('BCHA');
    await page.getByLabel('Deputy').check();
    await keepPicture(page, 'appointing');
    await page.getByRole('button', { name: 'Appoint', exact: true }).click();
    await answered(page, 'Recorded.');
    await keepPicture(page, 'appointed');
    await sitDown(page, stage.playground, 'Imran Shah');
    await page.getByText('You are Imran Shah, deputy for BCHA.').waitFor();
  });

  it('[ID-2] [E53] the clock moved past the deadline ends it without a decision, naming who was silent', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(page, stage.playground, 'Margaret Okafor');
    await tableThrough(page, { ...words, title: 'Nobody answers in time' });
    const proposal = 'P-3';
    await says(page, proposal, '0 of 9 agreed');
    await pressOn(page, proposal, 'Agree');
    await says(page, proposal, '1 of 9 agreed');
    const watching = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(watching, stage.playground, 'Priya Nair');
    const panel = page.locator('#clock');
    const outcome =
      'Lapsed, no decision: no position from Livewell Southwest, Hamoaze, BCHA, Harbour, Shekinah, The Zone, PATH, Livewest';
    for (let moves = 0; moves < 30 && (await page.getByText(outcome).count()) === 0; moves += 1) {
      const now = await panel.locator('time').first().getAttribute('datetime');
      await panel.getByRole('button', { name: 'To what is next' }).click();
      await panel.locator(`time:not([datetime="${now}"])`).waitFor();
    }
    await says(page, proposal, outcome);
    await says(watching, proposal, outcome);
    await keepPicture(page, 'lapsed');
    expect(await page.getByText('PLY-2030-002').count()).toBe(0);
  });
});
