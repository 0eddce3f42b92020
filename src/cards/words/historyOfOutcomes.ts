import type { EventKind } from '../../alliance/events.js';
import type { OutcomeEvents } from '../../alliance/outcomeEvents.js';
import type { ProposalId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { quotedLast } from './general.js';
import type { HistoryOf } from './history.js';
import { memberName, nameOfRecord, textOf } from './names.js';
import { outcomeLabel, referredLabel } from './outcomes.js';

export const outcomeHistory: HistoryOf<keyof OutcomeEvents & EventKind> = {
  ProposalAdopted: (view, { body }) => `Decision ${body.number}: ${labelOf(view, body.proposal)}.`,
  ProposalLapsed: (view, { body }) => `${labelOf(view, body.proposal)}.`,
  ProposalNotAgreed: (view, { body }) => `${labelOf(view, body.proposal)}.`,
  ProposalWithdrawn: (view, { body }) => `${labelOf(view, body.proposal)}: ${quotedLast(textOf(view, body.reason))}`,
  ProposalReferred: (view, { body }) =>
    `${referredLabel(view, body)}${body.reason === undefined ? '.' : `: ${quotedLast(textOf(view, body.reason))}`}`,
  ObjectionAfterOutcome: (view, { body }) =>
    `${memberName(view, body.member)} objected after the outcome (${nameOfRecord(view, body.personName)}), without effect: ${quotedLast(textOf(view, body.reason))}`,
};

const labelOf = (view: View, id: ProposalId): string => {
  const proposal = view.alliance.proposals.get(id);
  return (proposal === undefined ? null : outcomeLabel(view, proposal)) ?? 'Closed';
};
