import type { Actor } from '../alliance/names.js';
import type { Refusal } from '../alliance/refusals.js';
import type { Problem } from './answers.js';
import type { Form } from './card.js';
import type { View } from './view.js';
import { refusalWords } from './words/refusals.js';

/** A refusal that is about one answer of a form, so that it can stand beside it; null for one that is not. */
export const besideField = (view: View, form: Form, refusal: Refusal, by: Actor): Problem | null => {
  const field = 'field' in refusal ? refusal.field : refusal.why.startsWith('deadline') ? 'deadline' : null;
  return field !== null && form.fields.some(({ name }) => name === field)
    ? { field, says: refusalWords(view, refusal, by).sentences.join(' ') }
    : null;
};
