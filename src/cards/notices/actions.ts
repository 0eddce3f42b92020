import type { Action } from '../../alliance/actions/action.js';
import { isOverdue } from '../../alliance/actions/actionDesk.js';
import type { ActionId, PersonId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { showButton } from '../buttons.js';
import { joined, letter } from '../meetings/letters.js';
import type { Notice, NoticesOfNoun } from '../notices.js';
import type { View } from '../view.js';
import { actionLine, showMeetingWords } from '../words/meetingCards.js';
import { meetingNoticeWords } from '../words/meetingNotices.js';

/** Owners hear before an action is due and once it is overdue, on one card for all of theirs. */
export const actionNotices: NoticesOfNoun = {
  noun: 'action',
  noticesOf: (view, { key, subject }) => {
    const owner = view.alliance.actions.get(subject as ActionId)?.owner?.person;
    return owner === undefined ? [] : [{ to: owner, key: `${key}/${owner}` }];
  },
  isOwed: (view, notice) => owedAction(view, notice) !== null,
  draw: (view, notices) =>
    joined(
      notices.flatMap((notice) => {
        const action = owedAction(view, notice);
        if (action === null) return [];
        const say = isOverdue(view.alliance, action, view.now) ? meetingNoticeWords.overdue : meetingNoticeWords.soon;
        const show = showButton(view, showMeetingWords(action.id), { show: 'action', action: action.id }, 'primary');
        return [letter(view, [say(action.id, actionLine(view, action))], [show])];
      }),
    ),
};

/** Still open, still theirs, not put off and not said to be done since. */
const owedAction = (view: View, { key }: Notice): Action | null => {
  const [id, slips] = key.split('/');
  const person = key.split('/').find((part): part is PersonId => isPerson(part as PersonId));
  const action = view.alliance.actions.get(id as ActionId);
  if (action === undefined || !view.alliance.openActions.has(action.id) || action.status === 'claimed') return null;
  return action.owner?.person === person && slips === `d${action.slips}` ? action : null;
};
