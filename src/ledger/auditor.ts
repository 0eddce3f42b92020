import { accountChecks } from './auditor/accounts.js';
import { actionChecks } from './auditor/actions.js';
import type { EventKind } from '../alliance/events.js';
import { adoptionChecks } from './auditor/adoptions.js';
import { checkLine, headFindings, readLine } from './auditor/chain.js';
import { consentChecks } from './auditor/consent.js';
import { conductChecks } from './auditor/conduct.js';
import { endingChecks } from './auditor/endings.js';
import type { Check, Checks, Finding, Note } from './auditor/findings.js';
import { interestChecks } from './auditor/interests.js';
import { checkNothingIsLeft } from './auditor/liveness.js';
import { meetingChecks } from './auditor/meetings.js';
import { minutesChecks } from './auditor/minutes.js';
import { openingChecks } from './auditor/openings.js';
import { positionChecks } from './auditor/positions.js';
import type { Reading } from './auditor/reading.js';
import { blank, isOutcome, pagesOf, proposalOf, turnPage } from './auditor/reading.js';
import { recountChecks } from './auditor/recounts.js';
import { registerChecks } from './auditor/register.js';
import { seriesChecks } from './auditor/series.js';
import { sessionChecks } from './auditor/sessions.js';
import { timeChecks } from './auditor/time.js';
import type { Entry, SealedEntry } from './entry.js';
import type { SignedHead } from './signature.js';

export type { Finding, Law } from './auditor/findings.js';
export { laws } from './auditor/findings.js';

/** A whole book, as the store has it. */
export interface Book {
  /** In the order of the store. */
  readonly entries: readonly SealedEntry[];
  readonly signedHead: SignedHead | null;
}

export interface Audit {
  /** In the order of the book; empty when nothing is wrong with it. */
  readonly findings: readonly Finding[];
  readonly checked: {
    readonly entries: number;
    readonly causes: number;
    readonly proposals: number;
    readonly positions: number;
    readonly adoptions: number;
    /** Lapsed, not agreed and withdrawn. */
    readonly otherOutcomes: number;
  };
}

/**
 * A second, naive reading of a book. It shares nothing with the rules but the shapes of what is written, works every
 * answer out again from the entries, and says of each adoption whether it was earned. After an entry that it cannot
 * read it still holds the rest to the chain, and judges no more. Never throws, whatever the book holds.
 */
export const audit = ({ entries, signedHead }: Book): Audit => {
  const reading = blank();
  const findings: Finding[] = [];
  const causes = new Set<string>();
  const parts = new Set<string>();
  let readable = true;
  let clockSpoke = false;
  entries.forEach((sealed, index) => {
    const note: Note = (law, says) => findings.push({ seq: sealed.seq, law, says });
    checkLine(sealed, entries[index - 1] ?? null, note);
    if (parts.has(`${sealed.part} ${sealed.cause}`))
      note('once', `part ${sealed.part} of its cause stands in the book already`);
    parts.add(`${sealed.part} ${sealed.cause}`);
    causes.add(sealed.cause);
    const entry = readLine(sealed, note);
    readable &&= entry !== null;
    if (!readable || entry === null) return;
    guarded(note, () => {
      checkEntry(entry, reading, note);
      turnPage(reading, entry);
      clockSpoke ||= entry.by === 'clock' && entry.kind !== 'OutcomeHeld';
      if (entries[index + 1]?.cause === sealed.cause) return;
      checkNothingIsLeft(reading, entry.at, clockSpoke, note);
      clockSpoke = false;
    });
  });
  findings.push(...headFindings(reading, entries.at(-1) ?? null, signedHead));
  return { findings, checked: { entries: entries.length, causes: causes.size, ...countsOf(reading) } };
};

const checks: Checks<EventKind> = {
  ...registerChecks,
  ...accountChecks,
  ...openingChecks,
  ...conductChecks,
  ...timeChecks,
  ...positionChecks,
  ...interestChecks,
  ...recountChecks,
  ...adoptionChecks,
  ...endingChecks,
  ...meetingChecks,
  ...consentChecks,
  ...seriesChecks,
  ...sessionChecks,
  ...minutesChecks,
  ...actionChecks,
};

const checkEntry = (entry: Entry, reading: Reading, note: Note): void => {
  if (reading.register.length === 0 && entry.kind !== 'AllianceFounded')
    note('founding', 'the book does not begin with it');
  // The clock's facts occurred when they fell due, which may be long before they were written.
  const before = Date.parse(entry.at) - Date.parse(entry.occurredAt);
  if (entry.by !== 'clock') {
    if (!(before >= 0 && before <= 120_000))
      note('time', `${entry.occurredAt} is not within 120 seconds before ${entry.at}`);
  }
  checkFile(entry, reading, note);
  (checks[entry.kind] as Check<EventKind>)(entry, reading, note);
};

/** What is said of one proposal, meeting or action is filed under it, and nothing follows an outcome. */
const checkFile = (entry: Entry, reading: Reading, note: Note): void => {
  const proposal = proposalOf(entry);
  if (proposal !== null) {
    const pages = pagesOf(reading, proposal);
    if (entry.subject !== proposal) note('actor', `an entry about ${proposal} is filed under ${entry.subject}`);
    if (pages.length === 0 && entry.kind !== 'ProposalTabled') note('tabling', `${proposal} was never tabled`);
    if (pages.some(isOutcome) && entry.kind !== 'ObjectionAfterOutcome') {
      note('final', `${proposal} has an outcome, and ${entry.kind} was written after it`);
    }
  }
  if ('meeting' in entry.body && entry.subject !== entry.body.meeting) {
    note('actor', `an entry about ${entry.body.meeting} is filed under ${entry.subject}`);
  }
  if ('series' in entry.body && entry.subject !== entry.body.series) {
    note('actor', `an entry about ${entry.body.series} is filed under ${entry.subject}`);
  }
  if ('action' in entry.body && entry.subject !== entry.body.action) {
    note('actor', `an entry about ${entry.body.action} is filed under ${entry.subject}`);
  }
};

/** A body of the wrong shape under a known kind is a finding like any other, not an end of the audit. */
const guarded = (note: Note, look: () => void): void => {
  try {
    look();
  } catch (error) {
    note('readable', `its body has not the shape of its kind (${error instanceof Error ? error.message : 'unknown'})`);
  }
};

const countsOf = ({ proposals }: Reading): Omit<Audit['checked'], 'entries' | 'causes'> => {
  const all = [...proposals.values()].flat();
  const adoptions = all.filter(({ kind }) => kind === 'ProposalAdopted').length;
  return {
    proposals: proposals.size,
    positions: all.filter(({ kind }) => kind === 'PositionRecorded').length,
    adoptions,
    otherOutcomes: all.filter(isOutcome).length - adoptions,
  };
};
