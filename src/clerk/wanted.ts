import type { Alliance, Room } from '../alliance/alliance.js';
import type { Platform } from '../alliance/accountEvents.js';
import { liveLinks } from '../alliance/accounts.js';
import type { PersonId, ProposalId } from '../alliance/names.js';
import { liveRooms } from '../alliance/rooms.js';
import { announcement, type Announcement, whispers } from '../cards/announcements.js';
import type { Card } from '../cards/card.js';
import { invitationFile } from '../cards/meetings/invitations.js';
import { remindersTo } from '../cards/notices/reminders.js';
import type { View } from '../cards/view.js';
import type { Entry } from '../ledger/entry.js';
import type { Post } from './surfaces.js';

/**
 * The posts that an entry asks for: a living card for each revision in every room bound before it, the once-messages of
 * its announcement, and whispers to single people (rulings 5). Nothing is posted that the book does not already say.
 */
export const postsWanted = (view: View, entry: Entry): readonly Post[] => {
  const rooms = liveRooms(view.alliance).filter((room) => isHeardIn(room, entry));
  const key = livingKey(entry);
  const once = key === null && rooms.length > 0 ? announcement(view, entry) : null;
  return [
    ...(key === null ? [] : rooms.map((room) => wanted(view, entry, toRoom(room), key, 'living'))),
    ...(once === null ? [] : rooms.map((room) => wanted(view, entry, toRoom(room), once.key, 'once'))),
    ...(once === null ? [] : filesWanted(view, entry, once, rooms)),
    ...whispersWanted(view, entry),
    ...nudgesWanted(view, entry),
  ];
};

/** An invitation goes into rooms that take files as a message of its own: one call, which is made once (rulings 5). */
const filesWanted = (view: View, entry: Entry, { key, card }: Announcement, rooms: readonly Room[]): readonly Post[] =>
  card.blocks.some(({ kind }) => kind === 'invitation')
    ? rooms
        .filter(({ platform }) => takesFiles[platform])
        .map((room) => wanted(view, entry, toRoom(room), `${key}${file}`, 'once'))
    : [];

/** Where a bot can put a file into a channel. */
const takesFiles: Readonly<Record<Platform, boolean>> = { slack: true, teams: false };

/** The key of the message in whose thread the file of this one belongs; null for messages that are no file. */
export const besideWhich = ({ key }: Pick<Post, 'key'>): string | null =>
  key.endsWith(file) ? key.slice(0, -file.length) : null;

const file = '/file';

/** A room hears what came after it was bound, and of its own binding; what happens to other rooms is not its news. */
const isHeardIn = ({ number, boundSeq }: Room, entry: Entry): boolean =>
  entry.kind === 'RoomBound' ? entry.body.room === number : entry.seq > boundSeq;

/** The living card of a revision is itself the message that it was opened; so is that of a proposal that opens later. */
const livingKey = (entry: Entry): string | null => {
  if (entry.kind === 'RevisionOpened') return `${entry.body.proposal}/r${entry.body.revision}`;
  return entry.kind === 'ProposalTabled' ? `${entry.body.proposal}/r1` : null;
};

/** To people whose account was linked by then: nobody is written to about what was before. */
const whispersWanted = (view: View, entry: Entry): readonly Post[] =>
  view.alliance.links.length === 0
    ? []
    : whispers(view, entry).flatMap(({ person }, index) =>
        liveLinks(view.alliance, person).some(({ at }) => at <= entry.at)
          ? [wanted(view, entry, person, whisperKey(entry, index), 'once')]
          : [],
      );

/** A reminder by hand is a reminder like any other: asked for again at the moment of sending, and one message a person. */
const nudgesWanted = (view: View, entry: Entry): readonly Post[] => {
  if (entry.kind !== 'MembersNudged') return [];
  const { proposal: id, revision } = entry.body;
  const proposal = view.alliance.proposals.get(id);
  const due = { key: `${id}/r${revision}/reminder:nudge-${entry.seq}`, to: 'representatives' };
  return proposal === undefined
    ? []
    : remindersTo(view, proposal, due).map(({ to, key }) => once(view, to, key, entry.seq));
};

const wanted = (view: View, entry: Entry, to: Post['to'], key: string, kind: Post['kind']): Post => ({
  ...once(view, to, key, entry.seq),
  kind,
});

/** A message that is said once, wanted now. */
export const once = (
  { alliance, now }: Pick<View, 'alliance' | 'now'>,
  to: Post['to'],
  key: string,
  seq: number,
): Post => ({
  alliance: alliance.code,
  to,
  key,
  kind: 'once',
  seq,
  state: 'wanted',
  reference: null,
  digest: null,
  reason: null,
  tries: 0,
  final: false,
  at: now,
});

/** A person may get several whispers of one entry; the place in the list tells them apart. */
const whisperKey = (entry: Entry, index: number): string => `${entry.subject}/${entry.seq}/${index + 1}`;

/** A once-message, and to whom it is said where it is for one person. */
export interface OnceMessage {
  readonly card: Card;
  readonly person: PersonId | null;
}

/** The once-message that a post stands for, drawn from the entry that it tells of; null when it is not owed any more. */
export const onceMessage = (view: View, entry: Entry, { key }: Post): OnceMessage | null => {
  if (besideWhich({ key }) !== null) {
    const card = invitationFile(view, entry);
    return card === null ? null : { card, person: null };
  }
  const announced = announcement(view, entry);
  if (announced?.key === key) return { card: announced.card, person: null };
  return whispers(view, entry).find((_, index) => [key, mentioned(key)].includes(whisperKey(entry, index))) ?? null;
};

/** The mention in a room that stands in for a whisper which did not get through: one a whisper, as its key says. */
export const mentionOf = (whisper: Post, to: `room:${number}`): Post => ({
  ...whisper,
  to,
  key: `${whisper.key}${mention}`,
  state: 'wanted',
  reason: null,
  tries: 0,
});

export const isMention = ({ key }: Post): boolean => key.endsWith(mention);

const mention = '/mention';
export const mentioned = (key: string): string => (key.endsWith(mention) ? key.slice(0, -mention.length) : key);

export const toRoom = ({ number }: Pick<Room, 'number'>): `room:${number}` => `room:${number}`;

/** The proposal that a post is about, by the beginning of its key; null for messages about people and seats. */
export const proposalOf = ({ proposals }: Alliance, { key }: Pick<Post, 'key'>): ProposalId | null => {
  const id = key.slice(0, key.indexOf('/')) as ProposalId;
  return proposals.has(id) ? id : null;
};
