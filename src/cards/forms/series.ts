import { dayWords } from '../words/moments.js';
import { given } from '../../alliance/given.js';
import type { CommandOf } from '../../alliance/commands.js';
import { replanned } from '../../alliance/meetings/replanning.js';
import { calledIn } from '../../alliance/meetings/series.js';
import type { Series } from '../../alliance/meetings/series.js';
import type { MeetingId, SeriesId } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import { choiceField, option, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { meetingLabels } from '../words/meetingForms.js';
import { bodyName } from '../words/meetings.js';
import { readMovesWords } from '../words/series.js';
import { calledWords, seriesHints, seriesLabels } from '../words/seriesForms.js';
import { beginningOf, planFields, planIn } from './planning.js';
import type { Beginning } from './planning.js';
import type { FormSpecs } from './spec.js';

/** Forms about meetings that recur. */
export const seriesForms: FormSpecs<'conveneSeries' | 'changeSeries' | 'endSeries'> = {
  conveneSeries: {
    fields: (view) => [
      choiceField(
        'body',
        meetingLabels.body,
        bodies(view).map((id) => option(id, bodyName(view, id))),
        given('value', bodies(view)[0]),
      ),
      ...planFields(view, null),
    ],
    command: (view, _press, answers) => ({
      kind: 'conveneSeries',
      body: answers.choice('body', bodies(view)),
      ...planIn(view, answers),
    }),
  },
  changeSeries: {
    fields: (view, press) => {
      const series = press.series === undefined ? null : (view.alliance.series.get(press.series) ?? null);
      return [
        ...seriesField(view, press),
        ...sinceField(view, series),
        ...planFields(view, series),
        textField('why', meetingLabels.why, 'why'),
      ];
    },
    command: (view, press, answers) => {
      const id = seriesIn(view, press, answers);
      const since = answers.optionalChoice('since', [...view.alliance.liveMeetings]);
      const command = {
        kind: 'changeSeries' as const,
        series: id,
        ...given('since', since),
        ...planIn(view, answers, beginning(view, id, since)),
        why: answers.text('why', 'why'),
      };
      readMoves(view, answers, command);
      return command;
    },
  },
  endSeries: {
    fields: (view, press) => [
      ...seriesField(view, press),
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
      series: seriesIn(view, press, answers),
      called: answers.choice('called', ['keep', 'cancel']),
      why: answers.text('why', 'why'),
    }),
  },
};

const beginning = (view: View, id: SeriesId, since: MeetingId | undefined): Beginning | undefined => {
  const series = view.alliance.series.get(id);
  const meeting = since === undefined ? undefined : view.alliance.meetings.get(since);
  return series === undefined ? undefined : beginningOf(view, series, meeting);
};

/** Where called meetings move, each is read back with its old and its new time before it counts. */
const readMoves = (view: View, answers: Answers, command: CommandOf<'changeSeries'>): void => {
  if (command.since === undefined || answers.problems().some(({ reading }) => reading === undefined)) return;
  const change = replanned(view.alliance, view.now, command);
  if (change.moved.length + change.cancelled.length === 0) return;
  const says = readMovesWords(view, change);
  answers.isConfirmed('since', command.since, { meant: says, says });
};

const bodies = (view: View): readonly string[] => view.alliance.charter.bodies.map(({ id }) => id);

const seriesField = (view: View, { series }: FormPress): readonly Field[] =>
  series === undefined
    ? [
        choiceField(
          'series',
          seriesLabels.series,
          [...view.alliance.liveSeries].map((id) => option(id, id)),
        ),
      ]
    : [];

const seriesIn = (view: View, { series }: FormPress, answers: Answers): SeriesId =>
  series ?? answers.choice<SeriesId>('series', [...view.alliance.series.keys()]);

/** The called meetings of a series, or of all where the form does not know which. */
const sinceField = (view: View, series: Series | null): readonly Field[] => {
  const ids = series === null ? [...view.alliance.liveSeries] : [series.id];
  const called = ids.flatMap((id) => calledIn(view.alliance, id));
  return called.length === 0
    ? []
    : [
        choiceField(
          'since',
          seriesLabels.since,
          called.map(({ id, startsAt }) => option(id, `${id}, ${dayWords(view, startsAt)}`)),
          { required: false, hint: seriesHints.since },
        ),
      ];
};
