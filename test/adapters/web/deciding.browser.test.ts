import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  answered,
  cardOf,
  describeInBrowser,
  keepPicture,
  openStage,
  openWindow,
  pressOn,
  says,
  sitDown,
  tableThrough,
} from './browser.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Who represents each of the nine members of the Plymouth example. */
const representatives = [
  'Margaret Okafor',
  'Priya Nair',
  'Gareth Pugh',
  'Marcus Bailey',
  'Rowan Ellis',
  'Joseph Mensah',
  'Kieran Doyle',
  'Moira Sinclair',
  'Anjali Patel',
] as const;

const words = {
  title: 'Adopt the Alliance values and behaviours',
  text: 'The Alliance adopts the values and behaviours agreed at the launch workshop.\nThey are reviewed each January.',
  bestForPeople: 'People meet the same respect at every door, whichever member runs it.',
};

describeInBrowser('deciding in the playground', () => {
  const stage = openStage();

  /** A mark that a reload would wipe away. */
  const mark = (page: Page): Promise<unknown> => page.evaluate('globalThis.marked = true');
  const isMarked = (page: Page): Promise<boolean> => page.evaluate<boolean>("'marked' in globalThis");

  /** Joseph Mensah speaks for two members, so that he must say for which. */
  const agreeAs = async (page: Page, proposal: string, name: string): Promise<void> => {
    await pressOn(page, proposal, 'Agree');
    if (name === 'Joseph Mensah') await page.getByRole('button', { name: 'Vote for Shekinah' }).click();
    await answered(page, 'Recorded.');
  };

  it('[PL-1] leads a newcomer from the first screen to a table, and nine members to a decision seen live elsewhere', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    await keepPicture(page, 'first-screen');
    await page.getByRole('link', { name: 'Open Plymouth Alliance' }).click();
    await keepPicture(page, 'chairs');
    await page.getByRole('link', { name: /^Naomi Clarke/ }).click();
    await page.getByText('You are Naomi Clarke, Alliance Manager.').waitFor();
    const watching = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(watching, stage.playground, 'Anjali Patel');
    await mark(watching);

    await tableThrough(page, words);
    await says(page, 'P-1', '0 of 9 agreed');
    await says(watching, 'P-1', '0 of 9 agreed');
    await keepPicture(page, 'tabled');

    for (const [at, name] of representatives.slice(0, 8).entries()) {
      await sitDown(page, stage.playground, name);
      await agreeAs(page, 'P-1', name);
      await says(watching, 'P-1', `${at + 1} of 9 agreed`);
    }
    await keepPicture(watching, 'eight-of-nine');
    await pressOn(watching, 'P-1', 'Agree');
    await says(watching, 'P-1', 'Adopted unanimously, 9 of 9');
    await says(page, 'P-1', 'Adopted unanimously, 9 of 9');
    expect(await isMarked(watching)).toBe(true);
    expect(await cardOf(watching, 'P-1').getByRole('button').count()).toBe(0);
    await keepPicture(watching, 'adopted');

    await watching.getByRole('link', { name: 'Decisions' }).first().click();
    await watching.getByText(`PLY-${stage.year}-001`).first().waitFor();
    await keepPicture(watching, 'decisions');
  });

  it('[ID-6] an objection, an amendment, and every member asked again', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    const watching = await openWindow(stage.browser, `${stage.playground.base}/`);
    await sitDown(watching, stage.playground, 'Sunita Rao');
    await sitDown(page, stage.playground, 'Margaret Okafor');
    await tableThrough(page, { ...words, title: 'Move the Thursday drop-in to the Zone', text: 'It moves on 1 June.' });
    const proposal = 'P-2';
    await pressOn(page, proposal, 'Agree');
    await says(watching, proposal, '1 of 9 agreed');

    await sitDown(page, stage.playground, 'Rowan Ellis');
    await pressOn(page, proposal, 'Object');
    await page.getByRole('button', { name: 'Record the objection' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.field.wrong').count()).toBe(1);
    await keepPicture(page, 'objection-without-reason');
    await page.getByLabel('Why do you object?').fill('Our lease on the Thursday rooms runs to September.');
    await page.getByRole('button', { name: 'Record the objection' }).click();
    await says(page, proposal, /Blocked by Harbour/);
    await says(watching, proposal, 'Our lease on the Thursday rooms runs to September.');
    await keepPicture(watching, 'objected');

    await sitDown(page, stage.playground, 'Margaret Okafor');
    await pressOn(page, proposal, 'More');
    await page.getByRole('link', { name: 'Change the text' }).click();
    await page.getByLabel('The proposal, word for word').fill('It moves on 1 October.');
    await page.getByLabel('Why?').fill('So that the lease can end first.');
    await keepPicture(page, 'amending');
    await page.getByRole('button', { name: 'Open the new revision' }).click();
    await answered(page, 'Recorded.');
    await page.getByRole('link', { name: 'Leadership channel' }).click();
    await says(page, proposal, '0 of 9 agreed');
    await says(watching, proposal, '0 of 9 agreed');
    expect(await cardOf(watching, proposal).locator('ins').allTextContents()).toEqual(['October']);
    expect(
      await watching.locator('.talk').getByText(`${proposal}: revision 1 was replaced by revision 2.`).count(),
    ).toBe(1);
    await keepPicture(watching, 'second-revision', true);

    for (const name of representatives) {
      await sitDown(page, stage.playground, name);
      await agreeAs(page, proposal, name);
    }
    await says(watching, proposal, 'Adopted unanimously, 9 of 9');
    await watching.goto(`${stage.playground.base}/PLY/person-11/history/${proposal}`);
    await watching
      .getByText(/Harbour objected/)
      .first()
      .waitFor();
    await keepPicture(watching, 'history', true);
  });

  it('the record that the browser made verifies', async () => {
    await stage.playground.stop();
    const verified = spawnSync(
      process.execPath,
      [
        '--import',
        import.meta.resolve('tsx'),
        join(root, 'adapters/cli/roundtable.ts'),
        'verify',
        'PLY',
        '--database',
        join(stage.playground.folder, 'data/playground.db'),
      ],
      { encoding: 'utf8', cwd: stage.playground.folder },
    );
    expect(verified.stdout + verified.stderr).toMatch(/verified/i);
    expect(verified.status).toBe(0);
  });
});
