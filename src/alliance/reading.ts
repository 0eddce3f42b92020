import type { Alliance } from './alliance.js';
import type { Instant } from './instant.js';
import { isPerson } from './names.js';
import type { Actor, ProposalId } from './names.js';
import { isInOffice, isLive, officesOf } from './speaking.js';
import { personalBar } from './tally.js';

/** What somebody asks to see. "Papers" are all that stands behind a card: full history, earlier texts, documents. */
export type Subject =
  | { readonly kind: 'alliance' }
  | { readonly kind: 'card'; readonly proposal: ProposalId }
  | { readonly kind: 'papers'; readonly proposal: ProposalId };

/**
 * Whether the reader may see the subject now; every surface asks it (rulings 3.3). People of the alliance see its
 * business; recused people lose the papers of the matter, and former members everything since they left.
 */
export const mayRead = (alliance: Alliance, subject: Subject, reader: Actor, at: Instant): boolean => {
  if (!isPerson(reader)) return true;
  if (!belongs(alliance, reader, at)) return false;
  return subject.kind !== 'papers' || !isRecused(alliance, subject.proposal, reader, at);
};

/** Somebody with a live appointment, office or observer's seat. */
const belongs = (alliance: Alliance, reader: `person:${number}`, at: Instant): boolean =>
  officesOf(alliance, reader, at).length > 0 ||
  alliance.observers.some(({ person, from, to }) => person === reader && from <= at && (to === null || at < to)) ||
  alliance.appointments.some(
    (appointment) =>
      appointment.person === reader &&
      isLive(alliance, appointment, at) &&
      isInOffice(alliance.members.get(appointment.member), at),
  );

/** "Recuse" loses the papers, for the seat's people or for the person alone; "speak only" keeps them (rulings 1.9). */
const isRecused = (alliance: Alliance, id: ProposalId, reader: `person:${number}`, at: Instant): boolean => {
  const proposal = alliance.proposals.get(id);
  if (proposal === undefined) return false;
  if (personalBar(proposal, reader)?.level === 'recuse') return true;
  return proposal.declarations.some(
    ({ withdrawn, level, scope, member }) =>
      !withdrawn &&
      level === 'recuse' &&
      scope === 'organisation' &&
      alliance.appointments.some(
        (each) => each.person === reader && each.member === member && isLive(alliance, each, at),
      ),
  );
};
