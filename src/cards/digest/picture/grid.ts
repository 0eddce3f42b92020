import type { Proposal, Revision } from '../../../alliance/alliance.js';
import type { MemberId, ProposalId } from '../../../alliance/names.js';
import { tally } from '../../../alliance/tally.js';
import type { View } from '../../view.js';
import { daysSince, shortDay } from '../../words/moments.js';
import { memberName } from '../../words/names.js';

/** Members × open decisions: how each stands on each, as the book says. */
export interface Grid {
  readonly decisions: readonly Decision[];
  readonly members: readonly GridRow[];
}

export interface Decision {
  readonly id: ProposalId;
  /** Calendar days since it was tabled, in alliance time. */
  readonly days: number;
  /** Its deadline, "7 Apr". */
  readonly closes: string;
  readonly waiting: number;
}

/** One member; `cells` are in the order of the decisions. */
export interface GridRow {
  readonly member: MemberId;
  readonly name: string;
  readonly cells: readonly Cell[];
}

export const cellKinds = ['waiting', 'objected', 'agreed', 'reserved', 'noPart', 'left', 'notAsked'] as const;
/** `notAsked`: it was not a member when the decision opened. */
export type Cell = (typeof cellKinds)[number];

/** The grid of these proposals, which are open; members in the order of the register, those asked about none left out. */
export const gridOf = (view: View, proposals: readonly Proposal[]): Grid => {
  const columns = proposals.flatMap((proposal) =>
    proposal.current === null ? [] : [column(proposal, proposal.current)],
  );
  const members = [...view.alliance.members.keys()].filter((member) =>
    columns.some(({ cellOf }) => cellOf(member) !== 'notAsked'),
  );
  return {
    decisions: columns.map(({ proposal, revision }) => ({
      id: proposal.id,
      days: daysSince(view, proposal.tabledAt),
      closes: shortDay(view, revision.deadline),
      waiting: tally(proposal, revision).waiting.length,
    })),
    members: members.map((member) => ({
      member,
      name: memberName(view, member),
      cells: columns.map(({ cellOf }) => cellOf(member)),
    })),
  };
};

interface Column {
  readonly proposal: Proposal;
  readonly revision: Revision;
  readonly cellOf: (member: MemberId) => Cell;
}

const column = (proposal: Proposal, revision: Revision): Column => {
  const standing = tally(proposal, revision);
  const cellOf = (member: MemberId): Cell => {
    if (standing.waiting.includes(member)) return 'waiting';
    if (standing.objected.includes(member)) return 'objected';
    if (standing.noPart.includes(member)) return 'noPart';
    if (standing.left.includes(member)) return 'left';
    if (!standing.agreed.includes(member)) return 'notAsked';
    return revision.positions.get(member)?.position === 'agreeWithReservation' ? 'reserved' : 'agreed';
  };
  return { proposal, revision, cellOf };
};
