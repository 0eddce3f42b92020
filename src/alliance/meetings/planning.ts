import type { CommandOf } from '../commands.js';
import { localDateOf } from '../calendar.js';
import { write } from '../desk.js';
import type { Desk } from '../desk.js';
import type { Instant, LocalDate } from '../instant.js';
import { isLocalDate, isTimeOfDay, msOf } from '../instant.js';
import { textRefusal } from '../limits.js';
import type { SeriesId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { isShort, meetingsMost, placed, whyNotPlace, whyNotTimes, yearsAheadMost } from './calling.js';
import { ownName, whyNotRunner, writeAt } from './meetingDesk.js';
import { daysMost, readRecurrence, ruleText } from './recurrence.js';
import { calledIn, daysIn, nextOccurrence, timesOn } from './series.js';
import type { Series } from './series.js';

/**
 * Plans meetings that recur: by those who run meetings, with an end, for two years at most. The next ones are called at
 * once and the others by the clock, three ahead (domain.md B48).
 */
export const conveneSeries = (desk: Desk, command: CommandOf<'conveneSeries'>): Refusal | null => {
  const { alliance, sealer } = desk;
  const { bodies } = alliance.charter;
  const body = command.body ?? bodies[0]?.id ?? '';
  if (!bodies.some(({ id }) => id === body)) {
    return { why: 'noSuchBody', body, bodies: bodies.map(({ id }) => id) };
  }
  const recurrence = readRecurrence(command.rule);
  const refusal =
    whyNotRunner(desk, 'convene') ??
    whyNotRule(command.rule) ??
    whyNotDays(desk, command) ??
    whyNotPlace(command) ??
    (alliance.liveSeries.size >= seriesMost ? { why: 'tooManySeries', most: seriesMost } : null);
  if (refusal !== null || 'unclear' in recurrence) return refusal;
  const id: SeriesId = `S-${alliance.series.size + 1}`;
  const { from, startsAt, endsAt } = command;
  const rule = ruleText(recurrence);
  write(
    desk,
    'SeriesConvened',
    { series: id, body, rule, from, startsAt, endsAt, ...placed(sealer, command), callerName: ownName(desk) },
    { subject: id },
  );
  callWhatIsDue(desk, id);
  return null;
};

/** No more meetings are called; those that were called stand, or are cancelled with the same reason. */
export const endSeries = (desk: Desk, { series: id, why, called }: CommandOf<'endSeries'>): Refusal | null => {
  const series = desk.alliance.series.get(id);
  if (series === undefined) return { why: 'noSuchSeries', series: id };
  const refusal = whyNotRunner(desk, 'endSeries') ?? textRefusal('why', why);
  if (refusal !== null) return refusal;
  const standing = called === 'cancel' ? calledIn(desk.alliance, id) : [];
  if (series.ended !== null && standing.length === 0) return { why: 'seriesIsOver', series: id };
  const reason = desk.sealer.seal(why);
  if (series.ended === null) {
    write(desk, 'SeriesEnded', { series: id, because: 'decided', why: reason }, { subject: id });
  }
  for (const { id: meeting, sequence } of standing) {
    writeAt(desk, meeting, 'MeetingCancelled', { sequence: sequence + 1, why: reason });
  }
  return null;
};

/** Calls the next meeting of a series, as fell due at a moment; ends the series where there is nothing more to call. */
export const callNext = (desk: Desk, id: SeriesId, dueAt: Instant): void => {
  const { alliance, context } = desk;
  const series = alliance.series.get(id);
  if (series === undefined) return;
  const next = nextOccurrence(alliance, series, context.at);
  const over = next === null ? 'completed' : whyOver(desk, series);
  if (next === null || over !== null) {
    end(desk, id, over ?? 'completed', dueAt);
    return;
  }
  const { on, startsAt, endsAt } = next;
  const { body, place, link, callerName } = series;
  writeAt(
    desk,
    `M-${alliance.meetings.size + 1}`,
    'MeetingCalled',
    {
      ...{ body, startsAt, endsAt, callerName },
      ...(place === null ? {} : { place }),
      ...(link === null ? {} : { link }),
      shortNotice: isShort(desk, startsAt, false),
      recurrence: { series: id, on },
      charterRevision: alliance.charterRevision,
    },
    { occurredAt: dueAt },
  );
  const present = desk.alliance.series.get(id);
  if (present !== undefined && nextOccurrence(desk.alliance, present, context.at) === null) {
    end(desk, id, 'completed', dueAt);
  }
};

type Over = Exclude<Series['ended'], 'decided' | null>;

/** Why a series calls no more meetings although some are left. */
const whyOver = ({ alliance }: Desk, { body }: Series): Over | null => {
  if (!alliance.charter.bodies.some(({ id }) => id === body)) return 'bodyGone';
  return alliance.liveMeetings.size >= meetingsMost ? 'tooManyMeetings' : null;
};

const end = (desk: Desk, series: SeriesId, because: Over, dueAt: Instant): void => {
  write(desk, 'SeriesEnded', { series, because }, { subject: series, occurredAt: dueAt });
};

/** Calls those meetings of a series whose time to be called has come, and ends it where none is left. */
export const callWhatIsDue = (desk: Desk, id: SeriesId): void => {
  const { at } = desk.context;
  for (let calls = 0; calls <= daysMost && desk.alliance.liveSeries.has(id); calls += 1) {
    const series = desk.alliance.series.get(id);
    const next = series === undefined ? null : nextOccurrence(desk.alliance, series, at);
    if (next !== null && next.callAt > at) return;
    callNext(desk, id, at);
  }
};

/** Null for a rule by which a body can meet, with an end. */
export const whyNotRule = (rule: string): Refusal | null => {
  const recurrence = readRecurrence(rule);
  if (!('unclear' in recurrence)) return null;
  return recurrence.unclear === 'noEnd'
    ? { why: 'seriesWithoutEnd', meetings: daysMost }
    : { why: 'notARecurrence', rule };
};

/** The first and the last day, the hours, and that there is something to call. */
export const whyNotDays = (
  desk: Desk,
  command: Pick<Series, 'rule' | 'from' | 'startsAt' | 'endsAt'>,
): Refusal | null => {
  const { from, startsAt, endsAt } = command;
  const { calendar } = desk.alliance.charter;
  const wrong = [startsAt, endsAt].find((time) => !isTimeOfDay(time));
  if (wrong !== undefined) return { why: 'notATimeOfDay', given: wrong };
  if (!isLocalDate(from)) return { why: 'notAnInstant', field: 'from' };
  if (from < localDateOf(calendar, desk.context.at)) return { why: 'inThePast', field: 'from' };
  const days = daysIn(command).filter((on) => timesOn(calendar, command, on).startsAt > desk.context.at);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { why: 'nothingRecurs' };
  if (days.length > daysMost || isTooFar(desk, last)) {
    return { why: 'seriesTooLong', meetings: daysMost, years: yearsAheadMost };
  }
  return whyNotTimes(desk, timesOn(calendar, command, first));
};

const isTooFar = ({ context }: Desk, last: LocalDate): boolean =>
  msOf(`${last}T00:00:00.000Z`) - msOf(context.at) > yearsAheadMost * 366 * 86_400_000;

/** Series that still call meetings. */
const seriesMost = 20;
