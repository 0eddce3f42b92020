import type { Proposal } from '../alliance/alliance.js';
import type { MemberId } from '../alliance/names.js';
import type { Block, Button } from './card.js';
import { shorten } from './fit.js';
import { encodePress } from './press.js';
import type { FormPress, ReadyCommand, ShowPress } from './press.js';
import type { View } from './view.js';
import { buttonWords, spokenWords } from './words/buttons.js';

type Style = Button['style'];

/** A button that gives an order as it stands. */
export const orderButton = (view: View, label: string, command: ReadyCommand, style: Style = 'plain'): Button => ({
  label: fitting(label),
  style,
  press: encodePress({ act: 'order', alliance: view.alliance.code, command }),
});

/** A button that opens a form. */
export const formButton = (
  view: View,
  label: string,
  form: Omit<FormPress, 'act' | 'alliance'>,
  style: Style = 'plain',
): Button => ({
  label: fitting(label),
  style,
  press: encodePress({ act: 'form', alliance: view.alliance.code, ...form }),
});

/** A button that is answered with a card, to the person alone. */
export const showButton = (
  view: View,
  label: string,
  show: Omit<ShowPress, 'act' | 'alliance'>,
  style: Style = 'plain',
): Button => ({
  label: fitting(label),
  style,
  press: encodePress({ act: 'show', alliance: view.alliance.code, ...show }),
});

/**
 * Agree, agree with reservation, object, declare interest: each carries the revision that it was drawn from, and the
 * member where the card is for somebody who speaks for a known one. Empty once nobody can vote.
 */
export const voteButtons = (view: View, proposal: Proposal, member?: MemberId): readonly Button[] => {
  const { id, current } = proposal;
  if (current === null) return [];
  const on = { proposal: id, revision: current.number, ...(member === undefined ? {} : { member }) };
  return [
    orderButton(view, buttonWords.agree, { kind: 'recordPosition', position: 'agree', ...on }, 'primary'),
    formButton(view, buttonWords.reservation, { form: 'reservation', ...on }),
    formButton(view, buttonWords.object, { form: 'object', ...on }, 'danger'),
    formButton(view, buttonWords.interest, { form: 'interest', ...on }),
  ].map((button) => ({ ...button, spoken: spokenWords(button.label, id, current.number) }));
};

export const moreButton = (view: View, { id }: Proposal): Button =>
  showButton(view, buttonWords.more, { show: 'more', proposal: id });

/** A block of buttons, or nothing where there are none. */
export const buttonBlock = (buttons: readonly Button[]): readonly Block[] =>
  buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];

/** Longest label that every platform shows (platforms.md 3). */
const labelMost = 75;

const fitting = (label: string): string => shorten(label, labelMost, '');
