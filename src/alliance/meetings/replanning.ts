import type { CommandOf } from '../commands.js';
import type { Alliance } from '../alliance.js';
import { workingDaysAfter } from '../calendar.js';
import { write } from '../desk.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import type { Instant, LocalDate } from '../instant.js';
import { textRefusal } from '../limits.js';
import type { MeetingId, SeriesId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { moveTo, placed, whyNotPlace } from './calling.js';
import type { Meeting } from './meeting.js';
import { ownName, whyNotRunner, writeAt } from './meetingDesk.js';
import { callWhatIsDue, whyNotDays, whyNotRule } from './planning.js';
import { plainRule } from './recurrence.js';
import { calledIn, daysIn, timesOn } from './series.js';

/**
 * Gives the meetings of a series another day, hour, place, rule or end from one meeting on (domain.md B48). What was held
 * stands, and so do called meetings before that one. Those from it on move to the days of the new rule one by one, as any
 * meeting is moved: with the reason, a change that calendars hear of, and at short notice where it comes late. One for
 * which the new rule has no day is cancelled; later ones are called anew. Without such a meeting all that are called stand.
 */
export const changeSeries = (desk: Desk, command: CommandOf<'changeSeries'>): Refusal | null => {
  const refusal = whyNotChanged(desk, command);
  if (refusal !== null) return refusal;
  const { moved, cancelled, standsTo } = replanned(desk.alliance, desk.context.at, command);
  const { sealer } = desk;
  const why = sealer.seal(command.why);
  const where = placed(sealer, command);
  const { from, startsAt, endsAt } = command;
  const calledTo = moved.at(-1)?.on ?? standsTo;
  write(
    desk,
    'SeriesChanged',
    {
      series: command.series,
      rule: plainRule(command.rule),
      from,
      startsAt,
      endsAt,
      ...where,
      callerName: ownName(desk),
      why,
      moved: moved.map(({ meeting, on }) => ({ meeting: meeting.id, on })),
      ...given('calledTo', calledTo),
    },
    { subject: command.series },
  );
  for (const { meeting, startsAt: begins, endsAt: ends } of moved) {
    moveTo(desk, meeting, { startsAt: begins, endsAt: ends, ...where, why });
  }
  for (const { id, sequence } of cancelled) writeAt(desk, id, 'MeetingCancelled', { sequence: sequence + 1, why });
  callWhatIsDue(desk, command.series);
  return null;
};

const whyNotChanged = (desk: Desk, command: CommandOf<'changeSeries'>): Refusal | null => {
  const series = desk.alliance.series.get(command.series);
  if (series === undefined) return { why: 'noSuchSeries', series: command.series };
  return (
    whyNotRunner(desk, 'changeSeries') ??
    (series.ended === null ? null : { why: 'seriesIsOver' as const, series: series.id }) ??
    whyNotRule(command.rule) ??
    whyNotDays(desk, command) ??
    whyNotPlace(command) ??
    textRefusal('why', command.why) ??
    whyNotSince(desk, command) ??
    (replanned(desk.alliance, desk.context.at, command).daysLeft === 0 ? { why: 'nothingRecurs' as const } : null)
  );
};

type Plan = Pick<CommandOf<'changeSeries'>, 'series' | 'since' | 'rule' | 'from' | 'startsAt' | 'endsAt'>;

/** What a change makes of the meetings that are called, soonest first; times as instants. */
export interface Replanned {
  readonly moved: readonly {
    readonly meeting: Meeting;
    readonly on: LocalDate;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
  }[];
  readonly cancelled: readonly Meeting[];
  /** Up to this day something stands that the new plan leaves alone. */
  readonly standsTo: LocalDate | undefined;
  readonly daysLeft: number;
}

/** What a change of a series would come to at a moment, so that it can be read back before it counts. */
export const replanned = (alliance: Alliance, at: Instant, command: Plan): Replanned => {
  const { calendar } = alliance.charter;
  const first = command.since === undefined ? undefined : alliance.meetings.get(command.since);
  const called = calledIn(alliance, command.series);
  const changed = first === undefined ? [] : called.filter(({ startsAt }) => startsAt >= first.startsAt);
  const standsTo = lastStanding(alliance, command.series, first, new Set(changed.map(({ id }) => id)));
  const days = freeDays(alliance, at, command, standsTo);
  return {
    moved: changed.flatMap((meeting, place) => {
      const on = days[place];
      return on === undefined ? [] : [{ meeting, on, ...timesOn(calendar, command, on) }];
    }),
    cancelled: changed.slice(days.length),
    standsTo,
    daysLeft: days.length,
  };
};

/** Days of the new rule that are still to come, after every meeting that stays as it is. */
const freeDays = (
  alliance: Alliance,
  at: Instant,
  command: Plan,
  standsTo: LocalDate | undefined,
): readonly LocalDate[] =>
  daysIn(command).filter(
    (on) => timesOn(alliance.charter.calendar, command, on).startsAt > at && (standsTo === undefined || on > standsTo),
  );

/**
 * The last planned day that the new plan leaves alone: a meeting moved by hand keeps its day of the rule, and one that
 * was cancelled by hand before the change does not give its day free again.
 */
const lastStanding = (
  alliance: Alliance,
  series: SeriesId,
  first: Meeting | undefined,
  but: ReadonlySet<MeetingId>,
): LocalDate | undefined =>
  [...alliance.meetings.values()]
    .flatMap(({ id, recurrence, status }) => {
      if (recurrence?.series !== series || but.has(id)) return [];
      const isAfter = first?.recurrence != null && recurrence.on > first.recurrence.on;
      return status === 'cancelled' && isAfter ? [] : [workingDaysAfter(alliance.charter.calendar, recurrence.on, 0)];
    })
    .sort()
    .at(-1);

const whyNotSince = ({ alliance }: Desk, { since, series }: CommandOf<'changeSeries'>): Refusal | null => {
  if (since === undefined) return null;
  const meeting = alliance.meetings.get(since);
  if (meeting === undefined) return { why: 'noSuchMeeting', meeting: since };
  if (meeting.recurrence?.series !== series) return { why: 'notOfSeries', meeting: since, series };
  return meeting.status === 'called' ? null : { why: 'meetingNotOpen', meeting: since, status: meeting.status };
};
