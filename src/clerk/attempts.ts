import type { Refusal } from '../alliance/refusals.js';
import type { Order, Reply } from './orders.js';
import type { ClerkPorts } from './ports.js';

/**
 * Notes beside the book that somebody without a voice tried to act (domain.md A1 ID-5); strangers never grow the book
 * itself, and the store keeps the newest notes only. Never rejects: a note that fails is reported and forgotten.
 */
export const noteAttempt = async ({ ledger, clock, report }: ClerkPorts, order: Order, reply: Reply): Promise<void> => {
  if (reply.kind === 'done' || !voiceless.includes(reply.refusal.why)) return;
  const { alliance, command, by: who } = order;
  const what = 'proposal' in command ? `${command.kind} ${command.proposal}` : command.kind;
  try {
    await ledger.noteAttempt({ alliance, at: clock.now(), who, what, why: reply.refusal.why });
  } catch (thrown) {
    report(thrown);
  }
};

const voiceless: readonly Refusal['why'][] = ['stranger', 'noVoice', 'notYourMember', 'appointmentNotLive'];
