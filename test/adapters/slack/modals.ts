import { redraw, viewOf } from './standin/methods/views.js';
import { limits } from './standin/limits.js';
import type { Standin } from './standin/standin.js';
import { checkedView } from './standin/viewShape.js';
import type { Block, View, ViewBody } from './standin/world.js';

/** What somebody fills in: by block, an option by its label, a date and time as an instant. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The state of a modal as the client sends it: what was filled in, else what stood there already. Throws where the
 * client itself would not let it be sent, unless `unchecked`: a required field left empty, or more than it holds.
 */
export const stateOf = (view: View, answers: Answers, unchecked = false): object => {
  const inputs = view.body.blocks.filter(({ type }) => type === 'input');
  const unknown = Object.keys(answers).filter((name) => !inputs.some(({ block_id: id }) => id === name));
  if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(', ')}`);
  return Object.fromEntries(inputs.map((block) => [block.block_id, inputState(block, answers, unchecked)]));
};

const inputState = (block: Block, answers: Answers, unchecked: boolean): object => {
  const element = block['element'] as Readonly<Record<string, unknown>> & { type: string; action_id: string };
  const given = answers[block.block_id];
  const state = elementState(element, given);
  const said = Object.values(state).find((value) => value !== element.type) as unknown;
  if (!unchecked && (said === null || said === undefined || said === '') && block['optional'] !== true) {
    throw new Error(`${block.block_id} must be filled in`);
  }
  const most = (element['max_length'] as number | undefined) ?? limits.input;
  if (!unchecked && typeof said === 'string' && said.length > most) {
    throw new Error(`${block.block_id} holds no more than ${most} characters`);
  }
  return { [element.action_id]: state };
};

const elementState = (
  element: Readonly<Record<string, unknown>> & { readonly type: string },
  given: string | undefined,
): object => {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
      return { type, value: given ?? element['initial_value'] ?? null };
    case 'static_select':
    case 'radio_buttons':
      return {
        type,
        selected_option: given === undefined ? (element['initial_option'] ?? null) : chosen(element, given),
      };
    case 'datepicker':
      return { type, selected_date: given ?? element['initial_date'] ?? null };
    case 'datetimepicker': {
      const at = given === undefined ? element['initial_date_time'] : Math.floor(Date.parse(given) / 1_000);
      return { type, selected_date_time: at ?? null };
    }
    case 'file_input':
      return { type, files: given === undefined ? [] : [JSON.parse(given) as unknown] };
    default:
      throw new Error(`nobody can fill in a ${type}`);
  }
};

interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}

const chosen = (element: Readonly<Record<string, unknown>>, label: string): Option => {
  const groups = (element['option_groups'] as readonly { readonly options: readonly Option[] }[] | undefined) ?? [];
  const options = (element['options'] as readonly Option[] | undefined) ?? groups.flatMap((group) => group.options);
  const found = options.find(({ text, value }) => text.text === label || value === label);
  if (found === undefined) {
    throw new Error(`there is no ${label} among ${options.map(({ text }) => text.text).join(', ')}`);
  }
  return found;
};

/** What happens to somebody's windows when a form was answered; throws at an answer that Slack would not take. */
export const afterSubmission = (standin: Standin, view: View, answer: SubmissionAnswer): void => {
  const { views } = standin.world;
  const desk = { team: standin.team(view.team), nextNumber: standin.nextNumber, nowMs: standin.now() };
  switch (answer.response_action) {
    case undefined:
      views.delete(view.id);
      return;
    case 'clear':
      for (const { id } of standin.modals(view.user)) views.delete(id);
      return;
    case 'update':
      redraw(view, taken(answer.view), desk);
      return;
    case 'push': {
      if (standin.modals(view.user).length >= limits.stack) throw new Error('no more windows can be opened');
      const made = viewOf(desk, view.user, 'modal', taken(answer.view), view);
      views.set(made.id, made);
      return;
    }
    case 'errors': {
      const inputs = view.body.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id);
      const lost = Object.keys(answer.errors ?? {}).filter((name) => !inputs.includes(name));
      if (lost.length > 0) throw new Error(`errors at ${lost.join(', ')} would be shown nowhere`);
    }
  }
};

export interface SubmissionAnswer {
  readonly response_action?: 'clear' | 'update' | 'push' | 'errors';
  readonly view?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
}

const taken = (view: unknown): ViewBody => {
  const checked = checkedView(view, 'modal');
  if ('error' in checked) throw new Error(`Slack refuses the window: ${checked.messages.join('; ')}`);
  return checked.body;
};
