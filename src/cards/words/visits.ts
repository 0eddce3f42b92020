import { holdersOfPower } from '../../alliance/speaking.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { personName } from './names.js';
import { powerHolders } from './officers.js';

/** How people call Roundtable on a platform, so that sentences tell them what they can really type there. */
export interface Idiom {
  readonly platform: 'Slack' | 'Teams';
  /** What stands before every command. */
  readonly before: '/alliance' | '@Roundtable';
  readonly workspace: 'workspace' | 'organisation';
  /** How Roundtable comes into a channel. */
  readonly invite: string;
}

export const slackIdiom: Idiom = {
  platform: 'Slack',
  before: '/alliance',
  workspace: 'workspace',
  invite: 'If Roundtable is not in this channel yet, invite it with “/invite @Roundtable”.',
};

export const teamsIdiom: Idiom = {
  platform: 'Teams',
  before: '@Roundtable',
  workspace: 'organisation',
  invite:
    'If no card appears in the conversation where you typed this, ask an owner of the team to add the app Roundtable to it.',
};

/** What is said to whoever comes with a press, a form or typed words, on whichever platform. */
export const visitWords = {
  unreadable:
    'Nothing was recorded. This button or form is not one that Roundtable made, or it is from another release. Use the newest card in the channel.',
  broken: (reference: string): string =>
    `Something went wrong on our side, and it may not have been recorded. Look at the card, and try again if your position is not on it. If it happens again, give your operator the reference ${reference}.`,
  noSuchAlliance: (code: string): string =>
    `Nothing was recorded. There is no alliance with the code ${code} here. Your Alliance Manager knows the code.`,
  lookAgain: 'Please look at this again.',
  title: 'Roundtable',
  chooseAlliance: 'In which alliance?',
  tableHere: (name: string): string => `Table it in ${name}`,
  reaction: (proposal: string): string =>
    `Thank you. A reaction does not count as a position on ${proposal}: only the buttons under the card do, so that it is clear which text was meant and for which member.`,
  typedText: 'This is the text as it stands. Only the button counts, because it carries the revision that you see.',
  severalPeople: (named: string): string =>
    `Nothing was recorded. More than one person is called “${named}”. Ask the operator to propose the link by number, with “npx roundtable propose-link”.`,
  wrongCode:
    'Nothing was recorded. That code does not confirm this link. Codes work once, for seven days, from the account that was proposed. Ask the operator for a new one if it is older.',
  tooManyCodes: 'Nothing was recorded. Too many codes were tried. Wait an hour, or ask the operator.',
  unclear: (typed: string): string =>
    `Nothing was recorded. “${typed}” is not something that Roundtable understands. Here is what it does understand:`,
  alreadyHere: (alliance: string): string => `Nothing had to be recorded: this channel already belongs to ${alliance}.`,
} as const;

/** What is said of commands, as they are typed here. */
export const typedWords = ({ before }: Idiom) => ({
  whichAlliance: (codes: readonly string[]): string =>
    `Nothing was recorded. Several alliances could be meant, so say which: put the code in front, as in “${before} ${codes[0] ?? 'LWN'} proposals”. Yours are ${listed(codes, 'or')}.`,
  codeFirst: `Nothing was recorded. This is not a leadership channel, so say which alliance you mean: put its code in front, as in “${before} LWN mine”. Your Alliance Manager knows the code.`,
  codeNeeded: (code: string, proposal: string): string =>
    `Nothing was recorded. This is not a leadership channel, so the proposal needs the code of its alliance: “${before} ${code} ${proposal}”.`,
  notAPerson: (named: string, alliance: string): string =>
    `Nothing was recorded. Nobody in ${alliance} is called “${named}”. Write the name as it stands under “${before} people”.`,
  notAnAccount: `Nothing was recorded. Name the account by mentioning it, as in “${before} link @sam Sam Okafor”.`,
  notInDirect: `Nothing was recorded. A direct message cannot be a leadership channel. Use “${before} here” in the channel itself.`,
  nowConfirm: `The person now confirms it: with “${before} confirm” and the number of the link from an account of theirs that is linked already, or from the new account with the code that the operator prints for it.`,
  helpHeading: `What you can do with ${before}`,
});

/** Everything that can be typed, a line each. */
export const helpLines = ({ before, platform }: Idiom): readonly string[] => [
  `“${before} mine” what waits for you`,
  `“${before} proposals” what is open · “${before} decisions” what was decided · “${before} digest” the week in one look`,
  `“${before} status P-14” one proposal · “${before} history P-14” all that was said on it`,
  platform === 'Slack'
    ? `“${before} table” table a proposal (or choose “Table as proposal” on any message)`
    : `“${before} table” table a proposal (or choose “Table a proposal” where you write a message)`,
  `“${before} agree P-14” · “${before} object P-14 because …” positions; the answer has the button that counts`,
  `“${before} nudge P-14” remind those it waits for, once a day (proposer, chair, Alliance Manager)`,
  `“${before} meetings” those to come, and minutes to accept · “${before} M-3” one of them · “${before} apologies M-3” send them, and who comes instead`,
  `“${before} convene” call a meeting · “${before} meeting plan” plan meetings that recur (officers)`,
  `“${before} papers M-3” agenda and papers of a meeting · “${before} paper M-3” add one (officers) · “${before} calendar” meetings in your own calendar`,
  `“${before} start M-3”, “${before} note M-3”, “${before} end M-3” run it (officers) · “${before} minutes M-3” its minutes`,
  `“${before} actions” what was given out · “${before} A-7” one action · “${before} done A-7” say that it is done`,
  `“${before} away 3–17 August” say that you are away, and who covers · “${before} back” you are back`,
  `“${before} snooze until Monday” · “${before} quiet 18:00 to 08:00” when you want no reminders`,
  `“${before} people” who speaks for whom`,
  `“${before} here” let this channel be the leadership channel (officers)`,
  `“${before} link @account name” say whose account that is (officers) · “${before} confirm 3” confirm your own`,
  `Outside a leadership channel put the code of the alliance in front: “${before} LWN status P-14”.`,
];

/** Why an account could not be matched to a person by itself. */
export type UnknownAccount =
  'unknown' | 'guest' | 'bot' | 'unconfirmed' | 'severalPeople' | 'elsewhere' | 'unreachable';

/**
 * What an account that nobody knows is told: why, and who can do what about it. It may be the very officer's who would
 * propose the link; nobody proposes their own, so the operator's way is named too, with this account in it (rulings 3.1).
 */
export const unknownAccountWords = (
  view: View,
  why: UnknownAccount,
  account: string,
  idiom: Idiom,
): readonly string[] => {
  const { alliance, now } = view;
  const officers = powerHolders(view, 'changePeople');
  const [first, ...others] = holdersOfPower(alliance, 'changePeople', now);
  const only = first !== undefined && others.length === 0 ? personName(view, first) : null;
  return [
    `Nothing was recorded. ${unknownReasons[why](alliance.name, idiom)}`,
    `${officers} can propose the link with “${idiom.before} link @you your name”, and you then confirm it.`,
    `${only === null ? 'If none of them can' : `If you are ${only} yourself`}, the operator of this server proposes it: “npx roundtable propose-link ${alliance.code} "${only ?? 'your name'}" ${account}”. Nobody proposes their own link.`,
  ];
};

const unknownReasons: Readonly<Record<UnknownAccount, (alliance: string, idiom: Idiom) => string>> = {
  unknown: (alliance, { platform }) => `This ${platform} account is not linked to anybody in ${alliance}.`,
  guest: (alliance) =>
    `This is a guest account, and guest accounts are never linked by themselves to somebody in ${alliance}.`,
  bot: () => 'This account belongs to a program, and programs have no voice.',
  unconfirmed: (_, { platform }) => `${platform} has not confirmed the e-mail address of this account.`,
  severalPeople: (alliance) => `Several people in ${alliance} share the e-mail address of this account.`,
  elsewhere: (alliance, { workspace }) =>
    `The charter of ${alliance} does not list this account’s ${workspace} and mail domain for its organisation.`,
  unreachable: (_, { platform }) => `${platform} did not tell us whose account this is. Try again in a minute.`,
};
