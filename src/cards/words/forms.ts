import type { DecisionClass } from '../../alliance/charter.js';
import type { AppointmentKind, Capacity, InterestLevel, InterestScope } from '../../alliance/names.js';
import { counted, figure, listed } from './general.js';
import { meetingFormIntros, meetingFormTitles } from './meetingForms.js';

/** Title and button of each form. */
export const formTitles = {
  table: ['Table a proposal', 'Table it'],
  object: ['Object', 'Record the objection'],
  reservation: ['Agree with reservation', 'Record the agreement'],
  interest: ['Declare an interest', 'Declare it'],
  suggest: ['Suggest a change', 'Send the suggestion'],
  amend: ['Change the text', 'Open the new revision'],
  decline: ['Decline a suggestion', 'Decline it'],
  withdraw: ['Withdraw the proposal', 'Withdraw it'],
  extend: ['Extend the deadline', 'Extend it'],
  callMeeting: ['Call a meeting instead', 'Refer it to a meeting'],
  reopen: ['Reopen for decision', 'Reopen it'],
  appoint: ['Appoint somebody', 'Appoint'],
  endAppointment: ['End an appointment', 'End it'],
  takeOffice: ['Fill an office', 'Record it'],
  leaveOffice: ['Leave an office', 'Record it'],
  preferences: ['Quiet hours', 'Keep it'],
  endCalendar: ['End a calendar address', 'End it'],
  absence: ['Away', 'Record the absence'],
  notice: ['Notice to leave', 'Record the notice'],
  departure: ['A member has left', 'Record the departure'],
  join: ['A member joins', 'Record it'],
  rename: ['Change a name of record', 'Change it'],
  admitObserver: ['Admit an observer', 'Admit'],
  endObserver: ['End an observer’s seat', 'End it'],
  ...meetingFormTitles,
} as const satisfies Record<string, readonly [string, string]>;

/** What stands over the fields of each form; empty where the fields say it all. */
export const formIntros: Readonly<Record<keyof typeof formTitles, string>> = {
  table: 'All members must agree. Say it so that somebody who was not there understands it in five years.',
  object: 'An objection stops the proposal until it is resolved. Your reason is shown to all members.',
  reservation: 'Your agreement counts, and your reservation is printed beside it in the record.',
  interest: 'Say it plainly; it is shown to all members and stands in the record.',
  suggest: 'The text changes only if the proposer accepts. Change what should change and say why.',
  amend:
    'Changing the text opens a new revision. Every position recorded so far stops counting and all members are asked again.',
  decline: 'Your reason is kept beside the suggestion.',
  withdraw: 'This ends the proposal without a decision. What was said stays in the record.',
  extend: 'A deadline can only be made later, with a reason that all members see.',
  callMeeting:
    'This stops the vote here. Positions recorded so far stay as an indication only. Your reason is printed.',
  reopen: 'The text stays as it was. Every member is asked again.',
  appoint: 'An appointment counts from the moment it is recorded, never before.',
  endAppointment: 'Positions recorded before stay as they are.',
  takeOffice: 'An office carries no vote of its own.',
  leaveOffice: '',
  preferences: 'This is about your reminders only. It is not in the record, and nobody else sees it.',
  endCalendar: 'From then on that address shows nothing. The person can ask for a new one as long as they belong here.',
  absence: 'The reason is nobody’s business and is not recorded. Only a named deputy can cover.',
  notice: 'The member votes until it leaves. Its past positions and decisions stay in the record.',
  departure: 'The member leaves now. Open proposals need a recount; an objection is not erased.',
  join: 'A new member has a vote on revisions that open after it joined.',
  rename: 'Earlier records keep the earlier name.',
  admitObserver: 'Observers read and comment and have no vote.',
  endObserver: '',
  ...meetingFormIntros,
};

export const tooLateToObject = (proposal: string, outcome: string): string =>
  `${proposal} has ended (${outcome}), and outcomes are final. Your objection will be kept in the record, without effect.`;

/** Labels and hints of fields. */
export const labels = {
  member: 'You speak for',
  asOfficer: 'No member: I act as an officer',
  class: 'Class of decision',
  title: 'Title',
  bestForPeople: 'How is this best for people using services?',
  text: 'The proposal, word for word as it shall be adopted',
  links: 'Links to papers',
  deadline: 'Deadline',
  newDeadline: 'New deadline',
  inWords: 'Or the deadline in words',
  snoozedUntil: 'No reminders before',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  opensAt: 'Open it later, on',
  discreet: 'Keep the title out of messages',
  objection: 'Why do you object?',
  wouldChange: 'What would change your position?',
  reservation: 'Your reservation',
  nature: 'What is the interest?',
  level: 'What follows from it?',
  scope: 'Whose interest is it?',
  suggestedText: 'The text as you would have it',
  why: 'Why?',
  reason: 'Reason',
  person: 'Person',
  newPerson: 'Or somebody new: full name',
  whoIsAway: 'Who is away?',
  appointedFor: 'For which member?',
  as: 'Appointed as',
  from: 'From',
  to: 'Until and including',
  on: 'On',
  replaces: 'Does this replace the present one?',
  personal: 'Does it end with the present representative?',
  limitsNote: 'Limits of authority, in words',
  spendUpTo: 'May commit up to, in pounds',
  ratifiedBy: 'Needs ratification by',
  appointment: 'Which appointment?',
  office: 'Office',
  holding: 'Who leaves which office?',
  cover: 'Who covers?',
  whichMember: 'Which member?',
  lastDay: 'Last day as a member',
  memberName: 'Name of the member',
  shortName: 'Short name',
  organisation: 'Organisation',
  capacity: 'Capacity',
  voting: 'Does it vote?',
  newName: 'New name of record',
  role: 'As',
  of: 'From which organisation?',
} as const;

export const hints = {
  title: 'One line that says what is decided.',
  links: 'One web address a line. They become part of the text.',
  opensAt: 'Leave it empty to open at once.',
  reopenDeadline: 'Leave it empty for the usual time.',
  amendDeadline: 'Leave it empty for the usual time from now.',
  inWords: 'Like “next Friday 5pm” or “5 clear working days”. You are shown how it is read before it counts.',
  snoozedUntil: 'Leave it empty to be reminded as usual.',
  quiet: 'A time like 18:00 or 6pm. Leave both empty for no quiet hours.',
  workingTime: 'A time outside working hours moves to working time, and you are told which.',
  discreet: 'Messages then carry only its number.',
  wouldChange: 'This helps the others to find a way.',
  suggestedText: 'Start from the present text.',
  bestForPeople: 'The first thing that members read.',
  newPerson: 'Only if the person is not in the list.',
  fromNow: 'Leave it empty for now.',
  openEnded: 'Leave it empty if there is no end.',
  spendUpTo: 'Whole pounds, figures only.',
  shortName: 'Small letters, digits and hyphens; left empty, it is made from the name. It never changes.',
  today: 'Leave it empty for today.',
} as const;

export const yesNo = { yes: 'Yes', no: 'No' } as const;
export const nobodyCovers = 'Nobody';
export const myself = 'Myself';

export const levelChoices: Readonly<Record<InterestLevel, readonly [string, string]>> = {
  note: ['Noted; we take part', 'The interest is in the record and your vote counts.'],
  speakOnly: ['We may speak but do not vote', 'You leave the count and keep the papers.'],
  recuse: ['We take no part', 'You leave the count and no longer get the papers.'],
};

export const scopeChoices: Readonly<Record<InterestScope, readonly [string, string]>> = {
  organisation: ['My organisation’s', 'Nobody votes for this member, not even a deputy.'],
  personal: ['Mine alone', 'A deputy can still vote for the member.'],
};

export const appointmentHints: Readonly<Record<AppointmentKind, string>> = {
  representative: 'Speaks for the member.',
  deputy: 'Speaks where the representative has not.',
  nominatingOfficer: 'Appoints people for the member.',
  seniorSponsor: 'Is reminded when nobody answers.',
};

export const capacityChoices: Readonly<Record<Capacity, string>> = {
  commissioner: 'Commissioner',
  provider: 'Provider',
  other: 'Other',
};

/** "Usual time: Routine 5 working days, Plans 10 working days." */
export const usualTimes = (classes: readonly DecisionClass[]): string =>
  `Leave it empty for the usual time: ${listed(
    classes.map(({ name, windowWorkingDays }) => `${name} ${counted(windowWorkingDays, 'working day')}`),
  )}.`;

export const atLeast = (least: number): string => `At least ${figure(least)} characters.`;

export const rescissionTitle = (number: string): string => `Rescind decision ${number}`;
export const rescissionText = (number: string): string => `Decision ${number} is rescinded.`;

/** What is wrong with an answer, beside its field. */
export const problemWords = {
  links: 'Each line must be one web address, like https://example.org/paper.',
  choose: 'Choose one of the list.',
  eitherPerson: 'Choose a person from the list or write a new name, one of the two.',
  date: 'Write a date like 2 April 2026.',
  moment: 'Write a date and time like 2 April 2026 17:00.',
  timeOfDay: 'Write a time like 18:00 or 6pm, in both fields or in neither.',
  pounds: 'Write whole pounds in figures, like 5000.',
  shortName: 'Use small letters, digits and hyphens, beginning with a letter, 40 at most.',
  noRevision: 'This form has lost its proposal. Open it again from the card.',
  nobodyToReplace: 'There is nobody to replace. Choose No.',
  severalToReplace: 'There are several. End the appointment of the one who goes, then appoint.',
} as const;
