import { localDateOf } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { isLocalDate } from '../instant.js';
import type { LocalDate } from '../instant.js';
import { textRefusal } from '../limits.js';
import { itemOn, meetingOn, ownName, presidingOver } from '../meetings/meetingDesk.js';
import { standingOrdersOf } from '../meetings/standingOrders.js';
import { isPerson } from '../names.js';
import type { ActionId, PersonId } from '../names.js';
import { mayRead } from '../reading.js';
import type { Refusal } from '../refusals.js';
import { holdersOfPower } from '../speaking.js';
import { actionsMost, openActionOn, ownerOf, writeOnAction } from './actionDesk.js';
import type { ActionSource } from './actionEvents.js';

/**
 * An action with an owner and a date. Assigned in a meeting by whoever runs it, or taken on by oneself, it is open;
 * otherwise its owner is asked (domain.md D4).
 */
export const recordAction = (desk: Desk, command: CommandOf<'recordAction'>): Refusal | null => {
  const { alliance, context, sealer } = desk;
  const { by, at } = context;
  if (!isPerson(by)) return { why: 'notByOperator' };
  if (!mayRead(alliance, { kind: 'alliance' }, by, at)) return { why: 'stranger' };
  const source = command.source ?? {};
  const refusal =
    textRefusal('action', command.text) ??
    whyNotDue(desk, command.due) ??
    whyNotSource(desk, source) ??
    (alliance.openActions.size >= actionsMost ? { why: 'tooManyActions' as const, most: actionsMost } : null);
  if (refusal !== null) return refusal;
  const owner = ownerOf(desk, command.owner, command.member);
  if ('refusal' in owner) return owner.refusal;
  const id: ActionId = `A-${alliance.actions.size + 1}`;
  writeOnAction(desk, id, 'ActionRecorded', {
    text: sealer.seal(command.text),
    owner,
    due: command.due,
    source,
    accepted: owner.person === by || isAssigned(desk, source, by),
    verified: standingOrdersOf(alliance.charter).actionsVerified,
    personName: ownName(desk),
  });
  return null;
};

/** The owner takes it on. */
export const acceptAction = (desk: Desk, command: CommandOf<'acceptAction'>): Refusal | null => {
  const action = openActionOn(desk, command.action);
  if ('refusal' in action) return action.refusal;
  if (action.owner?.person !== desk.context.by) {
    const people = action.owner === null ? [] : [action.owner.person];
    return { why: 'mayNot', act: 'acceptAction', people, offices: [] };
  }
  if (action.status === 'proposed') writeOnAction(desk, action.id, 'ActionAccepted', {});
  return null;
};

/** A date of the calendar that is not past, within two years. */
export const whyNotDue = ({ alliance, context }: Desk, due: LocalDate): Refusal | null => {
  const today = localDateOf(alliance.charter.calendar, context.at);
  if (!isLocalDate(due)) return { why: 'notAnInstant', field: 'due' };
  if (due < today) return { why: 'inThePast', field: 'due' };
  return Number(due.slice(0, 4)) > Number(today.slice(0, 4)) + 2 ? { why: 'dueTooFar', years: 2 } : null;
};

const whyNotSource = (desk: Desk, { at, item, decision }: ActionSource): Refusal | null => {
  if (decision !== undefined && !desk.alliance.decisions.has(decision))
    return { why: 'noSuchDecision', number: decision };
  if (at === undefined) return null;
  const meeting = meetingOn(desk, at);
  if ('refusal' in meeting) return meeting.refusal;
  if (item === undefined) return null;
  const found = itemOn(meeting, item);
  return 'refusal' in found ? found.refusal : null;
};

/** Given out in a meeting in session by whoever runs or presides over it. */
const isAssigned = ({ alliance, context }: Desk, { at }: ActionSource, by: PersonId): boolean => {
  const meeting = at === undefined ? undefined : alliance.meetings.get(at);
  if (meeting?.status !== 'inSession') return false;
  return holdersOfPower(alliance, 'runMeetings', context.at).includes(by) || presidingOver(meeting, null) === by;
};
