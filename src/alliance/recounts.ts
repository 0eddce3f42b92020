import type { Alliance, Revision } from './alliance.js';
import type { CommandOf } from './commands.js';
import { proposalOn, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import type { RecountCause } from './events.js';
import type { Instant } from './instant.js';
import { isPerson } from './names.js';
import type { Office, PersonId, ProposalId } from './names.js';
import type { Refusal } from './refusals.js';
import { holdersOf, isAway, officesWith, voicesOf } from './speaking.js';
import { tally } from './tally.js';

/** The eligible members of an open revision changed: adoption waits until an officer has looked (rulings 1.5). */
export const requireRecount = (desk: Desk, id: ProposalId, cause: RecountCause, occurredAt?: Instant): void => {
  const proposal = proposalOn(desk, id);
  if (proposal?.current == null) return;
  const { eligible: remaining } = tally(proposal, proposal.current);
  const body = { proposal: id, revision: proposal.current.number, because: [cause], remaining };
  writeOn(desk, id, 'RecountRequired', body, occurredAt === undefined ? {} : { occurredAt });
};

/** Confirms who is eligible now; the agreement, if it is complete, is then adopted. */
export const confirmRecount = (desk: Desk, command: CommandOf<'confirmRecount'>): Refusal | null => {
  const { by, at } = desk.context;
  const proposal = proposalOn(desk, command.proposal);
  if (proposal === null) return { why: 'noSuchProposal', proposal: command.proposal };
  if (proposal.outcome !== null) return { why: 'closed', proposal: proposal.id };
  const revision = proposal.current;
  if (proposal.status !== 'open' || revision?.recount == null) {
    return { why: 'nothingToConfirm', proposal: proposal.id };
  }
  if (revision.number !== command.revision) {
    return { why: 'oldRevision', proposal: proposal.id, asked: command.revision, current: revision.number };
  }
  const confirmers = recountConfirmers(desk.alliance, revision, at);
  const confirmer = confirmers.find(({ person }) => isPerson(by) && person === by);
  if (confirmer === undefined) {
    const people = confirmers.map(({ person }) => person);
    return { why: 'mayNot', act: 'confirmRecount', people, offices: officesWith(desk.alliance, 'confirmRecount') };
  }
  const { office, nobodyElse } = confirmer;
  writeOn(desk, proposal.id, 'RecountConfirmed', {
    proposal: proposal.id,
    revision: revision.number,
    office,
    nobodyElse,
  });
  return null;
};

export interface Confirmer {
  readonly person: PersonId;
  readonly office: Office;
  readonly nobodyElse: boolean;
}

/**
 * Who may confirm a recount now: the first office of the charter's list (Alliance Manager, else chair, else convenor)
 * with a holder who is there and speaks for no member with a position on the revision. Where every holder does, any of
 * them may, and the card says so (rulings 1.5).
 */
export const recountConfirmers = (alliance: Alliance, revision: Revision, at: Instant): readonly Confirmer[] => {
  const holders = officesWith(alliance, 'confirmRecount').flatMap((office) =>
    holdersOf(alliance, office, at).map((person) => ({ person, office })),
  );
  const free = holders.filter(
    ({ person }) => !isAway(alliance, person, at) && !hasPosition(alliance, revision, person, at),
  );
  const [first] = free;
  if (first !== undefined) {
    return free.filter(({ office }) => office === first.office).map((each) => ({ ...each, nobodyElse: false }));
  }
  return holders.map((each) => ({ ...each, nobodyElse: true }));
};

const hasPosition = (alliance: Alliance, { positions }: Revision, person: PersonId, at: Instant): boolean =>
  voicesOf(alliance, person, at).some(({ member }) => positions.has(member));
