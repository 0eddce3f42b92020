import { shorten } from '../fit.js';
import { holdersOfPower } from '../../alliance/speaking.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { personName } from './names.js';
import { powerHolders } from './officers.js';

/** What the Slack surface says around the cards. */
export const slackWords = {
  yourTime: 'your time:',
  shortened: 'This is shortened to fit. Nothing is missing from the record.',
  fullText: 'Read it all',
  cutHere: '(shortened here; read it all in the proposal)',
  cutInput: 'What was there is longer than Slack lets anybody type, so its end is missing here.',
  reasonOf: (name: string, reason: string, most: number): string => `${name}:\n${shorten(reason, most, '')}`,
  nextPage: 'Next page',
  previousPage: 'Previous page',
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  modalTitle: 'Roundtable',
  installed: 'Roundtable is installed in your workspace. You can close this page and go back to Slack.',
  notInstalled:
    'Roundtable was not installed. Begin again from the page that your operator gave you; each page works once and for ten minutes.',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  notNow: 'Not now',
  nothingToChoose: 'There is nothing to choose from yet.',
  optionsFrom: (first: number, last: number): string => `${first} to ${last}`,
  lookAgain: 'Please look at this again.',

  unreadable:
    'Nothing was recorded. This button or form is not one that Roundtable made, or it is from another release. Use the newest card in the channel.',
  broken: (reference: string): string =>
    `Something went wrong on our side, and it may not have been recorded. Look at the card, and try again if your position is not on it. If it happens again, give your operator the reference ${reference}.`,
  noSuchAlliance: (code: string): string =>
    `Nothing was recorded. There is no alliance with the code ${code} here. Your Alliance Manager knows the code.`,
  whichAlliance: (codes: readonly string[]): string =>
    `Nothing was recorded. Several alliances could be meant, so say which: put the code in front, as in “/alliance ${codes[0] ?? 'LWN'} proposals”. Yours are ${listed(codes, 'or')}.`,
  codeFirst:
    'Nothing was recorded. This is not a leadership channel, so say which alliance you mean: put its code in front, as in “/alliance LWN mine”. Your Alliance Manager knows the code.',
  codeNeeded: (typed: string): string =>
    `Nothing was recorded. This is not a leadership channel, so the proposal needs the code of its alliance: “${typed}”.`,
  chooseAlliance: 'In which alliance?',
  tableHere: (name: string): string => `Table it in ${name}`,
  reaction: (proposal: string): string =>
    `Thank you. A reaction does not count as a position on ${proposal}: only the buttons under the card do, so that it is clear which text was meant and for which member.`,
  unclear: (typed: string): string =>
    `Nothing was recorded. “${typed}” is not something that Roundtable understands. Here is what it does understand:`,
  typedText: 'This is the text as it stands. Only the button counts, because it carries the revision that you see.',
  notAPerson: (named: string, alliance: string): string =>
    `Nothing was recorded. Nobody in ${alliance} is called “${named}”. Write the name as it stands under “/alliance people”.`,
  severalPeople: (named: string): string =>
    `Nothing was recorded. More than one person is called “${named}”. Ask the operator to propose the link by number, with “npx roundtable propose-link”.`,
  notAnAccount: 'Nothing was recorded. Name the account by mentioning it, as in “/alliance link @sam Sam Okafor”.',
  notInDirect:
    'Nothing was recorded. A direct message cannot be a leadership channel. Use “/alliance here” in the channel itself.',
  alreadyHere: (alliance: string): string => `Nothing had to be recorded: this channel already belongs to ${alliance}.`,
  inviteBot: 'If Roundtable is not in this channel yet, invite it with “/invite @Roundtable”.',
  nowConfirm:
    'The person now confirms it: with “/alliance confirm” and the number of the link from an account of theirs that is linked already, or from the new account with the code that the operator prints for it.',
  wrongCode:
    'Nothing was recorded. That code does not confirm this link. Codes work once, for seven days, from the account that was proposed. Ask the operator for a new one if it is older.',
  tooManyCodes: 'Nothing was recorded. Too many codes were tried. Wait an hour, or ask the operator.',
  helpHeading: 'What you can do with /alliance',
  help: [
    '“/alliance mine” what waits for you',
    '“/alliance proposals” what is open · “/alliance decisions” what was decided · “/alliance digest” the week in one look',
    '“/alliance status P-14” one proposal · “/alliance history P-14” all that was said on it',
    '“/alliance table” table a proposal (or choose “Table as proposal” on any message)',
    '“/alliance agree P-14” · “/alliance object P-14 because …” positions; the answer has the button that counts',
    '“/alliance nudge P-14” remind those it waits for, once a day (proposer, chair, Alliance Manager)',
    '“/alliance away 3–17 August” say that you are away, and who covers · “/alliance back” you are back',
    '“/alliance snooze until Monday” · “/alliance quiet 18:00 to 08:00” when you want no reminders',
    '“/alliance people” who speaks for whom',
    '“/alliance here” let this channel be the leadership channel (officers)',
    '“/alliance link @account name” say whose account that is (officers) · “/alliance confirm 3” confirm your own',
    'Outside a leadership channel put the code of the alliance in front: “/alliance LWN status P-14”.',
  ],
} as const;

/** Why an account could not be matched to a person by itself. */
export type UnknownAccount =
  'unknown' | 'guest' | 'bot' | 'unconfirmed' | 'severalPeople' | 'elsewhere' | 'unreachable';

/**
 * What an account that nobody knows is told: why, and who can do what about it. It may be the very officer's who would
 * propose the link; nobody proposes their own, so the operator's way is named too, with this account in it (rulings 3.1).
 */
export const unknownAccountWords = (view: View, why: UnknownAccount, account: string): readonly string[] => {
  const { alliance, now } = view;
  const officers = powerHolders(view, 'changePeople');
  const [first, ...others] = holdersOfPower(alliance, 'changePeople', now);
  const only = first !== undefined && others.length === 0 ? personName(view, first) : null;
  return [
    `Nothing was recorded. ${unknownReasons[why](alliance.name)}`,
    `${officers} can propose the link with “/alliance link @you your name”, and you then confirm it.`,
    `${only === null ? 'If none of them can' : `If you are ${only} yourself`}, the operator of this server proposes it: “npx roundtable propose-link ${alliance.code} "${only ?? 'your name'}" ${account}”. Nobody proposes their own link.`,
  ];
};

const unknownReasons: Readonly<Record<UnknownAccount, (alliance: string) => string>> = {
  unknown: (alliance) => `This Slack account is not linked to anybody in ${alliance}.`,
  guest: (alliance) =>
    `This is a guest account, and guest accounts are never linked by themselves to somebody in ${alliance}.`,
  bot: () => 'This account belongs to a program, and programs have no voice.',
  unconfirmed: () => 'Slack has not confirmed the e-mail address of this account.',
  severalPeople: (alliance) => `Several people in ${alliance} share the e-mail address of this account.`,
  elsewhere: (alliance) =>
    `The charter of ${alliance} does not list this account’s workspace and mail domain for its organisation.`,
  unreachable: () => 'Slack did not tell us whose account this is. Try again in a minute.',
};

/** What App Home says to an account that nobody knows yet. */
export const homeWords = {
  unknown: [
    'This account is not linked to anybody yet, so there is nothing to show.',
    'Press any button on a card in your leadership channel, or type “/alliance mine” there: Roundtable links your account by itself where your charter allows it, and says who can help where it does not.',
  ],
  tooSlow: 'Slack closed the window before it could open. Nothing was recorded. Press the button again.',
  recent: 'Recent decisions',
  moreThanFits: 'There is more than fits here. “/alliance proposals” and “/alliance decisions” show the rest.',
} as const;
