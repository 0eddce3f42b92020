import type { PersonId } from '../alliance/names.js';
import { holdersOfPower } from '../alliance/speaking.js';
import { buttonBlock, formButton, orderButton } from './buttons.js';
import { plain } from './card.js';
import type { Card } from './card.js';
import { listCard } from './lists.js';
import type { View } from './view.js';
import { calendarWords } from './words/calendar.js';

/** The address under which the reader's own calendar follows the meetings; null where they have none. */
export const calendarCard = (view: View, by: PersonId, address: string | null): Card =>
  listCard(view, calendarWords.title, [
    { kind: 'text', spans: [plain(calendarWords.what(view.alliance.name))] },
    ...(address === null
      ? []
      : [
          { kind: 'text' as const, spans: [{ kind: 'link' as const, text: address, url: address }] },
          { kind: 'note' as const, spans: [plain(calendarWords.secret)] },
        ]),
    ...buttonBlock([
      orderButton(view, address === null ? calendarWords.give : calendarWords.renew, { kind: 'setFeed', feed: 'new' }),
      ...(address === null ? [] : [orderButton(view, calendarWords.stop, { kind: 'setFeed', feed: 'none' }, 'danger')]),
      ...(holdersOfPower(view.alliance, 'changePeople', view.now).includes(by)
        ? [formButton(view, calendarWords.endFor, { form: 'endCalendar' })]
        : []),
    ]),
  ]);

/** The same for somebody to whom no address can be given. */
export const noCalendarCard = (view: View): Card =>
  listCard(view, calendarWords.title, [{ kind: 'text', spans: [plain(calendarWords.noAddress(view.alliance.name))] }]);
