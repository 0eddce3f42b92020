import type { Account, RoomAddress } from '../../src/alliance/directory.js';
import type { Card } from '../../src/cards/card.js';
import { teamsCardWords } from '../../src/cards/words/teamsCards.js';
import type { Directory } from '../../src/clerk/ports.js';
import { type Conversation, type Conversations, placeOfAccount } from '../../src/clerk/conversations.js';
import type { Invitations } from '../../src/clerk/invitations.js';
import type { FailureReason, Sent, Surface } from '../../src/clerk/surfaces.js';
import { inConversation } from './fit.js';
import { messageOf, messageTo, type TeamsMessage } from './message.js';
import { permalinkTo } from './permalink.js';
import { picturesWith, type Painting } from './pictures.js';
import type { Place } from './render.js';
import type { TeamsWire } from './wire.js';

/** What the surface works with besides the wire. */
export type Outward = Painting & {
  readonly conversations: Conversations;
  readonly directory: Pick<Directory, 'roomsAt'>;
  readonly invitations?: Invitations | undefined;
};

/** Teams as the announcer sees it: each call is made once, and its outcome is told as it is (rulings 5). */
export const teamsSurface = (wire: TeamsWire, office: Outward): Surface => {
  const { conversations } = office;
  const pictures = picturesWith(office);
  const inRoom = async ({ platform, tenant, place }: RoomAddress, call: (to: Conversation) => Promise<Sent>) => {
    const to = await conversations.findConversation({ platform, tenant, place });
    return to === null ? unreached : call(to);
  };
  const post = (to: Conversation, card: Card, place: Place = inConversation): Promise<Sent> =>
    withPictures(card, place, (message) => wire.post(to, message));
  /** With its pictures; where those make it too large for Teams, with their words. */
  const withPictures = async (
    card: Card,
    place: Place,
    send: (message: TeamsMessage) => Promise<Sent>,
  ): Promise<Sent> => {
    const painted = await pictures.of(card);
    if (painted === null) return send(messageOf(card, place));
    const sent = await send(messageOf(card, { ...place, pictures: painted }));
    return sent.kind === 'failed' && sent.reason === 'tooLong' ? send(messageOf(card, place)) : sent;
  };
  return {
    platform: 'teams',
    post: (room, card) =>
      inRoom(room, async (to) => {
        const invitations = await addressesOf(office, room, card);
        return post(to, card, { ...inConversation, invitations });
      }),
    update: (room, reference, card) => inRoom(room, (to) => wire.update(to, reference, messageOf(card))),
    whisper: async (account, card) => {
      const known = await conversations.findConversation(placeOfAccount(account));
      if (known !== null) {
        const sent = await post(known, card);
        if (sent.kind !== 'failed' || !isStale(sent.reason)) return toPerson(sent);
        await conversations.forgetConversation(known);
      }
      const opened = await personal(wire, conversations, account);
      return 'conversation' in opened ? toPerson(await post(opened, card)) : opened;
    },
    mention: (room, { user }, card) =>
      inRoom(room, async (to) => {
        const name = (await wire.member(to, user))?.name ?? teamsCardWords.you;
        return wire.post(to, messageTo({ id: user, name }, card));
      }),
    permalink: async ({ platform, tenant, place }, reference) => {
      const to = await conversations.findConversation({ platform, tenant, place });
      return to === null ? null : permalinkTo(to, reference);
    },
  };
};

/** The addresses of all meetings that a card invites a room to; they hold only as long as it is bound. */
const addressesOf = async (
  { invitations, directory }: Outward,
  address: RoomAddress,
  { blocks }: Card,
): Promise<Place['invitations']> => {
  const found = new Map<string, string | null>();
  for (const block of blocks) {
    if (block.kind !== 'invitation') continue;
    const { alliance, meetings } = block.invitation;
    const here = (await directory.roomsAt(address)).find((room) => room.alliance === alliance);
    if (here === undefined) continue;
    for (const { meeting } of meetings) {
      const to = { meeting, room: here.room };
      found.set(`${alliance} ${meeting}`, (await invitations?.invitationAddress(alliance, to)) ?? null);
    }
  }
  return (alliance, meeting) => found.get(`${alliance} ${meeting}`) ?? null;
};

/** Nobody was heard from there, or the bot was removed since: whoever adds it again makes it reachable. */
const unreached: Sent = { kind: 'failed', reason: 'botNotInRoom' };

/** What was kept of the conversation does not hold any more; Teams gives a new one. */
const isStale = (reason: FailureReason): boolean => ['roomGone', 'botNotInRoom'].includes(reason);

/** In a conversation with one person there is no room: what refuses us there is that they cannot be reached. */
const toPerson = (sent: Sent): Sent =>
  sent.kind === 'failed' && ['roomGone', 'botNotInRoom', 'notAllowed'].includes(sent.reason)
    ? { kind: 'failed', reason: 'personUnreachable' }
    : sent;

/** The conversation with one person alone: opened once, by way of any place in their tenant, and kept. */
const personal = async (
  wire: TeamsWire,
  conversations: Conversations,
  { platform, tenant, user }: Account,
): Promise<Conversation | Sent> => {
  const near = await conversations.anyConversation(platform, tenant);
  if (near === null) return { kind: 'failed', reason: 'personUnreachable' };
  const opened = await wire.openPersonal(near, user);
  if ('conversation' in opened) {
    await conversations.keepConversation(opened);
    return opened;
  }
  // Nothing was said yet, so asking again does no harm.
  return opened.kind === 'unknown' ? { kind: 'later', afterMs: 5_000, whole: 'workspace' } : toPerson(opened);
};
