import type { ProposalId } from '../../alliance/names.js';

/** Labels of buttons: a verb first, at most 75 characters. */
export const buttonWords = {
  agree: 'Agree',
  reservation: 'Agree with reservation',
  object: 'Object',
  interest: 'Declare interest',
  more: 'More',
  suggest: 'Suggest a change',
  callMeeting: 'Call a meeting instead',
  withdrawObjection: 'Withdraw our objection',
  history: 'Show the history',
  amend: 'Change the text',
  letChairAmend: 'Let the chair change the text',
  extend: 'Extend the deadline',
  nudge: 'Remind those we wait for',
  preferences: 'Quiet hours',
  withdraw: 'Withdraw the proposal',
  reopen: 'Reopen for decision',
  confirmRecount: 'Confirm the recount',
  retable: 'Table it again',
  rescind: 'Table a rescission',
  table: 'Table a proposal',
  mine: 'What waits for me',
  open: 'Open proposals',
  decisions: 'Decisions',
  people: 'Who speaks for whom',
  changePeople: 'Change people or seats',
  appoint: 'Appoint somebody',
  absence: 'I am away',
  endAbsence: 'I am back',
  readAll: 'Read it all',
} as const;

export const acceptWords = (suggestion: number): string => `Accept suggestion ${suggestion}`;
export const declineWords = (suggestion: number): string => `Decline suggestion ${suggestion}`;
export const withdrawInterestWords = (member: string): string => `Withdraw the interest of ${member}`;
export const withdrawObjectionWords = (member: string): string => `Withdraw the objection of ${member}`;
export const voteForWords = (member: string): string => `Vote for ${member}`;
export const showWords = (proposal: ProposalId): string => `Show ${proposal}`;
export const spokenWords = (label: string, proposal: ProposalId, revision: number): string =>
  `${label}: ${proposal}, revision ${revision}`;
