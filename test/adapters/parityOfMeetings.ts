import type { ActionCommand } from '../../src/alliance/actions/actionCommands.js';
import type { MeetingCommand } from '../../src/alliance/meetings/meetingCommands.js';
import type { SeriesCommand } from '../../src/alliance/meetings/seriesCommands.js';
import type { MinutesCommand } from '../../src/alliance/minutes/minutesCommands.js';
import { momentIn } from '../cast/clocks.js';
import { exampleCharter } from '../alliance/charters.js';
import { button, buttonBy, type Door, form, formBy, type Gesture } from './gestures.js';

type Kind = (MeetingCommand | SeriesCommand | MinutesCommand | ActionCommand)['kind'];

const { calendar } = exampleCharter('plymouth');
const manager = 'Naomi Clarke';
const m1 = { meeting: 'M-1' } as const;
const m2 = { meeting: 'M-2' } as const;
const a1 = { action: 'A-1' } as const;

/** The meeting, and the one after it that confirms its minutes. */
const held = 30;
const next = 60;
const hours = (day: string) => ({
  startsAt: momentIn(calendar, `${day} 10:00`),
  endsAt: momentIn(calendar, `${day} 12:00`),
});

const speakers = [
  ['Margaret Okafor', 'council'],
  ['Priya Nair', 'livewell'],
  ['Gareth Pugh', 'hamoaze'],
  ['Marcus Bailey', 'bcha'],
  ['Rowan Ellis', 'harbour'],
  ['Joseph Mensah', 'shekinah'],
  ['Kieran Doyle', 'zone'],
  ['Moira Sinclair', 'path'],
  ['Anjali Patel', 'livewest'],
] as const;
const present = (who: string, meeting: typeof m1 | typeof m2) =>
  buttonBy(who, { kind: 'recordAttendance', mode: 'room', ...meeting });
const agreed = ([who, member]: (typeof speakers)[number]) =>
  buttonBy(who, { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1, member });

const tabledFor = (title: string) => () => ({
  class: 'routine',
  title,
  bestForPeople: 'Nobody is turned away because it is cold.',
  text: `${title}, before winter.`,
});
const paper = { name: 'Performance in March.pdf', bytes: Buffer.from('%PDF-1.7 the figures') };

/** A monthly meeting of the leadership team from its call to amended minutes, and the actions that came of it. */
export const gesturesOfMeetings: Readonly<Record<Kind, Readonly<Record<Door, Gesture>>>> = {
  conveneMeeting: form(manager, { form: 'convene' }, (day) => ({ body: 'leadership', ...hours(day(held)) })),
  moveMeeting: form(manager, { form: 'moveMeeting', ...m1 }, (day) => ({
    ...hours(day(held)),
    place: 'The Guildhall, Plymouth',
    why: 'There is room for everybody.',
  })),
  answerInvitation: button('Marcus Bailey', { kind: 'answerInvitation', answer: 'room', ...m1, member: 'bcha' }),
  tableForMeeting: form('Moira Sinclair', { form: 'tableForMeeting', ...m1 }, tabledFor('Repair the boiler')),
  addItem: form(
    manager,
    { form: 'addItem', ...m1 },
    () => ({ as: 'noting', title: 'Performance in March', minutes: '10' }),
    { first: [formBy(manager, { form: 'tableForMeeting', ...m1 }, tabledFor('A new van'))] },
  ),
  changeItem: form(manager, { form: 'changeItem', ...m1 }, () => ({ item: '3', text: 'Waiting times fell.' })),
  moveItem: form(manager, { form: 'moveItem', ...m1 }, () => ({ item: '3', before: '1' })),
  removeItem: form(manager, { form: 'removeItem', ...m1 }, () => ({ item: '3', why: 'The figures are not ready.' })),
  placeInConsent: form(manager, { form: 'placeInConsent', ...m1 }, () => ({ item: '4' }), {
    first: [
      formBy(manager, { form: 'addItem', ...m1 }, () => ({ as: 'noting', title: 'Waiting times' })),
      formBy(manager, { form: 'addItem', ...m1 }, () => ({ as: 'noting', title: 'The budget so far' })),
      formBy(manager, { form: 'placeInConsent', ...m1 }, () => ({ item: '5' })),
    ],
  }),
  takeOutOfConsent: button('Kieran Doyle', { kind: 'takeOutOfConsent', ...m1, item: 5 }),
  addPaper: form(manager, { form: 'addPaper', ...m1 }, () => ({ item: '1' }), { paper }),
  withdrawPaper: form(manager, { form: 'withdrawPaper', ...m1 }, () => ({
    paper: '1',
    why: 'The figures were those of February.',
  })),
  publishPack: button(manager, { kind: 'publishPack', ...m1 }),
  startMeeting: button(manager, { kind: 'startMeeting', ...m1 }, { on: held }),
  recordAttendance: form(manager, { form: 'rollCall', ...m1 }, () => ({ person: 'person:22', mode: 'remote' }), {
    first: speakers.map(([who]) => present(who, m1)),
  }),
  waiveNotice: button(
    'Kieran Doyle',
    { kind: 'waiveNotice', ...m1, item: 6, member: 'zone' },
    {
      first: [
        formBy(manager, { form: 'addItem', ...m1 }, () => ({
          as: 'discussion',
          title: 'The flood of last night',
          reason: 'It happened last night.',
        })),
      ],
    },
  ),
  takeChair: form(manager, { form: 'takeChair', ...m1 }, () => ({ person: 'person:10' })),
  minuteInterest: form('Priya Nair', { form: 'minuteInterest', ...m1 }, () => ({
    item: '1',
    nature: 'The plumber is known to us.',
    level: 'note',
    scope: 'organisation',
  })),
  takeConsent: button(manager, { kind: 'takeConsent', ...m1, items: [4] }),
  putDecision: button(manager, { kind: 'putDecision', ...m1, item: 1 }),
  enterPosition: form(manager, { form: 'enterPosition', ...m1, item: 1 }, () => ({
    member: 'harbour',
    position: 'agree',
  })),
  answerEntered: button('Rowan Ellis', {
    kind: 'answerEntered',
    ...m1,
    entered: 1,
    answer: 'confirmed',
    member: 'harbour',
  }),
  circulateItem: button(
    manager,
    { kind: 'circulateItem', ...m1, item: 2 },
    {
      first: speakers.filter(([, member]) => member !== 'harbour').map(agreed),
    },
  ),
  takeNote: form(manager, { form: 'takeNote', ...m1, item: 6 }, () => ({ as: 'note', text: 'Two cellars are wet.' })),
  correctLine: form(manager, { form: 'correctLine', ...m1, line: 2 }, () => ({ text: 'Three cellars are wet.' })),
  endAttendance: button('Marcus Bailey', { kind: 'endAttendance', ...m1 }),
  declareInquorate: button(manager, { kind: 'declareInquorate', ...m1 }),
  endMeeting: button(manager, { kind: 'endMeeting', ...m1 }),
  writeMinutes: form(manager, { form: 'writeMinutes', ...m1 }, () => ({ item: '6', text: 'Pumps are on their way.' }), {
    first: [formBy(manager, { form: 'convene' }, (day) => ({ body: 'leadership', ...hours(day(next)) }))],
  }),
  circulateMinutes: button(manager, { kind: 'circulateMinutes', ...m1 }),
  requestCorrection: form('Anjali Patel', { form: 'requestCorrection', ...m1, line: 2, version: 1 }, () => ({
    text: 'Four cellars are wet.',
  })),
  answerCorrection: button(manager, { kind: 'answerCorrection', ...m1, correction: 1, answer: 'accepted' }),
  acceptMinutes: button('Rowan Ellis', { kind: 'acceptMinutes', ...m1, version: 2, member: 'harbour' }),
  confirmMinutes: button(
    manager,
    { kind: 'confirmMinutes', ...m1, version: 2 },
    {
      on: next,
      first: [
        buttonBy(manager, { kind: 'startMeeting', ...m2 }),
        present(manager, m2),
        formBy(manager, { form: 'takeChair', ...m2 }, () => ({ person: 'person:21' })),
      ],
    },
  ),
  amendMinutes: form(manager, { form: 'amendMinutes', ...m1, line: 2 }, (day) => ({
    under: `PLY-${day(held).slice(0, 4)}-001`,
  })),
  cancelMeeting: form(
    manager,
    { form: 'cancelMeeting', meeting: 'M-3' },
    () => ({ why: 'There is nothing to decide.' }),
    {
      first: [formBy(manager, { form: 'convene' }, (day) => ({ body: 'leadership', ...hours(day(next + 30)) }))],
    },
  ),
  recordAction: form(manager, { form: 'recordAction' }, (day) => ({
    text: 'Have the boiler repaired',
    owner: 'person:10',
    due: day(next + 10),
  })),
  acceptAction: button('Rowan Ellis', { kind: 'acceptAction', ...a1 }),
  updateAction: form('Rowan Ellis', { form: 'updateAction', ...a1 }, () => ({
    state: 'blocked',
    note: 'The part is on order.',
  })),
  putOffAction: form('Rowan Ellis', { form: 'putOffAction', ...a1 }, (day) => ({
    due: day(next + 20),
    reason: 'The part comes next week.',
  })),
  transferAction: form('Rowan Ellis', { form: 'transferAction', ...a1 }, () => ({
    owner: 'person:11',
    reason: 'Sunita looks after the house.',
  })),
  claimAction: form('Sunita Rao', { form: 'claimAction', ...a1 }, () => ({ evidence: 'The house is warm.' })),
  returnAction: form(manager, { form: 'returnAction', ...a1 }, () => ({ reason: 'The top floor is cold.' })),
  closeAction: button(
    manager,
    { kind: 'closeAction', ...a1 },
    {
      first: [formBy('Sunita Rao', { form: 'claimAction', ...a1 }, () => ({ evidence: 'The top floor is warm too.' }))],
    },
  ),
  cancelAction: form(manager, { form: 'cancelAction', action: 'A-2' }, () => ({ reason: 'The cellars are dry.' }), {
    first: [
      formBy(manager, { form: 'recordAction' }, (day) => ({
        text: 'Hire pumps for the cellars',
        owner: 'person:10',
        due: day(next + 10),
      })),
    ],
  }),
  conveneSeries: form(manager, { form: 'conveneSeries' }, (day) => ({
    body: 'leadership',
    repeats: 'fortnightly',
    first: [next + 40, next + 41, next + 42].map(day).find(isWeekday) ?? '',
    startsAt: '10am',
    endsAt: '12:00',
    times: '5',
    place: 'The Guildhall, Plymouth',
  })),
  changeSeries: form(manager, { form: 'changeSeries', series: 'S-1' }, (day) => ({
    repeats: 'weekly',
    first: [next + 47, next + 48, next + 49].map(day).find(isWeekday) ?? '',
    startsAt: '2pm',
    endsAt: '4pm',
    until: day(next + 120),
    why: 'Mornings are full.',
  })),
  endSeries: form(manager, { form: 'endSeries', series: 'S-1' }, () => ({
    called: 'cancel',
    why: 'We meet when there is something to decide.',
  })),
};

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
