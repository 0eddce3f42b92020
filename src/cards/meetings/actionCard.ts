import type { Action } from '../../alliance/actions/action.js';
import type { PersonId } from '../../alliance/names.js';
import { buttonBlock, formButton, orderButton, showButton } from '../buttons.js';
import { bold, plain } from '../card.js';
import type { Block, Button, Card } from '../card.js';
import { listCard } from '../lists.js';
import type { View } from '../view.js';
import { actionFacts, actionLine, meetingButtons, meetingListWords, showMeetingWords } from '../words/meetingCards.js';
import { noteWords, sourceWords } from '../words/actionCard.js';
import { textOf } from '../words/names.js';
import { openActions } from './openActions.js';
import { runs } from './runners.js';

/** One action: what, who, by when, where it comes from, what was said on the way, and what the reader can do. */
export const actionCard = (view: View, action: Action, by: PersonId): Card =>
  listCard(view, action.id, [
    { kind: 'text', spans: [bold(textOf(view, action.text))] },
    text(actionFacts(view, action)),
    ...sourceWords(view, action).map((words): Block => ({ kind: 'note', spans: [plain(words)] })),
    ...action.notes.map((note) => text(noteWords(view, note))),
    ...buttonBlock(buttonsFor(view, action, by)),
  ]);

/** Every open action, the one that is due first on top: the action log (domain.md B59). */
export const actionsCard = (view: View): Card => {
  const open = openActions(view);
  return listCard(view, meetingListWords.actions, [
    ...(open.length === 0 ? [text(meetingListWords.noActions)] : []),
    ...open.flatMap((action): readonly Block[] => [
      { kind: 'text', spans: [bold(action.id), plain(`: ${actionLine(view, action)}`)] },
      ...buttonBlock([showButton(view, showMeetingWords(action.id), { show: 'action', action: action.id })]),
    ]),
    ...buttonBlock([formButton(view, meetingButtons.action, { form: 'recordAction' }, 'primary')]),
  ]);
};

const buttonsFor = (view: View, { id: action, status, owner }: Action, by: PersonId): readonly Button[] => {
  const isRunner = runs(view, by);
  if (status === 'closed' || status === 'cancelled' || (owner?.person !== by && !isRunner)) return [];
  if (status === 'claimed') {
    return isRunner
      ? [
          orderButton(view, meetingButtons.verify, { kind: 'closeAction', action }, 'primary'),
          formButton(view, meetingButtons.back, { form: 'returnAction', action }),
        ]
      : [];
  }
  return [
    ...(status === 'proposed' && owner?.person === by
      ? [orderButton(view, meetingButtons.take, { kind: 'acceptAction', action }, 'primary')]
      : []),
    formButton(view, meetingButtons.done, { form: 'claimAction', action }),
    formButton(view, meetingButtons.progress, { form: 'updateAction', action }),
    formButton(view, meetingButtons.putOff, { form: 'putOffAction', action }),
    formButton(view, meetingButtons.transfer, { form: 'transferAction', action }),
    ...(isRunner ? [formButton(view, meetingButtons.cancelAction, { form: 'cancelAction', action }, 'danger')] : []),
  ];
};

const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
