import type { Alliance } from '../alliance.js';
import { endOfWorkingDay, workingDaysAfter } from '../calendar.js';
import { write } from '../desk.js';
import type { Desk } from '../desk.js';
import type { EventBodies } from '../events.js';
import type { Instant } from '../instant.js';
import type { Found } from '../meetings/meetingDesk.js';
import type { ActionId, MemberId, PersonId } from '../names.js';
import { isPerson } from '../names.js';
import type { GuardedAct, Refusal } from '../refusals.js';
import { holdersOfPower, isInOffice, isLive, officesOf, officesWith } from '../speaking.js';
import type { Action } from './action.js';
import type { ActionEvents, ActionOwner } from './actionEvents.js';

/** States a fact about an action. */
export const writeOnAction = <K extends keyof ActionEvents>(
  desk: Desk,
  action: ActionId,
  kind: K,
  body: Omit<EventBodies[K], 'action'>,
  circumstances: { readonly for?: MemberId } = {},
): void => {
  write(desk, kind, { action, ...body } as EventBodies[K], { subject: action, ...circumstances });
};

/** An action that is neither closed nor cancelled. */
export const openActionOn = ({ alliance }: Desk, id: ActionId): Found<Action> => {
  const action = alliance.actions.get(id);
  if (action === undefined) return { refusal: { why: 'noSuchAction', action: id } };
  return action.status === 'closed' || action.status === 'cancelled'
    ? { refusal: { why: 'actionIsOver', action: id, status: action.status } }
    : action;
};

/** Null for its owner, for those who run meetings and, where `others` names some, for them. */
export const whyNotOwner = (
  { alliance, context: { by, at } }: Desk,
  { owner }: Action,
  act: GuardedAct,
  others: readonly PersonId[] = [],
): Refusal | null => {
  const people = [
    ...new Set([...(owner === null ? [] : [owner.person]), ...others, ...holdersOfPower(alliance, 'runMeetings', at)]),
  ];
  return isPerson(by) && people.includes(by)
    ? null
    : { why: 'mayNot', act, people, offices: officesWith(alliance, 'runMeetings') };
};

/** The person as an owner: for the member named, or the only one whose person they are; an officer for none (D4). */
export const ownerOf = (
  { alliance, context: { at } }: Desk,
  person: PersonId,
  member: MemberId | undefined,
): ActionOwner | { readonly refusal: Refusal } => {
  const known = alliance.people.get(person);
  if (known === undefined) return { refusal: { why: 'noSuchPerson' } };
  const own = membersOf(alliance, person, at);
  const chosen = member === undefined ? own : own.filter((each) => each === member);
  const [only] = chosen;
  const named = { person, personName: known.name };
  if (only !== undefined && chosen.length === 1) return { ...named, member: only };
  if (chosen.length > 1) return { refusal: { why: 'chooseOwnersMember', members: chosen } };
  if (member === undefined && officesOf(alliance, person, at).length > 0) return named;
  return { refusal: { why: 'cannotOwn', person } };
};

/** Members for which the person is appointed in any way. */
export const membersOf = (alliance: Alliance, person: PersonId, at: Instant): readonly MemberId[] => [
  ...new Set(
    alliance.appointments
      .filter(
        (each) =>
          each.person === person && isLive(alliance, each, at) && isInOffice(alliance.members.get(each.member), at),
      )
      .map(({ member }) => member),
  ),
];

/** When an action becomes overdue: the end of its date, or of the next working day after it (domain.md E77). */
export const overdueAfter = ({ charter }: Alliance, { due }: Pick<Action, 'due'>): Instant =>
  endOfWorkingDay(charter.calendar, workingDaysAfter(charter.calendar, due, 0));

/** Worked out, never stored (domain.md D4). */
export const isOverdue = (alliance: Alliance, action: Action, at: Instant): boolean =>
  alliance.openActions.has(action.id) && action.status !== 'claimed' && overdueAfter(alliance, action) < at;

export const actionsMost = 500;
