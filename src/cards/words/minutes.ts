import type {
  Chair,
  DecisionPut,
  InvitationAnswer,
  Meeting,
  MinuteLine,
  QuorumTurn,
} from '../../alliance/meetings/meeting.js';
import type { MemberId, ProposalId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { figure, listed, practiceNote, quoted } from './general.js';
import { circulatedWords, itemName, namedMembers } from './meetings.js';
import { shortClock } from './moments.js';
import { memberName, nameOfRecord } from './names.js';

export const minutesWords = {
  title: (body: string): string => `Minutes of the ${body}`,
  practice: practiceNote,
  place: (place: string): string => `Place: ${place}`,
  accuracy:
    'Acceptance and confirmation are about accuracy only. Decisions are printed from the register, which prevails.',
  sealed: (alliance: string, { seq, hash }: { readonly seq: number; readonly hash: string }): string =>
    `${alliance} · minute book, entry ${figure(seq)}, SHA-256 ${hash}`,
  unsealed: (alliance: string): string => `${alliance} · draft, not circulated`,
} as const;

export const attendanceWords = {
  heading: 'Attendance',
  caption: 'Attendance by member',
  headers: ['Member', 'Represented by', 'As', 'How', 'From and to', 'Meetings attended of possible'],
  nobody: 'nobody',
  inAttendance: 'In attendance, without a vote:',
  apologies: 'Apologies:',
  absent: (names: readonly string[]): string => `Not represented: ${listed(names)}.`,
  outOf: (actual: number, possible: number): string => `${actual} of ${possible}`,
} as const;

export const apologyWords = (view: View, { personName, member, deputy }: InvitationAnswer): string =>
  `${nameOfRecord(view, personName)}${member === null ? '' : ` (${memberName(view, member)})`}${deputy === null ? '' : `; deputy: ${nameOfRecord(view, deputy.personName)}`}`;

const chairs = { chair: 'as chair', deputyChair: 'as deputy chair', chosen: 'chosen by those present' } as const;

export const chairLine = (view: View, { id }: Meeting, { personName, how, item }: Chair): string =>
  `${nameOfRecord(view, personName)} presided ${chairs[how]}${item === null ? '' : ` over ${itemName(view, id, item)}`}.`;

export const quorumLine = (view: View, { to, at, members }: QuorumTurn): string => {
  const time = shortClock(view, at);
  switch (to) {
    case 'reached':
      return `Quorate from ${time}: ${namedMembers(view, members)} represented.`;
    case 'lost':
      return `Quorum lost at ${time}: ${namedMembers(view, members)} absent.`;
    case 'inquorate':
      return `Not quorate, from ${time} notes only: ${namedMembers(view, members)} absent.`;
  }
};

export const itemWords = {
  general: 'General',
  late: (reason: string, inSession: boolean): string =>
    `${inSession ? 'Any other business' : 'Late item'}, because: ${quoted(reason)}`,
} as const;

const levels = {
  note: 'noted, takes part',
  speakOnly: 'may speak, has no vote',
  recuse: 'takes no part',
} as const;

export const interestLine = (
  view: View,
  { personName, member, level }: NonNullable<MinuteLine['interest']>,
  nature: string,
): string =>
  `Interest declared by ${nameOfRecord(view, personName)}${member === null ? ' (personal)' : ` for ${namedMembers(view, [member])}`}: ${quoted(nature)} (${levels[level]}).`;

/** The number is what a correction names. */
export const lineText = (number: number, recommended: boolean, text: string): string =>
  `[${number}] ${recommended ? 'Recommended: ' : ''}${text}`;

export const accountWords = (
  view: View,
  member: MemberId,
  person: string,
  text: string,
  reason: string | null,
): string =>
  `Disputed. The account of ${memberName(view, member)} (${person}): ${quoted(text)}${reason === null ? '' : ` The correction was declined: ${quoted(reason)}`}`;

export const decisionWords = {
  heading: (number: string, inRoom: boolean): string =>
    `Decision ${number}, ${inRoom ? 'made in the meeting' : 'made by circulation'}`,
  put: (view: View, { about, how, because, represented, absent }: DecisionPut): string =>
    how === 'room'
      ? `${about} was put to the meeting; represented: ${namedMembers(view, represented)}.`
      : `${about} goes to all members by circulation, ${circulatedWords[because ?? 'asked']}${absent.length === 0 ? '' : ` (absent: ${namedMembers(view, absent)})`}.`,
  positions: {
    caption: (number: string): string => `Who agreed to ${number}`,
    headers: ['Member', 'Position', 'By', 'When'],
    agreed: { agree: 'agreed', agreeWithReservation: 'agreed, with a reservation' },
    nobody: '–',
    noPart: { interestDeclared: 'took no part: interest declared', memberLeft: 'took no part: left the alliance' },
  },
  stands: {
    open: (about: ProposalId): string => `${about} was open when these minutes were made; no decision yet.`,
    lapsed: (about: ProposalId): string => `${about} lapsed: no decision.`,
    notAgreed: (about: ProposalId): string => `${about} was not agreed.`,
    withdrawn: (about: ProposalId): string => `${about} was withdrawn.`,
    referred: (about: ProposalId): string => `${about} stays referred to a meeting; no decision yet.`,
    tabled: (about: ProposalId): string => `${about} was not put and opens by circulation; no decision yet.`,
  },
} as const;

export const actionsTable = {
  heading: 'Actions',
  caption: 'Actions given out in this meeting',
  headers: ['Action', 'What', 'Owner', 'Due', 'From'],
  item: (place: number): string => `item ${place}`,
  none: 'No actions were given out.',
} as const;
