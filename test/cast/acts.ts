import type { Alliance } from '../../src/alliance/alliance.js';
import type { Command, CommandOf } from '../../src/alliance/commands.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { MemberId, ProposalId } from '../../src/alliance/names.js';

/**
 * What somebody does, as a sentence: `agree('P-1')`, `object('P-1', 'It leaves out Stonehouse.')`. An act on a proposal
 * is on the revision in force when it is sent, as from a fresh card; `onRevision` sends it from an older one.
 */
export type Act = (now: Alliance, member: MemberId | undefined) => Command;

export const propose =
  (title: string, more: Partial<Omit<CommandOf<'tableProposal'>, 'kind'>> = {}): Act =>
  (_now, member) => ({
    kind: 'tableProposal',
    class: 'routine',
    title,
    text: `${title}, as discussed.`,
    bestForPeople: 'People meet one service that acts alike.',
    member,
    ...more,
  });

export const agree = (proposal: ProposalId): Act => position(proposal, { position: 'agree' });

export const agreeWithReservation = (proposal: ProposalId, reason: string): Act =>
  position(proposal, { position: 'agreeWithReservation', reason });

export const object = (proposal: ProposalId, reason: string, wouldChange?: string): Act =>
  position(proposal, { position: 'object', reason, wouldChange });

export const withdrawObjection = (proposal: ProposalId): Act => on({ kind: 'withdrawObjection', proposal });

export const declare = (
  level: CommandOf<'declareInterest'>['level'],
  scope: CommandOf<'declareInterest'>['scope'],
  proposal: ProposalId,
  nature = 'We own the building.',
): Act => on({ kind: 'declareInterest', level, scope, proposal, nature });

/** The seat takes no part. */
export const recuse = (proposal: ProposalId, nature?: string): Act =>
  declare('recuse', 'organisation', proposal, nature);

export const takeBackInterest = (proposal: ProposalId, declaration = 1): Act =>
  on({ kind: 'withdrawInterest', proposal, declaration });

export const amend = (
  proposal: ProposalId,
  change: Omit<CommandOf<'amendProposal'>, 'kind' | 'proposal' | 'revision' | 'why'>,
  why = 'It meets what members said.',
): Act => on({ kind: 'amendProposal', proposal, why, ...change });

export const suggest = (proposal: ProposalId, text: string, why = 'It reads better.'): Act =>
  on({ kind: 'suggestAmendment', proposal, text, why });

export const confirmRecount = (proposal: ProposalId): Act => on({ kind: 'confirmRecount', proposal });

export const callMeeting = (proposal: ProposalId, reason = 'We want to talk it through.'): Act =>
  on({ kind: 'callMeeting', proposal, reason });

export const withdraw = (proposal: ProposalId, reason = 'It was overtaken by events.'): Act =>
  plainly({ kind: 'withdrawProposal', proposal, reason });

export const extend = (proposal: ProposalId, deadline: Instant, reason = 'Two members are away.'): Act =>
  plainly({ kind: 'extendDeadline', proposal, deadline, reason });

/** An order that is the same whenever it is sent. */
export const plainly =
  (command: Command): Act =>
  () =>
    command;

/** The act, from a card that shows this revision. */
export const onRevision =
  (revision: number, act: Act): Act =>
  (now, member) =>
    ({ ...act(now, member), revision }) as Command;

const position = (
  proposal: ProposalId,
  said: Pick<CommandOf<'recordPosition'>, 'position' | 'reason' | 'wouldChange'>,
): Act => on({ kind: 'recordPosition', proposal, ...said });

type OnRevision = Extract<Command, { readonly revision: number }>;
type Unaddressed = OnRevision extends infer C ? (C extends OnRevision ? Omit<C, 'revision' | 'member'> : never) : never;

const on =
  (command: Unaddressed): Act =>
  ({ proposals }, member) =>
    ({ ...command, revision: proposals.get(command.proposal)?.current?.number ?? 1, member }) as Command;
