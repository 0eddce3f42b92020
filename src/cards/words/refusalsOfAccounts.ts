import { counted, figure, listed } from './general.js';
import { peopleNames } from './names.js';
import { powerHolders } from './officers.js';
import type { RefusalSentences } from './refusals.js';

type AccountWhy =
  'noSuchBody' | 'noSuchRoom' | 'tooManyRooms' | 'accountNotListed' | 'ownLink' | 'noSuchLink' | 'tooManyLinks';

export const accountRefusals: RefusalSentences<AccountWhy> = {
  noSuchBody: (_view, { bodies }) => [
    'Nothing was recorded. The charter names no such body.',
    `Choose one of these: ${listed(bodies, 'or')}.`,
  ],
  noSuchRoom: (view, { room }) => [
    `Nothing was recorded. There is no room ${room} that belongs to this alliance now.`,
    `${powerHolders(view, 'bindRooms')} can bind a room from within it.`,
  ],
  tooManyRooms: (view, { most }) => [
    `Nothing was recorded. An alliance can have ${counted(most, 'room')} at a time.`,
    `${powerHolders(view, 'bindRooms')} can release one that is no longer used.`,
  ],
  accountNotListed: (view, { people }) => [
    'Nothing was recorded. The charter does not list this account’s workspace and mail domain for your organisation, so it cannot speak for it by itself.',
    `${people.length > 0 ? peopleNames(view, people) : powerHolders(view, 'changePeople')} can propose the link, and you then confirm it through your address on record.`,
  ],
  ownLink: (view, { people }) => [
    'Nothing was recorded. Nobody proposes the link of their own account.',
    people.length > 0
      ? `${peopleNames(view, people)} can propose it, and you then confirm it.`
      : `Ask the operator of this server to propose it with “npx roundtable propose-link ${view.alliance.code}”; you then confirm it.`,
  ],
  noSuchLink: (view, { link }) => [
    `Nothing was recorded. There is no link ${link} that waits for you.`,
    `${powerHolders(view, 'changePeople')} can propose it anew.`,
  ],
  tooManyLinks: (_view, { most }) => [
    `Nothing was recorded. A person can have ${figure(most)} linked accounts.`,
    'End the link of an account that you no longer use, then try again.',
  ],
};
