import type { Form } from './card.js';
import { graphemesWithin } from './fit.js';

/** The form with words already in its text fields, as far as each holds them; fields that the form lacks are let lie. */
export const prefilled = (form: Form, words: Readonly<Record<string, string>>): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    const value = Object.hasOwn(words, field.name) ? (words[field.name] ?? '') : '';
    return field.kind === 'text' && value !== '' ? { ...field, value: graphemesWithin(value, field.most) } : field;
  }),
});
