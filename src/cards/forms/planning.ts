import { localDateOf } from '../../alliance/calendar.js';
import { given } from '../../alliance/given.js';
import { laterOf } from '../../alliance/instant.js';
import type { LocalDate } from '../../alliance/instant.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import { readRecurrence, ruleText, weekdays, withEnd } from '../../alliance/meetings/recurrence.js';
import type { Pattern, Recurrence } from '../../alliance/meetings/recurrence.js';
import { daysIn, nextOccurrence } from '../../alliance/meetings/series.js';
import type { Series } from '../../alliance/meetings/series.js';
import type { TextRef } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import { choiceField, dateField, option, textField } from '../fields.js';
import { dayAfter, spokenRecurrence } from '../spoken/recurrence.js';
import { spokenTime } from '../spoken/time.js';
import type { View } from '../view.js';
import { meetingHints, meetingLabels } from '../words/meetingForms.js';
import { readPlanWords } from '../words/series.js';
import { repeatWords, seriesHints, seriesLabels, seriesProblems, unclearRecurrence } from '../words/seriesForms.js';

/** Fields for how meetings recur, filled in with how they do now where they do. */
export const planFields = (view: View, series: Series | null): readonly Field[] => {
  const first = series === null ? undefined : firstOf(view, series);
  const repeat = series === null || first === undefined ? 'monthlyWeekday' : repeatOf(series, first);
  return [
    textField('inWords', seriesLabels.inWords, 'name', { required: false, hint: seriesHints.inWords }),
    choiceField(
      'repeats',
      seriesLabels.repeats,
      repeats.map((each) => option(each, repeatWords[each])),
      given('value', repeat),
    ),
    dateField('first', seriesLabels.first, {
      required: false,
      hint: series === null ? seriesHints.first : seriesHints.firstOfChange,
    }),
    textField('startsAt', seriesLabels.startsAt, 'name', {
      required: false,
      hint: seriesHints.time,
      ...given('value', series?.startsAt),
    }),
    textField('endsAt', seriesLabels.endsAt, 'name', {
      required: false,
      hint: seriesHints.time,
      ...given('value', series?.endsAt),
    }),
    dateField('until', seriesLabels.until, {
      required: false,
      hint: seriesHints.end,
      ...given('value', series === null ? undefined : daysIn(series).at(-1)),
    }),
    textField('times', seriesLabels.times, 'name', { required: false, hint: seriesHints.times }),
    textField('place', meetingLabels.place, 'place', {
      required: false,
      ...given('value', wordsOf(view, series?.place)),
    }),
    textField('link', meetingLabels.link, 'link', {
      required: false,
      hint: meetingHints.link,
      ...given('value', wordsOf(view, series?.link)),
    }),
  ];
};

/** How meetings recur now, and where a change of it begins when its first day is not said. */
export interface Beginning {
  readonly rule: string;
  readonly repeats: Repeats | undefined;
  /** The day of the meeting that it begins with. */
  readonly on: LocalDate | undefined;
  /** Another pattern may name a day before that one, and after all that are called. */
  readonly free: LocalDate | undefined;
}

/** A change begins with the called meeting that it names, and without one with the next that is not called yet. */
export const beginningOf = (view: View, series: Series, since: Meeting | undefined): Beginning => {
  const { rule, calledTo } = series;
  const next = firstOf(view, series);
  const repeats = next === undefined ? undefined : repeatOf(series, next);
  const today = localDateOf(view.alliance.charter.calendar, view.now);
  if (since?.recurrence == null) return { rule, repeats, on: next, ...freeAfter(calledTo, today) };
  const on = laterOf(since.recurrence.on, today);
  return { rule, repeats, on, free: on };
};

const freeAfter = (calledTo: LocalDate | null, today: LocalDate): Pick<Beginning, 'free'> => ({
  free: calledTo === null || calledTo < today ? undefined : dayAfter(calledTo),
});

/** What the fields say, or the words where there are any; every problem stands beside its field. */
export const planIn = (view: View, answers: Answers, begins?: Beginning) => ({
  ...(answers.raw('inWords') === ''
    ? {
        ...ruleIn(answers, begins),
        startsAt: timeIn(view, answers, 'startsAt'),
        endsAt: timeIn(view, answers, 'endsAt'),
      }
    : saidIn(view, answers, begins)),
  ...given('place', answers.optionalText('place', 'place')),
  ...given('link', answers.optionalText('link', 'link')),
});

/** Read back before it counts; what the words leave out is taken from the fields beside them. */
const saidIn = (
  view: View,
  answers: Answers,
  begins: Beginning | undefined,
): Pick<Series, 'rule' | 'from' | 'startsAt' | 'endsAt'> => {
  const words = answers.text('inWords', 'name');
  const said = spokenRecurrence(view.alliance.charter.calendar, words, view.now, begins?.free);
  if ('unclear' in said) {
    answers.refuse('inWords', unclearRecurrence[said.unclear]);
    return { rule: '', from: '', startsAt: '', endsAt: '' };
  }
  const { from, hasEnd } = said;
  const end = hasEnd ? null : endIn(answers);
  if (!hasEnd && end === null) answers.refuse('inWords', seriesProblems.needsEnd);
  const startsAt = said.startsAt ?? timeIn(view, answers, 'startsAt');
  const endsAt = said.endsAt ?? timeIn(view, answers, 'endsAt');
  const rule = end === null ? said.rule : withEnd(said.rule, end);
  const plan = { rule, from, startsAt, endsAt };
  if (answers.problems().length === 0) {
    answers.isConfirmed('inWords', words, { meant: Object.values(plan).join(' '), says: readPlanWords(view, plan) });
  }
  return plan;
};

/** The next day that is not called yet; else the day of the next one that is. */
const firstOf = (view: View, series: Series): LocalDate | undefined =>
  nextOccurrence(view.alliance, series, view.now)?.on ??
  daysIn(series).find((on) => on > localDateOf(view.alliance.charter.calendar, view.now));

/** The way of the form in which these meetings recur; undefined where the form has none. */
const repeatOf = ({ rule }: Series, first: LocalDate): Repeats | undefined => {
  const recurrence = readRecurrence(rule);
  if ('unclear' in recurrence) return undefined;
  const { end } = recurrence;
  return repeats.find((each) => {
    const pattern = patternOf(each, first);
    return typeof pattern !== 'string' && ruleText({ ...pattern, end }) === rule;
  });
};

const wordsOf = (view: View, ref: TextRef | null | undefined): string | undefined =>
  ref == null ? undefined : (view.text(ref) ?? undefined);

type Repeats = keyof typeof repeatWords;
const repeats = Object.keys(repeatWords) as readonly Repeats[];

const ruleIn = (
  answers: Answers,
  begins: Beginning | undefined,
): { readonly rule: string; readonly from: LocalDate } => {
  const chosen = answers.choice('repeats', repeats);
  const usual = answers.raw('first') === '' ? begins : undefined;
  const first = usual?.on ?? answers.requiredDay('first');
  // The last Thursday of a month can look like its fourth: what is not changed stays as it was.
  const present = usual?.repeats === chosen ? readRecurrence(usual.rule) : undefined;
  const kept = present === undefined || 'unclear' in present ? undefined : present;
  const pattern = first === '' ? null : (kept ?? patternOf(chosen, first));
  const end = endIn(answers);
  if (typeof pattern === 'string') answers.refuse('first', seriesProblems[pattern]);
  return pattern === null || typeof pattern === 'string'
    ? { rule: '', from: first }
    : { rule: ruleText({ ...pattern, end }), from: first };
};

/** What the first day says about all of them; else what is wrong with it. */
const patternOf = (
  chosen: Repeats,
  first: LocalDate,
): (Pattern & Pick<Recurrence, 'every'>) | 'weekend' | 'everyMonth' => {
  const at = new Date(`${first}T00:00:00.000Z`);
  const date = at.getUTCDate();
  const weekday = weekdays[at.getUTCDay() - 1];
  if (chosen === 'monthlyDate') return date > 28 ? 'everyMonth' : { on: 'dateOfMonth', date, every: 1 };
  if (weekday === undefined) return 'weekend';
  // The fifth such weekday of a month is its last one, and not every month has five.
  const nth = date > 28 ? -1 : Math.ceil(date / 7);
  const patterns: Readonly<Record<Exclude<Repeats, 'monthlyDate'>, Pattern & Pick<Recurrence, 'every'>>> = {
    weekly: { on: 'weekday', weekday, every: 1 },
    fortnightly: { on: 'weekday', weekday, every: 2 },
    monthlyWeekday: { on: 'weekdayOfMonth', weekday, nth, every: 1 },
    monthlyLast: { on: 'weekdayOfMonth', weekday, nth: -1, every: 1 },
    everyTwoMonths: { on: 'weekdayOfMonth', weekday, nth, every: 2 },
    everyThreeMonths: { on: 'weekdayOfMonth', weekday, nth, every: 3 },
  };
  return patterns[chosen];
};

/** Without an end the rules refuse it, with their sentence. */
const endIn = (answers: Answers): Recurrence['end'] | null => {
  const times = answers.raw('times');
  if (answers.raw('until') !== '') {
    if (times !== '') answers.refuse('times', seriesProblems.oneEnd);
    return { until: answers.requiredDay('until') };
  }
  if (times === '') return null;
  if (!/^[1-9]\d{0,2}$/u.test(times)) answers.refuse('times', seriesProblems.times);
  return { count: Number(times) };
};

const timeIn = ({ alliance }: View, answers: Answers, name: string): string => {
  const said = answers.raw(name).toLowerCase();
  const read = spokenTime(alliance.charter.calendar, /^\d{1,2}$/u.test(said) ? `${said}:00` : said);
  if ('time' in read) return read.time;
  answers.refuse(name, seriesProblems.timeOfDay);
  return '';
};
