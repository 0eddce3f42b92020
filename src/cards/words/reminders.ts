import type { Proposal } from '../../alliance/alliance.js';
import type { MemberId } from '../../alliance/names.js';
import { speakersFor, isAway } from '../../alliance/speaking.js';
import type { View } from '../view.js';
import { counted, listed } from './general.js';
import { momentWords } from './moments.js';
import { memberName, memberNames, personName } from './names.js';
import { nameInMessages } from './proposal.js';

/** A reminder to somebody who can speak for members that are waited for. */
export const reminderWords = (view: View, proposal: Proposal, members: readonly MemberId[]): readonly string[] => [
  `${nameInMessages(view, proposal)} waits for ${listed(memberNames(view, members))}.`,
  `${deadlineWords(view, proposal)} Silence is not agreement: without a position nothing is decided.`,
];

/** To somebody who cannot speak for the members, and can see to it that somebody does. */
export const unheardWords = (view: View, proposal: Proposal, members: readonly MemberId[]): readonly string[] => [
  `${nameInMessages(view, proposal)} still waits for ${listed(memberNames(view, members))}.`,
  `${deadlineWords(view, proposal)} ${members.map((member) => whoCanSpeak(view, member)).join(' ')}`,
];

/** Before several proposals in one message. */
export const remindersHeadline = (count: number): string => `${counted(count, 'proposal')} wait for you`;

const deadlineWords = (view: View, proposal: Proposal): string =>
  `The deadline is ${momentWords(view, proposal.current?.deadline ?? proposal.deadline)}.`;

const whoCanSpeak = (view: View, member: MemberId): string => {
  const speakers = speakersFor(view.alliance, member, view.now);
  const name = memberName(view, member);
  if (speakers.length === 0) return `Nobody is appointed to speak for ${name}.`;
  const people = speakers.map((person) =>
    isAway(view.alliance, person, view.now, member) ? `${personName(view, person)} (away)` : personName(view, person),
  );
  return `${listed(people, 'or')} can speak for ${name}.`;
};
