import type { Alliance, Position, Proposal, Revision, Suggestion } from '../../alliance/alliance.js';
import type { Declaration } from '../../alliance/alliance.js';
import type { PersonId } from '../../alliance/names.js';
import { officesOf } from '../../alliance/speaking.js';
import { charterOf } from '../../alliance/tally.js';
import type { View } from '../view.js';
import { listed, listedUpTo, quoted } from './general.js';
import { platformNames } from './historyOfAccounts.js';
import { momentWords, shortMoment } from './moments.js';
import { memberName, memberNames, nameOfRecord, officeNames, personName, textOf, titleOf } from './names.js';

/** Headings and labels of the proposal card. */
export const proposalLabels = {
  bestForPeople: 'How is this best for people using services?',
  text: 'Proposal',
  links: 'Links',
  deadline: 'Deadline',
  opens: 'Opens',
  rule: 'Rule',
  proposer: 'Tabled by',
  class: 'Class',
  revision: 'Revision',
} as const;

export const headingWords = (view: View, proposal: Proposal): string => `${proposal.id} · ${titleOf(view, proposal)}`;

/** The number alone for a discreet proposal, else number and title: for notifications and messages (rulings 3.7). */
export const nameInMessages = (view: View, proposal: Proposal): string =>
  proposal.discreet ? proposal.id : `${proposal.id} “${titleOf(view, proposal)}”`;

/** "Rowan Ellis for Harbour", "Priya Nair, Alliance Manager": who tabled it, and as what. */
export const proposerWords = (view: View, proposal: Proposal): string => {
  const name = nameOfRecord(view, proposal.proposerName);
  if (proposal.proposingFor !== null) return `${name} for ${memberName(view, proposal.proposingFor)}`;
  const offices = officesOf(view.alliance, proposal.proposer, proposal.tabledAt);
  return offices.length === 0 ? name : `${name}, ${listed(offices.map((office) => officeNames[office]))}`;
};

/** The class by the name that it has in the charter which the proposal is under (domain.md E72). */
export const className = (alliance: Alliance, { class: id, current }: Proposal): string => {
  const { classes } = current === null ? alliance.charter : charterOf(alliance, current.rule);
  return classes.find((each) => each.id === id)?.name ?? id;
};

/** "Revision 2, changed by Priya Nair: “…”": why this revision exists; empty for a first one. */
export const revisionWords = (view: View, { number, amended, reopened, changedBy }: Revision): string => {
  const by = nameOfRecord(view, changedBy ?? 'text:');
  if (amended !== null && amended !== undefined) {
    const from = amended.suggestion === undefined ? '' : ` on suggestion ${amended.suggestion}`;
    const again =
      amended.asksAgain.length === 0 ? '' : ` Asked again: ${listed(memberNames(view, amended.asksAgain))}.`;
    const why = quoted(textOf(view, amended.why));
    return `Revision ${number}, changed by ${by}${from}: ${why}${again}`;
  }
  if (reopened !== null && reopened !== undefined) {
    return `Revision ${number}, reopened after referral by ${by}; the text is unchanged.`;
  }
  return '';
};

/** A suggestion that waits for the proposer's answer. */
export const suggestionWords = (view: View, { number, personName, member, text, why }: Suggestion): string => {
  const name = nameOfRecord(view, personName);
  const from = member === null ? name : `${name} for ${memberName(view, member)}`;
  return `Suggestion ${number} from ${from}: ${quoted(textOf(view, text))} Why: ${quoted(textOf(view, why))}`;
};

/** A declared interest in words, with its nature. */
export const declarationWords = (view: View, { member, personName, level, scope, nature }: Declaration): string => {
  const seat = memberName(view, member);
  const who = scope === 'personal' ? `${nameOfRecord(view, personName)} (${seat})` : seat;
  const what = { note: 'and takes part', speakOnly: 'and may speak without a vote', recuse: 'and takes no part' }[
    level
  ];
  return `${who} declared an interest ${what}: ${quoted(textOf(view, nature))}`;
};

/** Who spoke for more than one member, so that everybody can see it (domain.md E16): one sentence a person. */
export const severalVoicesWords = (view: View, { positions }: Revision): readonly string[] => {
  const spokenBy = new Map<PersonId, readonly Position[]>();
  for (const position of positions.values()) {
    spokenBy.set(position.person, [...(spokenBy.get(position.person) ?? []), position]);
  }
  return [...spokenBy.values()].flatMap((spoken) => {
    const [first] = spoken;
    if (first === undefined || spoken.length < 2) return [];
    const members = memberNames(
      view,
      spoken.map(({ member }) => member),
    );
    const name = nameOfRecord(view, first.personName);
    return [`${name} spoke for ${listed(members)}: ${spoken.length} members, one person.`];
  });
};

/**
 * Whose accounts began to speak while the proposal was open, so that everybody can see whose votes came through a new one
 * (rulings 3.1); null when there are none. For open proposals: it names people as they are called today.
 */
export const linkedWords = (view: View, { current, earlier }: Proposal): string | null => {
  const openedAt = (earlier[0] ?? current)?.openedAt;
  if (openedAt === undefined) return null;
  const made = view.alliance.links.flatMap(({ person, platform, linkedAt }) =>
    linkedAt !== null && linkedAt >= openedAt
      ? [`${personName(view, person)} (${platformNames[platform]}, ${shortMoment(view, linkedAt)})`]
      : [],
  );
  return made.length === 0
    ? null
    : `New accounts linked while this is open: ${listedUpTo(made.reverse(), linksNamed)}.`;
};

const linksNamed = 12;

export const lateObjectionWords = (view: View, late: Proposal['lateObjections'][number]): string =>
  `${memberName(view, late.member)} objected after the outcome, which stands (${nameOfRecord(view, late.personName)}, ` +
  `${momentWords(view, late.at)}): ${quoted(textOf(view, late.reason))}`;

export const retablesWords = (proposal: Proposal): string | null =>
  proposal.retables === null ? null : `Tabled again after ${proposal.retables}.`;

export const supersededWords = (proposal: Proposal, revision: number, current: number): string =>
  `${proposal.id}: revision ${revision} was replaced by revision ${current}. Use the newer card; buttons on older ones record nothing.`;

export const noSuchProposalWords = (id: string): string => `There is no proposal ${id} here.`;
