import type { Position, Proposal, Revision } from '../alliance/alliance.js';
import type { MemberId } from '../alliance/names.js';
import { appointed, isAway, speakersFor } from '../alliance/speaking.js';
import { personalBar, recusalOf } from '../alliance/tally.js';
import { plain } from './card.js';
import type { Block, RollRow, Span } from './card.js';
import type { View } from './view.js';
import { quoted } from './words/general.js';
import { shortMoment } from './words/moments.js';
import { memberName, nameOfRecord, personName, recordedMemberName, textOf } from './words/names.js';
import {
  awayWords,
  declaredAndStays,
  interestNoPart,
  interestSpeakOnly,
  leftWords,
  markWords,
  noPosition,
  personalInterest,
  rollLabel,
  spokeAs,
  vacancyWords,
  wouldChangeLabel,
} from './words/roll.js';

/** The roll of a revision, member by member in the order of the record date; names as the outcome kept them. */
export const rollBlock = (view: View, proposal: Proposal, revision: Revision): Block => ({
  kind: 'roll',
  label: rollLabel,
  rows: revision.eligible.map((member) => rollRow(view, proposal, revision, member)),
});

const rollRow = (view: View, proposal: Proposal, revision: Revision, member: MemberId): RollRow => {
  const row = (mark: RollRow['mark'], detail: string, reason?: string): RollRow => ({
    member,
    name: nameThen(view, proposal, member),
    mark,
    words: mark === 'waiting' && proposal.outcome !== null ? noPosition : markWords[mark],
    detail: spans([detail, staysWords(proposal, member)]),
    ...(reason === undefined ? {} : { reason }),
  });
  if (revision.left.includes(member)) return row('left', leftWords);
  const recusal = recusalOf(proposal, member);
  if (recusal !== null) return row('noPart', recusal.level === 'speakOnly' ? interestSpeakOnly : interestNoPart);
  const position = revision.positions.get(member);
  if (position === undefined)
    return row('waiting', proposal.outcome === null ? waitingFor(view, proposal, member) : '');
  const spoke = `${nameOfRecord(view, position.personName)}, ${spokeAs(position)}, ${shortMoment(view, position.at)}`;
  switch (position.position) {
    case 'agree':
      return row('agreed', spoke);
    case 'agreeWithReservation':
      return row('reserved', spoke, reasonOf(view, position));
    case 'object':
      return row('objected', spoke, reasonOf(view, position));
  }
};

/** The name in the outcome, so that a decision of 2019 reads the same in 2030. */
const nameThen = (view: View, { outcome }: Proposal, member: MemberId): string => {
  const kept =
    outcome?.kind === 'ProposalAdopted'
      ? [...outcome.body.agreed, ...outcome.body.tookNoPart].find((each) => each.member === member)
      : undefined;
  return kept === undefined ? memberName(view, member) : recordedMemberName(view, member, kept.name);
};

const reasonOf = (view: View, { reason, wouldChange }: Position): string | undefined => {
  if (reason === null) return undefined;
  const words = textOf(view, reason);
  return wouldChange === null ? words : `${words}\n${wouldChangeLabel}: ${quoted(textOf(view, wouldChange))}`;
};

/** Who is away and who covers, a personal interest, or that nobody can speak: what explains a silence. */
const waitingFor = (view: View, proposal: Proposal, member: MemberId): string => {
  const { alliance, now } = view;
  if (speakersFor(alliance, member, now).length === 0) return vacancyWords;
  const representative = appointed(alliance, member, 'representative', now)[0]?.person;
  if (representative === undefined) return '';
  if (personalBar(proposal, representative) !== null) return personalInterest(personName(view, representative));
  if (!isAway(alliance, representative, now)) return '';
  const cover = alliance.absences.find(
    (absence) => absence.person === representative && absence.from <= now && now < absence.to,
  )?.cover;
  return awayWords(personName(view, representative), cover == null ? null : personName(view, cover));
};

const staysWords = ({ declarations }: Proposal, member: MemberId): string =>
  declarations.some((each) => each.member === member && each.level === 'note' && !each.withdrawn)
    ? declaredAndStays
    : '';

const spans = (parts: readonly string[]): readonly Span[] => {
  const words = parts.filter((part) => part !== '').join('; ');
  return words === '' ? [] : [plain(words)];
};
