import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fitted, inConversation, pageOf } from '../../../adapters/teams/fit.js';
import { formCard } from '../../../adapters/teams/forms.js';
import { messageTo } from '../../../adapters/teams/message.js';
import { hostileWords, sampleCards, sampleForms } from '../../cards/samples.js';
import { describeInBrowser, openBrowser } from '../web/browser.js';
import { picturesOf } from './pictured.js';

/** What Microsoft's own renderer makes of a card, on a telephone, with Markdown as the standard has it. */
interface Drawn {
  readonly text: string;
  readonly links: readonly string[];
  readonly buttons: readonly string[];
  readonly problems: readonly string[];
  readonly marked: readonly string[];
  readonly width: number;
}

const { resolve } = createRequire(import.meta.url);
const pictures = fileURLToPath(new URL('../../../test-artifacts/teams/', import.meta.url));
const phone = { width: 360, height: 740 };

const openPage = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: phone, deviceScaleFactor: 2 })).newPage();
  await page.setContent(
    '<!doctype html><html lang="en"><body style="margin:0;font:14px Segoe UI, sans-serif"><main></main></body></html>',
  );
  await page.addStyleTag({ path: resolve('adaptivecards/dist/adaptivecards.css') });
  await page.addScriptTag({ path: resolve('markdown-it/dist/markdown-it.min.js') });
  await page.addScriptTag({ path: resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ content: drawing });
  return page;
};

/** In the page: draws a card and says what somebody sees. */
const drawing = `
  const styled = { backgroundColor: '#f0f0f0', foregroundColors: {} };
  window.draw = (json) => {
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdownit().render(text);
      result.didProcess = true;
    };
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig({
      actions: { maxActions: 6, actionsOrientation: 'vertical', actionAlignment: 'stretch', spacing: 'small' },
      containerStyles: { emphasis: { backgroundColor: '#f0f2f5' }, good: { backgroundColor: '#e7f2da' },
        attention: { backgroundColor: '#fbe5e5' }, warning: { backgroundColor: '#fdf1dc' } },
    });
    const context = new AdaptiveCards.SerializationContext();
    card.parse(json, context);
    const problems = [];
    for (let at = 0; at < context.eventCount; at += 1) problems.push(context.getEventAt(at).message);
    for (const { message } of card.validateProperties().validationEvents) problems.push(message);
    const element = card.render();
    document.querySelector('main').replaceChildren(element);
    return {
      text: element.innerText,
      links: [...element.querySelectorAll('a')].map((each) => each.href),
      buttons: [...element.querySelectorAll('button')].map((each) => each.innerText),
      problems,
      marked: [...element.querySelectorAll('em, strong, code, li, blockquote, h1, img, script')].map((each) => each.outerHTML),
      width: document.documentElement.scrollWidth,
    };
  };
`;

describeInBrowser('Microsoft’s own renderer of Adaptive Cards, on a telephone', () => {
  const open: { browser?: Browser; page?: Page } = {};
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    open.browser = await openBrowser();
    open.page = await openPage(open.browser);
  });
  afterAll(async () => open.browser?.close());
  const drawn = async (card: object, name: string): Promise<Drawn> => {
    const seen = await open.page!.evaluate<Drawn>(`draw(${JSON.stringify(card)})`);
    await open.page!.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
    return { ...seen, text: plainly(seen.text) };
  };
  const plainly = (text: string): string => text.replaceAll('\u2060', '').replaceAll(/\s+/gu, ' ');

  it.each(Object.entries(sampleCards()))(
    'shows the card "%s" without a complaint, no wider than the screen',
    async (name, card) => {
      const seen = await drawn(fitted(card, picturesOf), name);
      expect(seen.problems).toEqual([]);
      expect(seen.width).toBeLessThanOrEqual(phone.width);
      expect(seen.text.length).toBeGreaterThan(10);
      const paged = await drawn(pageOf(card, null), `dialog-${name}`);
      expect(paged.problems).toEqual([]);
    },
  );

  it.each(Object.entries(sampleForms()))('shows the form "%s" with its labels', async (name, form) => {
    const seen = await drawn(formCard(form), `form-${name}`);
    expect(seen.problems).toEqual([]);
    expect(seen.width).toBeLessThanOrEqual(phone.width);
    for (const { label } of form.fields) expect(seen.text).toContain(plainly(label));
    expect(seen.buttons.join()).toContain(form.submit);
  });

  it('[F43] shows words that try to be more as they stand: no link, no mark-up, no picture, nobody called', async () => {
    const card = sampleCards()['hostile']!;
    const seen = await drawn(fitted(card, inConversation), 'hostile-again');
    const [times] = [seen.text.split(plainly(hostileWords)).length - 1];
    // Heading, bold, plain, quote, note, fact and its label, roll (label, name, detail, reason), diff twice, list.
    expect(times).toBeGreaterThanOrEqual(10);
    expect(seen.links).toEqual([]);
    expect(seen.marked).toEqual([]);
    expect(fitted(card, inConversation).msteams).not.toHaveProperty('entities');
  });

  it('calls the one who is to be called, and nobody else', () => {
    const { attachments } = messageTo({ id: 'aad', name: 'Eve</at><at>Rowan' }, sampleCards()['hostile']!);
    expect(attachments[0]?.content.msteams.entities).toEqual([
      { type: 'mention', text: '<at>Eve /at at Rowan</at>', mentioned: { id: 'aad', name: 'Eve /at at Rowan' } },
    ]);
  });
});
