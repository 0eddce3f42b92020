import type { Proposal } from '../../alliance/alliance.js';
import type { Due } from '../../alliance/due.js';
import type { MemberId, PersonId, ProposalId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { remindedOf } from '../../alliance/reminded.js';
import type { Audience } from '../../alliance/reminders.js';
import { tally } from '../../alliance/tally.js';
import { buttonBlock, showButton, voteButtons } from '../buttons.js';
import type { Block } from '../card.js';
import { bold, plain } from '../card.js';
import type { Notice, NoticesOfNoun } from '../notices.js';
import { practiceBlocks } from '../proposalCard.js';
import type { View } from '../view.js';
import { buttonWords, showWords } from '../words/buttons.js';
import { remindersHeadline, reminderWords, unheardWords } from '../words/reminders.js';
import { isClosing } from '../words/status.js';

/**
 * Reminders of open proposals, to those who can do something about a member that has not spoken: who is asked depends on
 * the step, and each person gets one message about all of it, with the buttons (domain.md BE, rulings 1.14).
 */
export const reminderNotices: NoticesOfNoun = {
  noun: 'reminder',
  noticesOf: (view, due) => {
    const proposal = view.alliance.proposals.get(due.subject as ProposalId);
    return proposal === undefined ? [] : remindersTo(view, proposal, due);
  },
  isOwed: (view, notice) => waitedFor(view, notice) !== null,
  draw: (view, notices) => {
    const waits = waitsOf(view, notices);
    const [first] = waits;
    const lines = first === undefined ? [''] : linesOf(view, first);
    return {
      summary: waits.length === 1 ? (lines[0] ?? '') : remindersHeadline(waits.length),
      tone: 'note',
      blocks: [
        ...practiceBlocks(view),
        ...(waits.length === 1 ? [] : [text([bold(remindersHeadline(waits.length))])]),
        ...waits.slice(0, withButtonsMost).flatMap((wait) => wholeBlocks(view, wait)),
        ...waits.slice(withButtonsMost).map((wait) => text([plain(linesOf(view, wait)[0] ?? '')])),
        ...(waits.length > withButtonsMost ? mineBlocks(view) : []),
      ],
    };
  },
};

/** Proposals of one message that have their buttons with them; the others lead to the person's own list. */
const withButtonsMost = 8;

/** The notices of one reminder, or of a nudge, to everybody whom it is for now. */
export const remindersTo = (view: View, proposal: Proposal, { key, to }: Pick<Due, 'key' | 'to'>): readonly Notice[] =>
  remindedOf(view.alliance, proposal, to as Audience, view.now).map(({ person }) => ({
    to: person,
    key: `${key}/${person}`,
  }));

/** A proposal that waits for somebody, and why this person is told. */
interface Wait {
  readonly proposal: Proposal;
  /** Members for which the person may speak. */
  readonly speaksFor: readonly MemberId[];
  /** Members that nobody else has made speak. */
  readonly answersFor: readonly MemberId[];
}

/** Each proposal once, the most urgent first, whichever steps brought it up. */
const waitsOf = (view: View, notices: readonly Notice[]): readonly Wait[] => {
  const waits = new Map<ProposalId, Wait>();
  for (const notice of notices) {
    const wait = waitedFor(view, notice);
    if (wait !== null) waits.set(wait.proposal.id, wait);
  }
  const deadline = ({ proposal }: Wait): string => proposal.current?.deadline ?? '';
  return [...waits.values()].sort((a, b) => (deadline(a) < deadline(b) ? -1 : 1));
};

/** What of the proposal still waits for the person now; null once nothing does (domain.md E80). */
const waitedFor = (view: View, { key }: Notice): Wait | null => {
  const [id, , step] = key.split('/');
  const proposal = view.alliance.proposals.get(id as ProposalId);
  const person = key.split('/').find((part): part is PersonId => isPerson(part as PersonId));
  if (proposal === undefined || person === undefined || proposal.current === null) return null;
  if (proposal.status !== 'open' || isClosing(view, proposal)) return null;
  if (Number(/^r(\d+)/.exec(key.split('/')[1] ?? '')?.[1]) !== proposal.current.number) return null;
  const audience = audienceOf(step ?? '');
  const mine = remindedOf(view.alliance, proposal, audience, view.now).find((each) => each.person === person);
  if (mine === undefined || tally(proposal, proposal.current).waiting.length === 0) return null;
  return { proposal, speaksFor: mine.speaksFor, answersFor: mine.answersFor };
};

/** What each step of the charter reaches; a nudge asks whoever is nearest. */
const audienceOf = (step: string): Audience => {
  if (step.endsWith('oneWorkingDay')) return 'representativesAndDeputies';
  return step.endsWith('fourWorkingHours') ? 'representativesDeputiesAndAllianceManager' : 'representatives';
};

const linesOf = (view: View, { proposal, speaksFor, answersFor }: Wait): readonly string[] =>
  speaksFor.length > 0 ? reminderWords(view, proposal, speaksFor) : unheardWords(view, proposal, answersFor);

const wholeBlocks = (view: View, wait: Wait): readonly Block[] => {
  const { proposal, speaksFor } = wait;
  const [only, ...others] = speaksFor;
  const show = showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id });
  const votes =
    only === undefined || proposal.discreet ? [] : voteButtons(view, proposal, others.length === 0 ? only : undefined);
  const [headline = '', ...lines] = linesOf(view, wait);
  return [text([bold(headline)]), ...lines.map((line) => text([plain(line)])), ...buttonBlock([...votes, show])];
};

const mineBlocks = (view: View): readonly Block[] =>
  buttonBlock([showButton(view, buttonWords.mine, { show: 'mine' })]);

const text = (spans: Extract<Block, { kind: 'text' }>['spans']): Block => ({ kind: 'text', spans });
