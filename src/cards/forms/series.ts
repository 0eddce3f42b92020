import { given } from '../../alliance/given.js';
import type { LocalDate } from '../../alliance/instant.js';
import { ruleText, weekdays } from '../../alliance/meetings/recurrence.js';
import type { Pattern, Recurrence } from '../../alliance/meetings/recurrence.js';
import type { SeriesId } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import { choiceField, dateField, option, textField } from '../fields.js';
import { spokenTime } from '../spoken/time.js';
import type { View } from '../view.js';
import { meetingHints, meetingLabels } from '../words/meetingForms.js';
import { bodyName } from '../words/meetings.js';
import { calledWords, repeatWords, seriesHints, seriesLabels, seriesProblems } from '../words/seriesForms.js';
import type { FormSpecs } from './spec.js';

/** Forms about meetings that recur. */
export const seriesForms: FormSpecs<'conveneSeries' | 'endSeries'> = {
  conveneSeries: {
    fields: (view) => [
      choiceField(
        'body',
        meetingLabels.body,
        bodies(view).map((id) => option(id, bodyName(view, id))),
        given('value', bodies(view)[0]),
      ),
      choiceField(
        'repeats',
        seriesLabels.repeats,
        repeats.map((each) => option(each, repeatWords[each])),
        { value: 'monthlyWeekday' },
      ),
      dateField('first', seriesLabels.first, { hint: seriesHints.first }),
      textField('startsAt', seriesLabels.startsAt, 'name', { hint: seriesHints.time }),
      textField('endsAt', seriesLabels.endsAt, 'name', { hint: seriesHints.time }),
      dateField('until', seriesLabels.until, { required: false, hint: seriesHints.end }),
      textField('times', seriesLabels.times, 'name', { required: false, hint: seriesHints.times }),
      textField('place', meetingLabels.place, 'place', { required: false }),
      textField('link', meetingLabels.link, 'link', { required: false, hint: meetingHints.link }),
    ],
    command: (view, _press, answers) => ({
      kind: 'conveneSeries',
      body: answers.choice('body', bodies(view)),
      ...ruleIn(answers),
      startsAt: timeIn(view, answers, 'startsAt'),
      endsAt: timeIn(view, answers, 'endsAt'),
      ...given('place', answers.optionalText('place', 'place')),
      ...given('link', answers.optionalText('link', 'link')),
    }),
  },
  endSeries: {
    fields: (view, { series }) => [
      ...(series === undefined
        ? [
            choiceField(
              'series',
              seriesLabels.series,
              [...view.alliance.liveSeries].map((id) => option(id, id)),
            ),
          ]
        : []),
      choiceField(
        'called',
        seriesLabels.called,
        (['keep', 'cancel'] as const).map((each) => option(each, calledWords[each])),
        { value: 'keep' },
      ),
      textField('why', meetingLabels.why, 'why'),
    ],
    command: (view, press, answers) => ({
      kind: 'endSeries',
      series: press.series ?? answers.choice<SeriesId>('series', [...view.alliance.series.keys()]),
      called: answers.choice('called', ['keep', 'cancel']),
      why: answers.text('why', 'why'),
    }),
  },
};

const bodies = (view: View): readonly string[] => view.alliance.charter.bodies.map(({ id }) => id);

type Repeats = keyof typeof repeatWords;
const repeats = Object.keys(repeatWords) as readonly Repeats[];

const ruleIn = (answers: Answers): { readonly rule: string; readonly from: LocalDate } => {
  const chosen = answers.choice('repeats', repeats);
  const first = answers.requiredDay('first');
  const pattern = first === '' ? null : patternOf(chosen, first);
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
