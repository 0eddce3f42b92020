import type { Alliance, Room } from './alliance.js';
import type { CommandOf } from './commands.js';
import { write } from './desk.js';
import type { Desk } from './desk.js';
import { whyNotOfficer } from './membership.js';
import type { Refusal } from './refusals.js';

/** A channel or conversation hears of a body's business from now on (rulings 5: from the sequence at which it was bound). */
export const bindRoom = (desk: Desk, { body, address, name = null }: CommandOf<'bindRoom'>): Refusal | null => {
  const { alliance } = desk;
  const refusal = whyNotOfficer(desk, 'bindRooms', 'bindRoom');
  if (refusal !== null) return refusal;
  const bodies = alliance.charter.bodies.map(({ id }) => id);
  if (!bodies.includes(body)) return { why: 'noSuchBody', body, bodies };
  if (liveRooms(alliance).length >= roomsMost) return { why: 'tooManyRooms', most: roomsMost };
  const room = alliance.rooms.length + 1;
  write(desk, 'RoomBound', { room, body, platform: address.platform }, { subject: 'alliance' });
  desk.directory.push({ kind: 'bindRoom', room, body, address, name });
  return null;
};

/** By an officer who asks; or by the clock when the platform says that the room is gone for good. */
export const releaseRoom = (desk: Desk, { room, because }: CommandOf<'releaseRoom'>): Refusal | null => {
  const refusal = desk.context.by === 'clock' ? null : whyNotOfficer(desk, 'bindRooms', 'bindRoom');
  if (refusal !== null) return refusal;
  if (!liveRooms(desk.alliance).some(({ number }) => number === room)) return { why: 'noSuchRoom', room };
  write(desk, 'RoomReleased', { room, because }, { subject: 'alliance' });
  desk.directory.push({ kind: 'releaseRoom', room });
  return null;
};

export const liveRooms = ({ rooms }: Alliance): readonly Room[] =>
  rooms.filter(({ releasedAt }) => releasedAt === null);

const roomsMost = 50;
