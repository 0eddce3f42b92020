import { minusWorkingHours, workingMsBetween } from '../../../src/alliance/calendar.js';
import type { Calendar } from '../../../src/alliance/calendar.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { earlierOf, laterOf, plusMs } from '../../../src/alliance/instant.js';
import type { AllianceCode, MemberId, ProposalId } from '../../../src/alliance/names.js';
import type { Entry } from '../../../src/ledger/entry.js';

/** A revision as the entries of the book tell it, kept without the rules that are held to it. */
export interface Followed {
  readonly alliance: AllianceCode;
  readonly proposal: ProposalId;
  readonly revision: number;
  readonly eligible: readonly MemberId[];
  readonly spoken: Set<MemberId>;
  deadline: Instant;
  madeGood: boolean;
  over: boolean;
}

/** A time in which no process ran. */
export interface Down {
  readonly from: Instant;
  readonly to: Instant;
}

interface Following {
  readonly calendarOf: (alliance: AllianceCode) => Calendar;
  readonly downs: readonly Down[];
  readonly broken: (promise: string, where: unknown) => void;
}

/** Reads the books as they grow and holds every outcome to its deadline: never early, never late (rulings 1.3–1.4). */
export const deadlinesOf = (following: Following) => {
  const all = new Map<string, Followed>();
  const of = (alliance: AllianceCode, proposal: ProposalId): Followed | undefined => all.get(`${alliance} ${proposal}`);
  return {
    of,
    open: (): readonly Followed[] => [...all.values()].filter(({ over }) => !over),
    read: (alliance: AllianceCode, entry: Entry): void => {
      if (entry.kind === 'RevisionOpened') {
        const { proposal, revision, eligible, deadline } = entry.body;
        const followed = { alliance, proposal, revision, eligible, deadline, madeGood: false, over: false };
        all.set(`${alliance} ${proposal}`, { ...followed, spoken: new Set() });
      } else if ('proposal' in entry.body) {
        const about = of(alliance, entry.body.proposal);
        if (about !== undefined) follow(following, about, entry);
      }
    },
    /** Every process that is up has declared what was to be declared by then. */
    declaredBy: (at: Instant): void => {
      for (const each of all.values()) {
        if (!each.over && plusMs(each.deadline, graceMs) <= at) {
          following.broken('no deadline is missed', { ...each, at });
        }
      }
    },
  };
};

const follow = (following: Following, about: Followed, entry: Entry): void => {
  const { broken } = following;
  switch (entry.kind) {
    case 'PositionRecorded':
      if (entry.occurredAt > about.deadline) broken('no position counts after the deadline', entry);
      about.spoken.add(entry.body.member);
      return;
    case 'DeadlineExtended':
      about.deadline = entry.body.to;
      return;
    case 'DowntimeMadeGood':
      if (about.madeGood) broken('downtime is made good once a revision', entry);
      if (downtimeOf(following, about, entry.at) < borneMs - blurMs) broken('only real downtime is made good', entry);
      about.madeGood = true;
      about.deadline = entry.body.to;
      return;
    case 'ProposalLapsed':
    case 'ProposalNotAgreed':
      if (entry.at < plusMs(about.deadline, graceMs)) broken('no deadline is declared early', { about, entry });
      if (!about.madeGood && downtimeOf(following, about, entry.at) > borneMs + blurMs) {
        broken('downtime is made good before anything is declared', { about, entry });
      }
      about.over = true;
      return;
    case 'ProposalAdopted':
      if (about.eligible.some((member) => !about.spoken.has(member))) broken('all have agreed', { about, entry });
      about.over = true;
      return;
    case 'ProposalWithdrawn':
    case 'ProposalReferred':
      about.over = true;
      return;
    default:
      return;
  }
};

/** Working time within the last four working hours in which nothing ran. */
const downtimeOf = ({ calendarOf, downs }: Following, { alliance, deadline }: Followed, at: Instant): number => {
  const calendar = calendarOf(alliance);
  const from = minusWorkingHours(calendar, deadline, 4);
  const to = earlierOf(deadline, at);
  let sum = 0;
  for (const down of downs) {
    const start = laterOf(down.from, from);
    const end = earlierOf(down.to, to);
    if (start < end) sum += workingMsBetween(calendar, start, end);
  }
  return sum;
};

/** From when on an outage may count. */
export const closingFrom = (calendar: Calendar, { deadline }: Followed): Instant =>
  minusWorkingHours(calendar, deadline, 4);

/** Rulings 1.3. */
const graceMs = 120_000;
/** Rulings 1.4. */
const borneMs = 15 * 60_000;
/** A heart beats once a minute, here sometimes every two: so much nobody can know of a few outages. */
const blurMs = 6 * 60_000;
