import type { DigestWeek } from '../../alliance/weeks.js';
import { riskDays } from '../../alliance/vacancies.js';
import type { Witness } from '../../ledger/witness.js';
import type { View } from '../view.js';
import { counted, listed, quoted, sentenceCase } from './general.js';
import { dayWords, momentWords } from './moments.js';

/** The sections of the weekly digest, in their order: heading, and how an empty one is named in the last line. */
export const sectionWords = {
  open: { heading: 'Open decisions', empty: 'open decisions' },
  objections: { heading: 'Objections', empty: 'objections' },
  vacancies: { heading: 'Members for whom nobody can speak', empty: 'vacancies' },
  decided: { heading: 'Decided and ended this week', empty: 'decisions' },
  undelivered: { heading: 'Messages that may not have arrived', empty: 'undelivered messages' },
  people: { heading: 'Changes of people, seats and charter', empty: 'changes of people' },
  meetings: { heading: 'Meetings and minutes', empty: 'meetings' },
  actions: { heading: 'Actions', empty: 'actions' },
  coming: { heading: 'What is coming', empty: 'dates ahead' },
} as const;
export type SectionName = keyof typeof sectionWords;

/** "Digest of week 14, 2026": the heading, and the line of a notification. */
export const digestHeading = ({ week }: DigestWeek): string => {
  const [year = '', number = ''] = week.split('-W');
  return `Digest of week ${Number(number)}, ${year}`;
};

export const pageWords = (page: number, pages: number): string => `page ${page} of ${pages}`;

/** "Plymouth Alliance, from Mon 23 Mar 2026 to Mon 30 Mar 2026, 09:00 BST." */
export const spanWords = (view: View, { since }: DigestWeek): string =>
  `${view.alliance.name}, from ${dayWords(view, since)} to ${momentWords(view, view.now)}.`;

/** "No objections and no dates ahead." */
export const emptySections = (names: readonly SectionName[]): string =>
  `${sentenceCase(listed(names.map((name) => `no ${sectionWords[name].empty}`)))}.`;

/** The whole digest of a week in which nothing was and nothing is. */
export const nothingWords = (view: View, witness: Witness): string =>
  `${view.alliance.name}: nothing is open, nothing was decided and nothing is coming. ${witnessWords(witness)}`;

export const witnessWords = ({ seq, words, hex }: Witness): string =>
  `Witness of the minute book, which is signed: entry ${seq}, ${words} (${hex}). Whoever keeps it can prove later that nothing up to here was changed.`;

/** "tabled 12 days ago, closes Tue 7 Apr 2026, 17:00 BST". */
export const openWords = (parts: readonly string[]): string =>
  `${sentenceCase(parts.filter((part) => part !== '').join(', '))}.`;
export const closesOn = (moment: string): string => `closes ${moment}`;
export const opensOn = (moment: string): string => `opens ${moment}`;

export const objectionWords = (member: string, since: string, days: string): string =>
  `${member} objects since ${since} (${days}).`;
export const forDays = (days: number): string => (days <= 0 ? 'today' : counted(days, 'day'));
export const reasonWords = (reason: string): string => ` ${quoted(reason)}`;
export const reasonMore = '(the card has the rest)';

/** For whom nobody can speak, from when until when, and who can help. */
interface VacancyParts {
  readonly member: string;
  readonly from: string;
  readonly until: string | null;
  readonly who: string;
}

export const vacancyWords = {
  risk: 'Risk:',
  long: (parts: VacancyParts): string =>
    `nobody has been able to speak for ${parts.member} since ${parts.from}, for more than ${riskDays} working days${untilWords(parts)}`,
  now: (parts: VacancyParts): string => `Nobody can speak for ${parts.member} since ${parts.from}${untilWords(parts)}`,
  ahead: (parts: VacancyParts): string => `From ${parts.from} nobody can speak for ${parts.member}${untilWords(parts)}`,
} as const;

const untilWords = ({ until, who }: VacancyParts): string =>
  `${until === null ? '' : `, until ${until}`}. Its nominating officer or ${who} can appoint somebody.`;

/** What is coming: a date, and what happens then. */
export const comingWords = {
  opens: (name: string): string => `${name} opens.`,
  deadline: (name: string): string => `deadline of ${name}.`,
  recount: (name: string): string => `${name} lapses unless the recount is confirmed.`,
  meeting: (name: string): string => `${name} lapses unless it is reopened after the meeting.`,
  leaves: (member: string): string => `${member} leaves the alliance.`,
  appointmentEnds: (person: string, as: string, member: string): string =>
    `${person} is ${as} of ${member} for the last day.`,
  officeEnds: (person: string, office: string): string => `${person} is ${office} for the last day.`,
  observerEnds: (person: string): string => `${person} is an observer for the last day.`,
  termEnds: (days: number): string =>
    days < 0
      ? `the term ended ${inTime(-days)} ago; no extension decision recorded.`
      : `the term ends ${days === 0 ? 'today' : `in ${inTime(days)}`}; no extension decision recorded.`,
  optionDecided: (option: string): string => `last day to decide on the option ${option}.`,
  reviewBegins: 'the review of the pilot begins.',
  pilotDecided: 'last day to decide whether the pilot continues, changes or ends.',
} as const;

/** "12 weeks", "5 days". */
const inTime = (days: number): string => (days < 7 ? counted(days, 'day') : counted(Math.floor(days / 7), 'week'));

/** "2 messages to Rowan Ellis about P-14 and P-15 may not have arrived." */
export const undeliveredWords = (count: number, to: string, about: readonly string[], came: string): string =>
  `${sentenceCase(counted(count, 'message'))} to ${to}${about.length === 0 ? '' : ` about ${listed(about)}`} ${came}`;
export const mayNotHaveArrived = 'may not have arrived.';
export const couldNotBeDelivered = (mend: string): string => `could not be delivered: ${mend}`;

/** The private part: what waits on one person. */
export const personalWords = {
  heading: (week: DigestWeek): string => `What waits on you: ${digestHeading(week).toLowerCase()}`,
  nothing: (alliance: string): string => `${alliance}: nothing waits on you this week.`,
  count: (alliance: string, count: number): string =>
    `${alliance}: ${counted(count, 'decision')} ${count === 1 ? 'waits' : 'wait'} on you.`,
  ofMeetings: (alliance: string, count: number): string =>
    `${alliance}: ${count === 1 ? 'one thing' : `${count} things`} of meetings, minutes and actions ${count === 1 ? 'waits' : 'wait'} on you.`,
} as const;
