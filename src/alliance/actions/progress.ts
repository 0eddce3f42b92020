import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { textRefusal } from '../limits.js';
import { ownName, whyNotRunner } from '../meetings/meetingDesk.js';
import type { PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { speakersFor } from '../speaking.js';
import type { Action } from './action.js';
import { openActionOn, ownerOf, whyNotOwner, writeOnAction } from './actionDesk.js';
import { whyNotDue } from './recording.js';

/** How it goes: in progress, or blocked and by what. */
export const updateAction = (desk: Desk, command: CommandOf<'updateAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal = whyNotOwner(desk, action, 'updateAction') ?? textRefusal('note', command.note);
  if (refusal !== null) return refusal;
  writeOnAction(desk, action.id, 'ActionUpdated', {
    state: command.state,
    note: desk.sealer.seal(command.note),
    personName: ownName(desk),
  });
  return null;
};

/** The owner says that it is done, with a note or an address as evidence; it is closed where nobody has to verify it. */
export const claimAction = (desk: Desk, command: CommandOf<'claimAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal = whyNotOwner(desk, action, 'updateAction') ?? textRefusal('evidence', command.evidence);
  if (refusal !== null) return refusal;
  const personName = ownName(desk);
  writeOnAction(desk, action.id, 'ActionClaimed', { evidence: desk.sealer.seal(command.evidence), personName });
  if (!action.verified) writeOnAction(desk, action.id, 'ActionClosed', { personName });
  return null;
};

/** An officer has verified that it is done; not the owner's own word (domain.md D4). */
export const closeAction = (desk: Desk, command: CommandOf<'closeAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal = whyNotVerifier(desk, action);
  if (refusal !== null) return refusal;
  writeOnAction(desk, action.id, 'ActionClosed', { personName: ownName(desk) });
  return null;
};

/** It was not done after all, and goes on. */
export const returnAction = (desk: Desk, command: CommandOf<'returnAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal = whyNotVerifier(desk, action) ?? textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  const reason = desk.sealer.seal(command.reason);
  writeOnAction(desk, action.id, 'ActionReturned', { reason, personName: ownName(desk) });
  return null;
};

/** A later date, with a reason; the first date and the number of slips are kept (domain.md D4). */
export const putOffAction = (desk: Desk, command: CommandOf<'putOffAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal =
    whyNotOwner(desk, action, 'updateAction') ??
    whyNotDue(desk, command.due) ??
    (command.due <= action.due ? { why: 'dueNotLater' as const, action: action.id, present: action.due } : null) ??
    textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  writeOnAction(desk, action.id, 'ActionPutOff', {
    from: action.due,
    to: command.due,
    slips: action.slips + 1,
    reason: desk.sealer.seal(command.reason),
    personName: ownName(desk),
  });
  return null;
};

/** To another owner: by the present one, those who speak for its member, or whoever runs meetings (domain.md E76). */
export const transferAction = (desk: Desk, command: CommandOf<'transferAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal =
    whyNotOwner(desk, action, 'transferAction', ownPeople(desk, action)) ?? textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  const to = ownerOf(desk, command.owner, command.member);
  if ('refusal' in to) return to.refusal;
  if (action.owner?.person === to.person && action.owner.member === to.member) return null;
  writeOnAction(desk, action.id, 'ActionTransferred', {
    from: action.owner,
    to,
    reason: desk.sealer.seal(command.reason),
    personName: ownName(desk),
  });
  return null;
};

export const cancelAction = (desk: Desk, command: CommandOf<'cancelAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  const refusal = whyNotRunner(desk, 'cancelAction') ?? textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  const reason = desk.sealer.seal(command.reason);
  writeOnAction(desk, action.id, 'ActionCancelled', { reason, personName: ownName(desk) });
  return null;
};

const whyNotVerifier = (desk: Desk, action: Action): Refusal | null => {
  const refusal = whyNotRunner(desk, 'verifyAction');
  if (refusal !== null) return refusal;
  if (action.status !== 'claimed') return { why: 'notClaimed', action: action.id };
  return action.owner?.person === desk.context.by ? { why: 'ownAction', action: action.id } : null;
};

const ownPeople = ({ alliance, context: { at } }: Desk, { owner, first }: Action): readonly PersonId[] => {
  const member = owner?.member ?? first.owner.member;
  return member === undefined ? [] : speakersFor(alliance, member, at);
};
