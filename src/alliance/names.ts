/** The names by which things are known in the book. All are counted or chosen, never random, so that people can say them. */

/** Short code of an alliance, 2–6 capital letters: "PLY". */
export type AllianceCode = string;
/** A seat: one organisation in one capacity. Chosen in the charter: "harbour". */
export type MemberId = string;
/** A legal body; may hold more than one seat. Chosen in the charter. */
export type OrganisationId = string;
/** A person, counted per alliance: "person:7". Platform ids are never in the book (rulings 4.2). */
export type PersonId = `person:${number}`;
/** A proposal, counted per alliance: "P-14". */
export type ProposalId = `P-${number}`;
/** A meeting, counted per alliance: "M-3". */
export type MeetingId = `M-${number}`;
/** An action, counted per alliance: "A-7". */
export type ActionId = `A-${number}`;
/** Meetings that recur, counted per alliance: "S-1". */
export type SeriesId = `S-${number}`;
/** A numbered decision: "PLY-2026-014"; shadow decisions "PLY-S-2015-004" (rulings 1.16). */
export type DecisionNumber = string;
/** Commitment to a redactable text: "text:" and SHA-256(salt ‖ text) in hex (rulings 4.2). The text itself is in table `texts`. */
export type TextRef = `text:${string}`;

/** Who acts: a person of the alliance, the clock, or the operator at the command line. */
export type Actor = PersonId | 'clock' | 'operator';

export const isPerson = (actor: Actor): actor is PersonId => actor.startsWith('person:');

/** Whoever acted, where only people do; nobody's number for a book that says otherwise, which is the auditor's to note. */
export const personActing = (actor: Actor): PersonId => (isPerson(actor) ? actor : 'person:0');

export const capacities = ['commissioner', 'provider', 'other'] as const;
export type Capacity = (typeof capacities)[number];

/** In what way a person is appointed for a member. Only the first two may speak for it (domain.md B3, B5, B6). */
export const appointmentKinds = ['representative', 'deputy', 'nominatingOfficer', 'seniorSponsor'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** Officers of the alliance. An office carries no vote of its own (rulings 1.15). */
export const offices = ['allianceManager', 'chair', 'deputyChair', 'secretary', 'facilitator', 'convenor'] as const;
export type Office = (typeof offices)[number];

/** People who are heard but do not vote (domain.md B12). */
export const observerRoles = ['observer', 'adviser', 'networkProvider', 'livedExperience', 'evaluator'] as const;
export type ObserverRole = (typeof observerRoles)[number];

/** What a member can record on a revision (domain.md B17). */
export const positionKinds = ['agree', 'agreeWithReservation', 'object'] as const;
export type PositionKind = (typeof positionKinds)[number];

/** Levels of a declared interest (domain.md B32; rulings 1.9). */
export const interestLevels = ['note', 'speakOnly', 'recuse'] as const;
export type InterestLevel = (typeof interestLevels)[number];

export const interestScopes = ['organisation', 'personal'] as const;
export type InterestScope = (typeof interestScopes)[number];

/** What an item of an agenda is for (domain.md B50, B52). */
export const itemKinds = ['decision', 'discussion', 'noting'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** In what way somebody takes part in a meeting; remote counts like the room (domain.md B51). */
export const attendanceModes = ['room', 'remote'] as const;
export type AttendanceMode = (typeof attendanceModes)[number];
