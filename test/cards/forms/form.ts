import type { Actor } from '../../../src/alliance/names.js';
import type { Form } from '../../../src/cards/card.js';
import { commandOf, formOf } from '../../../src/cards/forms.js';
import type { FormPress } from '../../../src/cards/press.js';
import type { FormName } from '../../../src/cards/pressShape.js';
import type { Book } from '../book.js';

export const press = (form: FormName, more: Partial<FormPress> = {}): FormPress => ({
  act: 'form',
  alliance: 'PLY',
  form,
  ...more,
});
export const onP1 = (form: FormName, more: Partial<FormPress> = {}) =>
  press(form, { proposal: 'P-1', revision: 1, ...more });
export const opened = (book: Book, asked: FormPress, by: Actor): Form => {
  const form = formOf(book.view(), asked, by);
  if ('why' in form) throw new Error(`refused: ${form.why}`);
  return form;
};
export const refused = (book: Book, asked: FormPress, by: Actor) => {
  const form = formOf(book.view(), asked, by);
  return 'why' in form ? form.why : null;
};
export const field = (form: Form, name: string) => form.fields.find((each) => each.name === name);
export const names = (form: Form): readonly string[] => form.fields.map(({ name }) => name);
export const read = (book: Book, asked: FormPress, answers: Record<string, string>) =>
  commandOf(book.view(), asked, answers);
export const problems = (book: Book, asked: FormPress, answers: Record<string, string>): readonly string[] => {
  const result = read(book, asked, answers);
  return 'problems' in result ? result.problems.map(({ field: at, says }) => `${at}: ${says}`) : [];
};
