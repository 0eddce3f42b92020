import { mayRead } from '../alliance/reading.js';
import type { PersonId } from '../alliance/names.js';
import type { Entry } from '../ledger/entry.js';
import type { Card } from './card.js';
import { proposalHistoryCard } from './history.js';
import { decisionsCard, mineCard, openCard } from './lists.js';
import { actionCard, actionsCard } from './meetings/actionCard.js';
import { meetingCard, meetingsCard } from './meetings/meetingCard.js';
import { minutesCard } from './meetings/minutesCard.js';
import { moreCard } from './more.js';
import { changePeopleCard, peopleCard, welcomeCard } from './people.js';
import type { ShowPress } from './press.js';
import { proposalCard } from './proposalCard.js';
import { refusalCard } from './replies.js';
import type { View } from './view.js';

/**
 * The private card that answers a `show` press. For "history" the caller brings the entries of the proposal's subject;
 * it may bring none otherwise. A person who may not read what was asked for is told so (rulings 3.3).
 */
export const shownCard = (view: View, press: DrawnPress, by: PersonId, entries: readonly Entry[] = []): Card => {
  const { alliance, now } = view;
  if (press.show !== 'welcome' && !mayRead(alliance, { kind: 'alliance' }, by, now)) {
    return refusalCard(view, { why: 'stranger' }, by);
  }
  const { show } = press;
  return isAboutAlliance(show) ? aboutAlliance[show](view, by) : aboutOne(view, { ...press, show }, by, entries);
};

/** Cards that are about the alliance as a whole, or about the reader. */
const aboutAlliance = {
  mine: mineCard,
  open: openCard,
  decisions: decisionsCard,
  people: peopleCard,
  changePeople: changePeopleCard,
  welcome: welcomeCard,
  meetings: meetingsCard,
  actions: actionsCard,
} as const satisfies Partial<Record<DrawnPress['show'], (view: View, by: PersonId) => Card>>;
type AboutAlliance = keyof typeof aboutAlliance;

const isAboutAlliance = (show: DrawnPress['show']): show is AboutAlliance => Object.hasOwn(aboutAlliance, show);

/** Cards about one proposal, meeting or action. */
const aboutOne = (
  view: View,
  press: DrawnPress & { readonly show: Exclude<DrawnPress['show'], AboutAlliance> },
  by: PersonId,
  entries: readonly Entry[],
): Card => {
  switch (press.show) {
    case 'meeting':
    case 'minutes':
      return aboutMeeting(view, press, by);
    case 'action':
      return aboutAction(view, press, by);
    case 'proposal':
    case 'more':
    case 'history':
      return aboutProposal(view, press, by, entries);
  }
};

const aboutMeeting = (view: View, { show, meeting: id }: DrawnPress, by: PersonId): Card => {
  const meeting = id === undefined ? undefined : view.alliance.meetings.get(id);
  if (meeting === undefined) return refusalCard(view, { why: 'noSuchMeeting', meeting: id ?? '' }, by);
  return show === 'minutes' ? minutesCard(view, meeting, by) : meetingCard(view, meeting, by);
};

const aboutAction = (view: View, { action: id }: DrawnPress, by: PersonId): Card => {
  const action = id === undefined ? undefined : view.alliance.actions.get(id);
  return action === undefined
    ? refusalCard(view, { why: 'noSuchAction', action: id ?? '' }, by)
    : actionCard(view, action, by);
};

/** A digest is drawn from the entries of its week, and two cards hold addresses: not from a view alone (`clerk/privateCard.ts`). */
type DrawnPress = Omit<ShowPress, 'show'> & {
  readonly show: Exclude<ShowPress['show'], 'digest' | 'papers' | 'calendar'>;
};

const aboutProposal = (view: View, press: DrawnPress, by: PersonId, entries: readonly Entry[]): Card => {
  const proposal = press.proposal === undefined ? undefined : view.alliance.proposals.get(press.proposal);
  if (proposal === undefined) return refusalCard(view, { why: 'noSuchProposal', proposal: press.proposal ?? '' }, by);
  if (press.show === 'more') return moreCard(view, proposal, by);
  if (press.show === 'proposal') return proposalCard(view, proposal.id);
  return mayRead(view.alliance, { kind: 'papers', proposal: proposal.id }, by, view.now)
    ? proposalHistoryCard(view, proposal, entries)
    : refusalCard(view, { why: 'papersWithheld', proposal: proposal.id }, by);
};
