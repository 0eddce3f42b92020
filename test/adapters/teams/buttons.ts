import { objectsIn } from './standin/cardCheck.js';

export type Card = Readonly<Record<string, unknown>>;
/** What somebody typed and chose, by the names of the inputs. */
export type Answers = Readonly<Record<string, string>>;

export interface CardButton {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The button of this label; the first one where none is named. */
export const buttonIn = (card: Card | null, label: string | null): CardButton => {
  const all = objectsIn(card).filter(({ type }) => /^Action\.(?:Execute|Submit)$/u.test(String(type)));
  const found = all.find(({ title }) => label === null || title === label);
  if (found === undefined) {
    const labels = all.map(({ title }) => String(title));
    throw new Error(`there is no button ${label ?? ''} among ${labels.join(', ')}`);
  }
  return found as unknown as CardButton;
};

/** What stands in the inputs of a form before anybody types: a client sends it along. */
export const givenIn = (form: Card): Answers =>
  Object.fromEntries(
    objectsIn(form)
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id, value }) => [String(id), typeof value === 'string' ? value : '']),
  );
