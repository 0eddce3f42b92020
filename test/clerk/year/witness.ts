import type { Alliance } from '../../../src/alliance/alliance.js';
import { workingMsBetween } from '../../../src/alliance/calendar.js';
import { dues } from '../../../src/alliance/due.js';
import type { Due } from '../../../src/alliance/due.js';
import { evolve, unfounded } from '../../../src/alliance/evolve.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { earlierOf, laterOf, plusMs } from '../../../src/alliance/instant.js';
import type { AllianceCode } from '../../../src/alliance/names.js';
import { nextDigest } from '../../../src/alliance/weeks.js';
import { audit } from '../../../src/ledger/auditor.js';
import { deadlinesOf } from './deadlines.js';
import type { Down } from './deadlines.js';
import { messagesOf } from './messages.js';
import type { Office } from './office.js';

/** Looks on for a year, and writes down each promise that does not hold. */
export const witnessOf = (office: Office) => {
  const broken: string[] = [];
  const counts: Record<string, number> = {};
  const downs: Down[] = [];
  const standing = new Map<AllianceCode, Alliance>();
  const note = (promise: string, where: unknown): void => {
    if (broken.length < toldMost) broken.push(`${office.clock.now()} ${promise}: ${JSON.stringify(where, asList)}`);
  };
  const count = (what: string, by = 1): void => void (counts[what] = (counts[what] ?? 0) + by);
  const charterOf = (code: AllianceCode) => office.charters.find((each) => each.code === code)!;
  const allianceOf = (code: AllianceCode): Alliance => standing.get(code)!;
  const deadlines = deadlinesOf({ calendarOf: (code) => charterOf(code).calendar, downs, broken: note });
  const messages = messagesOf({ charterOf, allianceOf, revisionOf: deadlines.of, downs, broken: note });
  return {
    broken,
    counts,
    downs,
    codes: office.charters.map(({ code }) => code),
    count,
    note,
    allianceOf,
    standing,
    deadlines,
    messages,
    readTo: new Map<AllianceCode, number>(),
    messagesRead: 0,
  };
};

export type Witness = ReturnType<typeof witnessOf>;

/** Reads what is new; the books first, since a message answers what stands in them. */
export const look = async (office: Office, witness: Witness): Promise<void> => {
  const { readTo, count } = witness;
  for (const code of witness.codes) {
    witness.standing.set(code, (await office.clerk().view(code))!);
    const entries = await office.clerk().entries(code, readTo.get(code) ?? 0, wholeBook);
    readTo.set(code, (readTo.get(code) ?? 0) + entries.length);
    for (const entry of entries) {
      count(entry.kind);
      witness.deadlines.read(code, entry);
    }
  }
  for (const message of office.messages.slice(witness.messagesRead)) {
    witness.messages.read(message);
    for (const key of message.keys) {
      const step = /\/(?:reminder:|(?=(?:meeting|minutes|action):))([A-Za-z:]+)/.exec(key)?.[1];
      if (step !== undefined) count(step);
    }
  }
  witness.messagesRead = office.messages.length;
};

/** What is kept, what the alliance asks for as it stands, and what the book asks for when it is read anew. */
export const compareSchedules = async (office: Office, { codes, allianceOf, note, count }: Witness): Promise<void> => {
  for (const code of codes) {
    const kept = rows(await office.store.scheduled(code));
    const fresh = evolve(unfounded(code), await office.clerk().entries(code, 0, wholeBook));
    if (kept !== rows(dues(allianceOf(code))) || kept !== rows(dues(fresh))) {
      note('the schedule is what is due', { code, kept });
    }
  }
  count('schedules');
};

const rows = (all: readonly Due[]): string =>
  JSON.stringify(all.map(({ key, subject, kind, to, dueAt }) => [key, subject, kind, to, dueAt]));

/** What is seen only when all is over. */
export const lookBack = async (office: Office, witness: Witness, from: Instant): Promise<void> => {
  const { downs, note } = witness;
  const now = office.clock.now();
  const ups = [from, ...downs.map(({ to }) => to)].map((up, index) => ({ from: up, to: downs[index]?.from ?? now }));
  for (const code of witness.codes) {
    digestsHeld(office, witness, { code, ups });
    const entries = await office.store.read(code, 0, wholeBook);
    const { findings } = audit({ entries, signedHead: await office.store.signedHead(code) });
    if (findings.length > 0) note('the auditor finds nothing', { code, findings });
  }
  for (const fault of office.faults) note('nothing is reported', String(fault));
  witness.count('messages', office.messages.length);
};

/** One digest a room for each week of which something ran, in working hours, after it fell due and before the next did. */
const digestsHeld = (
  { charters, clock }: Office,
  { messages, note, count }: Witness,
  { code, ups }: { readonly code: AllianceCode; readonly ups: readonly Down[] },
): void => {
  const { calendar } = charters.find((charter) => charter.code === code)!;
  let span = nextDigest(calendar, ups[0]!.from);
  while (span.dueAt < clock.now()) {
    const next = nextDigest(calendar, span.dueAt);
    let upMs = 0;
    for (const up of ups) {
      // A second before: whoever starts in the minute in which work ends may still send it.
      const from = plusMs(laterOf(up.from, span.dueAt), -1_000);
      const to = earlierOf(up.to, next.dueAt);
      if (from < to) upMs += workingMsBetween(calendar, from, to);
    }
    const sent = messages.said.get(`${code} room:1 digest/${span.week}/01`) ?? 0;
    if (sent > 0) count('digests');
    // Within a minute nobody can say whether there was time for it.
    if (upMs >= 60_000 && sent !== 1) note('one digest a week', { code, span, sent, upMs });
    if (upMs === 0 && sent !== 0) note('no digest of a week in which nothing ran', { code, span, sent });
    span = next;
  }
};

const wholeBook = 1_000_000;

/** More broken promises than anybody reads. */
const toldMost = 20;

const asList = (_key: string, value: unknown): unknown => (value instanceof Set ? [...(value as Set<unknown>)] : value);
