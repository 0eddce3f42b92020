import type { Due } from '../../src/alliance/due.js';
import { nextDue } from '../../src/alliance/due.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { AllianceCode } from '../../src/alliance/names.js';
import { isPerson } from '../../src/alliance/names.js';
import { noticeCard, noticesOf } from '../../src/cards/notices.js';
import type { View } from '../../src/cards/view.js';
import { drawn } from '../../src/clerk/drawing.js';
import type { Passed } from '../../src/clerk/orders.js';
import type { Playground } from './playground.js';

type Reach = Pick<Playground, 'clerk' | 'posts' | 'answers' | 'ledger' | 'clock'>;

/** Tells each chair of what fell due, as chat platforms do: to it alone, once, and forgotten by a restart. */
export const tellChairs = async ({ clerk, posts, answers }: Reach, { at, dues }: Passed): Promise<void> => {
  if (dues.length === 0) return;
  // First the mark: a minute that strikes meanwhile finds nothing left to tell.
  await posts.setTold(at);
  for (const code of new Set(dues.map(({ alliance }) => alliance))) {
    const own = dues.filter(({ alliance }) => alliance === code);
    const cards = await drawn(clerk, code, (view) => cardsOf(view, own));
    for (const { person, card } of cards ?? []) {
      answers.give(`${code}/${person}`, { card, proposal: null, page: '' });
    }
  }
};

/** One card a person, however much is due. */
const cardsOf = (view: View, dues: readonly Due[]) => {
  const notices = noticesOf(view, dues);
  return [...new Set(notices.map(({ to }) => to))].flatMap((person) => {
    const drawing = isPerson(person as `person:${number}`)
      ? noticeCard(
          view,
          notices.filter(({ to }) => to === person),
        )
      : null;
    return drawing === null ? [] : [{ person, card: drawing.card }];
  });
};

/**
 * Moves the clock on to a moment, stopping at everything that falls due on the way, so that all of it happens in its own
 * time and order.
 */
export const passTime = async (playground: Reach, to: Instant): Promise<void> => {
  for (let stop = 0; stop < stopsMost; stop += 1) {
    const next = await nextStop(playground, to);
    playground.clock.moveTo(next);
    await tellChairs(playground, await playground.clerk.tick());
    if (next >= to) return;
  }
  playground.clock.moveTo(to);
  await tellChairs(playground, await playground.clerk.tick());
};

/** More than fall due in years of the examples; beyond it the rest is made true in one go. */
const stopsMost = 1_000;

const nextStop = async ({ clerk, ledger, clock }: Reach, to: Instant): Promise<Instant> => {
  const now = clock.now();
  let first = to;
  for (const { code } of await ledger.alliances()) first = earlier(first, await nextIn(clerk, code, now));
  return first;
};

const nextIn = async (clerk: Reach['clerk'], code: AllianceCode, now: Instant): Promise<Instant | null> => {
  const alliance = await clerk.view(code);
  return alliance === null ? null : nextDue(alliance, now);
};

const earlier = (first: Instant, next: Instant | null): Instant => (next !== null && next < first ? next : first);
