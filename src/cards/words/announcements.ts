import type { Proposal } from '../../alliance/alliance.js';
import type { Instant } from '../../alliance/instant.js';
import type { MemberId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { momentWords } from './moments.js';
import { memberName } from './names.js';
import { powerHolders } from './officers.js';
import { decisionNumberWords } from './outcomes.js';
import { nameInMessages, proposerWords } from './proposal.js';
import { statusLine } from './status.js';

/** Headlines of once-messages: what happened, before the name of what it happened to. */
export const headlines = {
  tabled: 'New proposal',
  opened: 'Open for decision',
  revised: 'Changed, please decide again',
  blocked: 'Blocked',
  adopted: 'Decided',
  ended: 'Ended without a decision',
  notAgreed: 'Not agreed',
  withdrawn: 'Withdrawn',
  referred: 'To a meeting',
  recount: 'Recount needed',
  moreTime: 'More time',
  people: 'People',
  charter: 'Charter',
} as const;

export const headlineWords = (view: View, headline: string, proposal: Proposal): string =>
  `${headline}: ${nameInMessages(view, proposal)}`;

export const tabledWords = (view: View, proposal: Proposal, { opensAt, deadline }: Times): string =>
  opensAt > proposal.tabledAt
    ? `Tabled by ${proposerWords(view, proposal)}. It opens on ${momentWords(view, opensAt)}.`
    : `Tabled by ${proposerWords(view, proposal)}. ${openedWords(view, deadline)}`;

export const openedWords = (view: View, deadline: Instant): string =>
  `Please decide by ${momentWords(view, deadline)}; its card has the text and the buttons.`;

export const revisedWords = (view: View, revision: number, deadline: Instant): string =>
  `Revision ${revision} is what is being decided, until ${momentWords(view, deadline)}. Earlier positions are kept in the history and no longer count.`;

export const blockedWords =
  'Nothing is adopted while an objection stands. It can be withdrawn, or the text can be changed.';

export const outcomeWords = (view: View, proposal: Proposal): string => {
  const number = decisionNumberWords(proposal);
  return `${statusLine(view, proposal)}.${number === null ? '' : ` ${number}.`}`;
};

interface Times {
  readonly opensAt: Instant;
  readonly deadline: Instant;
}

/** The private message to a member whose agreement no longer counts (rulings 1.12). */
export const askedAgainWords = (
  member: string,
  view: View,
  proposal: Proposal,
  revision: number,
): readonly string[] => [
  `${nameInMessages(view, proposal)} was changed. ${member} had recorded a position on the earlier revision, which no longer counts.`,
  `Please read revision ${revision} and record a position again by ${momentWords(view, proposal.current?.deadline ?? proposal.deadline)}.`,
];

export const retableWords = (view: View, proposal: Proposal): readonly string[] => [
  `Your proposal ${nameInMessages(view, proposal)} has ended: ${statusLine(view, proposal)}.`,
  'You can table it again, changed or as it was.',
];

export const suggestedWords = (view: View, proposal: Proposal): string =>
  `There is a suggestion for ${nameInMessages(view, proposal)}. You can accept it, which opens a new revision, or decline it with a reason.`;

export const declinedWords = (view: View, proposal: Proposal, suggestion: number): string =>
  `Your suggestion ${suggestion} for ${nameInMessages(view, proposal)} was declined.`;

export const recountAskedWords = (view: View, proposal: Proposal): string =>
  `${nameInMessages(view, proposal)} needs you to confirm who is eligible now. Until then it cannot be adopted.`;

export const coverWords = (representative: string, member: string, from: string, to: string): readonly string[] => [
  `You cover for ${representative} and speak for ${member} from ${from} to ${to}.`,
  'You can record its positions, and change those recorded before.',
];

/** Nobody will be able to speak for a member: what it means, and what helps. */
export const unheardMemberWords = (view: View, member: MemberId, from: Instant): readonly string[] => [
  `${from > view.now ? `From ${momentWords(view, from)} nobody` : 'Nobody'} can speak for ${memberName(view, member)}.`,
  `What it does not agree to lapses, whatever the others say. Its nominating officer or ${powerHolders(view, 'changePeople')} can appoint a deputy.`,
];

export const linkProposedWords = (code: string, link: number): readonly string[] => [
  'An officer has proposed that another account is yours and may act for you.',
  `If it is, confirm it from here: “/alliance ${code} confirm ${link}”. If it is not, do nothing, and tell the officer.`,
];

export const linkConfirmedWords = (person: string): string =>
  `Another account now acts for ${person}, who confirmed it. If that surprises you, ask ${person} and tell an officer.`;
