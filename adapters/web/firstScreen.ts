import type { AllianceCode } from '../../src/alliance/names.js';
import { isInOffice } from '../../src/alliance/speaking.js';
import { shorten } from '../../src/cards/fit.js';
import type { View } from '../../src/cards/view.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { renderChairs } from './chairs.js';
import { renderClock } from './clockPanel.js';
import { html, type Markup } from './html.js';
import { renderPage } from './page.js';
import { baseOf, type Playground } from './playground.js';
import { drawn } from '../../src/clerk/drawing.js';

/** What this is, in two sentences, and what to click first. */
export const firstScreen = async (playground: Playground): Promise<string> => {
  const words = playgroundWords.first;
  const codes = await codesInOrder(playground);
  const base = baseOf(playground);
  const cards = await Promise.all(
    codes.map((code, at) => drawn(playground.clerk, code, (view) => renderAlliance(view, base, at === 0))),
  );
  return renderPage(
    { title: [], base, alliance: '' },
    html`<div class="stack">
      <div class="hero">
        <div class="stack">
          <h1>${words.heading}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <section class="stack" aria-labelledby="steps">
          <h2 id="steps">${words.stepsHeading}</h2>
          <ol class="steps">
            ${words.steps.map((step) => html`<li>${step}</li>`)}
          </ol>
        </section>
      </div>
      <section class="stack" aria-labelledby="alliances">
        <h2 id="alliances">${words.alliancesHeading}</h2>
        ${codes.length === 0 && html`<p>${words.none}</p>`}
        <div class="alliances">${cards}</div>
      </section>
    </div>`,
  );
};

/** Everybody of one alliance, to choose a chair. Null when there is no such alliance. */
export const chooseChair = (playground: Playground, code: AllianceCode): Promise<string | null> =>
  drawn(playground.clerk, code, (view) => {
    const base = baseOf(playground);
    const { name, charter } = view.alliance;
    const words = playgroundWords.chairs;
    return renderPage(
      { title: [words.heading, name], base, alliance: code },
      html`<div class="two">
        <div class="stack">
          <h1>${name}</h1>
          ${charter.about !== undefined && html`<p class="lead">${charter.about}</p>`}
          <h2>${words.heading}</h2>
          <p>${words.lead(name)}</p>
          <div id="chairs" data-live>
            <div id="chairs-now" data-drawn="${view.alliance.appointments.length}">
              ${renderChairs(view, `${base}/${code}`, null)}
            </div>
          </div>
        </div>
        <aside id="side" data-live>${renderClock(view, base, code)}</aside>
      </div>`,
    );
  });

/** Plymouth first, where the first screen sends a newcomer; the others as they were founded. */
const codesInOrder = async ({ ledger }: Playground): Promise<readonly AllianceCode[]> => {
  const codes = (await ledger.alliances()).map(({ code }) => code);
  return [...codes].sort((a, b) => Number(b === 'PLY') - Number(a === 'PLY'));
};

const renderAlliance = (view: View, base: string, first: boolean): Markup => {
  const { alliance, now } = view;
  const words = playgroundWords.first;
  const seats = [...alliance.members.values()].filter((member) => isInOffice(member, now));
  const voting = seats.filter((member) => member.voting).length;
  return html`<section class="alliance${first ? ' first' : ''}" aria-labelledby="${alliance.code}">
    ${first && html`<p class="flag">${words.startHere}</p>`}
    <h3 id="${alliance.code}">${alliance.name}</h3>
    ${alliance.charter.about !== undefined && html`<p>${shorten(alliance.charter.about, 220, '')}</p>`}
    <p class="soft">${words.members(seats.length, voting)} · ${words.open(alliance.live.size)}</p>
    <p class="begin">
      <a class="button${first ? ' primary' : ''}" href="${base}/${alliance.code}/">${words.enter(alliance.name)}</a>
    </p>
  </section>`;
};
