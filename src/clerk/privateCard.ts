import type { AllianceCode, PersonId } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import { calendarCard, noCalendarCard } from '../cards/calendarCard.js';
import type { Card } from '../cards/card.js';
import { digestCard } from '../cards/digest/digest.js';
import { papersCard } from '../cards/meetings/papersCard.js';
import type { ShowPress } from '../cards/press.js';
import { refusalCard } from '../cards/replies.js';
import { shownCard } from '../cards/shown.js';
import type { View } from '../cards/view.js';
import { undeliveredMost } from './digests.js';
import { drawn } from './drawing.js';
import type { Clerk } from './orders.js';
import type { Pages } from './pages.js';
import type { Posts } from './surfaces.js';
import { drawnWeekly } from './weekly.js';

/** From where a card is drawn that needs more than the book. */
export interface Around {
  /** Without it a digest says nothing of messages. */
  readonly posts?: Pick<Posts, 'undelivered'>;
  /** Without it nobody is given the address of a file. */
  readonly pages?: Pages | undefined;
}

/**
 * The private card that answers a `show` press, with whatever of the book it needs: the history of a proposal, the week of
 * a digest, the addresses of files. Null where there is no such alliance.
 */
export const privateCard = async (
  clerk: Clerk,
  press: ShowPress,
  by: PersonId,
  { posts, pages }: Around = {},
): Promise<Card | null> => {
  const { alliance, show, proposal } = press;
  if (show === 'digest') return digest(clerk, alliance, by, posts ?? null);
  if (show === 'papers')
    return drawn(clerk, alliance, (view) => ofReader(view, by, () => files(view, press, by, pages)));
  if (show === 'calendar') return calendar(clerk, alliance, by, pages);
  const entries = show === 'history' && proposal !== undefined ? await clerk.history(alliance, proposal) : [];
  return drawn(clerk, alliance, (view) => shownCard(view, { ...press, show }, by, entries));
};

const calendar = async (
  clerk: Clerk,
  code: AllianceCode,
  by: PersonId,
  pages: Pages | undefined,
): Promise<Card | null> => {
  const address = (await pages?.feedAddress(code, by)) ?? null;
  return drawn(clerk, code, (view) =>
    ofReader(view, by, () => (pages?.isReachable() === true ? calendarCard(view, by, address) : noCalendarCard(view))),
  );
};

const files = (view: View, { alliance, meeting: id }: ShowPress, by: PersonId, pages: Pages | undefined): Card => {
  const meeting = id === undefined ? undefined : view.alliance.meetings.get(id);
  return meeting === undefined
    ? refusalCard(view, { why: 'noSuchMeeting', meeting: id ?? '' }, by)
    : papersCard(view, meeting, by, (file) => pages?.addressOf({ alliance, meeting: meeting.id, by, ...file }) ?? null);
};

const ofReader = (view: View, by: PersonId, draw: () => Card): Card =>
  mayRead(view.alliance, { kind: 'alliance' }, by, view.now) ? draw() : refusalCard(view, { why: 'stranger' }, by);

/** The latest digest as things stand now, to somebody who may read the business of the alliance. */
const digest = async (
  clerk: Clerk,
  code: AllianceCode,
  by: PersonId,
  posts: Pick<Posts, 'undelivered'> | null,
): Promise<Card | null> => {
  const found = posts === null ? [] : await posts.undelivered(code, undeliveredMost);
  return drawnWeekly(clerk, code, { week: null, reader: by, posts: found }, (view) =>
    mayRead(view.alliance, { kind: 'alliance' }, by, view.now)
      ? digestCard(view)
      : refusalCard(view, { why: 'stranger' }, by),
  );
};
