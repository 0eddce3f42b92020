import { diffWordsWithSpace } from 'diff';
import type { Proposal } from '../alliance/alliance.js';
import type { TextRef } from '../alliance/names.js';
import type { Block, DiffPart } from './card.js';
import { graphemesWithin, visible } from './fit.js';
import type { View } from './view.js';
import { changeGap, changeLabels, changeRest } from './words/changes.js';

/**
 * What the revision in force changed from the one before, word by word: the changed sentences, with gaps where nothing
 * changed, in at most 3,000 characters over all parts. Empty for a first revision, and where words were redacted.
 */
export const changeBlocks = (view: View, proposal: Proposal): readonly Block[] => {
  const before = proposal.earlier.at(-1);
  const after = proposal.current;
  if (before === undefined || after === null) return [];
  let left = changesMost;
  return (['title', 'bestForPeople', 'text'] as const).flatMap((field): readonly Block[] => {
    const parts = partsOf(view, before[field], after[field], left);
    left -= lengthOf(parts);
    return parts.length === 0 ? [] : [{ kind: 'diff', label: changeLabels[field], parts }];
  });
};

/** Most characters of a difference on a card (domain.md B24; features.md 3.15). */
export const changesMost = 3000;

/** Edits after which two texts are shown one after the other: comparing takes the square of them, some milliseconds here. */
const editsMost = 400;

const partsOf = (view: View, before: TextRef, after: TextRef, most: number): readonly DiffPart[] => {
  const old = view.text(before);
  const now = view.text(after);
  if (before === after || old === null || now === null || old === now) return [];
  return within(changedSentences(difference(visible(old), visible(now))), most);
};

/** Word by word; whole texts where almost nothing is the same. */
export const difference = (old: string, now: string): readonly DiffPart[] => {
  const changes = diffWordsWithSpace(old, now, { maxEditLength: editsMost });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: now },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
};

/** Keeps, of what is the same, only the sentences in which something else changed. */
const changedSentences = (parts: readonly DiffPart[]): readonly DiffPart[] =>
  parts.flatMap((part, index): readonly DiffPart[] => {
    if (part.kind !== 'same') return [part];
    const sentences = part.text.split(sentenceEnd);
    const head = index === 0 ? '' : (sentences[0] ?? '');
    const tail = index === parts.length - 1 ? '' : (sentences.at(-1) ?? '');
    const kept = (index === 0 ? 0 : 1) + (index === parts.length - 1 ? 0 : 1);
    if (sentences.length <= kept) return [part];
    return [same(head), gap, same(tail)].filter(({ text }) => text !== '');
  });

/** After a full stop and a blank, or after a line. */
const sentenceEnd = /(?<=[.!?]\s|\n)(?=\S)/u;

const same = (text: string): DiffPart => ({ kind: 'same', text });
const gap: DiffPart = { kind: 'gap', text: changeGap };

/** Cuts the tail of a long difference and says where the rest is. */
const within = (parts: readonly DiffPart[], most: number): readonly DiffPart[] => {
  if (lengthOf(parts) <= most) return parts;
  const rest: DiffPart = { kind: 'gap', text: changeRest };
  const kept: DiffPart[] = [];
  let room = most - rest.text.length;
  for (const part of parts) {
    const text = graphemesWithin(part.text, Math.max(room, 0));
    if (text !== '') kept.push({ ...part, text });
    if (text.length < part.text.length) break;
    room -= text.length;
  }
  return room < 0 ? [] : [...kept, rest];
};

const lengthOf = (parts: readonly DiffPart[]): number => parts.reduce((length, { text }) => length + text.length, 0);
