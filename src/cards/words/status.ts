import type { Proposal, Revision } from '../../alliance/alliance.js';
import { recountEnds } from '../../alliance/passing.js';
import { recountConfirmers } from '../../alliance/recounts.js';
import { isAgreedByAll, tally } from '../../alliance/tally.js';
import type { Tally } from '../../alliance/tally.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { momentWords } from './moments.js';
import { memberNames, officeNames, peopleNames } from './names.js';
import { outcomeLabel } from './outcomes.js';

/** How a proposal stands, in one line: "6 of 9 agreed, waiting for Harbour, PATH, Livewest"; its outcome once it has one. */
export const statusLine = (view: View, proposal: Proposal): string => {
  const label = outcomeLabel(view, proposal);
  if (label !== null) return label;
  const revision = proposal.current;
  if (proposal.status === 'tabled' || revision === null) return `Opens on ${momentWords(view, proposal.opensAt)}`;
  const standing = tally(proposal, revision);
  const count = `${standing.agreed.length} of ${standing.eligible.length} agreed`;
  if (isClosing(view, proposal)) return `${closingWords(view, revision, standing)} ${count}`;
  return standing.objected.length > 0
    ? `Blocked by ${listed(memberNames(view, standing.objected))}; ${count}${waitingWords(view, standing)}`
    : `${count}${isAgreedByAll(standing) ? completeWords(view, revision) : waitingWords(view, standing)}`;
};

/** The deadline has passed and nothing is declared yet: nobody can vote any more (rulings 1.3). */
export const isClosing = ({ now }: View, { status, current }: Proposal): boolean =>
  status === 'open' && current !== null && now > current.deadline;

const closedWords = 'Closed, the outcome is being declared.';

/** The rule of the revision, in words that need no explaining. */
export const ruleWords = (proposal: Proposal, revision: Revision): string => {
  const { eligible } = tally(proposal, revision);
  const everyone =
    eligible.length === revision.eligible.length
      ? `All ${eligible.length} members must agree.`
      : `All ${eligible.length} eligible members must agree.`;
  return `${everyone} Silence is not agreement. One objection stops it.`;
};

/** Why a recount is needed, and who can confirm it; null when none is. */
export const recountWords = (view: View, revision: Revision): string | null => {
  if (revision.recount === null) return null;
  const left = revision.recount.because.filter(({ kind }) => kind === 'memberLeft').map(({ member }) => member);
  const declared = revision.recount.because.filter(({ kind }) => kind !== 'memberLeft').map(({ member }) => member);
  const reasons = [
    ...(left.length === 0 ? [] : [`${listed(memberNames(view, left))} left the alliance`]),
    ...(declared.length === 0 ? [] : [`${listed(memberNames(view, declared))} declared an interest`]),
  ];
  return `Recount needed: ${listed(reasons)}. ${confirmersWords(view, revision)}`;
};

const confirmersWords = (view: View, revision: Revision): string => {
  const confirmers = recountConfirmers(view.alliance, revision, view.now);
  const [first] = confirmers;
  const until = momentWords(view, recountEnds(view.alliance, revision));
  if (first === undefined) {
    return `Nobody holds an office that can confirm it. Without confirmation the proposal lapses on ${until}.`;
  }
  const names = peopleNames(
    view,
    confirmers.map(({ person }) => person),
  );
  const also = first.nobodyElse ? ', who also speaks for a member, since there is nobody else' : '';
  return `${names} (${officeNames[first.office]}${also}) can confirm who is eligible now, until ${until}.`;
};

/** The recount that was confirmed by somebody who also speaks for a member (rulings 1.5). */
export const confirmedWords = ({ confirmed }: Revision): string | null => {
  if (confirmed === null) return null;
  const { office, nobodyElse } = confirmed;
  const also = nobodyElse ? ', who also speaks for a member; there was nobody else' : '';
  return `Recount confirmed by the ${officeNames[office]}${also}.`;
};

export const heldWords =
  'Closing is held: the server’s clocks disagree. Voting goes on, and nothing is declared until they agree again.';

/** "The deadline was extended once." */
export const extensionWords = ({ extensions, madeGood }: Revision): string | null => {
  if (extensions === 0) return null;
  const why = madeGood ? ' Roundtable could not be reached in its last hours, which was made good.' : '';
  return `The deadline was extended ${extensions === 1 ? 'once' : `${extensions} times`}.${why}`;
};

/** By name, unless it is everybody: then the roll says it better. */
const waitingWords = (view: View, { waiting, eligible }: Tally): string => {
  if (waiting.length === 0) return '';
  return waiting.length === eligible.length && waiting.length > namesMost
    ? `, waiting for all ${waiting.length} members`
    : `, waiting for ${memberNames(view, waiting).join(', ')}`;
};

const namesMost = 3;

const completeWords = (view: View, { recount, rule, held }: Revision): string => {
  if (recount !== null) return ', waiting for the recount to be confirmed';
  if (held !== null) return ', held until the clocks agree';
  return rule.considerUntil !== undefined && rule.considerUntil > view.now
    ? `; time for consideration runs until ${momentWords(view, rule.considerUntil)}`
    : '';
};

const closingWords = (_view: View, { recount, held }: Revision, standing: Tally): string => {
  if (held !== null) return 'Closed, the outcome is held until the server’s clocks agree.';
  return recount !== null && isAgreedByAll(standing) ? 'Closed, waiting for the recount to be confirmed.' : closedWords;
};
