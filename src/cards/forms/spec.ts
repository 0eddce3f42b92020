import type { Command } from '../../alliance/commands.js';
import type { Actor } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import type { FormName, FormPress } from '../press.js';
import type { View } from '../view.js';

/** One form: what it asks, and the command that its answers make. */
export interface FormSpec {
  readonly fields: (view: View, press: FormPress, by: Actor) => readonly Field[];
  /** Reads every answer, so that all problems are collected; the command counts only when there are none. */
  readonly command: (view: View, press: FormPress, answers: Answers) => Command;
}

export type FormSpecs<N extends FormName> = { readonly [K in N]: FormSpec };
