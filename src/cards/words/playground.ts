import type { PersonId } from '../../alliance/names.js';
import { counted } from './general.js';

/** What the playground says around the cards: its frame, its chairs and its clock. The cards speak for themselves. */
export const playgroundWords = {
  title: 'Roundtable',
  playground: 'Playground',
  practice: 'PRACTICE',
  practiceNote: 'Invented people. Nothing here is a real decision.',
  skip: 'Skip to the main part',
  pageTitle: (parts: readonly string[]): string => [...parts, 'Roundtable playground'].join(' · '),
  foot: 'The playground runs on this computer only. Its books are practice books, kept apart from any record.',
  away: 'The server does not answer. What you pressed may not have been recorded; wait a moment and press again.',

  first: {
    heading: 'Decide together, one voice for each member',
    lead: 'Roundtable puts a proposal to every member organisation of an alliance and records a decision only when all of them have agreed. Here you can try it with five example alliances: sit in any chair, and press anything.',
    stepsHeading: 'What to do first',
    steps: [
      'Open the Plymouth Alliance below. It has nine members and an Alliance Manager.',
      'Choose a chair. You then see what that person sees, and act as that person.',
      'Press “Table a proposal”. Then change chairs, and agree, object or declare an interest. A second window can hold a second chair.',
    ],
    alliancesHeading: 'The alliances',
    startHere: 'Start here',
    members: (members: number, voting: number): string =>
      members === voting
        ? `${counted(members, 'member')}, one vote each`
        : `${counted(members, 'member')}, ${voting} of them voting`,
    open: (count: number): string => (count === 0 ? 'Nothing open' : `${counted(count, 'proposal')} open`),
    enter: (name: string): string => `Open ${name}`,
    none: 'There is no alliance in this file yet.',
  },

  chairs: {
    heading: 'Sit in any chair',
    lead: (name: string): string =>
      `Everybody who has a part in ${name} is listed here. Choose one, and you act as that person until you change chairs.`,
    officers: 'Officers',
    observers: 'Heard, without a vote',
    others: 'No part at present',
    youAre: (name: string, roles: string): string => `You are ${name}, ${roles}`,
    youAreNobody: (name: string): string => `You are ${name}, with no part at present`,
    change: 'Change chairs',
    roleFor: (role: string, member: string): string => `${role} for ${member}`,
    limited: (role: string, note: string): string => `${role}: ${note}`,
    observerOf: (role: string, of: string): string => `${role}, ${of}`,
    speaks: 'may speak for it',
    tables: 'may table and help, has no vote',
    vacant: 'Nobody is appointed',
    stranger: (person: PersonId): string => `Nobody here is ${person.replace(':', ' ')}.`,
  },

  tabs: {
    label: 'This alliance',
    room: 'Leadership channel',
    mine: 'Waits on me',
    open: 'Open proposals',
    meetings: 'Meetings',
    actions: 'Actions',
    decisions: 'Decisions',
    digest: 'This week',
    people: 'People and seats',
    waiting: (count: number): string => `${count} waiting`,
  },

  room: {
    heading: 'Leadership channel',
    clerk: 'Roundtable',
    earlier: 'Earlier messages',
    latest: 'Back to the latest messages',
    newer: 'New below',
    table: 'Table a proposal',
    onlyYou: 'Only you can see this',
    compose: 'Something to decide?',
    noPart: 'You have no part in this alliance at present, so its business is not shown to you.',
  },

  clock: {
    heading: 'Today in the playground',
    forAll: 'The clock moves for every alliance here, and only forward.',
    hour: 'Forward 1 hour',
    workingDay: 'Forward 1 working day',
    nextDue: 'To what is next',
    next: (kind: string, subject: string, moment: string): string =>
      `Next: ${dueWords[kind] ?? 'a reminder'}${subject.startsWith('P-') ? ` of ${subject}` : ''}, ${moment}.`,
  },

  form: {
    optional: 'optional',
    cancel: 'Cancel',
    choose: 'Choose …',
    none: 'No answer',
    problems: 'Please look at this again',
    left: '# characters left',
    over: '# characters too many',
    most: (most: string): string => `Up to ${most} characters`,
    zone: (zone: string): string => `Alliance time (${zone})`,
    title: 'Form',
    refused: 'Not now',
    typed: 'What you wrote',
    back: 'Back',
    backToStart: 'Back to the first screen',
  },
} as const;

/** What the clock brings, by the kind of a due. */
const dueWords: Readonly<Record<string, string>> = {
  opens: 'the opening',
  considered: 'the end of the time for consideration',
  deadline: 'the deadline',
  declare: 'the outcome',
  recount: 'the last moment for the recount',
  meeting: 'the last moment for the meeting',
  leaves: 'a member leaves',
  digest: 'the weekly digest',
};
