import type { Proposal } from '../../alliance/alliance.js';
import type { Command, CommandKind } from '../../alliance/commands.js';
import type { ProposalId } from '../../alliance/names.js';
import { laterOf } from '../../alliance/instant.js';
import { cannotSpeak } from '../../alliance/reminded.js';
import type { Entry } from '../../ledger/entry.js';
import type { View } from '../view.js';
import type { EntryOfKind } from './history.js';
import { powerHolders } from './officers.js';
import { historyWords } from './history.js';
import { momentWords } from './moments.js';
import { memberName, titleOf } from './names.js';
import { outcomeLabel } from './outcomes.js';
import { quoted } from './general.js';
import { changeOfMeetings } from './receiptsOfMeetings.js';
import { spokeAs } from './roll.js';
import { statusLine } from './status.js';

export const receiptHeadings = {
  recorded: 'Recorded',
  already: 'Already recorded',
  repeated: 'Recorded before: this is the same receipt again',
} as const;

/** What one entry recorded, said to the person who caused it: for which member, as what, on which revision. */
export const receiptSentence = (view: View, entry: Entry): string => {
  if (entry.kind === 'PositionRecorded') return positionSentence(view, entry);
  const warning = entry.kind === 'AbsenceRecorded' ? absenceWarning(view, entry) : '';
  return `${historyWords(view, entry)}${isBackDated(entry) ? backDatedWords : ''}${warning}`;
};

/** Said at once, while a deputy can still be named (domain.md PL-9). */
const absenceWarning = (view: View, { body }: EntryOfKind<'AbsenceRecorded'>): string =>
  cannotSpeak(view.alliance, null, body.member, laterOf(body.from, view.now))
    ? ` Meanwhile nobody can speak for ${memberName(view, body.member)}: ask its nominating officer or ${powerHolders(view, 'changePeople')} to appoint a deputy.`
    : '';

/** An appointment never counts before its entry, whatever its date (domain.md E15). */
const isBackDated = (entry: Entry): boolean => entry.kind === 'Appointed' && entry.body.from < entry.at;

const backDatedWords =
  ' That date is past: it stands in the history, and the appointment counts from now on. Votes before now stay as they are.';

/** Nothing was written, because it was true before. */
export const alreadySentence = (view: View, command: Command): string => {
  const proposal = 'proposal' in command ? view.alliance.proposals.get(command.proposal) : undefined;
  return proposal === undefined
    ? 'Nothing new was written: the record says this already.'
    : `Nothing new was written: the record says this already. ${proposal.id}: ${statusLine(view, proposal)}.`;
};

/** How the person can change what was just recorded, or that it is final; with the outcome, unless that is said already. */
export const howToChange = (view: View, command: Command, outcomeSaid: boolean): string => {
  const proposal = 'proposal' in command ? view.alliance.proposals.get(command.proposal) : undefined;
  const label = proposal === undefined ? null : outcomeLabel(view, proposal);
  if (proposal !== undefined && proposal.outcome !== null && label !== null) {
    return `${proposal.id} is closed${outcomeSaid ? '' : ` (${label})`}. To undo it, table a new proposal.`;
  }
  const say = changeWords[command.kind];
  return typeof say === 'string' ? say : say(until(view, proposal));
};

export const afterwardsWords = (view: View, id: ProposalId): string => {
  const proposal = view.alliance.proposals.get(id);
  return proposal === undefined ? '' : `${id} now: ${statusLine(view, proposal)}.`;
};

const positionSentence = (view: View, { body }: EntryOfKind<'PositionRecorded'>): string => {
  const proposal = view.alliance.proposals.get(body.proposal);
  const title = proposal === undefined ? '' : ` ${quoted(titleOf(view, proposal))}`;
  const verb = { agree: 'agrees to', agreeWithReservation: 'agrees, with your reservation, to', object: 'objects to' };
  return (
    `${memberName(view, body.member)} ${verb[body.position]} ${body.proposal}${title}, revision ${body.revision}. ` +
    `You spoke as its ${spokeAs(body)}.`
  );
};

const until = (view: View, proposal: Proposal | undefined): string =>
  proposal === undefined ? '' : ` until ${momentWords(view, proposal.current?.deadline ?? proposal.deadline)}`;

const changeWords: Readonly<Record<CommandKind, string | ((until: string) => string)>> = {
  tableProposal: 'Under More on its card you can change the text, extend the deadline or withdraw it.',
  recordPosition: (until) =>
    `You can change this with the buttons on the card${until}, as long as no outcome is recorded.`,
  withdrawObjection: 'Your member has no position now. Use the buttons on the card to record one.',
  declareInterest: 'If this was a mistake, withdraw the declaration under More on the card while the proposal is open.',
  withdrawInterest: 'Your member takes part again and must record a position anew.',
  suggestAmendment: 'The proposer accepts or declines it, and you will see the answer on the card.',
  declineSuggestion: 'Whoever made the suggestion sees your reason in the history.',
  amendProposal: 'Every member is asked again on the new revision. You can change the text again under More.',
  letChairAmend: 'The chair can now change the text, as you can.',
  withdrawProposal: 'Anyone who speaks for a member can table it again as their own.',
  extendDeadline: 'The new deadline stands on the card.',
  nudge: 'Each of them gets one message, within working hours. You can do this once a day.',
  callMeeting: 'The proposer or an officer can reopen it after the meeting.',
  reopenProposal: 'Every member is asked again on the new revision.',
  confirmRecount: 'The card shows how it stands now.',
  joinMember: 'It votes on revisions that open from now on. Next, appoint its representative.',
  giveNotice: 'It votes until then. If the date changes, record the notice again.',
  recordDeparture: 'Its past positions and decisions stay in the record.',
  appoint: 'To change this, end the appointment and appoint again.',
  endAppointment: 'Positions recorded before stay as they are. To undo this, appoint the person again.',
  takeOffice: 'To change this, end the holding and fill the office again.',
  leaveOffice: 'To undo this, let the person take the office again.',
  admitObserver: 'Observers read and comment and have no vote. You can end this at any time.',
  endObserver: 'To undo this, admit the person again.',
  renamePerson: 'Earlier records keep the earlier name.',
  recordAbsence: 'The representative’s own next position ends the absence, and so does “I am back”.',
  endAbsence: 'To be away again, record a new absence.',
  bindRoom: 'Cards and announcements appear there from now on. Earlier business stays where it was shown.',
  releaseRoom: 'Nothing more is posted there. To undo this, bind the channel again.',
  linkAccount: 'You can now use the buttons from this account.',
  proposeLink: 'The account may act once the person has confirmed it.',
  confirmLink: 'You can now use the buttons from this account.',
  unlinkAccount: 'That account can no longer act for anybody here.',
  rotateKey: 'Entries are signed with the new key from now on.',
  setPreferences: 'You can change this at any time, with “/alliance snooze” and “/alliance quiet” or the form.',
  setFeed: 'You can get a new address, or end it, at any time with “calendar”.',
  letTimePass: '',
  ...changeOfMeetings,
  adoptCharter: 'Open proposals keep the rules under which they opened.',
};
