import { voicesOf } from '../../alliance/speaking.js';
import { isOverdue } from '../../alliance/actions/actionDesk.js';
import { consentBlock } from '../../alliance/meetings/consent.js';
import type { AgendaItem, Meeting } from '../../alliance/meetings/meeting.js';
import { isLate, hasWaived } from '../../alliance/meetings/invitations.js';
import { votingIn } from '../../alliance/meetings/representation.js';
import { papersDue } from '../../alliance/meetings/standingOrders.js';
import { standingAgenda } from '../../alliance/meetings/standingAgenda.js';
import { timetable } from '../../alliance/meetings/timetable.js';
import type { PersonId } from '../../alliance/names.js';
import { buttonBlock, formButton, orderButton, showButton } from '../buttons.js';
import { bold, plain } from '../card.js';
import type { Block, Button, Card } from '../card.js';
import { listCard } from '../lists.js';
import type { View } from '../view.js';
import {
  answersWords,
  meetingButtons,
  meetingListWords,
  meetingStatus,
  packWords,
  papersDueWords,
  presentWords,
  showMeetingWords,
  standingWords,
  takeOutWords,
  unrepresentedWords,
  waiveWords,
} from '../words/meetingCards.js';
import { reviewWords } from '../words/agenda.js';
import { bodyName, consentWords, itemFacts, itemTitle, meetingName, timetableWords } from '../words/meetings.js';
import { calendarWords } from '../words/calendar.js';
import { memberName, textOf } from '../words/names.js';
import { nameInMessages } from '../words/proposal.js';
import { nextDaysWords, occurrenceWords, seriesTimes, seriesWords } from '../words/series.js';
import { conductButtons, itemButtons } from './conduct.js';
import { runs } from './runners.js';

/** One meeting as it stands: when and where, who comes, its agenda, and what the reader can do. */
export const meetingCard = (view: View, meeting: Meeting, by: PersonId): Card =>
  listCard(view, meetingName(view, meeting.id), [
    { kind: 'text', spans: [bold(`${meetingStatus(view, meeting)}.`)] },
    ...placeBlocks(view, meeting),
    ...occurrenceWords(view, meeting).map(note),
    ...(meeting.status === 'called' ? beforeBlocks(view, meeting) : []),
    ...(meeting.status === 'inSession' ? [text(presentWords(view, meeting))] : []),
    heading(meetingListWords.agenda),
    ...(meeting.items.length === 0 ? [text(meetingListWords.noItems)] : []),
    ...agendaNotes(view, meeting),
    ...meeting.items.flatMap((item) => itemBlocks(view, meeting, item, by)),
    ...(meeting.status === 'called' || meeting.status === 'inSession' ? standingBlocks(view, meeting) : []),
    ...buttonBlock([
      ...buttonsFor(view, meeting, by),
      ...(meeting.status === 'called' || meeting.status === 'inSession'
        ? [showButton(view, meetingButtons.papers, { show: 'papers', meeting: meeting.id })]
        : []),
    ]),
  ]);

/** Meetings to come, in session and waiting for their minutes, soonest first. */
export const meetingsCard = (view: View, by: PersonId): Card => {
  const live = [...view.alliance.liveMeetings]
    .flatMap((id) => view.alliance.meetings.get(id) ?? [])
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return listCard(view, meetingListWords.meetings, [
    ...(live.length === 0 ? [text(meetingListWords.none)] : []),
    ...live.flatMap((meeting): readonly Block[] => [
      { kind: 'text', spans: [bold(meetingName(view, meeting.id)), plain(`: ${meetingStatus(view, meeting)}.`)] },
      ...buttonBlock([
        showButton(view, showMeetingWords(meeting.id), { show: 'meeting', meeting: meeting.id }),
        ...(meeting.minutes === null
          ? []
          : [showButton(view, meetingButtons.minutes, { show: 'minutes', meeting: meeting.id })]),
      ]),
    ]),
    ...seriesBlocks(view, by),
    ...buttonBlock([
      formButton(view, meetingButtons.convene, { form: 'convene' }, 'primary'),
      ...(runs(view, by) ? [formButton(view, seriesWords.plan, { form: 'conveneSeries' })] : []),
      showButton(view, calendarWords.title, { show: 'calendar' }),
    ]),
  ]);
};

/** Meetings that recur, and when they are next. */
const seriesBlocks = (view: View, by: PersonId): readonly Block[] => {
  const all = [...view.alliance.liveSeries].flatMap((id) => view.alliance.series.get(id) ?? []);
  return all.length === 0
    ? []
    : [
        heading(seriesWords.heading),
        ...all.flatMap((series): readonly Block[] => [
          {
            kind: 'text',
            spans: [
              bold(series.id),
              plain(
                `, ${bodyName(view, series.body)}: ${seriesTimes(series)}. ${nextDaysWords(view, series, view.now)}`,
              ),
            ],
          },
          ...(runs(view, by)
            ? buttonBlock([
                formButton(view, seriesWords.change(series.id), { form: 'changeSeries', series: series.id }),
                formButton(view, seriesWords.end(series.id), { form: 'endSeries', series: series.id }),
              ])
            : []),
        ]),
      ];
};

const placeBlocks = (view: View, { place, link }: Meeting): readonly Block[] =>
  [place, link].flatMap((ref) => (ref === null ? [] : [text(textOf(view, ref))]));

const beforeBlocks = (view: View, meeting: Meeting): readonly Block[] => {
  const pack = meeting.packs.at(-1);
  const answered = new Set(
    meeting.answers.flatMap(({ member, answer, deputy }) =>
      member !== null && (answer !== 'apologies' || deputy !== null) ? [member] : [],
    ),
  );
  const missing = votingIn(view.alliance, meeting, view.now).filter((member) => !answered.has(member));
  return [
    ...answersWords(view, meeting).map(text),
    ...(missing.length === 0 ? [] : [text(unrepresentedWords(missing.map((member) => memberName(view, member))))]),
    note(
      pack === undefined
        ? papersDueWords(view, papersDue(view.alliance, meeting))
        : packWords(view, pack.edition, pack.at),
    ),
  ];
};

/** Which items are taken together, and how long all of them take. */
const agendaNotes = (view: View, meeting: Meeting): readonly Block[] => {
  const together = consentBlock(view.alliance, meeting).map(({ number }) => number);
  const { planned, over } = timetable(meeting, meeting.items);
  return [
    ...(together.length === 0 ? [] : [note(consentWords.block(together))]),
    ...(planned === null ? [] : [note(timetableWords(planned, over))]),
  ];
};

const itemBlocks = (view: View, meeting: Meeting, item: AgendaItem, by: PersonId): readonly Block[] => {
  const { number, about } = item;
  const begins = timetable(meeting, meeting.items).begins.get(number);
  const inBlock = consentBlock(view.alliance, meeting).includes(item);
  const mayTakeOut = inBlock && (runs(view, by) || voicesOf(view.alliance, by, view.now).length > 0);
  const order = { kind: 'takeOutOfConsent', meeting: meeting.id, item: number } as const;
  return [
    {
      kind: 'text',
      spans: [bold(`${number}. ${itemTitle(view, item)}`), plain(` (${itemFacts(view, item, begins)})`)],
    },
    ...buttonBlock([
      ...(about === null ? [] : [showButton(view, showMeetingWords(about), { show: 'proposal', proposal: about })]),
      ...itemButtons(view, meeting, item, runs(view, by)),
      ...(mayTakeOut ? [orderButton(view, takeOutWords(number), order)] : []),
      ...(isLate(meeting, number) ? waiveButtons(view, meeting, by, number, waiveWords(number)) : []),
    ]),
  ];
};

/** What is on the agenda by itself (domain.md B52). */
const standingBlocks = (view: View, meeting: Meeting): readonly Block[] => {
  const { minutes, actions, circulated, open, reviews } = standingAgenda(view.alliance, meeting);
  const overdue = actions.filter((id) => {
    const action = view.alliance.actions.get(id);
    return action !== undefined && isOverdue(view.alliance, action, view.now);
  });
  const lines = [
    ...(minutes.length === 0 ? [] : [standingWords.minutes(minutes)]),
    ...(actions.length === 0 ? [] : [standingWords.actions(actions.length, overdue.length)]),
    ...(circulated.length === 0 ? [] : [standingWords.circulated(circulated)]),
    ...(reviews.length === 0 ? [] : [standingWords.reviews(reviews.map(reviewWords))]),
    ...(open.length === 0 ? [] : [standingWords.open(open.map((proposal) => nameInMessages(view, proposal)))]),
  ];
  return lines.length === 0
    ? []
    : [heading(meetingListWords.standing), { kind: 'list', items: lines.map((line) => [plain(line)]) }];
};

const buttonsFor = (view: View, meeting: Meeting, by: PersonId): readonly Button[] => {
  const on = { meeting: meeting.id };
  switch (meeting.status) {
    case 'called':
      return [
        orderButton(view, meetingButtons.coming, { kind: 'answerInvitation', answer: 'room', ...on }, 'primary'),
        orderButton(view, meetingButtons.remote, { kind: 'answerInvitation', answer: 'remote', ...on }),
        formButton(view, meetingButtons.apologies, { form: 'apologies', ...on }),
        ...(meeting.shortNotice ? waiveButtons(view, meeting, by, null, meetingButtons.waive) : []),
        formButton(view, meetingButtons.table, { form: 'tableForMeeting', ...on }),
        formButton(view, meetingButtons.addItem, { form: 'addItem', ...on }),
        ...(ownsItems(view, meeting, by)
          ? [
              formButton(view, meetingButtons.changeItem, { form: 'changeItem', ...on }),
              formButton(view, meetingButtons.removeItem, { form: 'removeItem', ...on }),
            ]
          : []),
        ...(runs(view, by)
          ? [
              formButton(view, meetingButtons.moveItem, { form: 'moveItem', ...on }),
              formButton(view, meetingButtons.consent, { form: 'placeInConsent', ...on }),
              orderButton(view, meetingButtons.pack, { kind: 'publishPack', ...on }),
              orderButton(view, meetingButtons.start, { kind: 'startMeeting', ...on }),
              formButton(view, meetingButtons.move, { form: 'moveMeeting', ...on }),
              formButton(view, meetingButtons.cancel, { form: 'cancelMeeting', ...on }, 'danger'),
            ]
          : []),
      ];
    case 'inSession':
      return conductButtons(view, meeting, { by, runs: runs(view, by) });
    case 'ended':
      return [
        showButton(view, meetingButtons.minutes, { show: 'minutes', ...on }, 'primary'),
        showButton(view, meetingButtons.papers, { show: 'papers', ...on }),
      ];
    case 'cancelled':
      return [];
  }
};

/** There is an item that the reader may change: any for whoever runs meetings, else one of their own. */
const ownsItems = (view: View, { items }: Meeting, by: PersonId): boolean =>
  items.some(({ addedBy }) => addedBy === by || runs(view, by));

const waiveButtons = (
  view: View,
  meeting: Meeting,
  by: PersonId,
  item: number | null,
  label: string,
): readonly Button[] =>
  voicesOf(view.alliance, by, view.now)
    .filter(({ member }) => votingIn(view.alliance, meeting, view.now).includes(member))
    .filter(({ member }) => !hasWaived(meeting, member, item))
    .map(({ member }) =>
      orderButton(view, label, {
        kind: 'waiveNotice',
        meeting: meeting.id,
        member,
        ...(item === null ? {} : { item }),
      }),
    );

const heading = (words: string): Block => ({ kind: 'heading', level: 2, spans: [plain(words)] });
const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
const note = (words: string): Block => ({ kind: 'note', spans: [plain(words)] });
