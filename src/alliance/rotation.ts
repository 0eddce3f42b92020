import type { CommandOf } from './commands.js';
import { write } from './desk.js';
import type { Desk } from './desk.js';
import type { Refusal } from './refusals.js';

/**
 * The book goes on under another key (rulings 4.3). Only the operator has keys. The handover holds for one place in the
 * book; where that is taken meanwhile, it must be signed anew.
 */
export const rotateKey = (desk: Desk, { publicKey, handover, after }: CommandOf<'rotateKey'>): Refusal | null => {
  const { by, head } = desk.context;
  if (by !== 'operator') return { why: 'operatorOnly' };
  if (head.seq + desk.past.length !== after) return { why: 'notRecordedTryAgain' };
  if (publicKey !== desk.alliance.publicKey)
    write(desk, 'KeyRotated', { publicKey, handover }, { subject: 'alliance' });
  return null;
};
