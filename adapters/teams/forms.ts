import { instantOf, msOf } from '../../src/alliance/instant.js';
import { wallOf } from '../../src/alliance/zone.js';
import type { Field, Form } from '../../src/cards/card.js';
import { graphemesWithin, shorten, visibleLine } from '../../src/cards/fit.js';
import type { Problem } from '../../src/cards/forms.js';
import { spansAsText } from '../../src/cards/plainText.js';
import { teamsCardWords } from '../../src/cards/words/teamsCards.js';
import type { CardAction } from './actions.js';
import { timeOfDay } from './answers.js';
import type { AdaptiveCard, Element, Input } from './elements.js';
import { adaptiveCard } from './fit.js';
import { bytesOf, teamsLimits } from './limits.js';
import { literalElement } from './texts.js';

/** How a form came back: what was typed, and what is wrong beside its field. */
export interface CameBack {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

const asNew: CameBack = { typed: {}, problems: [] };

/**
 * A form as the card of a dialog. The button brings the form's press back, with the revision on which it was opened, and
 * the answers by the names of their fields (`answersIn`). What was typed stands there again, with each problem beside it.
 */
export const formCard = (form: Form, back: CameBack = asNew): AdaptiveCard => {
  const whole = drawn(form, back, Infinity);
  if (bytesOf(whole) <= teamsLimits.cardBytes) return whole;
  // Words that were there before are cut, all to the same length, until the form can be shown at all.
  for (let most = 4_000; most > 250; most = Math.floor(most * 0.8)) {
    const card = drawn(form, back, most);
    if (bytesOf(card) <= teamsLimits.cardBytes) return card;
  }
  return drawn(form, back, 0);
};

export const formTitle = ({ title }: Pick<Form, 'title'>): string =>
  shorten(visibleLine(title), teamsLimits.dialogTitle, '');

const drawn = (form: Form, back: CameBack, valueMost: number): AdaptiveCard => {
  const intro = spansAsText(form.intro);
  const actions: readonly CardAction[] = [
    {
      type: 'Action.Submit',
      title: visibleLine(form.submit),
      style: 'positive',
      data: { press: form.press, sent: true },
    },
  ];
  return adaptiveCard(
    [
      ...(intro === '' ? [] : [literalElement(intro)]),
      ...form.fields.flatMap((field) => asked(field, back, valueMost)),
    ],
    { actions },
  );
};

const asked = (field: Field, { typed, problems }: CameBack, valueMost: number): readonly Element[] => {
  const value = (Object.hasOwn(typed, field.name) ? typed[field.name] : undefined) ?? field.value ?? '';
  const kept = graphemesWithin(value, valueMost);
  const notes = [field.hint ?? '', kept === value ? '' : teamsCardWords.cutInput].filter((words) => words !== '');
  return [
    ...inputs(field, kept),
    ...problems
      .filter((problem) => problem.field === field.name)
      .map(({ says }) => literalElement(says, { weight: 'Bolder', color: 'Attention' }, { spacing: 'Small' })),
    ...notes.map((words) => literalElement(words, { size: 'Small' }, { spacing: 'Small' })),
  ];
};

const inputs = (field: Field, value: string): readonly Element[] => {
  const ask = (id: string, label: string) => ({
    id,
    label: field.required ? label : teamsCardWords.optional(label),
    isRequired: field.required,
    ...(field.required ? { errorMessage: teamsCardWords.missing(label) } : {}),
  });
  const given = value === '' ? {} : { value };
  switch (field.kind) {
    case 'text':
      return [
        {
          type: 'Input.Text',
          ...ask(field.name, field.label),
          isMultiline: field.lines === 'many',
          maxLength: field.most,
          ...given,
        },
      ];
    case 'choice':
      return [choice(field, ask(field.name, field.label), value)];
    case 'instant':
      return moment(field, ask, value);
    case 'date':
      return [
        { type: 'Input.Date', ...ask(field.name, field.label), ...(value === '' ? {} : { value: value.slice(0, 10) }) },
      ];
    case 'file':
      return [literalElement(teamsCardWords.noFiles(field.label))];
  }
};

type Ask = Pick<Input, 'id' | 'label' | 'isRequired' | 'errorMessage'>;

/** A short list stands open with what each choice means; a long one is chosen from. */
const choice = (field: Extract<Field, { readonly kind: 'choice' }>, ask: Ask, value: string): Element => {
  if (field.options.length === 0) return literalElement(`${field.label}: ${teamsCardWords.nothingToChoose}`);
  const isOpen = field.options.length <= teamsLimits.openChoices;
  const chosen = field.options.some((option) => option.value === value) ? { value } : {};
  return {
    type: 'Input.ChoiceSet',
    ...ask,
    choices: field.options.map(({ value: each, label, hint }) => ({
      title: hint === undefined || hint === '' ? visibleLine(label) : `${visibleLine(label)}: ${visibleLine(hint)}`,
      value: each,
    })),
    style: isOpen ? 'expanded' : 'compact',
    wrap: true,
    ...(isOpen ? {} : { placeholder: teamsCardWords.choose }),
    ...chosen,
  };
};

/** A day and a time of day, in the alliance's time: Teams has no input for both. */
const moment = (
  { name, label, timeZone }: Extract<Field, { readonly kind: 'instant' }>,
  ask: (id: string, label: string) => Ask,
  value: string,
): readonly Element[] => {
  const wall = /Z$/u.test(value) ? instantOf(wallOf(timeZone, msOf(value))) : value;
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/u.exec(wall) ?? [];
  return [
    { type: 'Input.Date', ...ask(name, teamsCardWords.date(label)), ...(day === undefined ? {} : { value: day }) },
    {
      type: 'Input.Time',
      ...ask(timeOfDay(name), teamsCardWords.time(label, timeZone)),
      isRequired: false,
      ...(time === undefined ? {} : { value: time }),
    },
  ];
};
