import type { Alliance } from '../alliance/alliance.js';
import type { Instant } from '../alliance/instant.js';
import { textLimits } from '../alliance/limits.js';
import type { Actor, MemberId, PersonId } from '../alliance/names.js';
import { isPerson } from '../alliance/names.js';
import type { TextField } from '../alliance/refusals.js';
import { isInOffice, voicesOf } from '../alliance/speaking.js';
import type { Field } from './card.js';
import type { View } from './view.js';
import { atLeast, hints, labels, yesNo } from './words/forms.js';
import { memberName, personName } from './words/names.js';

type Choice = Extract<Field, { readonly kind: 'choice' }>;
type Options = Choice['options'];

interface Wording {
  readonly hint?: string;
  readonly required?: boolean;
  readonly value?: string;
}

/** A field for a text with the limits that the rules know; `least` where the charter has its own. */
export const textField = (
  name: string,
  label: string,
  limit: TextField,
  { hint, required = true, value }: Wording = {},
  least = textLimits[limit].least,
): Field => ({
  kind: 'text',
  name,
  label,
  required,
  lines: onOneLine.has(limit) ? 'one' : 'many',
  most: textLimits[limit].most,
  ...(required ? { least } : {}),
  ...wording(hint ?? (required && least > 1 ? atLeast(least) : undefined), value),
});

/** What is written on one line. */
const onOneLine: ReadonlySet<TextField> = new Set(['title', 'name', 'itemTitle', 'place', 'link']);

export const choiceField = (
  name: string,
  label: string,
  options: Options,
  { hint, required = true, value }: Wording = {},
): Field => ({ kind: 'choice', name, label, required, options, ...wording(hint, value) });

export const yesNoField = (name: string, label: string, value: 'yes' | 'no', hint?: string): Field =>
  choiceField(name, label, [option('no', yesNo.no), option('yes', yesNo.yes)], { value, ...(hint ? { hint } : {}) });

export const momentField = (
  { alliance }: View,
  name: string,
  label: string,
  {
    hint,
    required = true,
    value,
  }: { readonly hint?: string; readonly required?: boolean; readonly value?: Instant } = {},
): Field => ({
  kind: 'instant',
  name,
  label,
  required,
  timeZone: alliance.charter.calendar.timeZone,
  ...wording(hint, value),
});

/** Beside a picker: the same said in words. */
export const wordsField = (name: string): Field =>
  textField(name, labels.inWords, 'name', { required: false, hint: hints.inWords });

export const dateField = (name: string, label: string, { hint, required = true, value }: Wording = {}): Field => ({
  kind: 'date',
  name,
  label,
  required,
  ...wording(hint, value),
});

/** Which member the person speaks for, asked only of those who speak for several (domain.md B7). */
export const capacityField = (view: View, by: Actor, known: MemberId | undefined): readonly Field[] => {
  if (known !== undefined || !isPerson(by)) return [];
  const voices = voicesOf(view.alliance, by, view.now);
  return voices.length < 2
    ? []
    : [
        choiceField(
          'member',
          labels.member,
          voices.map(({ member }) => option(member, memberName(view, member))),
        ),
      ];
};

/** Members in office now. */
export const memberOptions = (view: View): Options =>
  seated(view.alliance, view.now).map((member) => option(member, memberName(view, member)));

export const personOptions = (view: View): Options =>
  [...view.alliance.people.keys()].map((person) => option(person, personName(view, person)));

export const personOption = (view: View, person: PersonId): Options[number] => option(person, personName(view, person));

export const option = (value: string, label: string, hint?: string): Options[number] => ({
  value,
  label,
  ...(hint === undefined || hint === '' ? {} : { hint }),
});

const seated = ({ members }: Alliance, now: Instant): readonly MemberId[] =>
  [...members.values()].filter((member) => isInOffice(member, now)).map(({ id }) => id);

const wording = (hint: string | undefined, value: string | undefined) => ({
  ...(hint === undefined ? {} : { hint }),
  ...(value === undefined || value === '' ? {} : { value }),
});
