import type { Refusal } from '../../alliance/refusals.js';
import { counted, figure } from './general.js';

/** A refused text in the few words that fit beside its field. */
export const fieldProblem = (refusal: Refusal): string => {
  if (refusal.why === 'textTooLong') {
    return `${figure(refusal.length)} characters; ${figure(refusal.most)} fit. Shorten it by ${counted(refusal.length - refusal.most, 'character')}.`;
  }
  if (refusal.why === 'textMissing') {
    return refusal.least > 1 ? `Write at least ${counted(refusal.least, 'character')}.` : 'This is needed.';
  }
  return 'It contains a character that no record can hold. Write it again without pasting.';
};
