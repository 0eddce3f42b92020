import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { mayRead } from '../../src/alliance/reading.js';
import { waitingCount } from '../../src/cards/lists.js';
import { welcomeCard } from '../../src/cards/people.js';
import { encodePress } from '../../src/cards/press.js';
import type { View } from '../../src/cards/view.js';
import { titleOf } from '../../src/cards/words/names.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { statusLine } from '../../src/cards/words/status.js';
import { chairAddress } from './chairs.js';
import { renderClock } from './clockPanel.js';
import { renderPlace } from './frame.js';
import { html, type Markup } from './html.js';
import { renderPage } from './page.js';
import { baseOf, means, type Playground } from './playground.js';
import { formAddress, type Place, renderCard } from './render.js';
import { renderTimeline, stretchOf, type Told } from './timeline.js';
import { roomDigest } from './weekly.js';
import { drawn } from '../../src/clerk/drawing.js';

/** The leadership channel as one chair sees it. Null when there is no such alliance or nobody in that chair. */
export const room = async (
  playground: Playground,
  code: AllianceCode,
  person: PersonId,
  before: number | null,
): Promise<string | null> => {
  const stretch = await stretchOf(playground.clerk, code, before);
  const digest = await roomDigest(playground.clerk, code);
  return drawn(playground.clerk, code, (view) =>
    view.alliance.people.has(person) ? renderRoom(playground, view, person, { ...stretch, digest }) : null,
  );
};

const renderRoom = (playground: Playground, view: View, person: PersonId, stretch: Told): string => {
  const words = playgroundWords.room;
  const base = baseOf(playground);
  const { code, name } = view.alliance;
  const chair = chairAddress(`${base}/${code}`, person);
  const place: Place = { chair, page: '', ...means(playground) };
  const reads = mayRead(view.alliance, { kind: 'alliance' }, person, view.now);
  const table = formAddress(place, encodePress({ act: 'form', alliance: code, form: 'table' }));
  return renderPage(
    {
      title: [words.heading, name],
      base,
      alliance: code,
      place: renderPlace(view, base, person, 'room', waitingCount(view, person)),
    },
    html`<div class="two">
      <div>
        <h2 class="unseen">${words.heading}</h2>
        ${reads ? renderTalk(playground, view, person, stretch, place) : html`<p>${words.noPart}</p>`}
        ${
          reads &&
          html`<div class="compose">
            <div class="bar">
              <span>${words.compose}</span>
              <a class="button primary" data-form data-key="table" href="${table}">${words.table}</a>
            </div>
          </div>`
        }
        <a class="button small newer" id="newer" href="#latest" hidden>${words.newer}</a>
      </div>
      <aside id="side" data-live>
        ${renderClock(view, base, `${code}/${person.replace(':', '-')}/`)}${reads && renderOpen(view, chair)}
      </aside>
    </div>`,
  );
};

const renderTalk = (playground: Playground, view: View, person: PersonId, stretch: Told, place: Place): Markup => {
  const words = playgroundWords.room;
  const first = stretch.entries[0]?.seq ?? 1;
  const answers = playground.answers.of(`${view.alliance.code}/${person}`);
  return html`${stretch.earlier && html`<p><a href="?before=${first}">${words.earlier}</a></p>`}
    <ol class="talk" id="talk" data-live>
      ${!stretch.earlier && renderWelcome(view, person, place)}${renderTimeline(view, person, stretch, answers, place)}
    </ol>
    ${stretch.later && html`<p><a href="${place.chair}/#latest">${words.latest}</a></p>`}
    <span id="latest" tabindex="-1"></span>`;
};

const renderWelcome = (view: View, person: PersonId, place: Place): Markup =>
  html`<li id="welcome" data-drawn="">${renderCard(welcomeCard(view, person), place)}</li>`;

/** What is open, in a line each, with the way to its card. */
const renderOpen = (view: View, chair: string): Markup => {
  const live = [...view.alliance.live].flatMap((id) => view.alliance.proposals.get(id) ?? []);
  if (live.length === 0) return html``;
  const lines = live.map((proposal) => ({
    id: proposal.id,
    title: titleOf(view, proposal),
    status: statusLine(view, proposal),
  }));
  return html`<section class="panel" id="open" data-drawn="${lines.map(({ id, status }) => id + status).join()}">
    <h2>${playgroundWords.tabs.open}</h2>
    <ul>
      ${lines.map(
        ({ id, title, status }) =>
          html`<li>
            <a href="${chair}/#${id}" data-key="open ${id}">${id} · ${title}</a><br /><span class="soft"
              >${status}</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
};
