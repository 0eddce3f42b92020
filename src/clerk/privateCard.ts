import type { AllianceCode, PersonId } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import type { Card } from '../cards/card.js';
import { digestCard } from '../cards/digest/digest.js';
import type { ShowPress } from '../cards/press.js';
import { refusalCard } from '../cards/replies.js';
import { shownCard } from '../cards/shown.js';
import { undeliveredMost } from './digests.js';
import { drawn } from './drawing.js';
import type { Clerk } from './orders.js';
import type { Posts } from './surfaces.js';
import { drawnWeekly } from './weekly.js';

/**
 * The private card that answers a `show` press, with whatever of the book it needs: the history of a proposal, the week of
 * a digest. Null where there is no such alliance. Without `posts` a digest says nothing of messages.
 */
export const privateCard = async (
  clerk: Clerk,
  press: ShowPress,
  by: PersonId,
  posts: Pick<Posts, 'undelivered'> | null = null,
): Promise<Card | null> => {
  const { alliance, show, proposal } = press;
  if (show === 'digest') return digest(clerk, alliance, by, posts);
  const entries = show === 'history' && proposal !== undefined ? await clerk.history(alliance, proposal) : [];
  return drawn(clerk, alliance, (view) => shownCard(view, { ...press, show }, by, entries));
};

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
