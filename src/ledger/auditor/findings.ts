import type { Entry } from '../entry.js';
import type { Of, Reading } from './reading.js';
import type { EventKind } from '../../alliance/events.js';

/** Something in the book that the rules do not allow, or that the book should hold and does not. */
export interface Finding {
  readonly seq: number;
  readonly law: Law;
  /** One plain sentence without a full stop at its end. */
  readonly says: string;
}

/** The laws that the auditor holds a book to, and where each comes from. */
export const laws = {
  chain: 'Every entry follows the one before and is as it was written (rulings 4.1)',
  columns: 'The columns of an entry say what the entry says (rulings 4.1)',
  signature: 'The head is signed by the key of the book and is its last entry (rulings 4.3, 4.4)',
  readable: 'Every entry is of a kind and shape that this release knows (rulings 4.1)',
  once: 'One cause writes its entries once (domain.md E33)',
  founding: 'A book begins with its founding, and is founded once (rulings 3.4)',
  counted: 'What is counted has no gaps and is never used again',
  charter: 'Rules change by a decision, and open proposals keep theirs (domain.md E72)',
  actor: 'An act is recorded under whoever did it',
  time: 'Platform time counts only within 120 seconds before receipt (rulings 1.3)',
  tabling: 'Only those who speak for a member, or hold the power, table proposals (domain.md D1)',
  snapshot: 'Eligible are exactly the voting members in office when a revision opens (domain.md C)',
  amendment: 'Only the proposer amends, or the chair in their place, and everyone is asked again (rulings 1.7)',
  appointment: 'Only a live appointment speaks for a member, and never before its entry (domain.md E14, E15)',
  eligibility: 'Only eligible members have a position (domain.md C)',
  revision: 'A position is to the revision and the words in force (domain.md 0.5)',
  deadline: 'A position counts up to the deadline (domain.md E30, rulings 1.3)',
  deputy: 'A deputy does not overrule (domain.md E8 to E12, rulings 1.14)',
  reason: 'An objection and a reservation have words (domain.md B19)',
  interest: 'Who declared an interest takes no part (domain.md B32, E22 to E29)',
  unanimity: 'Adopted only when every eligible member has agreed (domain.md 0.2)',
  minimum: 'Too few cannot decide, nor without a commissioner where one votes (rulings 1.9)',
  consideration: 'Not adopted before the time for consideration is over (domain.md B23)',
  recount: 'A departure, and a recusal that decides, are confirmed before adoption (rulings 1.5)',
  hold: 'Nothing is declared while the clock is not trusted (domain.md E90)',
  number: 'Decision numbers are gap-free in their series and never used again (rulings 1.16)',
  truth: 'An outcome says what the book says (domain.md 0.3)',
  grace: 'Nothing is declared before the deadline and 120 seconds (rulings 1.3)',
  outcome: 'Lapsed, not agreed and adopted are told apart by what stands (domain.md 0.2, B20)',
  withdrawal: 'Only the proposer withdraws, or whoever stands in for one who has left (domain.md E45)',
  referral: 'A meeting is called by an eligible member, or because too few are left (domain.md B21, E27)',
  final: 'Outcomes are final (rulings 1.2)',
  extension: 'A deadline moves later, before it passes, for 28 days a revision and 56 in all (rulings 1.11)',
  downtime: 'An outage is made good once a revision, to the same hour of a working day soon after (rulings 1.4)',
  nudge: 'Those who have not spoken are reminded by hand once a day, by those who may (domain.md BE)',
  membership: 'Seats and people change by dated entries (domain.md D5)',
  opening: 'What was tabled for a meeting opens with it (domain.md D2)',
  meeting: 'Meetings are called, run and ended in their order, by those who may (domain.md D2, B48)',
  series: 'Recurring meetings have an end, and each is called for a day that its rule names, once (domain.md B48)',
  attendance: 'Who is there is there as what they are (domain.md B7, B51)',
  chair: 'Whoever presides is there and takes part; the deputy chair and others only where the chair cannot (E59)',
  quorum: 'Only a meeting with its quorum decides in the room, and it says when it has none (domain.md B29 to B31)',
  notice: 'What came late, or on short notice, is put in the room only where every member waives (domain.md E60, E61)',
  consent: 'What is taken together was contested by nobody, and its decisions are put to the members (domain.md B52)',
  entered: 'What is typed for a member counts once the member confirms it (domain.md D2, E52)',
  minutes: 'Minutes say what the register says, are accepted by who was there, and change by resolution (domain.md D3)',
  action: 'An action has an owner and keeps its dates; where it is verified, not by its owner (domain.md D4)',
  liveness: 'What is due is declared (architecture 1.3)',
} as const;

export type Law = keyof typeof laws;

/** Notes a finding at the entry being looked at. */
export type Note = (law: Law, says: string) => void;

/** Holds one entry against what stood before it. */
export type Check<K extends EventKind> = (entry: Of<K>, reading: Reading, note: Note) => void;

export type Checks<K extends EventKind> = { readonly [P in K]: Check<P> };

/** What is asked of every entry of any kind. */
export type CheckOfAll = (entry: Entry, reading: Reading, note: Note) => void;
