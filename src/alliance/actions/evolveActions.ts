import type { Draft, Evolvers, Recorded } from '../evolve.js';
import type { ActionId, TextRef } from '../names.js';
import { personActing } from '../names.js';
import type { Action, ActionNote } from './action.js';
import type { ActionEvents } from './actionEvents.js';

/** An action from its recording to its end (domain.md D4). */
export const actionEvolvers: Evolvers<keyof ActionEvents> = {
  ActionRecorded: (draft, body, { at, by }) => {
    const { action: id, text, owner, due, source, accepted, verified, personName } = body;
    draft.map('actions').set(id, {
      ...{ id, text, owner, due, source, verified },
      recordedAt: at,
      recordedBy: personActing(by),
      recorderName: personName,
      first: { owner, due },
      slips: 0,
      status: accepted ? 'open' : 'proposed',
      needsOwner: null,
      evidence: null,
      notes: [],
      changedAt: at,
    });
    draft.set('openActions').add(id);
  },

  ActionAccepted: (draft, { action }, { at }) => {
    withAction(draft, action, (present) => ({ ...present, status: 'open', changedAt: at }));
  },

  ActionUpdated: (draft, { action, state, note, personName }, entry) => {
    withAction(draft, action, (present) => noted({ ...present, status: state }, state, note, personName, entry));
  },

  ActionClaimed: (draft, { action, evidence, personName }, entry) => {
    withAction(draft, action, (present) =>
      noted({ ...present, status: 'claimed', evidence }, 'claimed', evidence, personName, entry),
    );
  },

  ActionClosed: (draft, { action }, { at }) => {
    withAction(draft, action, (present) => ({ ...present, status: 'closed', changedAt: at }));
    draft.set('openActions').delete(action);
  },

  ActionReturned: (draft, { action, reason, personName }, entry) => {
    withAction(draft, action, (present) =>
      noted({ ...present, status: 'inProgress', evidence: null }, 'returned', reason, personName, entry),
    );
  },

  ActionPutOff: (draft, { action, to, slips, reason, personName }, entry) => {
    withAction(draft, action, (present) => noted({ ...present, due: to, slips }, 'putOff', reason, personName, entry));
  },

  ActionTransferred: (draft, { action, to, reason, personName }, entry) => {
    withAction(draft, action, (present) =>
      noted({ ...present, owner: to, needsOwner: null }, 'transferred', reason, personName, entry),
    );
  },

  ActionNeedsOwner: (draft, { action, because, fallsTo }, { at }) => {
    const { alliance } = draft;
    withAction(draft, action, (present) => {
      const member = present.owner?.member;
      const heir =
        fallsTo === undefined
          ? null
          : {
              person: fallsTo,
              personName: alliance.people.get(fallsTo)?.name ?? ('text:' as const),
              ...(member === undefined ? {} : { member }),
            };
      return { ...present, owner: heir, needsOwner: because, changedAt: at };
    });
  },

  ActionCancelled: (draft, { action, reason, personName }, entry) => {
    withAction(draft, action, (present) =>
      noted({ ...present, status: 'cancelled' }, 'cancelled', reason, personName, entry),
    );
    draft.set('openActions').delete(action);
  },
};

const withAction = (draft: Draft, id: ActionId, change: (action: Action) => Action): void => {
  const action = draft.alliance.actions.get(id);
  if (action !== undefined) draft.map('actions').set(id, change(action));
};

const noted = (
  action: Action,
  kind: ActionNote['kind'],
  text: TextRef,
  personName: TextRef,
  { at }: Recorded,
): Action => ({ ...action, notes: [...action.notes, { at, personName, kind, text }], changedAt: at });
