import { graphemesWithin, visibleLine } from '../fit.js';
import { figure, listed } from './general.js';
import {
  appointmentNames,
  memberName,
  officeNames,
  peopleNames,
  personName,
  speakersOrVacancy,
  withArticle,
} from './names.js';
import { powerHolders } from './officers.js';
import type { RefusalSentences } from './refusals.js';

type RegisterWhy =
  | 'noSuchMember'
  | 'memberExists'
  | 'memberHasLeft'
  | 'noSuchOrganisation'
  | 'badName'
  | 'noSuchPerson'
  | 'alreadyAppointed'
  | 'onlyDeputyIsPersonal'
  | 'alreadyRepresented'
  | 'notAppointed'
  | 'notADeputy'
  | 'notInOffice'
  | 'lastHolder'
  | 'notAway'
  | 'tooManyMembers';

export const registerRefusals: RefusalSentences<RegisterWhy> = {
  noSuchMember: (view, { member }) => [
    `Nothing was recorded. There is no member called ${short(member)}.`,
    `The members are ${listed([...view.alliance.members.keys()].slice(0, 12).map((id) => memberName(view, id)))}; choose one of them.`,
  ],
  memberExists: (view, { member }) => [
    `Nothing was recorded. There is a member with the short name ${member} already: ${memberName(view, member)}.`,
    'Choose another short name for the new seat.',
  ],
  memberHasLeft: (view, { member }) => [
    `Nothing was recorded. ${memberName(view, member)} has left the alliance.`,
    `If it has come back, ${powerHolders(view, 'changeMembers')} can record that it joins as a new seat.`,
  ],
  noSuchOrganisation: (view, { organisation }) => [
    `Nothing was recorded. The charter names no organisation ${short(organisation)}.`,
    `Choose one of these, or change the charter first: ${listed(view.alliance.charter.organisations.slice(0, 12).map(({ name }) => name))}.`,
  ],
  badName: (_view, { name }) => [
    `Nothing was recorded. ${short(name)} cannot be a short name.`,
    'Use small letters, digits and hyphens, beginning with a letter, 40 at most.',
  ],
  noSuchPerson: (view) => [
    'Nothing was recorded. That person is not in the register of this alliance.',
    `${powerHolders(view, 'changePeople')} can add people by appointing them.`,
  ],
  alreadyAppointed: (view, { person, member, as }) => [
    `Nothing was recorded. ${personName(view, person)} is ${appointmentNames[as]} of ${memberName(view, member)} already.`,
    'To change the dates, end that appointment and appoint again.',
  ],
  onlyDeputyIsPersonal: (_view, { as }) => [
    `Nothing was recorded. Only a deputy can be appointed for one representative alone, not ${withArticle(appointmentNames[as])}.`,
    'Appoint the person as deputy, or for the member as a whole.',
  ],
  alreadyRepresented: (view, { member, person }) => [
    `Nothing was recorded. ${memberName(view, member)} has a representative already, ${personName(view, person)}, and each member has one.`,
    `Say that the new person replaces ${personName(view, person)}, or appoint a deputy.`,
  ],
  notAppointed: (view, { person, member, as }) => [
    `Nothing was recorded. ${personName(view, person)} is not ${withArticle(appointmentNames[as])} of ${memberName(view, member)}.`,
    `Those who can speak for it now: ${speakersOrVacancy(view, member)}.`,
  ],
  notADeputy: (view, { person, member, deputies }) => [
    `Nothing was recorded. ${personName(view, person)} is not a deputy of ${memberName(view, member)}, and only a named deputy can cover.`,
    deputies.length > 0
      ? `${peopleNames(view, deputies)} can cover.`
      : `It has no deputy; appoint one first, which its nominating officer or ${powerHolders(view, 'changePeople')} can do.`,
  ],
  notInOffice: (view, { person, office }) => [
    `Nothing was recorded. ${personName(view, person)} does not hold the office of ${officeNames[office]}.`,
    'The list of people shows who holds which office.',
  ],
  lastHolder: (view, { office }) => [
    `Nothing was recorded. Nobody else could do what the ${officeNames[office]} does, and the alliance must not be left without.`,
    `Appoint the successor first; ${powerHolders(view, 'changePeople')} can do that.`,
  ],
  notAway: (view, { person }) => [
    `Nothing was recorded. ${personName(view, person)} is not recorded as away.`,
    'There is nothing to end; an absence can be recorded under people.',
  ],
  tooManyMembers: (_view, { most }) => [
    `Nothing was recorded. An alliance can have ${figure(most)} members here.`,
    'Record the departure of those who have left, or ask the operator.',
  ],
};

const short = (name: string): string => visibleLine(graphemesWithin(name, 60));
