import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { waitingCount } from '../../src/cards/lists.js';
import type { Card } from '../../src/cards/card.js';
import type { ShowPress } from '../../src/cards/press.js';
import { type ShowName, showNames } from '../../src/cards/pressShape.js';
import type { View } from '../../src/cards/view.js';
import { chairAddress } from './chairs.js';
import { renderClock } from './clockPanel.js';
import { playgroundPages } from './files.js';
import { renderPlace, tabOf } from './frame.js';
import { html, type Markup } from './html.js';
import { renderPage } from './page.js';
import { baseOf, means, type Playground } from './playground.js';
import { digestOf, type Place, renderCard } from './render.js';
import { renderAnswer } from './timeline.js';
import { drawn } from '../../src/clerk/drawing.js';
import { privateCard } from '../../src/clerk/privateCard.js';

/**
 * A card of its own: what waits on the person, the register, a history … Null for a page that is none, or when there
 * is no such alliance, proposal or person.
 */
export const cardPage = async (
  playground: Playground,
  code: AllianceCode,
  person: PersonId,
  page: string,
): Promise<string | null> => {
  const press = pressFor(code, page);
  if (press === null) return null;
  const { proposal, meeting, action } = press;
  const alliance = await playground.clerk.view(code);
  if (alliance?.people.has(person) !== true) return null;
  if (proposal !== undefined && !alliance.proposals.has(proposal)) return null;
  if (meeting !== undefined && !alliance.meetings.has(meeting)) return null;
  if (action !== undefined && !alliance.actions.has(action)) return null;
  const card = await privateCard(playground.clerk, press, person, { pages: playgroundPages(playground) });
  if (card === null) return null;
  return drawn(playground.clerk, code, (view) => renderCardPage(playground, view, person, { card, page }));
};

interface Shown {
  readonly card: Card;
  readonly page: string;
}

/** A card about one proposal, meeting or action names it; a card about the alliance names none. */
const pressFor = (alliance: AllianceCode, page: string): ShowPress | null => {
  const [name, of] = page.split('/') as [ShowName, string?];
  const about = subjects.get(name);
  if (!showNames.includes(name) || (about === undefined) !== (of === undefined)) return null;
  return { act: 'show', alliance, show: name, ...(about === undefined ? {} : { [about]: of }) };
};

const subjects: ReadonlyMap<ShowName, 'proposal' | 'meeting' | 'action'> = new Map([
  ['proposal', 'proposal'],
  ['more', 'proposal'],
  ['history', 'proposal'],
  ['meeting', 'meeting'],
  ['minutes', 'meeting'],
  ['papers', 'meeting'],
  ['action', 'action'],
]);

const renderCardPage = (playground: Playground, view: View, person: PersonId, { card, page }: Shown): string => {
  const base = baseOf(playground);
  const { code, name } = view.alliance;
  const place: Place = {
    chair: chairAddress(`${base}/${code}`, person),
    page,
    ...means(playground),
  };
  return renderPage(
    {
      title: [card.summary, name],
      base,
      alliance: code,
      place: renderPlace(view, base, person, tabOf(page), waitingCount(view, person)),
    },
    html`<div class="two">
      <div id="shown" data-live>
        ${renderNewest(playground, `${code}/${person}`, place)}
        <div id="shown-card" data-drawn="${digestOf(card)}" data-summary="${card.summary}">
          ${renderCard(card, place)}
        </div>
      </div>
      <aside id="side" data-live>${renderClock(view, base, `${code}/${person.replace(':', '-')}/${page}`)}</aside>
    </div>`,
  );
};

/** What was last answered to a press on this page, to this chair alone. */
const renderNewest = (playground: Playground, chair: string, place: Place): Markup => {
  const newest = playground.answers.of(chair).findLast(({ page }) => page === place.page);
  return html`${newest && html`<div id="newest" data-drawn="${newest.id}">${renderAnswer(newest, place)}</div>`}`;
};
