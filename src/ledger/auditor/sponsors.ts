import type { Instant } from '../../alliance/instant.js';
import type { PersonId, ProposalId } from '../../alliance/names.js';
import type { Reading } from './reading.js';
import { lastOf, pagesOf } from './reading.js';
import { isSilent } from './standing.js';
import { holdersOf, holdsAnyOffice, speakers } from './seats.js';

/**
 * Who may act as the proposer: those who speak for the member that tabled, or the officer who did. Once they have left,
 * or are recused, the chair stands in, else the Alliance Manager, else the convenor (domain.md E45, rulings 1.7).
 */
export const maySponsor = (reading: Reading, proposal: ProposalId, person: PersonId, at: Instant): boolean => {
  const tabled = lastOf(pagesOf(reading, proposal), 'ProposalTabled')?.body;
  if (tabled === undefined) return false;
  const seat = tabled.proposingFor ?? '';
  const all =
    tabled.proposingFor !== undefined
      ? speakers(reading, tabled.proposingFor, at)
      : holdsAnyOffice(reading, tabled.proposer, at)
        ? [tabled.proposer]
        : [];
  const own = all.filter((each) => !isSilent(reading, proposal, each, seat));
  if (own.length > 0) return own.includes(person);
  const standIns = (['chair', 'allianceManager', 'convenor'] as const)
    .map((office) => holdersOf(reading, office, at).filter((each) => !isSilent(reading, proposal, each, '')))
    .find((holders) => holders.length > 0);
  return standIns?.includes(person) ?? false;
};
