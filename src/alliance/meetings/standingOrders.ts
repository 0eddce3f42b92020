import type { Alliance } from '../alliance.js';
import { clearWorkingDaysBefore, endOfWorkingDay, localDateOf } from '../calendar.js';
import type { Calendar } from '../calendar.js';
import type { CharterSettings } from '../charter.js';
import { usualStandingOrders } from '../charterMeetings.js';
import type { StandingOrders } from '../charterMeetings.js';
import type { Instant } from '../instant.js';
import type { Meeting } from './meeting.js';

/** The standing orders of a charter; the usual ones where it has none of its own. */
export const standingOrdersOf = ({ meetings }: CharterSettings): StandingOrders => meetings ?? usualStandingOrders;

/** Those under which a meeting was called, whatever was adopted since (as domain.md E72). */
export const ordersOf = (alliance: Alliance, { charterRevision }: Meeting): StandingOrders =>
  standingOrdersOf(alliance.charters.get(charterRevision) ?? alliance.charter);

/** The last moment that leaves so many clear working days before a meeting: both ends are left out (domain.md B49). */
export const clearBefore = (calendar: Calendar, startsAt: Instant, workingDays: number): Instant =>
  endOfWorkingDay(calendar, clearWorkingDaysBefore(calendar, localDateOf(calendar, startsAt), workingDays));

/** Until when agenda and papers go out in time. */
export const papersDue = (alliance: Alliance, meeting: Meeting): Instant =>
  clearBefore(alliance.charter.calendar, meeting.startsAt, ordersOf(alliance, meeting).papersWorkingDays);

/** The leadership team: the one body that decides in this release. */
export const decides = ({ charter }: Alliance, { body }: Pick<Meeting, 'body'>): boolean =>
  charter.bodies[0]?.id === body;
