import type { Action } from '../actions/action.js';
import { overdueAfter } from '../actions/actionDesk.js';
import type { Alliance } from '../alliance.js';
import { minusWorkingDays } from '../calendar.js';
import type { Due, DuesOfNoun } from '../due.js';
import { plusMs } from '../instant.js';
import type { Instant } from '../instant.js';
import type { ActionId } from '../names.js';

/** Owners hear of an action before it is due and once it is overdue; a later date plans both anew. */
export const duesOfActions: DuesOfNoun = {
  subjects: ({ openActions }) => openActions,
  duesOf: (alliance, subject) => {
    const action = alliance.actions.get(subject as ActionId);
    return action === undefined ? null : ofAction(alliance, action);
  },
};

const ofAction = (alliance: Alliance, action: Action): readonly Due[] => {
  switch (action.status) {
    case 'proposed':
    case 'open':
    case 'inProgress':
    case 'blocked': {
      const overdue = overdueAfter(alliance, action);
      const soon = minusWorkingDays(alliance.charter.calendar, overdue, soonWorkingDays);
      return [
        ...(soon > action.recordedAt ? [due(action, 'soon', soon)] : []),
        // The minute that ends the day still belongs to it.
        due(action, 'overdue', plusMs(overdue, 60_000)),
      ];
    }
    case 'claimed':
    case 'closed':
    case 'cancelled':
      return [];
  }
};

const due = ({ id, slips }: Action, step: string, dueAt: Instant): Due => ({
  subject: id,
  kind: `action:${step}`,
  to: 'owner',
  dueAt,
  key: `${id}/d${slips}/action:${step}`,
});

const soonWorkingDays = 3;
