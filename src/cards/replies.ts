import type { Command, CommandOf } from '../alliance/commands.js';
import type { Actor, MemberId, ProposalId } from '../alliance/names.js';
import type { Refusal } from '../alliance/refusals.js';
import type { Entry } from '../ledger/entry.js';
import { buttonBlock, formButton, orderButton, showButton } from './buttons.js';
import { bold, plain } from './card.js';
import type { Block, Button, Card } from './card.js';
import { formOfCommand, readyCommand } from './pressOf.js';
import type { Press } from './press.js';
import { practiceBlocks } from './proposalCard.js';
import type { View } from './view.js';
import { buttonWords, showWords, voteForWords } from './words/buttons.js';
import { memberName } from './words/names.js';
import { calendarWords, feedWords } from './words/calendar.js';
import { preferenceWords } from './words/preferences.js';
import { afterwardsWords, alreadySentence, howToChange, receiptHeadings, receiptSentence } from './words/receipts.js';
import { refusalWords } from './words/refusals.js';

/** The answer to an order that was carried out. */
export interface Receipt {
  readonly entries: readonly Entry[];
  readonly repeated: boolean;
  readonly command: Command;
  readonly by: Actor;
}

/** Private receipt: what was recorded, for which member, as what, on which revision, and how to change it. */
export const receiptCard = (view: View, { entries, repeated, command }: Receipt): Card => {
  // What time had made true first is not what the person did.
  const own = entries.filter(({ by }) => by !== 'clock');
  if (command.kind === 'setPreferences') return keptCard(view, command, preferenceWords(view, command));
  if (command.kind === 'setFeed') return keptCard(view, command, [feedWords(view, command)]);
  const sentences =
    own.length === 0 ? [alreadySentence(view, command)] : own.map((entry) => receiptSentence(view, entry));
  const heading =
    own.length === 0 ? receiptHeadings.already : repeated ? receiptHeadings.repeated : receiptHeadings.recorded;
  const proposal = proposalOf(own, command);
  // An outcome that is among the sentences is said once.
  const decided = own.some(({ kind }) => outcomeKinds.has(kind));
  const after = proposal === null || own.length === 0 || decided ? '' : afterwardsWords(view, proposal);
  return {
    summary: `${heading}: ${sentences[0] ?? ''}`,
    tone: 'note',
    blocks: [
      ...practiceBlocks(view),
      { kind: 'text', spans: [bold(`${heading}.`)] },
      ...[...sentences, after].flatMap(text),
      ...note(howToChange(view, command, decided)),
      ...buttonBlock(proposal === null ? [] : [showButton(view, showWords(proposal), { show: 'proposal', proposal })]),
    ],
  };
};

/** Preferences are kept beside the record and say how they stand. */
const keptCard = (view: View, command: CommandOf<'setPreferences' | 'setFeed'>, sentences: readonly string[]): Card => {
  const buttons =
    command.kind === 'setFeed' && command.feed === 'new'
      ? [showButton(view, calendarWords.show, { show: 'calendar' })]
      : [];
  return {
    summary: sentences[0] ?? '',
    tone: 'note',
    blocks: [
      ...practiceBlocks(view),
      ...sentences.flatMap(text),
      ...note(howToChange(view, command, false)),
      ...buttonBlock(buttons),
    ],
  };
};

const outcomeKinds: ReadonlySet<Entry['kind']> = new Set([
  'ProposalAdopted',
  'ProposalLapsed',
  'ProposalNotAgreed',
  'ProposalWithdrawn',
] satisfies readonly Entry['kind'][]);

/**
 * Private and kind: what happened, why, and who can do what next, with the button for it where there is one. `asked`
 * is the press or command that was refused: a person who speaks for several members gets it again, once for each.
 */
export const refusalCard = (view: View, refusal: Refusal, by: Actor, asked?: Press | Command): Card => {
  const { sentences } = refusalWords(view, refusal, by);
  return {
    summary: sentences[0] ?? '',
    tone: 'refused',
    blocks: [...practiceBlocks(view), ...sentences.flatMap(text), ...buttonBlock(nextSteps(view, refusal, asked))],
  };
};

const nextSteps = (view: View, refusal: Refusal, asked: Press | Command | undefined): readonly Button[] => {
  if (refusal.why === 'chooseCapacity' && asked !== undefined) {
    return refusal.members.flatMap((member) => pressFor(view, asked, member));
  }
  if (refusal.why === 'objectionAfterOutcome') {
    return [formButton(view, buttonWords.rescind, { form: 'table', rescinds: refusal.proposal })];
  }
  const proposal = 'proposal' in refusal ? view.alliance.proposals.get(refusal.proposal as ProposalId) : undefined;
  if (proposal === undefined) return [];
  const show = showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id });
  return refusal.why === 'closed' && (proposal.status === 'lapsed' || proposal.status === 'notAgreed')
    ? [formButton(view, buttonWords.retable, { form: 'table', retables: proposal.id }), show]
    : [show];
};

/** The same press with the member filled in: "Vote for Shekinah". */
const pressFor = (view: View, asked: Press | Command, member: MemberId): readonly Button[] => {
  const label = voteForWords(memberName(view, member));
  if ('act' in asked) {
    switch (asked.act) {
      case 'order': {
        const ready = readyCommand(asked.command, member);
        return ready === null ? [] : [orderButton(view, label, ready)];
      }
      case 'form':
        return [formButton(view, label, { ...asked, member })];
      case 'show':
        return [];
    }
  }
  const ready = readyCommand(asked, member);
  if (ready !== null) return [orderButton(view, label, ready)];
  const form = formOfCommand(asked);
  return form === null ? [] : [formButton(view, label, { ...form, member })];
};

const proposalOf = (entries: readonly Entry[], command: Command): ProposalId | null => {
  if ('proposal' in command) return command.proposal;
  const tabled = entries.find((entry) => entry.kind === 'ProposalTabled');
  return tabled?.kind === 'ProposalTabled' ? tabled.body.proposal : null;
};

const text = (words: string): readonly Block[] => (words === '' ? [] : [{ kind: 'text', spans: [plain(words)] }]);
const note = (words: string): readonly Block[] => (words === '' ? [] : [{ kind: 'note', spans: [plain(words)] }]);
