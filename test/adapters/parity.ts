import type { CommandKind } from '../../src/alliance/commands.js';
import { exampleCharter } from '../alliance/charters.js';
import { button, type Door, form, type Gesture, noAccounts, nobody, typed } from './gestures.js';
import { gesturesOfMeetings } from './parityOfMeetings.js';

const manager = 'Naomi Clarke';
/** Appointments are counted through the whole book. */
const nextAppointment = String(
  exampleCharter('plymouth').people.flatMap(({ appointments }) => appointments).length + 1,
);
const p1 = { proposal: 'P-1', revision: 1 } as const;
const p2 = { proposal: 'P-1', revision: 2 } as const;

type KindOfMeetings = keyof typeof gesturesOfMeetings;

/** Proposals, people, rooms and accounts, in an order in which each can be carried out. */
const gesturesOfProposals: Readonly<Record<Exclude<CommandKind, KindOfMeetings>, Readonly<Record<Door, Gesture>>>> = {
  bindRoom: typed(manager, 'PLY here'),
  tableProposal: form(manager, { form: 'table' }, () => ({
    class: 'routine',
    title: 'One referral form',
    text: 'All members use one form from June.',
    bestForPeople: 'People tell their story once.',
  })),
  recordPosition: form('Rowan Ellis', { form: 'object', ...p1 }, () => ({
    reason: 'Consent is missing from the form.',
  })),
  withdrawObjection: button('Rowan Ellis', { kind: 'withdrawObjection', ...p1 }),
  declareInterest: form('Gareth Pugh', { form: 'interest', ...p1, member: 'hamoaze' }, () => ({
    nature: 'We would print the forms.',
    scope: 'organisation',
    level: 'recuse',
  })),
  withdrawInterest: button('Gareth Pugh', { kind: 'withdrawInterest', ...p1, declaration: 1 }),
  suggestAmendment: form('Kieran Doyle', { form: 'suggest', ...p1 }, () => ({
    text: 'All members use one form from July.',
    why: 'June is too early for us.',
  })),
  declineSuggestion: form(manager, { form: 'decline', ...p1, suggestion: 1 }, () => ({
    reason: 'June was agreed before.',
  })),
  letChairAmend: button(manager, { kind: 'letChairAmend', proposal: 'P-1' }),
  nudge: button(manager, { kind: 'nudge', proposal: 'P-1' }),
  amendProposal: form(manager, { form: 'amend', ...p1 }, () => ({
    title: 'One referral form',
    bestForPeople: 'People tell their story once.',
    text: 'All members use one form from September.',
    why: 'The summer is quiet.',
  })),
  extendDeadline: form(manager, { form: 'extend', proposal: 'P-1' }, () => ({
    deadlineWords: 'in a fortnight',
    reason: 'More time to read it.',
  })),
  callMeeting: form('Moira Sinclair', { form: 'callMeeting', ...p2 }, () => ({ reason: 'We want to talk about it.' })),
  reopenProposal: form(manager, { form: 'reopen', proposal: 'P-1' }, () => ({})),
  recordAbsence: form('Rowan Ellis', { form: 'absence' }, (day) => ({ from: day(3), to: day(12), cover: 'person:11' })),
  endAbsence: button('Rowan Ellis', { kind: 'endAbsence' }),
  setFeed: button('Rowan Ellis', { kind: 'setFeed', feed: 'new' }),
  setPreferences: form('Rowan Ellis', { form: 'preferences' }, (day) => ({ snoozedUntil: day(3) })),
  appoint: form(manager, { form: 'appoint' }, () => ({
    member: 'harbour',
    as: 'deputy',
    name: 'Lena Fox',
    replaces: 'no',
  })),
  endAppointment: form(manager, { form: 'endAppointment', member: 'harbour' }, () => ({
    appointment: nextAppointment,
  })),
  takeOffice: form(manager, { form: 'takeOffice' }, () => ({ person: 'person:10', office: 'deputyChair' })),
  leaveOffice: form(manager, { form: 'leaveOffice' }, () => ({ holding: 'person:10/deputyChair' })),
  admitObserver: form(manager, { form: 'admitObserver' }, () => ({ name: 'Olu Adeyemi', role: 'observer' })),
  endObserver: form(manager, { form: 'endObserver' }, () => ({ person: 'person:24' })),
  renamePerson: form(manager, { form: 'rename' }, () => ({ person: 'person:23', name: 'Lena Foxley' })),
  joinMember: form(manager, { form: 'join' }, () => ({
    name: 'The Hub',
    organisation: 'zone',
    capacity: 'provider',
    voting: 'yes',
    member: 'hub',
  })),
  giveNotice: form(manager, { form: 'notice' }, (day) => ({ member: 'livewest', leavesAt: day(200) })),
  recordDeparture: form(manager, { form: 'departure' }, () => ({ member: 'livewest' })),
  confirmRecount: button(manager, { kind: 'confirmRecount', proposal: 'P-1', revision: 3 }),
  withdrawProposal: form(manager, { form: 'withdraw', proposal: 'P-1' }, () => ({
    reason: 'It comes back in another form.',
  })),
  releaseRoom: nobody('A room is released when its platform says that it is gone; nobody asks for it on any of them.'),
  linkAccount: typed('Sunita Rao', 'PLY mine'),
  proposeLink: {
    slack: { by: 'typing', who: manager, words: 'PLY link <@stranger> Rowan Ellis' },
    teams: { by: 'typing', who: manager, words: 'PLY link <@stranger> Rowan Ellis' },
    playground: noAccounts,
  },
  confirmLink: typed('Rowan Ellis', 'PLY confirm <link>'),
  unlinkAccount: typed('Rowan Ellis', 'PLY unlink <link>'),
  letTimePass: nobody('Only the clock orders it.'),
  rotateKey: nobody('Only the operator does, on the command line.'),
  adoptCharter: nobody(
    'No form of this release changes the charter; the command is kept for the release that has one.',
  ),
};

/** Every command there is, with its gesture on every platform: a new command does not compile until it has them. */
export const gestures: Readonly<Record<CommandKind, Readonly<Record<Door, Gesture>>>> = {
  ...gesturesOfProposals,
  ...gesturesOfMeetings,
};

/** Each command once, in an order in which each can be carried out; every story begins with an alliance of its own. */
export const stories = {
  proposals: Object.keys(gesturesOfProposals) as readonly CommandKind[],
  meetings: Object.keys(gesturesOfMeetings) as readonly CommandKind[],
} as const;

/** Accounts and rooms are of one platform; everything else must read the same in every book. */
export const ofPlatforms: ReadonlySet<string> = new Set([
  'RoomBound',
  'RoomReleased',
  'LinkProposed',
  'AccountLinked',
  'AccountUnlinked',
]);
