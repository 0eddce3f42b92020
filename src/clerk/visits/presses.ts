import type { PersonId } from '../../alliance/names.js';
import type { Press } from '../../cards/press.js';
import type { Answer, Asked } from './typed.js';
import { form, serve, show } from './typedActs.js';

/**
 * Does what a button means, by somebody who is known: an order is carried out and durable when this resolves, a form is
 * given out, a card is shown. What the form is to hold already is in `words`.
 */
export const answerPress = (
  asked: Pick<Asked, 'counter' | 'visitor' | 'cause' | 'occurredAt'>,
  press: Press,
  by: PersonId,
  words: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  switch (press.act) {
    case 'order':
      return serve(asked, press.alliance, by, press.command);
    case 'form':
      return form(asked, press, by, words);
    case 'show':
      return show(asked, press, by);
  }
};
