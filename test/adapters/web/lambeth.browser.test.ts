import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/store.js';
import { audit } from '../../../src/ledger/auditor.js';
import { type Entry, readEntry } from '../../../src/ledger/entry.js';
import { exampleCharter } from '../../alliance/charters.js';
import { momentIn } from '../../cast/clocks.js';
import { type Answers, expectLambethBook, lambethMeeting } from '../lambethMeeting.js';
import { describeInBrowser, keepPicture, openStage, openWindow } from './browser.js';
import { moveTo } from './playgroundProcess.js';

const { calendar, people } = exampleCharter('lwn');

describeInBrowser('a monthly meeting in the playground', () => {
  const stage = openStage();

  it('goes from its notice to confirmed minutes by the buttons, on a telephone', { timeout: 300_000 }, async () => {
    const { playground } = stage;
    const page = await openWindow(stage.browser, `${playground.base}/`, { viewport: { width: 360, height: 780 } });
    const chairOf = (who: string): string =>
      `${playground.base}/LWN/person-${people.findIndex(({ name }) => name === who) + 1}`;
    let pictures = 0;
    const sees = async (who: string, card: string): Promise<string> => {
      await page.goto(`${chairOf(who)}/${card.replace(' ', '/')}`);
      await keepPicture(page, `lambeth-${String((pictures += 1)).padStart(2, '0')}-${card.replace(' ', '-')}`, true);
      return page.locator('#shown-card').innerText();
    };
    await lambethMeeting(
      {
        until: async (said) => {
          await moveTo(playground, momentIn(calendar, said));
        },
        sees,
        presses: async (who, card, label, answers) => {
          await page.goto(`${chairOf(who)}/${card.replace(' ', '/')}`);
          const before = await page.locator('.only-you[id]').all();
          const known = await Promise.all(before.map((answer) => answer.getAttribute('id')));
          await page.locator('#shown-card').locator('a, button').getByText(label, { exact: true }).click();
          if (answers !== undefined) await fill(page, answers);
          const fresh = `.only-you[id]${known.map((id) => `:not([id="${id ?? ''}"])`).join('')}`;
          return page.locator(fresh).first().innerText();
        },
      },
      '2030-04-03',
    );
    await playground.stop();
    const store = openStore(join(playground.folder, 'data', 'playground.db'), { reading: true });
    const sealed = await store.read('LWN', 0, 100_000);
    const { findings } = audit({ entries: sealed, signedHead: await store.signedHead('LWN') });
    await store.close();
    expect(findings).toEqual([]);
    expectLambethBook(
      sealed.flatMap(({ event }) => {
        const entry = readEntry(event);
        return 'unknown' in entry ? [] : [entry satisfies Entry];
      }),
    );
  });
});

/** Answers the form that is open, field by field, and sends it. */
const fill = async (page: Page, answers: Answers): Promise<void> => {
  for (const [name, answer] of Object.entries(answers)) {
    const field = page.locator(`[name="answer.${name}"]`);
    await field.first().waitFor();
    if ((await page.locator(`[type=radio][name="answer.${name}"]`).count()) > 0)
      await page.locator(`[name="answer.${name}"][value="${answer}"]`).check();
    else if ((await page.locator(`select[name="answer.${name}"]`).count()) > 0) await field.selectOption(answer);
    else await field.fill(answer);
  }
  await keepPicture(page, `lambeth-form-${Object.keys(answers).join('-')}`, true);
  await page.locator('section.form button.primary').click();
};
