import type { Position, Proposal } from '../../alliance/alliance.js';
import { mayRead } from '../../alliance/reading.js';
import { tally } from '../../alliance/tally.js';
import { bold, plain } from '../card.js';
import type { Block, Span } from '../card.js';
import { shorten } from '../fit.js';
import { liveProposals } from '../lists.js';
import { forDays, objectionWords, reasonMore, reasonWords } from '../words/digest.js';
import { dayWords, daysSince } from '../words/moments.js';
import { memberName, textOf } from '../words/names.js';
import { nameInMessages } from '../words/proposal.js';
import type { DigestView } from './digest.js';

/** Every objection that stands: who holds it, since when and why; the oldest first. */
export const objections = (view: DigestView): readonly Block[] => {
  const standing = liveProposals(view)
    .flatMap((proposal) => standingOn(proposal).map((position) => ({ proposal, position })))
    .sort((a, b) => a.position.seq - b.position.seq);
  if (standing.length === 0) return [];
  return [{ kind: 'list', items: standing.map(({ proposal, position }) => lineOf(view, proposal, position)) }];
};

const standingOn = (proposal: Proposal): readonly Position[] => {
  const { current } = proposal;
  if (current === null) return [];
  return tally(proposal, current).objected.flatMap((member) => current.positions.get(member) ?? []);
};

const lineOf = (view: DigestView, proposal: Proposal, { member, at, reason }: Position): readonly Span[] => {
  const words = objectionWords(memberName(view, member), dayWords(view, at), forDays(daysSince(view, at)));
  const why =
    reason === null || !readsPapers(view, proposal)
      ? ''
      : reasonWords(shorten(textOf(view, reason), reasonMost, reasonMore));
  return [bold(nameInMessages(view, proposal)), plain(`: ${words}${why}`)];
};

/** Of a discreet proposal messages carry the number only (rulings 3.7); whoever is recused has no papers (3.3). */
const readsPapers = ({ alliance, reader, now }: DigestView, { id, discreet }: Proposal): boolean =>
  !discreet && (reader === null || mayRead(alliance, { kind: 'papers', proposal: id }, reader, now));

const reasonMost = 400;
