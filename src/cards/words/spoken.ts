import type { Instant } from '../../alliance/instant.js';
import type { Unclear } from '../spoken/moment.js';
import type { View } from '../view.js';
import { momentWords } from './moments.js';

/** How words were read, before they count: the same words sent again are a yes. */
export const readingWords = (view: View, at: Instant, isRolled: boolean): string =>
  `This is read as ${momentWords(view, at)}${isRolled ? ', the next working time' : ''}. If that is right, send the form again; if not, change the words or use the date above.`;

/** Why words were not read, and what to write instead. */
export const unclearWords: Readonly<Record<Unclear, string>> = {
  unknown: 'These words are not understood. Write, for example, “next Friday 5pm”, “5 working days” or “14 April”.',
  whichHalf: 'Is that morning or afternoon? Write, for example, “9am”, “5pm” or “17:00”.',
  noMoment: 'That is no one time. Write, for example, “noon”, “4pm” or “close of play”.',
  midnight: 'Midnight belongs to two days. Write a time within working hours, or “close of play”.',
  noDay: 'Which day of it? Write, for example, “next Friday” or “14 April”.',
  todayOrLater: 'That is today’s own day. Write “today”, or a date such as “14 April”.',
  clearDays: 'Write “clear working days”, or the date: weekends and holidays count differently for different people.',
  whichWeek: 'People mean different weeks by that. Write “next Friday”, “a week on Friday” or the date.',
  wrongWeekday: 'That date is another day of the week. Write the one that you mean.',
  noSuchDay: 'There is no such day. Write a date like 14 April.',
  past: 'That is in the past. Write a time still to come.',
};
