import type { Absence, Alliance, Appointment, Member, Proposal } from './alliance.js';
import type { Power } from './charter.js';
import type { Instant } from './instant.js';
import type { Actor, MemberId, Office, PersonId } from './names.js';
import { isPerson } from './names.js';
import type { Refusal } from './refusals.js';

/** A person's voice for one member at one moment: under which appointment, and whether a deputy covers an absence. */
export interface Voice {
  readonly person: PersonId;
  readonly member: MemberId;
  readonly as: 'representative' | 'deputy';
  readonly covering: boolean;
}

/**
 * The voice with which a person acts. Those who speak for several members must name one each time (domain.md B7);
 * everyone else is refused with the names of those who can.
 */
export const voiceOf = (
  alliance: Alliance,
  by: Actor,
  member: MemberId | undefined,
  at: Instant,
): Voice | { readonly refusal: Refusal } => {
  if (!isPerson(by)) return { refusal: { why: 'notByOperator' } };
  if (!alliance.people.has(by)) return { refusal: { why: 'stranger' } };
  if (member !== undefined && !alliance.members.has(member)) return { refusal: { why: 'noSuchMember', member } };
  const voices = voicesOf(alliance, by, at);
  const chosen = member === undefined ? voices : voices.filter((voice) => voice.member === member);
  const [voice] = chosen;
  if (voice !== undefined && chosen.length === 1) return voice;
  if (chosen.length > 1) return { refusal: { why: 'chooseCapacity', members: chosen.map((each) => each.member) } };
  return { refusal: whyNoVoice(alliance, by, member, voices, at) };
};

/** One voice for each member that the person may speak for now; representative before deputy. */
export const voicesOf = (alliance: Alliance, person: PersonId, at: Instant): readonly Voice[] => {
  const voices = new Map<MemberId, Voice>();
  for (const appointment of alliance.appointments) {
    const { member, as } = appointment;
    if (appointment.person !== person || !speaks(as) || !isLive(alliance, appointment, at)) continue;
    if (!isInOffice(alliance.members.get(member), at)) continue;
    if (as === 'representative' || !voices.has(member)) {
      const covering = as === 'deputy' && covers(alliance, member, person, at) !== null;
      voices.set(member, { person, member, as, covering });
    }
  }
  return [...voices.values()];
};

/** Everyone who may speak for the member now: representatives first, then deputies. */
export const speakersFor = (alliance: Alliance, member: MemberId, at: Instant): readonly PersonId[] => {
  const live = alliance.appointments.filter(
    (appointment) => appointment.member === member && speaks(appointment.as) && isLive(alliance, appointment, at),
  );
  const order = [...live].sort((a, b) => Number(a.as === 'deputy') - Number(b.as === 'deputy'));
  return [...new Set(order.map((appointment) => appointment.person))];
};

/** Live appointments of one kind for a member. */
export const appointed = (
  alliance: Alliance,
  member: MemberId,
  as: Appointment['as'],
  at: Instant,
): readonly Appointment[] =>
  alliance.appointments.filter(
    (appointment) => appointment.member === member && appointment.as === as && isLive(alliance, appointment, at),
  );

/** Counts from the later of its stated start and its entry (domain.md E15), until its end; a personal deputy only as long as the representative (B6). */
export const isLive = (alliance: Alliance, appointment: Appointment, at: Instant): boolean =>
  appointment.effectiveFrom <= at &&
  (appointment.to === null || at < appointment.to) &&
  (appointment.personalTo === null ||
    alliance.appointments.some(
      (other) =>
        other.as === 'representative' &&
        other.person === appointment.personalTo &&
        other.member === appointment.member &&
        other.personalTo === null &&
        isLive(alliance, other, at),
    ));

/** The seat is taken: joined, and neither left nor past its notice. */
export const isInOffice = (member: Member | undefined, at: Instant): boolean =>
  member !== undefined &&
  member.from <= at &&
  member.leftAt === null &&
  (member.noticeOf === null || at < member.noticeOf);

/**
 * The absence of the representative that this deputy covers now, or null (rulings 1.14). Covering a fellow deputy, or
 * somebody who was the representative, is no reason to overrule whoever is.
 */
export const covers = (alliance: Alliance, member: MemberId, deputy: PersonId, at: Instant): Absence | null =>
  alliance.absences.find(
    (absence) =>
      absence.member === member &&
      absence.cover === deputy &&
      absence.from <= at &&
      at < absence.to &&
      appointed(alliance, member, 'representative', at).some(({ person }) => person === absence.person),
  ) ?? null;

/** The person is recorded as away now: for the member named, or for any. */
export const isAway = (alliance: Alliance, person: PersonId, at: Instant, member?: MemberId): boolean =>
  alliance.absences.some(
    (absence) =>
      absence.person === person &&
      (member === undefined || absence.member === member) &&
      absence.from <= at &&
      at < absence.to,
  );

/** The offices that a person holds now. */
export const officesOf = (alliance: Alliance, person: PersonId, at: Instant): readonly Office[] =>
  alliance.officers
    .filter((holding) => holding.person === person && holding.from <= at && (holding.to === null || at < holding.to))
    .map((holding) => holding.office);

/** Who holds an office now. */
export const holdersOf = (alliance: Alliance, office: Office, at: Instant): readonly PersonId[] =>
  alliance.officers
    .filter((holding) => holding.office === office && holding.from <= at && (holding.to === null || at < holding.to))
    .map((holding) => holding.person);

/** Where the charter is silent: the Alliance Manager, else the chair, else a named convenor (domain.md B13). */
export const usualHolders: Readonly<Record<Power, readonly Office[]>> = {
  table: ['allianceManager', 'chair', 'deputyChair', 'convenor'],
  confirmRecount: ['allianceManager', 'chair', 'convenor'],
  changePeople: ['allianceManager', 'chair', 'convenor'],
  changeMembers: ['allianceManager', 'chair', 'convenor'],
  extendDeadline: ['allianceManager', 'chair', 'convenor'],
  bindRooms: ['allianceManager', 'chair', 'convenor', 'secretary'],
  runMeetings: ['secretary', 'allianceManager', 'chair', 'deputyChair', 'convenor'],
};

export const officesWith = (alliance: Alliance, power: Power): readonly Office[] =>
  alliance.charter.powers[power] ?? usualHolders[power];

/** People who hold a power now through one of its offices. */
export const holdersOfPower = (alliance: Alliance, power: Power, at: Instant): readonly PersonId[] => [
  ...new Set(officesWith(alliance, power).flatMap((office) => holdersOf(alliance, office, at))),
];

/** The person tabled it, or speaks for the member that did: a proposal belongs to the member. */
export const isProposer = (alliance: Alliance, proposal: Proposal, by: Actor, at: Instant): boolean =>
  isPerson(by) && proposers(alliance, proposal, at).includes(by);

/**
 * Who may act as the proposer now; the chair is sponsor once the proposer has left (domain.md E45, rulings 1.7), or takes
 * no part: who is recused does nothing on the proposal any more but take the declaration back (domain.md C, E29).
 */
export const proposers = (alliance: Alliance, proposal: Proposal, at: Instant): readonly PersonId[] => {
  const { proposer, proposingFor } = proposal;
  const recusals = proposal.declarations.filter(({ withdrawn, level }) => !withdrawn && level === 'recuse');
  const takesPart = (person: PersonId): boolean =>
    !recusals.some((each) => each.scope === 'personal' && each.person === person);
  const seatIsRecused = recusals.some((each) => each.scope === 'organisation' && each.member === proposingFor);
  const all =
    proposingFor === null
      ? officesOf(alliance, proposer, at).length > 0
        ? [proposer]
        : []
      : isInOffice(alliance.members.get(proposingFor), at)
        ? speakersFor(alliance, proposingFor, at)
        : [];
  const own = seatIsRecused ? [] : all.filter(takesPart);
  if (own.length > 0) return own;
  for (const office of ['chair', 'allianceManager', 'convenor'] as const) {
    const sponsors = holdersOf(alliance, office, at).filter(takesPart);
    if (sponsors.length > 0) return sponsors;
  }
  return [];
};

const speaks = (as: Appointment['as']): as is Voice['as'] => as === 'representative' || as === 'deputy';

const whyNoVoice = (
  alliance: Alliance,
  person: PersonId,
  member: MemberId | undefined,
  voices: readonly Voice[],
  at: Instant,
): Refusal => {
  if (member !== undefined && voices.length > 0) {
    return { why: 'notYourMember', member, speakers: speakersFor(alliance, member, at) };
  }
  const dormant = alliance.appointments.find(
    (appointment) =>
      appointment.person === person &&
      speaks(appointment.as) &&
      (member === undefined || appointment.member === member),
  );
  if (dormant !== undefined) return whyDormant(alliance, dormant, at);
  const organisation = alliance.people.get(person)?.organisation ?? null;
  const own =
    member ??
    [...alliance.members.values()].find((seat) => seat.organisation === organisation && isInOffice(seat, at))?.id;
  return {
    why: 'noVoice',
    observer: alliance.observers.find((observer) => observer.person === person)?.role,
    offices: officesOf(alliance, person, at),
    speakers: own === undefined ? [] : speakersFor(alliance, own, at),
    member: own,
  };
};

const whyDormant = (alliance: Alliance, appointment: Appointment, at: Instant): Refusal => {
  const { member, as, effectiveFrom, to } = appointment;
  if (!isInOffice(alliance.members.get(member), at)) {
    const seat = alliance.members.get(member);
    return { why: 'memberNotEligible', member, because: seat !== undefined && seat.from > at ? 'notYetIn' : 'left' };
  }
  const speakers = speakersFor(alliance, member, at);
  return effectiveFrom > at
    ? { why: 'appointmentNotLive', member, as, startsAt: effectiveFrom, speakers }
    : { why: 'appointmentNotLive', member, as, endedAt: to ?? at, speakers };
};
