import type { Alliance } from './alliance.js';
import type { Instant } from './instant.js';
import { isPerson } from './names.js';
import type { Actor, MeetingId, MemberId, ProposalId } from './names.js';
import { isInOffice, isLive, officesOf } from './speaking.js';
import { personalBar } from './tally.js';

/** What somebody asks to see. "Papers" are all that stands behind a card: full history, earlier texts, documents. */
export type Subject =
  | { readonly kind: 'alliance' }
  | { readonly kind: 'card'; readonly proposal: ProposalId }
  | { readonly kind: 'papers'; readonly proposal: ProposalId }
  /** The papers under one item of an agenda. */
  | { readonly kind: 'itemPapers'; readonly meeting: MeetingId; readonly item: number };

/**
 * Whether the reader may see the subject now; every surface asks it (rulings 3.3). People of the alliance see its
 * business; recused people lose the papers of the matter, and former members everything since they left.
 */
export const mayRead = (alliance: Alliance, subject: Subject, reader: Actor, at: Instant): boolean => {
  if (!isPerson(reader)) return true;
  if (!belongs(alliance, reader, at)) return false;
  switch (subject.kind) {
    case 'alliance':
    case 'card':
      return true;
    case 'papers':
      return !isRecused(alliance, subject.proposal, reader, at);
    case 'itemPapers':
      return !isRecusedFromItem(alliance, subject, reader, at);
  }
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
      !withdrawn && level === 'recuse' && scope === 'organisation' && actsFor(alliance, reader, member, at),
  );
};

/** By an interest in the proposal that the item is about, or by one that was minuted on the item itself. */
const isRecusedFromItem = (
  alliance: Alliance,
  { meeting: id, item: number }: Extract<Subject, { kind: 'itemPapers' }>,
  reader: `person:${number}`,
  at: Instant,
): boolean => {
  const meeting = alliance.meetings.get(id);
  const about = meeting?.items.find((item) => item.number === number)?.about ?? null;
  if (about !== null && isRecused(alliance, about, reader, at)) return true;
  return (meeting?.lines ?? []).some(
    ({ item, text, interest }) =>
      item === number &&
      text !== null &&
      interest?.level === 'recuse' &&
      (interest.member === null ? interest.person === reader : actsFor(alliance, reader, interest.member.member, at)),
  );
};

const actsFor = (alliance: Alliance, reader: `person:${number}`, member: MemberId, at: Instant): boolean =>
  alliance.appointments.some((each) => each.person === reader && each.member === member && isLive(alliance, each, at));
