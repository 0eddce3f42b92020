import type { PersonId } from '../../src/alliance/names.js';
import { showNames } from '../../src/cards/pressShape.js';
import type { View } from '../../src/cards/view.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { chairWords, renderChairs } from './chairs.js';
import { html, type Markup } from './html.js';

/** Where a person is: the alliance, its pages, and in whose chair; with the way to another chair. */
export const renderPlace = (view: View, base: string, person: PersonId, at: Tab | null, waiting: number): Markup => {
  const { alliance } = view;
  const chair = `${base}/${alliance.code}/${person.replace(':', '-')}`;
  return html`<div class="place">
      <div class="wide">
        <h1><a href="${chair}/#latest">${alliance.name}</a></h1>
        <nav class="tabs" id="tabs" aria-label="${playgroundWords.tabs.label}" data-live>
          ${tabs.map((tab) => renderTab(tab, chair, tab === at, tab === 'mine' ? waiting : 0))}
        </nav>
      </div>
    </div>
    <div class="chair">
      <div class="wide" id="chair" data-live>${renderChair(view, `${base}/${alliance.code}`, person)}</div>
    </div>`;
};

export type Tab = 'room' | 'mine' | 'open' | 'meetings' | 'actions' | 'decisions' | 'digest' | 'people';

export const tabs: readonly Tab[] = ['room', 'mine', 'open', 'meetings', 'actions', 'decisions', 'digest', 'people'];

/** The tab under which a page of the chair stands. */
export const tabOf = (page: string): Tab | null => {
  const [show] = page.split('/');
  if (page === '') return 'room';
  return tabs.find((tab) => tab === (show === undefined ? null : (tabsOfCards.get(show) ?? show))) ?? null;
};

/** Cards that stand under the tab of others. */
const tabsOfCards: ReadonlyMap<string, Tab> = new Map([
  ['changePeople', 'people'],
  ['meeting', 'meetings'],
  ['minutes', 'meetings'],
  ['action', 'actions'],
]);

/** Whether a page of a chair may be returned to: the room, or a card of its own. */
export const isPage = (page: string): boolean =>
  page === '' || showNames.some((show) => page === show || new RegExp(`^${show}/[PMA]-[1-9]\\d{0,8}$`, 'u').test(page));

const renderTab = (tab: Tab, chair: string, current: boolean, waiting: number): Markup => {
  const words = playgroundWords.tabs;
  const href = tab === 'room' ? `${chair}/#latest` : `${chair}/${tab}`;
  return html`<a
    id="tab-${tab}"
    data-drawn="${waiting}"
    data-key="tab ${tab}"
    href="${href}"
    ${current && html` aria-current="page"`}
    >${words[tab]}${
      waiting > 0 &&
      html` <span class="count" aria-hidden="true">${waiting}</span
        ><span class="unseen">, ${words.waiting(waiting)}</span>`
    }</a
  >`;
};

const renderChair = (view: View, base: string, person: PersonId): Markup => {
  const words = chairWords(view, person);
  return html`<div id="chair-now" data-drawn="${words} ${view.alliance.appointments.length}">
    <details id="chairs">
      <summary data-key="chairs">
        <span>${words}.</span> <span class="change">${playgroundWords.chairs.change}</span>
      </summary>
      <h2 class="unseen">${playgroundWords.chairs.heading}</h2>
      ${renderChairs(view, base, person)}
    </details>
  </div>`;
};
