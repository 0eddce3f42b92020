import type { Alliance } from '../alliance.js';
import type { Desk } from '../desk.js';
import type { Instant } from '../instant.js';
import { appointed, isInOffice, officesOf } from '../speaking.js';
import { membersOf, writeOnAction } from './actionDesk.js';
import type { Action } from './action.js';

/**
 * An owner who acts for the member no more leaves the action without one: it falls to the member's representative, and
 * says so; where the member has left too, to nobody (domain.md E76).
 */
export const followOwners = (desk: Desk): void => {
  for (const id of desk.alliance.openActions) {
    const action = desk.alliance.actions.get(id);
    if (action === undefined || action.owner === null || isOwned(desk.alliance, action, desk.context.at)) continue;
    const { member, person } = action.owner;
    const memberLeft = member !== undefined && !isInOffice(desk.alliance.members.get(member), desk.context.at);
    const heir =
      member === undefined || memberLeft
        ? undefined
        : appointed(desk.alliance, member, 'representative', desk.context.at).find((each) => each.person !== person);
    writeOnAction(desk, id, 'ActionNeedsOwner', {
      because: memberLeft ? 'memberLeft' : 'ownerLeft',
      ...(heir === undefined ? {} : { fallsTo: heir.person }),
    });
  }
};

const isOwned = (alliance: Alliance, { owner }: Action, at: Instant): boolean =>
  owner !== null &&
  (owner.member === undefined
    ? officesOf(alliance, owner.person, at).length > 0 || membersOf(alliance, owner.person, at).length > 0
    : membersOf(alliance, owner.person, at).includes(owner.member));
