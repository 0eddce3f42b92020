import type { Store } from '../../db/store.js';
import type { Alliance, Proposal } from '../../src/alliance/alliance.js';
import { termDates } from '../../src/alliance/term.js';
import { outcomeLabel } from '../../src/cards/words/outcomes.js';
import { textRefsIn } from '../../src/cards/view.js';
import type { View } from '../../src/cards/view.js';
import { booksOn } from '../../src/clerk/books.js';
import { audit } from '../../src/ledger/auditor.js';

/** What a person reads in a record: heads, and the outcome of every proposal in words. */
export interface OldReading {
  readonly alliances: readonly {
    readonly code: string;
    readonly seq: number;
    readonly hash: string;
    readonly findings: number;
    readonly proposals: Readonly<Record<string, string>>;
    /** Where surfaces were watched. */
    readonly times?: OldTimes;
    /** Where it met. */
    readonly meetings?: OldMeetings;
  }[];
}

/** What a record holds of meetings, their minutes, and actions. */
export interface OldMeetings {
  readonly meetings: Readonly<Record<string, string>>;
  readonly put: readonly string[];
  readonly lines: readonly string[];
  readonly papers: readonly string[];
  readonly actions: Readonly<Record<string, string>>;
  /** What was said of the consent block, where there was one. */
  readonly consent?: readonly string[];
  /** Positions that were typed for a member, where any was. */
  readonly entered?: readonly string[];
}

/** What a record holds of time. */
export interface OldTimes {
  readonly beats: number;
  readonly absences: readonly string[];
  readonly deadlines: Readonly<Record<string, string>>;
  readonly nudged: readonly string[];
  readonly madeGood: readonly string[];
  readonly due: readonly string[];
  readonly posts: Readonly<Record<string, number>>;
  readonly spared: readonly string[];
  readonly term: readonly string[];
}

/** Reads a whole record as this release does. */
export const readingOf = async (store: Store): Promise<OldReading> => ({
  alliances: await Promise.all(
    (await store.alliances()).map(async ({ code }) => {
      const { alliance, head } = await booksOn(store).open(code);
      const entries = await store.read(code, 0, 1_000_000);
      const texts = await store.texts(code, [...textRefsIn(alliance)]);
      const now = entries.at(-1)?.at ?? '';
      const view: View = { alliance, text: (ref) => texts.get(ref) ?? null, now };
      const { findings } = audit({ entries, signedHead: await store.signedHead(code) });
      const labels = [...alliance.proposals.values()].map((proposal) => {
        const numbered = proposal.outcome?.kind === 'ProposalAdopted' ? `${proposal.outcome.body.number}: ` : '';
        return [proposal.id, `${numbered}${outcomeLabel(view, proposal) ?? proposal.status}`] as const;
      });
      const reading = { code, ...head, findings: findings.length, proposals: Object.fromEntries(labels) };
      const times = await timesOf(store, alliance);
      const meetings = alliance.meetings.size === 0 ? null : meetingsOf(view);
      return { ...reading, ...(times === null ? {} : { times }), ...(meetings === null ? {} : { meetings }) };
    }),
  ),
});

const meetingsOf = ({ alliance, text }: View): OldMeetings => {
  const meetings = [...alliance.meetings.values()];
  const stands = meetings.map(({ id, status, minutes }) => {
    const version = minutes?.versions.at(-1);
    return [id, [status, minutes?.status, version?.version, version?.accepted.size].join(' ').trim()] as const;
  });
  const consent = meetings.flatMap(({ id, items }) =>
    items.flatMap((item) => (item.consent === null ? [] : [`${id} ${item.number} ${item.consent}`])),
  );
  const entered = meetings.flatMap(({ id, entered: typed }) =>
    typed.map(({ item, member, position, state }) => `${id} ${item} ${member} ${position} ${state}`),
  );
  return {
    ...(consent.length === 0 ? {} : { consent }),
    ...(entered.length === 0 ? {} : { entered }),
    meetings: Object.fromEntries(stands),
    put: meetings.flatMap(({ id, put }) => put.map(({ item, about, how }) => `${id} ${item} ${about} ${how}`)),
    lines: meetings.flatMap(({ lines }) => lines.map((line) => (line.text === null ? '' : (text(line.text) ?? '')))),
    papers: meetings.flatMap(({ papers }) => papers.map(({ sha256 }) => sha256)),
    actions: Object.fromEntries([...alliance.actions.values()].map(({ id, status }) => [id, status])),
  };
};

const timesOf = async (store: Store, alliance: Alliance): Promise<OldTimes | null> => {
  const beats = await store.heartbeats('');
  if (beats.length === 0) return null;
  const proposals = [...alliance.proposals.values()];
  const named = (which: (proposal: Proposal) => boolean): readonly string[] =>
    proposals.filter(which).map(({ id }) => id);
  const counts: Record<string, number> = {};
  const posts = await Promise.all(proposals.map(({ id }) => store.postsAbout(alliance.code, id)));
  for (const { kind, state } of posts.flat()) counts[`${kind} ${state}`] = (counts[`${kind} ${state}`] ?? 0) + 1;
  const spared = await Promise.all(
    [...alliance.people.keys()].map(
      async (person) => [person, await store.preferences(alliance.code, person)] as const,
    ),
  );
  return {
    beats: beats.length,
    absences: alliance.absences.map(({ member, from, to }) => `${member}: ${from} to ${to}`),
    deadlines: Object.fromEntries(proposals.map(({ id, current, deadline }) => [id, current?.deadline ?? deadline])),
    nudged: named(({ nudgedAt }) => nudgedAt !== null),
    madeGood: named(({ current }) => current?.madeGood === true),
    due: (await store.scheduled(alliance.code)).map(({ key, dueAt }) => `${dueAt} ${key}`),
    posts: counts,
    spared: spared.flatMap(([person, preferences]) =>
      preferences === null ? [] : [`${person} ${JSON.stringify(preferences)}`],
    ),
    term: termDates(alliance.charter).map(({ kind, on }) => `${on} ${kind}`),
  };
};
