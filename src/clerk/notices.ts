import { nextWorkingTime } from '../alliance/calendar.js';
import { instantOf, msOf } from '../alliance/instant.js';
import type { Instant } from '../alliance/instant.js';
import { isPerson } from '../alliance/names.js';
import type { PersonId } from '../alliance/names.js';
import { isNotice, noticeCard, noticesOf, personToldOf } from '../cards/notices.js';
import type { Notice } from '../cards/notices.js';
import type { View } from '../cards/view.js';
import type { Agenda } from './agenda.js';
import { drawn } from './drawing.js';
import type { Clerk } from './orders.js';
import type { Due } from './ports.js';
import { dropped, isOld, isPending } from './postStates.js';
import { sparedUntil } from './preferences.js';
import type { Desk, Step } from './steps.js';
import type { Post } from './surfaces.js';
import { isMention, mentioned, once, proposalOf } from './wanted.js';

/** Writes down, exactly once, whom these dues of an alliance ask to be told. What they are told is drawn when it is sent. */
export const noticeDues = async (
  clerk: Pick<Clerk, 'view' | 'now'>,
  agenda: Agenda,
  dues: readonly Due[],
): Promise<void> => {
  const alliance = await clerk.view(agenda.alliance);
  if (alliance === null) return;
  // Who is told does not hang on words, so none are fetched.
  const view: View = { alliance, text: () => null, now: clerk.now() };
  const wanted = noticesOf(view, dues).map(({ to, key }) => once(view, to, key, agenda.cursor()));
  if (wanted.length > 0) await agenda.want(wanted, agenda.cursor());
};

/**
 * The next notice to somebody, with everything else that is owed to the same person: one message, however many
 * proposals (rulings 1.19). What is not owed any more is dropped here, at the last moment (domain.md E80).
 */
export const noticeStep = async (desk: Desk, post: Post, mine: readonly Post[]): Promise<Step | null> => {
  const { clerk, agenda } = desk;
  const person = personToldOf(noticeOf(post));
  const together = mine.filter(
    (each) => each === post || (person !== null && isPending(each) && isNotice(each.key) && isFor(each, post)),
  );
  await desk.turn();
  const fresh = together.filter((each) => !isOld(each.at, clerk.now()));
  const drawing = await drawn(clerk, agenda.alliance, (view) => noticeCard(view, fresh.map(noticeOf)));
  const said = new Set(drawing?.said.map(({ key }) => key));
  const owed = fresh.filter((each) => said.has(noticeOf(each).key));
  const [first, ...others] = owed;
  if (drawing === null || first === undefined || owed.length < together.length) {
    const gone = together.filter((each) => !owed.includes(each));
    return { kind: 'settle', posts: gone.map((each) => dropped(each, fresh.includes(each) ? 'notOwed' : 'expired')) };
  }
  const alliance = await clerk.view(agenda.alliance);
  return {
    kind: 'post',
    post: first,
    with: others,
    card: drawing.card,
    digest: null,
    final: true,
    leadsTo: alliance === null || others.length > 0 ? null : proposalOf(alliance, first),
    person: isMention(first) ? person : null,
  };
};

/**
 * Until when the notices to somebody wait: people are told in working hours only (domain.md BE), and not when they asked to
 * be spared. Null when nothing waits or nothing has to.
 */
export const heldUntil = async (
  desk: Desk,
  to: Post['to'],
  mine: readonly Post[],
): Promise<Extract<Step, { kind: 'rest' }> | null> => {
  if (!mine.some((post) => isPending(post) && isNotice(post.key))) return null;
  const alliance = await desk.clerk.view(desk.agenda.alliance);
  if (alliance === null) return null;
  const now = desk.clerk.now();
  const { calendar } = alliance.charter;
  const person = isPerson(to as PersonId) ? (to as PersonId) : null;
  const preferences = person === null ? null : await desk.directory.preferences(alliance.code, person);
  const spared = preferences === null ? null : sparedUntil(alliance, preferences, now);
  // What falls due as the working day ends is still told in that minute; most deadlines fall there, and a day before them.
  const until = nextWorkingTime(calendar, spared ?? startOfMinute(now));
  if (until <= now) return null;
  const waitMs = msOf(until) - msOf(now) + strikesWithinMs;
  return { kind: 'rest', untilMs: desk.nowMs() + (waitMs > lookedAtMs + minuteMs ? lookedAtMs : waitMs) };
};

const minuteMs = 60_000;
const startOfMinute = (at: Instant): Instant => instantOf(Math.floor(msOf(at) / minuteMs) * minuteMs);

/** What falls due in the minute in which the wait ends is said in the same message, so that minute strikes first. */
const strikesWithinMs = 10_000;
/** A wait of days is looked at again each hour: charters change, and platforms' timers have an end. */
const lookedAtMs = 3_600_000;

const noticeOf = ({ to, key }: Pick<Post, 'to' | 'key'>): Notice => ({ to, key: mentioned(key) });

/** For the same person, and by the same way: in their own conversation, or by a mention in the same room. */
const isFor = (some: Post, other: Post): boolean =>
  some.to === other.to &&
  isMention(some) === isMention(other) &&
  personToldOf(noticeOf(some)) === personToldOf(noticeOf(other));
