import type { Proposal } from '../../alliance/alliance.js';
import type { EventBodies, NamedMember, StandingObjection } from '../../alliance/events.js';
import { msOf } from '../../alliance/instant.js';
import type { Instant } from '../../alliance/instant.js';
import type { MemberId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { counted, listed, quoted } from './general.js';
import { momentWords } from './moments.js';
import { memberName, nameOfRecord, recordedMemberName, textOf } from './names.js';

/**
 * The outcome in the exact words of rulings 2, or null while there is none. Nothing else may be said of an outcome;
 * the number of a decision, reservations and removed objections stand beside it (`outcomeNotes`).
 */
export const outcomeLabel = (view: View, proposal: Proposal): string | null => {
  const { outcome } = proposal;
  if (proposal.status === 'referred' && proposal.referral !== null) return referredLabel(view, proposal.referral);
  if (outcome === null) return null;
  switch (outcome.kind) {
    case 'ProposalAdopted':
      return adoptedLabel(view, outcome.body);
    case 'ProposalLapsed':
      return lapsedLabel(view, outcome.body);
    case 'ProposalNotAgreed':
      return `Not agreed: objection by ${listed(outcome.body.objections.map(named(view)))} stands`;
    case 'ProposalWithdrawn':
      return `Withdrawn by ${nameOfRecord(view, outcome.body.personName)}`;
  }
};

/** "Decision PLY-2026-014" of an adopted proposal, else null. */
export const decisionNumberWords = ({ outcome }: Proposal): string | null =>
  outcome?.kind === 'ProposalAdopted' ? `Decision ${outcome.body.number}` : null;

/**
 * What is printed under the label: reservations, objections, removed objections, the reason of a withdrawal. `beside` a
 * roll, which has every standing objection with its reason, only those are printed that the roll cannot show.
 */
export const outcomeNotes = (view: View, proposal: Proposal, beside?: 'roll'): readonly string[] => {
  const { outcome } = proposal;
  if (proposal.status === 'referred') return referralNotes(view, proposal);
  if (outcome === null) return [];
  switch (outcome.kind) {
    case 'ProposalAdopted':
      return [
        ...reservations(view, outcome.body),
        ...outcome.body.removedObjections.map((objection) => removedObjection(view, objection)),
      ];
    case 'ProposalLapsed':
      return [
        'Nothing was decided: this is neither a yes nor a no. The proposal can be tabled again.',
        ...(outcome.body.because === 'noPosition' ? lateNotes(view, proposal, outcome.at) : []),
        ...removedFrom(view, proposal),
      ];
    case 'ProposalNotAgreed':
      return [
        ...notAgreedNotes(view, proposal, outcome.body, beside),
        ...(outcome.body.because === 'deadline' ? lateNotes(view, proposal, outcome.at) : []),
        ...removedFrom(view, proposal),
      ];
    case 'ProposalWithdrawn':
      return [`Reason: ${quoted(textOf(view, outcome.body.reason))}`];
  }
};

/** Decided as of the deadline, though later: the server was down, or its clock not trusted (rulings 1.4). */
const lateNotes = (view: View, { current }: Proposal, at: Instant): readonly string[] =>
  current === null || msOf(at) - msOf(current.deadline) < lateMs
    ? []
    : [
        `Declared late, on ${momentWords(view, at)}, with the positions as they stood at the deadline, ${momentWords(view, current.deadline)}.`,
      ];

/** Later than the time of grace and a restart explain. */
const lateMs = 15 * 60_000;

const removedFrom = (view: View, { current }: Proposal): readonly string[] =>
  (current?.removedObjections ?? []).map((objection) => removedObjection(view, objection));

/** An objection that a recusal or departure took away, printed beside the outcome (rulings 1.5). */
export const removedObjection = (view: View, objection: StandingObjection): string =>
  `Removed objection, ${named(view)(objection)} (${nameOfRecord(view, objection.personName)}): ` +
  quoted(textOf(view, objection.reason));

/** The label of a referral, which is not an outcome. */
export const referredLabel = (
  view: View,
  { because, member }: { readonly because: 'calledByMember' | 'belowMinimum'; readonly member?: MemberId | null },
): string =>
  because === 'calledByMember' && member != null
    ? `Referred to a meeting: called by ${memberName(view, member)}`
    : 'Referred to a meeting: too few members are left to decide it';

const shadowLabel = 'Shadow decision, not binding until the Alliance Agreement is signed';

const adoptedLabel = (view: View, body: EventBodies['ProposalAdopted']): string => {
  const count = body.agreed.length;
  const adopted =
    body.tookNoPart.length === 0
      ? `Adopted unanimously, ${count} of ${count}`
      : `Adopted by all ${count} eligible members; ${tookNoPart(view, body)}`;
  return body.shadow ? `${shadowLabel} · ${adopted}` : adopted;
};

const tookNoPart = (view: View, body: EventBodies['ProposalAdopted']): string =>
  (['interestDeclared', 'memberLeft'] as const)
    .map((why) => ({ why, members: body.tookNoPart.filter((each) => each.why === why) }))
    .filter(({ members }) => members.length > 0)
    .map(({ why, members }) => `${listed(members.map(named(view)))} took no part (${whyNoPart[why]})`)
    .join('; ');

const whyNoPart = { interestDeclared: 'interest declared', memberLeft: 'left the alliance' } as const;

const lapsedLabel = (view: View, { because, missing }: EventBodies['ProposalLapsed']): string => {
  switch (because) {
    case 'noPosition':
      return `Lapsed, no decision: no position from ${missing.map(named(view)).join(', ')}`;
    case 'recountNotConfirmed':
      return 'Lapsed, no decision: recount not confirmed';
    case 'meetingNotHeld':
      return 'Lapsed, no decision: the meeting did not deal with it in 40 working days';
  }
};

const referralNotes = (view: View, { referral, current }: Proposal): readonly string[] => {
  const positions = current?.positions.size ?? 0;
  return [
    ...(referral?.reason == null ? [] : [`Reason: ${quoted(textOf(view, referral.reason))}`]),
    ...(positions === 0 ? [] : [`The ${counted(positions, 'position')} recorded so far stand as an indication only.`]),
    ...(referral === null ? [] : [`Unless it is reopened, it lapses on ${momentWords(view, referral.lapsesAt)}.`]),
  ];
};

const reservations = (view: View, body: EventBodies['ProposalAdopted']): readonly string[] =>
  body.agreed
    .filter(({ position }) => position === 'agreeWithReservation')
    .map(
      (agreed) =>
        `Reservation, ${named(view)(agreed)} (${nameOfRecord(view, agreed.personName)})` +
        (agreed.reason === undefined ? '' : `: ${quoted(textOf(view, agreed.reason))}`),
    );

const notAgreedNotes = (
  view: View,
  { current }: Proposal,
  body: EventBodies['ProposalNotAgreed'],
  beside: 'roll' | undefined,
): readonly string[] => [
  ...(body.because === 'membershipChanged'
    ? [`${leftHaving(view, body)} left the alliance having objected. Leaving does not erase an objection.`]
    : []),
  ...body.objections
    .filter(({ member }) => beside === undefined || current?.left.includes(member) !== false)
    .map(
      (objection) =>
        `Objection, ${named(view)(objection)} (${nameOfRecord(view, objection.personName)}): ` +
        quoted(textOf(view, objection.reason)),
    ),
  'Things stay as they were. The proposal can be changed and tabled again.',
];

const leftHaving = (view: View, { proposal, objections }: EventBodies['ProposalNotAgreed']): string => {
  const left = view.alliance.proposals.get(proposal)?.current?.left ?? [];
  return listed(objections.filter(({ member }) => left.includes(member)).map(named(view)));
};

const named =
  (view: View) =>
  ({ member, name }: NamedMember): string =>
    recordedMemberName(view, member, name);
