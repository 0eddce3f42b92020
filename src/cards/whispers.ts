import type { Proposal } from '../alliance/alliance.js';
import type { EventKind } from '../alliance/events.js';
import { laterOf } from '../alliance/instant.js';
import type { Instant } from '../alliance/instant.js';
import { isPerson } from '../alliance/names.js';
import type { Actor, MemberId, PersonId } from '../alliance/names.js';
import { recountConfirmers } from '../alliance/recounts.js';
import { cannotSpeak } from '../alliance/reminded.js';
import { appointed, holdersOfPower, isAway, isInOffice, isLive, proposers, speakersFor } from '../alliance/speaking.js';
import type { Entry } from '../ledger/entry.js';
import { buttonBlock, formButton, orderButton, showButton, voteButtons } from './buttons.js';
import { bold, plain } from './card.js';
import type { Block, Button, Card } from './card.js';
import { changeBlocks } from './changes.js';
import { meetingWhispers } from './meetings/news.js';
import { practiceBlocks } from './proposalCard.js';
import type { View } from './view.js';
import {
  askedAgainWords,
  coverWords,
  declinedWords,
  linkConfirmedWords,
  linkProposedWords,
  recountAskedWords,
  retableWords,
  suggestedWords,
  unheardMemberWords,
} from './words/announcements.js';
import { acceptWords, buttonWords, declineWords, showWords } from './words/buttons.js';
import type { EntryOfKind } from './words/history.js';
import { dayOrMoment } from './words/moments.js';
import { memberName, personName } from './words/names.js';
import { nameInMessages, suggestionWords } from './words/proposal.js';

/** A private once-message to one person. */
export interface Whisper {
  readonly person: PersonId;
  readonly card: Card;
}

/**
 * The private messages that an entry deserves: to members whose agreement was voided (one each, rulings 1.12), to the
 * proposer of what ended undecided or has a suggestion, to whoever confirms a recount, to a deputy who covers.
 */
export const whispers = (view: View, entry: Entry): readonly Whisper[] => {
  const say = whispered[entry.kind] as ((view: View, entry: Entry) => readonly Whisper[]) | undefined;
  return say?.(view, entry) ?? [];
};

type Whispered = { readonly [K in EventKind]?: (view: View, entry: EntryOfKind<K>) => readonly Whisper[] };

const whispered: Whispered = {
  ...meetingWhispers,
  RevisionOpened: (view, entry) => askedAgain(view, entry),
  ProposalLapsed: (view, { body }) => retable(view, view.alliance.proposals.get(body.proposal)),
  ProposalNotAgreed: (view, { body }) => retable(view, view.alliance.proposals.get(body.proposal)),
  AmendmentSuggested: (view, entry) => suggested(view, entry),
  SuggestionDeclined: (view, { body }) => declined(view, view.alliance.proposals.get(body.proposal), body.suggestion),
  RecountRequired: (view, { body }) => recount(view, view.alliance.proposals.get(body.proposal)),
  AbsenceRecorded: (view, entry) => [
    ...cover(view, entry),
    ...unheard(view, entry.body.member, laterOf(entry.body.from, view.now), entry.by),
  ],
  AppointmentEnded: (view, { body, by }) => unheard(view, body.member, laterOf(body.endsAt, view.now), by),
  LinkProposed: (view, { body }) => proposedLink(view, body.person, body.link),
  AccountLinked: (view, { body }) => (body.how === 'confirmed' ? confirmedLink(view, body.person) : []),
};

const askedAgain = (view: View, { body }: EntryOfKind<'RevisionOpened'>): readonly Whisper[] => {
  const proposal = view.alliance.proposals.get(body.proposal);
  if (proposal?.current?.number !== body.revision) return [];
  return (
    (body.amended ?? body.reopened)?.asksAgain.flatMap((member) => {
      const person = speaker(view, member);
      if (person === null) return [];
      const words = askedAgainWords(memberName(view, member), view, proposal, body.revision);
      const show = showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id });
      const changes = proposal.discreet ? [] : changeBlocks(view, proposal);
      const buttons = proposal.discreet ? [show] : [...voteButtons(view, proposal, member), show];
      return [{ person, card: letter(view, nameInMessages(view, proposal), words, changes, buttons) }];
    }) ?? []
  );
};

/** One person a member: who is there first of representative and deputies. */
const speaker = (view: View, member: MemberId): PersonId | null => {
  const speakers = speakersFor(view.alliance, member, view.now);
  return speakers.find((person) => !isAway(view.alliance, person, view.now)) ?? speakers[0] ?? null;
};

const retable = (view: View, proposal: Proposal | undefined): readonly Whisper[] => {
  if (proposal === undefined) return [];
  const again = formButton(view, buttonWords.retable, { form: 'table', retables: proposal.id }, 'primary');
  const card = letter(view, nameInMessages(view, proposal), retableWords(view, proposal), [], [again]);
  return proposers(view.alliance, proposal, view.now)
    .slice(0, 1)
    .map((person) => ({ person, card }));
};

const suggested = (view: View, { body, by }: EntryOfKind<'AmendmentSuggested'>): readonly Whisper[] => {
  const proposal = view.alliance.proposals.get(body.proposal);
  const suggestion = proposal?.suggestions.find(({ number }) => number === body.suggestion);
  if (proposal?.current == null || suggestion === undefined) return [];
  const on = { proposal: proposal.id, revision: proposal.current.number, suggestion: suggestion.number };
  const buttons = [
    formButton(view, acceptWords(suggestion.number), { form: 'amend', ...on }, 'primary'),
    formButton(view, declineWords(suggestion.number), { form: 'decline', ...on }),
  ];
  const lines = [suggestedWords(view, proposal), ...(proposal.discreet ? [] : [suggestionWords(view, suggestion)])];
  return proposers(view.alliance, proposal, view.now)
    .filter((person) => person !== by)
    .slice(0, 1)
    .map((person) => ({ person, card: letter(view, nameInMessages(view, proposal), lines, [], buttons) }));
};

const declined = (view: View, proposal: Proposal | undefined, number: number): readonly Whisper[] => {
  const suggestion = proposal?.suggestions.find((each) => each.number === number);
  if (proposal === undefined || suggestion === undefined) return [];
  const lines = [declinedWords(view, proposal, number)];
  const show = showButton(view, showWords(proposal.id), { show: 'history', proposal: proposal.id });
  return [{ person: suggestion.person, card: letter(view, nameInMessages(view, proposal), lines, [], [show]) }];
};

const recount = (view: View, proposal: Proposal | undefined): readonly Whisper[] => {
  const revision = proposal?.current;
  if (proposal === undefined || revision?.recount == null) return [];
  const order = { kind: 'confirmRecount', proposal: proposal.id, revision: revision.number } as const;
  const buttons = [
    orderButton(view, buttonWords.confirmRecount, order, 'primary'),
    showButton(view, showWords(proposal.id), { show: 'proposal', proposal: proposal.id }),
  ];
  const card = letter(view, nameInMessages(view, proposal), [recountAskedWords(view, proposal)], [], buttons);
  return recountConfirmers(view.alliance, revision, view.now)
    .slice(0, 1)
    .map(({ person }) => ({ person, card }));
};

const cover = (view: View, { body, by }: EntryOfKind<'AbsenceRecorded'>): readonly Whisper[] => {
  if (body.cover === undefined || (isPerson(by) && by === body.cover)) return [];
  const words = coverWords(
    personName(view, body.person),
    memberName(view, body.member),
    dayOrMoment(view, body.from),
    dayOrMoment(view, body.to),
  );
  const mine = showButton(view, buttonWords.mine, { show: 'mine' });
  return [{ person: body.cover, card: letter(view, memberName(view, body.member), words, [], [mine]) }];
};

/**
 * A warning before it is a problem: nobody will be able to speak for a member, so those who appoint for it are told: its
 * nominating officers, and the Alliance Manager or who holds that power (domain.md B4, B13, PL-9).
 */
const unheard = (view: View, member: MemberId, from: Instant, by: Actor): readonly Whisper[] => {
  const { alliance, now } = view;
  if (!isInOffice(alliance.members.get(member), now) || !cannotSpeak(alliance, null, member, from)) return [];
  const nominating = appointed(alliance, member, 'nominatingOfficer', now).map(({ person }) => person);
  const people = new Set([...nominating, ...holdersOfPower(alliance, 'changePeople', now)]);
  const appoint = formButton(view, buttonWords.appoint, { form: 'appoint', member }, 'primary');
  const card = letter(view, memberName(view, member), unheardMemberWords(view, member, from), [], [appoint]);
  return [...people].filter((person) => person !== by).map((person) => ({ person, card }));
};

/** To the person, through an account that was on record before (rulings 3.1). */
const proposedLink = (view: View, person: PersonId, link: number): readonly Whisper[] => [
  { person, card: letter(view, view.alliance.name, linkProposedWords(view.alliance.code, link), [], []) },
];

/** To the member's other people, so that nobody begins to speak for it unseen (rulings 3.1). */
const confirmedLink = (view: View, person: PersonId): readonly Whisper[] => {
  const { alliance, now } = view;
  const live = alliance.appointments.filter((each) => isLive(alliance, each, now));
  const members = new Set(live.filter((each) => each.person === person).map(({ member }) => member));
  const others = new Set(live.filter(({ member }) => members.has(member)).map((each) => each.person));
  const words = [linkConfirmedWords(personName(view, person))];
  return [...others]
    .filter((other) => other !== person)
    .map((other) => ({ person: other, card: letter(view, alliance.name, words, [], []) }));
};

const letter = (
  view: View,
  headline: string,
  lines: readonly string[],
  blocks: readonly Block[],
  buttons: readonly Button[],
): Card => ({
  summary: lines[0] ?? headline,
  tone: 'note',
  blocks: [
    ...practiceBlocks(view),
    { kind: 'text', spans: [bold(headline)] },
    ...lines.map((line): Block => ({ kind: 'text', spans: [plain(line)] })),
    ...blocks,
    ...buttonBlock(buttons),
  ],
});
