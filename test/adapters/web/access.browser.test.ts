import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { encodePress } from '../../../src/cards/press.js';
import {
  accessibilityProblems,
  answered,
  cardOf,
  describeInBrowser,
  keepPicture,
  openStage,
  openWindow,
  pressOn,
  says,
  sitDown,
} from './browser.js';
import { press } from './playgroundProcess.js';

const words = {
  class: 'routine',
  title: 'Open the day centre on Sundays',
  text: 'From May the day centre opens on Sundays from 10:00 to 16:00.\nHarbour and Shekinah staff it in turn.',
  bestForPeople: 'Sunday is the day on which people told us that there is nowhere to go.',
};

describeInBrowser('the playground for everybody', () => {
  const stage = openStage();
  beforeAll(() => tellAStory());

  /** One proposal with every mark on its roll, one that was amended, one that was adopted. */
  const tellAStory = async (): Promise<void> => {
    const table = { act: 'form', alliance: 'PLY', form: 'table' } as const;
    await press(stage.playground, 'person-1', table, words);
    await press(stage.playground, 'person-1', table, { ...words, title: 'Buy a second minibus' });
    const on = { proposal: 'P-1', revision: 1 } as const;
    const agree = (proposal: 'P-1' | 'P-2') =>
      ({
        act: 'order',
        alliance: 'PLY',
        command: { kind: 'recordPosition', proposal, revision: 1, position: 'agree' },
      }) as const;
    const form = { act: 'form', alliance: 'PLY', ...on } as const;
    const steps = [
      press(stage.playground, 'person-1', agree('P-1')),
      press(
        stage.playground,
        'person-4',
        { ...form, form: 'reservation' },
        { reason: 'If the rota holds until June.' },
      ),
      press(
        stage.playground,
        'person-10',
        { ...form, form: 'object' },
        { reason: 'Our staff have no Sunday contract.', wouldChange: 'A start in September.' },
      ),
      press(
        stage.playground,
        'person-19',
        { ...form, form: 'interest' },
        { nature: 'We own the building.', level: 'recuse', scope: 'organisation' },
      ),
    ];
    for (const { status, body } of await Promise.all(steps)) expect(status, body.summary).toBe(200);
    const amended = await press(
      stage.playground,
      'person-1',
      { act: 'form', alliance: 'PLY', form: 'amend', proposal: 'P-2', revision: 1 },
      {
        title: 'Buy a second minibus',
        text: 'A second-hand one.',
        bestForPeople: words.bestForPeople,
        why: 'Cheaper.',
      },
    );
    expect(amended.status, amended.body.summary).toBe(200);
  };

  const formAt = (form: 'table' | 'object'): string => {
    const on = form === 'table' ? {} : { proposal: 'P-1' as const, revision: 1 };
    return `/PLY/person-8/form?press=${encodeURIComponent(encodePress({ act: 'form', alliance: 'PLY', form, ...on }))}`;
  };

  const screens: readonly (readonly [name: string, path: string, before?: (page: Page) => Promise<unknown>])[] = [
    ['first', '/'],
    ['chairs', '/PLY/'],
    ['room', '/PLY/person-8/'],
    ['room with chairs open', '/PLY/person-8/', (page) => page.getByText('Change chairs').click()],
    ['waits on me', '/PLY/person-8/mine'],
    ['open proposals', '/PLY/person-8/open'],
    ['decisions', '/PLY/person-8/decisions'],
    ['this week', '/PLY/person-8/digest'],
    ['people', '/PLY/person-8/people'],
    ['changing people', '/PLY/person-8/changePeople'],
    ['history', '/PLY/person-8/history/P-1'],
    ['more', '/PLY/person-8/more/P-1'],
    ['form', formAt('table')],
    [
      'form with problems',
      formAt('object'),
      async (page) => {
        await page.getByRole('button', { name: 'Record the objection' }).click();
        await page.getByRole('alert').waitFor();
      },
    ],
    [
      'form in a dialog',
      '/PLY/person-8/',
      async (page) => {
        await pressOn(page, 'P-1', 'Declare interest');
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'refusal',
      '/PLY/person-9/',
      async (page) => {
        await pressOn(page, 'P-1', 'Agree');
        await answered(page, /^Nothing was recorded\./);
      },
    ],
    ['not found', '/nowhere'],
  ];

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'axe finds nothing wrong at %i px, %s, on any screen',
    async (width, colorScheme) => {
      const page = await openWindow(stage.browser, `${stage.playground.base}/`, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      const problems: string[] = [];
      for (const [name, path, before] of screens) {
        await page.goto(stage.playground.base + path);
        await before?.(page);
        problems.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
        const wider = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
        if (wider > 0) problems.push(`${name}: ${wider} px wider than the window`);
        await keepPicture(page, `${width}-${colorScheme}-${name.replaceAll(' ', '-')}`, true);
      }
      await page.context().close();
      expect(problems).toEqual([]);
    },
    180_000,
  );

  it('everything works without script: change chairs, table, be corrected, agree, object', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Open Plymouth Alliance' }).click();
    await page.getByRole('link', { name: /^Margaret Okafor/ }).click();
    await page.locator('.compose').getByRole('link', { name: 'Table a proposal' }).click();
    await page.getByLabel('Title').fill('Without script');
    await page.getByLabel('The proposal, word for word').fill('It works all the same.');
    await page.getByRole('button', { name: 'Table it' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('The proposal, word for word').inputValue()).toBe('It works all the same.');
    await keepPicture(page, 'without-script-corrected', true);
    await page
      .getByLabel('How is this best for people using services?')
      .fill('People with old telephones can take part.');
    await page.getByRole('button', { name: 'Table it' }).click();
    await answered(page, 'Recorded.');
    await pressOn(page, 'P-3', 'Agree');
    await says(page, 'P-3', '1 of 9 agreed');
    await page.getByText('Change chairs').click();
    await page.getByRole('link', { name: /^Rowan Ellis/ }).click();
    await pressOn(page, 'P-3', 'Object');
    await page.getByLabel('Why do you object?').fill('We would rather have script.');
    await page.getByRole('button', { name: 'Record the objection' }).click();
    await says(page, 'P-3', /Blocked by Harbour/);
    await page.getByRole('button', { name: 'Forward 1 hour' }).click();
    await page.getByText('Wed 3 Apr 2030, 11:').first().waitFor();
    await page.context().close();
  });

  it('everything can be done by keyboard: find the way, table, agree, and stay where one was', async () => {
    const page = await openWindow(stage.browser, `${stage.playground.base}/`);
    /** Presses Tab until what has the focus says this. */
    const tabTo = async (label: string | RegExp): Promise<void> => {
      for (let presses = 0; presses < 200; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<string>(
          `(() => {
            const { activeElement, body } = document;
            if (activeElement === null || activeElement === body) return '';
            return activeElement.labels?.[0]?.textContent ?? activeElement.textContent ?? '';
          })()`,
        );
        const said = focused.trim().replace(/\s+/g, ' ');
        if (typeof label === 'string' ? said === label : label.test(said)) return;
      }
      throw new Error(`no Tab leads to ${String(label)}`);
    };
    await tabTo('Skip to the main part');
    await page.keyboard.press('Enter');
    await tabTo('Open Plymouth Alliance');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/PLY\/$/);
    await tabTo(/^Margaret Okafor/);
    await page.keyboard.press('Enter');
    await page.getByText('You are Margaret Okafor').waitFor();
    await tabTo('Table a proposal');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo('Title');
    await page.keyboard.type('By keyboard alone');
    await tabTo('How is this best for people using services?');
    await page.keyboard.type('Nobody needs a mouse to take part.');
    await tabTo('The proposal, word for word as it shall be adopted');
    await page.keyboard.type('Every screen can be used by keyboard.');
    await tabTo('Table it');
    await page.keyboard.press('Enter');
    const card = cardOf(page, 'P-4');
    await card.waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await card
      .getByRole('button', { name: /^Agree/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await says(page, 'P-4', '1 of 9 agreed');
    expect(await page.evaluate<string>('document.activeElement?.textContent')).toBe('Agree');
    await sitDown(page, stage.playground, 'Margaret Okafor');
    await pressOn(page, 'P-4', 'Object');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate<string>('document.activeElement?.textContent')).toBe('Object');
    await page.context().close();
  });
});
