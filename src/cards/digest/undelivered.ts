import type { Block } from '../card.js';
import { plain } from '../card.js';
import { couldNotBeDelivered, mayNotHaveArrived, undeliveredWords } from '../words/digest.js';
import { mendWords, recipientWords, unlinkedAmong, unlinkedWords } from '../words/delivery.js';
import type { DoubtfulMessage } from '../words/delivery.js';
import type { View } from '../view.js';
import type { DigestView } from './digest.js';

/** A message of ours that failed or may not have arrived, by its key: "P-14/r2/reminder:oneWorkingDay/person:7". */
export interface UndeliveredMessage extends DoubtfulMessage {
  readonly key: string;
}

/** The section of the digest: none where everything arrived. */
export const undelivered = (view: DigestView): readonly Block[] => {
  const items = undeliveredLines(view, view.undelivered).map((line) => [plain(line)]);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
};

/**
 * Whom what did not reach, and how that is mended; one line for each person or channel and cause (features 3.16), and one
 * for all who have no account.
 */
export const undeliveredLines = (view: View, messages: readonly UndeliveredMessage[]): readonly string[] => {
  const groups = new Map<string, readonly UndeliveredMessage[]>();
  const { people, others } = unlinkedAmong(view, messages);
  for (const message of others) {
    const name = JSON.stringify([message.to, message.state, message.reason]);
    groups.set(name, [...(groups.get(name) ?? []), message]);
  }
  return [...[...groups.values()].map((alike) => wordsOf(view, alike)), ...unlinkedWords(view, people)];
};

const wordsOf = (view: View, messages: readonly UndeliveredMessage[]): string => {
  const [first] = messages;
  if (first === undefined) return '';
  const about = new Set(messages.flatMap(({ key }) => /^P-\d+(?=\/)/u.exec(key)?.[0] ?? []));
  const came = first.state === 'unknown' ? mayNotHaveArrived : couldNotBeDelivered(mendWords(first.reason));
  return undeliveredWords(messages.length, recipientWords(view, first.to), [...about], came);
};
