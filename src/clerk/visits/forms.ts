import type { Instant } from '../../alliance/instant.js';
import type { PersonId } from '../../alliance/names.js';
import { besideField } from '../../cards/besideField.js';
import type { Card, Form } from '../../cards/card.js';
import { commandOf, formOf, type Problem } from '../../cards/forms.js';
import { noticeCard } from '../../cards/notice.js';
import { encodePress, type FormPress } from '../../cards/press.js';
import { receiptCard, refusalCard } from '../../cards/replies.js';
import type { View } from '../../cards/view.js';
import { visitWords } from '../../cards/words/visits.js';
import { drawn } from '../drawing.js';
import type { Readings } from '../readings.js';
import { paperIn, type ReceivedFiles, withFiles } from './files.js';
import type { Counter, Visitor } from './visitor.js';

/** What became of a form that was sent. */
export type FormAnswer =
  /** Recorded, and durable. */
  | { readonly kind: 'receipt'; readonly card: Card }
  /** Nothing was recorded, and no field of the form is to blame. */
  | { readonly kind: 'refused'; readonly card: Card }
  /** Nothing was recorded: the form again, with what is wrong beside its fields. Each is of a field that the form has. */
  | { readonly kind: 'problems'; readonly form: Form; readonly problems: readonly Problem[] };

/** The answers of a form, by field, and which act it is. */
export interface SentForm {
  readonly answers: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly occurredAt: Instant | undefined;
  readonly via: Visitor['platform'];
  readonly files?: ReceivedFiles;
}

/** Carries out a form, or says what keeps it from being carried out. */
export const answerForm = async (
  { clerk, readings }: Pick<Counter, 'clerk'> & { readonly readings: Readings },
  press: FormPress,
  by: PersonId,
  { answers, cause, occurredAt, via, files = {} }: SentForm,
): Promise<FormAnswer> => {
  const { alliance } = press;
  const name = `${by} ${encodePress(press)}`;
  const shown = readings.shown(name, clerk.now());
  const worked = await drawn(clerk, alliance, (view) => {
    const read = commandOf(view, press, withFiles(answers, files), shown);
    return 'problems' in read ? { ...read, answer: problemsAnswer(view, press, by, read.problems) } : read;
  });
  if (worked === null) return { kind: 'refused', card: noticeCard([visitWords.noSuchAlliance(alliance)]) };
  if ('problems' in worked) {
    readings.keep(name, worked.problems, clerk.now());
    return worked.answer;
  }
  const { command } = worked;
  const reply = await clerk.serve({ alliance, command, by, cause, via, occurredAt, ...paperIn(files) });
  const answer = await drawn(clerk, alliance, (view): FormAnswer => {
    if (reply.kind === 'done') {
      const { entries, repeated } = reply;
      return { kind: 'receipt', card: receiptCard(view, { entries, repeated, command, by }) };
    }
    const form = formOf(view, press, by);
    const problem = 'why' in form ? null : besideField(view, form, reply.refusal, by);
    return problem === null || 'why' in form
      ? { kind: 'refused', card: refusalCard(view, reply.refusal, by, press) }
      : { kind: 'problems', form, problems: [problem] };
  });
  return answer ?? { kind: 'refused', card: noticeCard([visitWords.noSuchAlliance(alliance)]) };
};

/** Problems beside their fields; where none has a field in this form, they are said over it. */
const problemsAnswer = (view: View, press: FormPress, by: PersonId, problems: readonly Problem[]): FormAnswer => {
  const form = formOf(view, press, by);
  const fields = new Set('why' in form ? [] : form.fields.map((field) => field.name));
  const beside = problems.filter(({ field }) => fields.has(field));
  return beside.length > 0 && !('why' in form)
    ? { kind: 'problems', form, problems: beside }
    : { kind: 'refused', card: noticeCard([visitWords.lookAgain, ...problems.map(({ says }) => says)]) };
};
