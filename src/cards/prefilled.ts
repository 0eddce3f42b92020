import { isLocalDate } from '../alliance/instant.js';
import type { Form } from './card.js';
import { graphemesWithin } from './fit.js';

/** The form with words or days already in its fields, as far as each holds them; fields that the form lacks are let lie. */
export const prefilled = (form: Form, words: Readonly<Record<string, string>>): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    const value = Object.hasOwn(words, field.name) ? (words[field.name] ?? '') : '';
    if (value === '') return field;
    if (field.kind === 'text') return { ...field, value: graphemesWithin(value, field.most) };
    return field.kind === 'date' && isLocalDate(value) ? { ...field, value } : field;
  }),
});
