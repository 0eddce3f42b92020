import type { Instant } from '../../alliance/instant.js';
import type { Office, PersonId } from '../../alliance/names.js';
import type { Checks } from './findings.js';
import type { Reading } from './reading.js';
import { lastOf, sameNames } from './reading.js';
import { holdersOf, isAway, speaksFor } from './seats.js';
import type { Standing } from './standing.js';
import { standingOf } from './standing.js';

/** Recounts and holds: what makes a declaration wait (rulings 1.5, domain.md E90). */
export const recountChecks: Checks<'RecountRequired' | 'RecountConfirmed' | 'OutcomeHeld' | 'HoldReleased'> = {
  RecountRequired: (entry, reading, note) => {
    const { proposal, because, remaining } = entry.body;
    const standing = standingOf(reading, proposal);
    for (const { kind, member } of because) {
      const happened = kind === 'memberLeft' ? standing.left.includes(member) : declared(standing, member);
      if (!happened) note('truth', `nothing happened to ${member} that asks for a recount of ${proposal}`);
    }
    if (!sameNames(remaining, standing.eligible)) note('truth', `eligible are ${standing.eligible.join(', ')}`);
  },

  RecountConfirmed: (entry, reading, note) => {
    const { proposal, office, nobodyElse } = entry.body;
    const standing = standingOf(reading, proposal);
    if (standing.status !== 'open') note('final', `${proposal} is ${standing.status}`);
    if (!standing.recountAnnounced) note('recount', `no recount of ${proposal} was waiting`);
    const right = confirmers(reading, standing, entry.at).some(
      (one) => one.person === entry.by && one.office === office && one.nobodyElse === nobodyElse,
    );
    if (!right) note('recount', `${entry.by} as ${office} was not the one to confirm the recount of ${proposal}`);
  },

  OutcomeHeld: (entry, reading, note) => {
    const { status, held } = standingOf(reading, entry.body.proposal);
    if (status !== 'open' || held) note('hold', `${entry.body.proposal} had nothing to hold`);
  },

  HoldReleased: (entry, reading, note) => {
    if (!standingOf(reading, entry.body.proposal).held) note('hold', `${entry.body.proposal} was not held`);
  },
};

const declared = ({ recused, removed }: Standing, member: string): boolean =>
  recused.includes(member) || removed.some(({ body }) => body.member === member);

interface Confirmer {
  readonly person: PersonId;
  readonly office: Office;
  readonly nobodyElse: boolean;
}

/**
 * The first of the offices that has a holder who is there and speaks for no member with a position on the revision;
 * where every holder does or is away, any of them, which is said (rulings 1.5).
 */
const confirmers = (reading: Reading, standing: Standing, at: Instant): readonly Confirmer[] => {
  const powers = lastOf(reading.register, 'CharterAdopted')?.body.charter.powers;
  const offices: readonly Office[] = powers?.confirmRecount ?? ['allianceManager', 'chair', 'convenor'];
  const holders = offices.flatMap((office) => holdersOf(reading, office, at).map((person) => ({ person, office })));
  const isFree = ({ person }: { readonly person: PersonId }): boolean =>
    !isAway(reading, person, at) &&
    ![...standing.positions.keys()].some((member) => speaksFor(reading, person, member, at));
  const first = holders.find(isFree)?.office;
  return first === undefined
    ? holders.map((holder) => ({ ...holder, nobodyElse: true }))
    : holders
        .filter((holder) => holder.office === first && isFree(holder))
        .map((one) => ({ ...one, nobodyElse: false }));
};
