import type { Alliance, Room } from '../alliance/alliance.js';
import type { Instant } from '../alliance/instant.js';
import type { AllianceCode } from '../alliance/names.js';
import { liveRooms } from '../alliance/rooms.js';
import { latestDigest, nextDigest } from '../alliance/weeks.js';
import type { DigestWeek, Week } from '../alliance/weeks.js';
import type { Card } from '../cards/card.js';
import { digestInSteps } from '../cards/digest/digest.js';
import { digestDue, digestPage } from '../cards/notices/digests.js';
import type { Agenda } from './agenda.js';
import { noticeDues } from './notices.js';
import type { Clerk } from './orders.js';
import { dropped, isKeptForRoom, isPending } from './postStates.js';
import type { Step } from './steps.js';
import type { Post, Posts } from './surfaces.js';
import { inTurns } from './turns.js';
import type { Turns } from './turns.js';
import { once, toRoom } from './wanted.js';
import { drawnWeekly } from './weekly.js';

/** The weekly digests of the alliances that somebody hears of. */
export interface Digests {
  /**
   * The alliances whose digest may have fallen due since they were last looked at, of these and of all that were followed
   * when the process began. No book is opened for it.
   */
  readonly mayBeDue: (codes: readonly AllianceCode[], at: Instant) => Promise<readonly AllianceCode[]>;
  /**
   * Writes down, exactly once, to whom the digest that fell due last is owed: each page to each leadership room, its part
   * to each person. Of several that were missed only the latest (rulings 1.4). Whether there was one.
   */
  readonly want: (agenda: Agenda, at: Instant) => Promise<boolean>;
  /** The next page for a room, or that it is not owed any more. */
  readonly step: (agenda: Agenda, post: Post) => Promise<Step>;
}

/** A digest does not recur in the fold, so it is no row of the schedule: the calendar and the posts tell what is owed. */
export const digestsOf = (
  clerk: Clerk,
  posts: Pick<Posts, 'undelivered' | 'told' | 'followed'>,
  turns: Turns,
): Digests => {
  const nextAt = new Map<AllianceCode, Instant>();
  const pages = pagesKept(clerk, posts, turns);
  let begun: Begun | null = null;
  const isNew = async (code: AllianceCode, { dueAt }: DigestWeek): Promise<boolean> =>
    nextAt.has(code) || ((await begin()).told ?? '') < dueAt;
  const begin = async (): Promise<Begun> => (begun ??= { told: await posts.told(), followed: await posts.followed() });
  return {
    mayBeDue: async (codes, at) => {
      pages.forgetSent();
      const known = new Set([...(await begin()).followed, ...codes]);
      return [...known].filter((code) => (nextAt.get(code) ?? at) <= at);
    },
    want: async (agenda, at) => {
      const { alliance: code } = agenda;
      const alliance = await clerk.view(code);
      if (alliance === null) return false;
      const { calendar } = alliance.charter;
      const span = latestDigest(calendar, at);
      const owed = (alliance.founded ?? at) < span.dueAt && (await isNew(code, span));
      if (owed) {
        const cards = leadershipRooms(alliance, span).length === 0 ? [] : await pages.of(code, span.week);
        const wanted = pagesWanted(alliance, span, { pages: cards?.length ?? 0, seq: agenda.cursor(), at });
        if (wanted.length > 0) await agenda.want(wanted, agenda.cursor());
        pages.until(agenda);
        await noticeDues(clerk, agenda, [digestDue(span)]);
      }
      nextAt.set(code, nextDigest(calendar, at).dueAt);
      return owed;
    },
    step: async (agenda, post) => {
      const alliance = await clerk.view(agenda.alliance);
      const place = digestPage(post.key);
      const isOwed = alliance !== null && place?.week === latestDigest(alliance.charter.calendar, clerk.now()).week;
      const card = isOwed ? (await pages.of(agenda.alliance, place.week))?.[place.page - 1] : undefined;
      pages.until(agenda);
      if (card === undefined) return { kind: 'settle', posts: [dropped(post, 'notOwed')] };
      return { kind: 'post', post, with: [], card, digest: null, final: true, leadsTo: null, person: null };
    },
  };
};

/** How it was when the process began: what had been told by then is not told again. */
interface Begun {
  readonly told: Instant | null;
  readonly followed: readonly AllianceCode[];
}

/** The rooms of the leadership body that were bound when the digest fell due. */
export const leadershipRooms = (alliance: Alliance, { dueAt }: DigestWeek): readonly Room[] =>
  liveRooms(alliance).filter(({ body, boundAt }) => body === alliance.charter.bodies[0]?.id && boundAt < dueAt);

const pagesWanted = (
  alliance: Alliance,
  span: DigestWeek,
  { pages, seq, at }: { readonly pages: number; readonly seq: number; readonly at: Instant },
): readonly Post[] =>
  leadershipRooms(alliance, span).flatMap((room) =>
    Array.from({ length: pages }, (_, page) => once({ alliance, now: at }, toRoom(room), pageKey(span, page), seq)),
  );

const pageKey = ({ week }: DigestWeek, index: number): string => `digest/${week}/${String(index + 1).padStart(2, '0')}`;

/**
 * A digest is drawn once, when it is first needed, for all rooms and all its pages: what happens while it is being sent
 * belongs to the next one. One alliance after another, and in turns: the votes of all the others go on. After a restart
 * it is drawn again. Its pictures are large, so it is kept no longer than until the minute after its last page was sent.
 */
const pagesKept = (clerk: Clerk, posts: Pick<Posts, 'undelivered'>, turns: Turns) => {
  const kept = new Map<AllianceCode, KeptPages>();
  const patient: Clerk = {
    ...clerk,
    entries: async (...asked) => {
      await turns.next();
      return clerk.entries(...asked);
    },
  };
  let before: Promise<unknown> = Promise.resolve();
  const draw = async (code: AllianceCode): Promise<readonly Card[] | null> => {
    const found = await posts.undelivered(code, undeliveredMost);
    return drawnWeekly(patient, code, { week: null, reader: null, posts: found }, (view) =>
      inTurns(digestInSteps(view), turns),
    );
  };
  const drawInLine = (code: AllianceCode): Promise<readonly Card[] | null> => {
    const cards = before.then(() => draw(code));
    before = cards.catch(() => null);
    return cards;
  };
  return {
    of: (code: AllianceCode, week: Week): Promise<readonly Card[] | null> => {
      const known = kept.get(code);
      if (known?.week === week) return known.cards;
      const cards = drawInLine(code);
      kept.delete(code);
      kept.set(code, { week, cards, agenda: null });
      cards.catch(() => kept.delete(code));
      const [oldest] = kept.keys();
      if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest);
      return cards;
    },
    /** They are kept for as long as a page of this agenda is to be sent. */
    until: (agenda: Agenda): void => {
      const known = kept.get(agenda.alliance);
      if (known !== undefined) kept.set(agenda.alliance, { ...known, agenda });
    },
    forgetSent: (): void => {
      for (const [code, { agenda }] of kept) if (agenda !== null && !hasPagesLeft(agenda)) kept.delete(code);
    },
  };
};

interface KeptPages {
  readonly week: Week;
  readonly cards: Promise<readonly Card[] | null>;
  /** Null until its pages are written down as wanted. */
  readonly agenda: Agenda | null;
}

/** A room that does not take us in may still do so. */
const hasPagesLeft = (agenda: Agenda): boolean =>
  agenda.isBroken() ||
  agenda
    .open()
    .some(
      (post) => digestPage(post.key) !== null && (isPending(post) || post.state === 'sending' || isKeptForRoom(post)),
    );

/** Digests in memory while they are being sent. */
const keptMost = 200;
/** More messages that did not arrive than a digest looks at. */
export const undeliveredMost = 500;
