import type { Action, ActionNote } from '../../alliance/actions/action.js';
import type { View } from '../view.js';
import { quotedLast } from './general.js';
import { itemName } from './meetings.js';
import { dateWords, momentWords } from './moments.js';
import { nameOfRecord, textOf } from './names.js';

/** Where it comes from, and its first date where that was another. */
export const sourceWords = (
  view: View,
  { source, first, due, recordedAt, recorderName }: Action,
): readonly string[] => {
  const { at, item, decision } = source;
  const where = at === undefined ? '' : ` in ${at}${item === undefined ? '' : `, ${itemName(view, at, item)}`}`;
  return [
    `Recorded by ${nameOfRecord(view, recorderName)}${where} on ${momentWords(view, recordedAt)}${decision === undefined ? '' : `, for decision ${decision}`}.`,
    ...(first.due === due ? [] : [`First due ${dateWords(first.due)}.`]),
  ];
};

export const noteWords = (view: View, { at, personName, kind, text }: ActionNote): string =>
  `${momentWords(view, at)}, ${nameOfRecord(view, personName)}, ${kinds[kind]}: ${quotedLast(textOf(view, text))}`;

const kinds: Readonly<Record<ActionNote['kind'], string>> = {
  inProgress: 'in progress',
  blocked: 'blocked',
  putOff: 'put off',
  transferred: 'given on',
  claimed: 'done',
  returned: 'sent back',
  cancelled: 'cancelled',
};
