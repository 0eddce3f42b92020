import { playgroundWords } from '../../src/cards/words/playground.js';
import { styles } from './assets.js';
import { html, type Markup } from './html.js';

/** What stands around the main part of a page. */
export interface Frame {
  /** From the particular to the general; the product's name is added. */
  readonly title: readonly string[];
  /** Address of the playground with its token, or "" where nobody has shown one. */
  readonly base: string;
  /** Code of the alliance whose news this page listens to, or "". */
  readonly alliance: string;
  /** Between the top line and the main part: where this is, and in whose chair. */
  readonly place?: Markup;
  readonly wide?: boolean;
}

/** A whole page. Style and script come from files of our own, so that the browser may refuse every other. */
export const renderPage = (frame: Frame, main: Markup): string => {
  const words = playgroundWords;
  const page = html`<html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${words.pageTitle(frame.title)}</title>
      <link rel="icon" href="/static/roundtable.svg" type="image/svg+xml" />
      ${styles.map((name) => html`<link rel="stylesheet" href="/static/${name}" />`)}
      <script src="/static/playground.js" type="module"></script>
    </head>
    <body data-base="${frame.base}" data-alliance="${frame.alliance}" data-away="${words.away}">
      <a class="skip" href="#main">${words.skip}</a>
      <header>
        <div class="top">
          <div class="wide">
            ${
              frame.base === ''
                ? html`<span class="brand">${sign}${words.title}</span>`
                : html`<a class="brand" href="${frame.base}/">${sign}${words.title}</a>`
            }
            <span class="practice">${words.practice}</span>
            <span class="practice-note">${words.practiceNote}</span>
          </div>
        </div>
        ${frame.place}
      </header>
      <main id="main" class="wide" tabindex="-1">${main}</main>
      <p id="said" class="unseen" role="status"></p>
      <footer class="foot"><div class="wide">${words.foot}</div></footer>
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}`;
};

/** A page that says one thing. */
export const renderNotice = (base: string, title: string, sentence: string): string =>
  renderPage(
    { title: [title], base, alliance: '' },
    html`<section class="narrow stack form" id="part" aria-labelledby="part-title">
      <h1 id="part-title">${title}</h1>
      <p>${sentence}</p>
      ${base !== '' && html`<p><a href="${base}/" data-close>${playgroundWords.form.backToStart}</a></p>`}
    </section>`,
  );

/** Nine seats around a table. */
const sign = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="5" fill="none" stroke="currentColor" stroke-width="2" />
  ${[0, 40, 80, 120, 160, 200, 240, 280, 320].map(
    (angle) => html`<circle cx="12" cy="2.6" r="1.5" fill="currentColor" transform="rotate(${angle} 12 12)" />`,
  )}
</svg>`;
