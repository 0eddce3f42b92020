import type { Button } from '../../src/cards/card.js';
import { shorten, visibleLine } from '../../src/cards/fit.js';
import { actIn } from '../../src/cards/press.js';
import { teamsLimits } from './limits.js';

/**
 * Where a card is shown, which decides what its buttons do: in a conversation an order is an Action.Execute, whose answer
 * takes the card's place for whoever pressed, and whatever shows or asks something opens a dialog; in a dialog every
 * button is submitted, and the answer takes the dialog's place.
 */
export type Shown = 'conversation' | 'dialog';

export type CardAction =
  | (Look & { readonly type: 'Action.Execute'; readonly verb: typeof pressVerb; readonly data: PressData })
  | (Look & { readonly type: 'Action.Submit'; readonly data: PressData & { readonly msteams?: OpensDialog } });

interface Look {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly tooltip?: string;
}

/**
 * What comes back with a press: the encoded press (src/cards/press.ts), which page of its card was asked for, and whether
 * it is a form that is sent, not one that is asked for.
 */
export interface PressData {
  readonly press: string;
  readonly page?: number;
  readonly sent?: true;
}

/** Teams asks us for a dialog instead of submitting. */
interface OpensDialog {
  readonly type: 'task/fetch';
}

export const pressVerb = 'press';

export const actionOf = ({ label, press, style, spoken }: Button, shown: Shown, page?: number): CardAction => {
  const look: Look = {
    title: shorten(visibleLine(label), teamsLimits.actionTitle, ''),
    ...(style === 'plain' ? {} : { style: style === 'primary' ? 'positive' : 'destructive' }),
    ...(spoken === undefined ? {} : { tooltip: visibleLine(spoken) }),
  };
  const data: PressData = { press, ...(page === undefined ? {} : { page }) };
  if (shown === 'dialog') return { type: 'Action.Submit', ...look, data };
  return actIn(press) === 'order'
    ? { type: 'Action.Execute', ...look, verb: pressVerb, data }
    : { type: 'Action.Submit', ...look, data: { ...data, msteams: { type: 'task/fetch' } } };
};
