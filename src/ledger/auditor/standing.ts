import type { StandingObjection } from '../../alliance/events.js';
import type { Instant } from '../../alliance/instant.js';
import type { MemberId, PersonId, ProposalId } from '../../alliance/names.js';
import type { Entry } from '../entry.js';
import type { Of, Reading } from './reading.js';
import { isOutcome, lastOf, ofKind, pagesOf } from './reading.js';
import { seatName, seatOf } from './seats.js';

/** How a proposal stands, read from its pages again each time that somebody asks. */
export interface Standing {
  readonly status: 'untabled' | 'tabled' | 'open' | 'referred' | 'closed';
  readonly tabled: Of<'ProposalTabled'> | null;
  /** The revision in force; null before the first one opened. */
  readonly opened: Of<'RevisionOpened'> | null;
  readonly deadline: Instant;
  /** When it opens, or was to. */
  readonly opensAt: Instant;
  /** Snapshot less those who left or take no part: the denominator (domain.md 0.4). */
  readonly eligible: readonly MemberId[];
  readonly left: readonly MemberId[];
  readonly recused: readonly MemberId[];
  /** One current position a member, of the revision in force only (domain.md 0.5). */
  readonly positions: ReadonlyMap<MemberId, Of<'PositionRecorded'>>;
  /** Objections that a declared interest took away, while the declaration stands (rulings 1.5). */
  readonly removed: readonly Of<'PositionRecorded'>[];
  /** By the auditor's own account a departure or a recusal still waits to be confirmed. */
  readonly recountOwed: boolean;
  /** The book said that a recount is required and did not say that it was confirmed. */
  readonly recountAnnounced: boolean;
  readonly held: boolean;
  /** Members that left while their objection stood: it is not erased, and nothing else can come of it (domain.md E3). */
  readonly objectorsLeft: readonly MemberId[];
  /** Members whose position fell by a declaration or a departure and was not yet recorded as void. */
  readonly unvoided: readonly MemberId[];
}

/** A proposal after these pages; `until` leaves out what came at or after that sequence. */
export const standingOf = (reading: Reading, proposal: ProposalId, until = Infinity): Standing => {
  const pages = pagesOf(reading, proposal).filter((entry) => entry.seq < until);
  const opened = lastOf(pages, 'RevisionOpened');
  const tabled = lastOf(pages, 'ProposalTabled');
  const now: Moving = {
    snapshot: opened?.body.eligible ?? [],
    out: new Map(recusalsBefore(pages, opened).map((member) => [member, 'recused'])),
    positions: new Map(),
    removed: [],
    owed: new Set(),
    announced: new Set(),
    held: false,
    unvoided: new Set(),
    objectorsLeft: [],
  };
  for (const entry of sinceOpening(reading, pages, opened, until)) step(now, entry, pages);
  const out = (why: 'left' | 'recused') => now.snapshot.filter((member) => now.out.get(member) === why);
  return {
    status: statusOf(pages),
    tabled,
    opened,
    deadline: deadlineOf(pages, opened) ?? tabled?.body.deadline ?? '',
    opensAt: lastOf(pages, 'OpeningMoved')?.body.to ?? tabled?.body.opensAt ?? '',
    eligible: now.snapshot.filter((member) => !now.out.has(member)),
    left: out('left'),
    recused: out('recused'),
    positions: now.positions,
    removed: now.removed,
    recountOwed: now.owed.size > 0,
    recountAnnounced: now.announced.size > 0,
    held: now.held,
    unvoided: [...now.unvoided],
    objectorsLeft: now.objectorsLeft,
  };
};

export const agreed = ({ eligible, positions }: Standing): readonly MemberId[] =>
  eligible.filter((member) => ['agree', 'agreeWithReservation'].includes(positions.get(member)?.body.position ?? ''));

export const objecting = ({ eligible, positions }: Standing): readonly MemberId[] =>
  eligible.filter((member) => positions.get(member)?.body.position === 'object');

export const waiting = ({ eligible, positions }: Standing): readonly MemberId[] =>
  eligible.filter((member) => !positions.has(member));

/** Every eligible member has positively agreed, and there is somebody to agree (domain.md 0.2). */
export const isUnanimous = (standing: Standing): boolean =>
  standing.eligible.length > 0 && agreed(standing).length === standing.eligible.length;

/** Too few, or no commissioner where there is a voting one (rulings 1.9). */
export const isTooFew = (reading: Reading, { opened, eligible }: Standing): boolean => {
  if (opened === null) return false;
  const { minEligible, needsCommissioner } = opened.body.rule;
  const commissioner = eligible.some((member) => seatOf(reading, member)?.capacity === 'commissioner');
  return eligible.length < minEligible || (needsCommissioner && !commissioner);
};

/** Whether a declared interest of the person's own bars that person (domain.md E24). */
export const isBarred = (reading: Reading, proposal: ProposalId, person: PersonId): boolean => {
  const pages = pagesOf(reading, proposal);
  return declarations(pages).some(({ body }) => body.scope === 'personal' && body.person === person);
};

/** Whether the member or the person declared "recuse", after which neither is heard (rulings 1.9). */
export const isSilent = (reading: Reading, proposal: ProposalId, person: PersonId, member: MemberId): boolean =>
  declarations(pagesOf(reading, proposal)).some(
    ({ body }) =>
      body.level === 'recuse' && (body.scope === 'personal' ? body.person === person : body.member === member),
  );

/** As an outcome prints it. */
export const printedObjection = (reading: Reading, { body }: Of<'PositionRecorded'>): StandingObjection => ({
  member: body.member,
  name: seatName(reading, body.member),
  person: body.person,
  personName: body.personName,
  reason: body.reason ?? 'text:',
});

interface Moving {
  readonly snapshot: readonly MemberId[];
  readonly out: Map<MemberId, 'left' | 'recused'>;
  readonly positions: Map<MemberId, Of<'PositionRecorded'>>;
  removed: readonly Of<'PositionRecorded'>[];
  /** "memberLeft:harbour", "interestDeclared:harbour": what waits to be confirmed. */
  readonly owed: Set<string>;
  /** The same, as the book announced it. */
  readonly announced: Set<string>;
  held: boolean;
  readonly unvoided: Set<MemberId>;
  objectorsLeft: readonly MemberId[];
}

const statusOf = (pages: readonly Entry[]): Standing['status'] => {
  if (pages.some(isOutcome)) return 'closed';
  const turn = pages.findLast((entry) => ['ProposalTabled', 'RevisionOpened', 'ProposalReferred'].includes(entry.kind));
  if (turn === undefined) return 'untabled';
  return turn.kind === 'ProposalTabled' ? 'tabled' : turn.kind === 'RevisionOpened' ? 'open' : 'referred';
};

const deadlineOf = (pages: readonly Entry[], opened: Of<'RevisionOpened'> | null): Instant | null =>
  opened === null
    ? null
    : (pages.findLast(
        (entry): entry is Of<'DeadlineExtended' | 'DowntimeMadeGood'> =>
          entry.seq > opened.seq && (entry.kind === 'DeadlineExtended' || entry.kind === 'DowntimeMadeGood'),
      )?.body.to ?? opened.body.deadline);

/** Declarations that keep somebody out and were not withdrawn. */
const declarations = (pages: readonly Entry[]): readonly Of<'InterestDeclared'>[] =>
  ofKind(pages, 'InterestDeclared').filter(
    (entry) =>
      entry.body.level !== 'note' &&
      !ofKind(pages, 'InterestWithdrawn').some(
        (back) => back.seq > entry.seq && back.body.declaration === entry.body.declaration,
      ),
  );

const recusalsBefore = (pages: readonly Entry[], opened: Of<'RevisionOpened'> | null): readonly MemberId[] =>
  opened === null
    ? []
    : declarations(pages.filter((entry) => entry.seq < opened.seq))
        .filter((entry) => entry.body.scope === 'organisation')
        .map((entry) => entry.body.member);

/** What happened to the revision in force: the proposal's own pages, and departures of members from the register. */
const sinceOpening = (
  reading: Reading,
  pages: readonly Entry[],
  opened: Of<'RevisionOpened'> | null,
  until: number,
): readonly Entry[] => {
  if (opened === null) return [];
  const departures = ofKind(reading.register, 'MemberLeft');
  return [...pages, ...departures]
    .filter((entry) => entry.seq > opened.seq && entry.seq < until)
    .sort((a, b) => a.seq - b.seq);
};

const step = (now: Moving, entry: Entry, pages: readonly Entry[]): void => {
  if (entry.kind === 'PositionRecorded') now.positions.set(entry.body.member, entry);
  if (entry.kind === 'ObjectionWithdrawn') now.positions.delete(entry.body.member);
  if (entry.kind === 'PositionVoided') {
    now.positions.delete(entry.body.member);
    now.unvoided.delete(entry.body.member);
  }
  if (entry.kind === 'InterestDeclared') declare(now, entry);
  if (entry.kind === 'InterestWithdrawn') takeBack(now, entry, pages);
  if (entry.kind === 'MemberLeft') leave(now, entry.body.member);
  if (entry.kind === 'RecountRequired') {
    for (const { kind, member } of entry.body.because) now.announced.add(`${kind}:${member}`);
  }
  if (entry.kind === 'RecountConfirmed') {
    now.announced.clear();
    now.owed.clear();
  }
  if (entry.kind === 'OutcomeHeld') now.held = true;
  if (entry.kind === 'HoldReleased') now.held = false;
};

const allAgreed = ({ snapshot, out, positions }: Moving): boolean => {
  const asked = snapshot.filter((member) => !out.has(member));
  return asked.length > 0 && asked.every((member) => isAgreement(positions.get(member)));
};

const isAgreement = (entry: Of<'PositionRecorded'> | undefined): boolean =>
  entry !== undefined && entry.body.position !== 'object';

/** Takes the seat out, or only the voice of the person; what they had said falls either way (domain.md E22, E24, E25). */
const declare = (now: Moving, { body: { level, scope, member, person } }: Of<'InterestDeclared'>): void => {
  if (level === 'note') return;
  const complete = allAgreed(now);
  for (const [of, position] of [...now.positions]) {
    if (scope === 'organisation' ? of !== member : position.body.person !== person) continue;
    now.positions.delete(of);
    now.unvoided.add(of);
    if (position.body.position !== 'object') continue;
    now.removed = [...now.removed, position];
    now.owed.add(`interestDeclared:${of}`);
  }
  if (scope === 'personal') return;
  if (!now.out.has(member)) now.out.set(member, 'recused');
  if (!complete && allAgreed(now)) now.owed.add(`interestDeclared:${member}`);
};

/** The member takes part again once no declaration keeps it out; it has no position until it says one (domain.md E29). */
const takeBack = (now: Moving, { seq }: Of<'InterestWithdrawn'>, pages: readonly Entry[]): void => {
  const standing = declarations(pages.filter((entry) => entry.seq <= seq));
  const keepsOut = (member: MemberId): boolean =>
    standing.some(({ body }) => body.scope === 'organisation' && body.member === member);
  for (const [member, why] of [...now.out]) {
    if (why === 'recused' && !keepsOut(member)) now.out.delete(member);
  }
  now.removed = now.removed.filter(
    ({ body: { member, person } }) =>
      keepsOut(member) || standing.some(({ body }) => body.scope === 'personal' && body.person === person),
  );
  for (const member of now.snapshot) {
    if (keepsOut(member) || now.removed.some(({ body }) => body.member === member)) continue;
    now.owed.delete(`interestDeclared:${member}`);
    now.announced.delete(`interestDeclared:${member}`);
  }
};

const leave = (now: Moving, member: MemberId): void => {
  if (!now.snapshot.includes(member)) return;
  if (!now.out.has(member)) now.owed.add(`memberLeft:${member}`);
  now.out.set(member, 'left');
  if (now.positions.get(member)?.body.position === 'object') now.objectorsLeft = [...now.objectorsLeft, member];
  if (now.positions.delete(member)) now.unvoided.add(member);
};
