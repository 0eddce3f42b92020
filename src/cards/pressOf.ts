import type { Command } from '../alliance/commands.js';
import type { MemberId } from '../alliance/names.js';
import type { FormPress, ReadyCommand } from './press.js';

/** The command for one member, when it needs no words and so fits into a button; else null. */
export const readyCommand = (command: Command, member: MemberId): ReadyCommand | null => {
  if (command.kind === 'recordPosition' && command.position === 'agree') {
    const { kind, proposal, revision, position } = command;
    return { kind, proposal, revision, position, member };
  }
  if (command.kind === 'answerInvitation') {
    const { kind, meeting, answer } = command;
    return { kind, meeting, answer, member };
  }
  if (command.kind === 'waiveNotice' || command.kind === 'acceptMinutes') return { ...command, member };
  return command.kind === 'withdrawObjection' || command.kind === 'endAbsence' ? { ...command, member } : null;
};

/** The form in which a command that needs words is given; null where there is none for a chosen member. */
export const formOfCommand = (command: Command): Omit<FormPress, 'act' | 'alliance'> | null => {
  if (command.kind === 'tableProposal') {
    return { form: 'table', ...(command.retables === undefined ? {} : { retables: command.retables }) };
  }
  if (command.kind === 'recordAbsence') {
    return { form: 'absence', ...(command.person === undefined ? {} : { person: command.person }) };
  }
  if (command.kind === 'recordPosition') {
    const form = command.position === 'object' ? 'object' : 'reservation';
    return { form, proposal: command.proposal, revision: command.revision };
  }
  const form = { declareInterest: 'interest', suggestAmendment: 'suggest', callMeeting: 'callMeeting' } as const;
  return command.kind === 'declareInterest' || command.kind === 'suggestAmendment' || command.kind === 'callMeeting'
    ? { form: form[command.kind], proposal: command.proposal, revision: command.revision }
    : null;
};
