import { instantOf } from '../../src/alliance/instant.js';
import { answerId } from './forms.js';
import type { SubmissionPayload } from './shapes.js';

/** What was typed and chosen in a modal, by field, as forms read it; what was left empty is absent. */
export const answersIn = ({ view }: Pick<SubmissionPayload, 'view'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(view.state.values)
      .slice(0, fieldsMost)
      .flatMap(([field, elements]) => {
        const answer = Object.hasOwn(elements, answerId) ? elements[answerId] : undefined;
        const said = answer === undefined ? null : saidIn(answer);
        return said === null ? [] : [[field, said] as const];
      }),
  );

type Answer = SubmissionPayload['view']['state']['values'][string][string];

const saidIn = (answer: Answer): string | null => {
  if (answer.selected_date_time != null) return instantOf(answer.selected_date_time * 1000);
  return answer.value ?? answer.selected_option?.value ?? answer.selected_date ?? null;
};

/** More fields than any form of ours has. */
const fieldsMost = 40;
