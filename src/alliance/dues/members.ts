import type { Alliance } from '../alliance.js';
import type { Due, DuesOfNoun } from '../due.js';
import type { MemberId } from '../names.js';

/** Members that have given notice leave when it ends. */
export const duesOfMembers: DuesOfNoun = {
  subjects: function* ({ members }) {
    for (const id of members.keys()) yield `${prefix}${id}`;
  },
  duesOf: (alliance, subject) =>
    subject.startsWith(prefix) ? leaving(alliance, subject, subject.slice(prefix.length)) : null,
};

const prefix = 'member:';

const leaving = (alliance: Alliance, subject: string, id: MemberId): readonly Due[] => {
  const member = alliance.members.get(id);
  if (member === undefined || member.noticeOf === null || member.leftAt !== null) return [];
  return [{ subject, kind: 'leaves', to: 'clerk', dueAt: member.noticeOf, key: `${subject}/leaves` }];
};
