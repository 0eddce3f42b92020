import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { moveTo, type PlaygroundProcess, startPlayground } from './playgroundProcess.js';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => place !== undefined && place !== '' && existsSync(place));

/**
 * Tests in a real Chromium. Where there is none they do not run, and one line says so; with `CI=true` that is a failure,
 * since a run that looks complete must be complete.
 */
export const describeInBrowser = (name: string, tests: () => void): void => {
  const missing = executablePath === undefined && process.env.CI !== 'true';
  if (missing) {
    console.warn(
      `Not run for want of a browser: ${name}. Install one (apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chromium npm test`,
    );
  }
  describe.skipIf(missing)(name, tests);
};

/** A playground at a Wednesday morning, and a browser; both are gone after the tests. */
export interface Stage {
  readonly playground: PlaygroundProcess;
  readonly browser: Browser;
  /** The year that the playground's clock shows. */
  readonly year: string;
}

export const openStage = (): Stage => {
  const open: { playground?: PlaygroundProcess; browser?: Browser; year?: string } = {};
  beforeAll(async () => {
    open.playground = await startPlayground();
    const { body } = await moveTo(open.playground, '2030-04-03T09:02:00.000Z');
    open.year = body.now?.slice(0, 4);
    open.browser = await openBrowser();
  });
  afterAll(async () => {
    await open.browser?.close();
    await open.playground?.remove();
  });
  return {
    get playground() {
      return open.playground!;
    },
    get browser() {
      return open.browser!;
    },
    get year() {
      return open.year!;
    },
  };
};

/** A browser of its own. */
export const openBrowser = (): Promise<Browser> => {
  if (executablePath === undefined)
    throw new Error('CI=true, and there is no Chromium: install one or set CHROMIUM_PATH');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

/** A window of its own, as on another person's computer. An error in the page's script fails the test that sees it. */
export const openWindow = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(address);
  return page;
};

/** The chair of a person in the Plymouth example, by name. */
export const sitDown = async (page: Page, { base }: PlaygroundProcess, name: string, code = 'PLY'): Promise<void> => {
  await page.goto(`${base}/${code}/`);
  await page
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.getByText(`You are ${name}`).waitFor();
};

/** The living card of a proposal in the room. */
export const cardOf = (page: Page, proposal: string) => page.locator(`#${proposal} article`);

/** Presses a button or link of a proposal's card by what stands on it. */
export const pressOn = (page: Page, proposal: string, label: string): Promise<void> =>
  cardOf(page, proposal).locator('a, button').getByText(label, { exact: true }).click();

/** The private answer to this chair. */
export const answered = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('.only-you').getByText(words).first().waitFor();

/** Says what a proposal's card must come to say, here without a reload. */
export const says = (page: Page, proposal: string, words: string | RegExp): Promise<void> =>
  cardOf(page, proposal).getByText(words).first().waitFor();

export interface TabledWords {
  readonly title: string;
  readonly text: string;
  readonly bestForPeople: string;
}

export const tableThrough = async (page: Page, words: TabledWords): Promise<void> => {
  await page.locator('.compose').getByRole('link', { name: 'Table a proposal' }).click();
  await page.getByLabel('Title').fill(words.title);
  await page.getByLabel('How is this best for people using services?').fill(words.bestForPeople);
  await page.getByLabel('The proposal, word for word').fill(words.text);
  await page.getByRole('button', { name: 'Table it' }).click();
};

const pictures = fileURLToPath(new URL('../../../test-artifacts/playground/', import.meta.url));

/** Keeps a picture for people to look at. */
export const keepPicture = async (page: Page, name: string, fullPage = false): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage, animations: 'disabled' });
};

/** What axe finds wrong with the page as it stands, in a line each. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
};
