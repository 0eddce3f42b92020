import type { Button, Card, Span } from '../../src/cards/card.js';
import { everything, detailSteps, shortest, wholeOf } from '../../src/cards/detail.js';
import type { ShowPress } from '../../src/cards/press.js';
import { encodePress } from '../../src/cards/press.js';
import { teamsCardWords } from '../../src/cards/words/teamsCards.js';
import { actionOf, type CardAction, type Shown } from './actions.js';
import type { AdaptiveCard, Element, MentionEntity } from './elements.js';
import { bytesIn, bytesOf, teamsLimits } from './limits.js';
import { buttonRows, type Place, renderElements } from './render.js';
import { entitiesOf, literalElement, nobody } from './texts.js';

/** In a conversation, with nobody called and the words of pictures in their place. */
export const inConversation: Place = {
  ...{ shown: 'conversation', mentions: nobody },
  ...{ pictures: () => null, invitations: () => null },
};
export const inDialog: Place = { ...inConversation, shown: 'dialog' };

/**
 * The card as one that Teams takes. What does not fit is shortened in steps, and then cut; the card says so, and its
 * last button shows the whole (`whole`, else a press of the card's own). Nothing is dropped silently.
 */
export const fitted = (card: Card, place: Place = inConversation, whole?: string | null): AdaptiveCard =>
  measured(card, place, whole).content;

/** The same as JSON. What was measured is what is sent: writing a card out twice is dear where somebody waits for it. */
export const fittedJson = (card: Card): string => {
  const { content, json } = measured(card, inConversation);
  return json ?? JSON.stringify(content);
};

/** Nearly every card fits as it is; what would stand in place of it is worked out for the others alone. */
const measured = (
  card: Card,
  place: Place,
  whole?: string | null,
): { readonly content: AdaptiveCard; readonly json: string | null } => {
  const entities = place.mentions === nobody ? [] : entitiesOf(spansIn(card), place.mentions);
  const first = adaptiveCard(renderElements(card, place, everything), { entities });
  const json = JSON.stringify(first);
  if (bytesIn(json) <= teamsLimits.cardBytes) return { content: first, json };
  const more = wholeElements(whole === undefined ? wholeOf(card) : whole, place.shown);
  for (const detail of detailSteps.slice(1)) {
    const content = adaptiveCard([...renderElements(card, place, detail), ...more], { entities });
    if (fits(content)) return { content, json: null };
  }
  return { content: cut(renderElements(card, place, shortest), more), json: null };
};

/** The body in its envelope. */
export const adaptiveCard = (
  body: readonly Element[],
  {
    actions = [],
    entities = [],
  }: { readonly actions?: readonly CardAction[]; readonly entities?: readonly MentionEntity[] } = {},
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(actions.length === 0 ? {} : { actions }),
  msteams: { width: 'Full', ...(entities.length === 0 ? {} : { entities }) },
});

/**
 * The whole card, on as many pages as it needs, each of which a dialog takes; `show` is the press by which the others are
 * asked for. A page that is not there is the nearest one that is.
 */
export const pageOf = (card: Card, show: ShowPress | null, page = 1): AdaptiveCard => {
  const pages = pagesOf(renderElements(card, inDialog, everything));
  const number = Math.min(Math.max(page, 1), pages.length);
  const elements = pages[number - 1] ?? [];
  if (show === null || pages.length < 2) return adaptiveCard(elements);
  const press = encodePress(show);
  const turn = (label: string, to: number): CardAction => actionOf({ label, press, style: 'plain' }, 'dialog', to);
  const actions = [
    ...(number > 1 ? [turn(teamsCardWords.previousPage, number - 1)] : []),
    ...(number < pages.length ? [turn(teamsCardWords.nextPage, number + 1)] : []),
  ];
  return adaptiveCard([...elements, literalElement(teamsCardWords.page(number, pages.length))], { actions });
};

const pagesOf = (elements: readonly Element[]): readonly (readonly Element[])[] => {
  const pages: Element[][] = [[]];
  for (const element of elements) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && bytesOf(adaptiveCard([...page, element])) > pageBytes) pages.push([element]);
    else page.push(element);
  }
  return pages;
};

/** Room is left for the buttons that turn pages. */
const pageBytes = teamsLimits.cardBytes - 2_500;

const fits = (card: AdaptiveCard): boolean => bytesOf(card) <= teamsLimits.cardBytes;

const wholeElements = (whole: string | null, shown: Shown): readonly Element[] => [
  literalElement(teamsCardWords.shortened, { size: 'Small' }, { spacing: 'Small' }),
  ...(whole === null ? [] : buttonRows([wholeButton(whole)], shown)),
];

const wholeButton = (press: string): Button => ({ label: teamsCardWords.fullText, press, style: 'plain' });

/** The card's beginning and its last buttons: those are what people act by. */
const cut = (elements: readonly Element[], more: readonly Element[]): AdaptiveCard => {
  const at = elements.findLastIndex(({ type }) => type === 'ActionSet');
  const buttons = elements.filter((_, index) => index === at);
  const end = [...buttons, ...more];
  const kept: Element[] = [];
  for (const element of elements.filter((_, index) => index !== at)) {
    if (!fits(adaptiveCard([...kept, element, ...end]))) break;
    kept.push(element);
  }
  return adaptiveCard([...kept, ...end]);
};

/** Every span of a card in which somebody can be called. */
const spansIn = ({ blocks }: Card): readonly Span[] =>
  blocks.flatMap((block): readonly Span[] => {
    switch (block.kind) {
      case 'text':
      case 'note':
        return block.spans;
      case 'facts':
        return block.facts.flatMap(({ spans }) => spans);
      case 'roll':
        return block.rows.flatMap(({ detail }) => detail);
      case 'list':
        return block.items.flat();
      case 'heading':
      case 'quote':
      case 'diff':
      case 'picture':
      case 'invitation':
      case 'buttons':
      case 'divider':
        return [];
    }
  });
