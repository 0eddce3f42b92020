import { createHash, timingSafeEqual } from 'node:crypto';
import type { Alliance } from '../alliance/alliance.js';
import type { AllianceCode, MeetingId } from '../alliance/names.js';
import { liveRooms } from '../alliance/rooms.js';
import type { Clerk } from './orders.js';
import type { Keyring } from './ports.js';

/** Addresses by which a whole room gets a meeting into its calendars, where a platform takes no files of a bot. */
export interface Invitations {
  /** The same whenever it is asked for, as long as the book keeps its key; null without an address on the web. */
  invitationAddress(alliance: AllianceCode, to: Invited): Promise<string | null>;
}

/** A meeting, and the room that is told of it. */
export interface Invited {
  readonly meeting: MeetingId;
  readonly room: number;
}

/**
 * What the address ends with: "PLY-M-3-R1-" and 256 bits that nobody can work out who has not the key of the book. Nothing
 * of it is kept. Whoever has it sees what the room was told of one meeting, when and where; once the room is released, and
 * with a new key of the book, it shows nothing any more.
 */
export const invitationToken = (
  keyring: Pick<Keyring, 'sign'>,
  { code, publicKey }: Pick<Alliance, 'code' | 'publicKey'>,
  { meeting, room }: Invited,
): string => {
  const bytes = Buffer.from(`roundtable/invitation/2\n${code}\n${meeting}\n${room}\n`, 'utf8');
  const sum = createHash('sha256').update(keyring.sign(code, bytes, publicKey));
  return `${code}-${meeting}-R${room}-${sum.digest('base64url')}`;
};

/**
 * The meeting that such an address leads to; null for one that was never given out, and for one of a room that was
 * released since. Compared in constant time.
 */
export const invitedTo = async (
  { clerk, keyring }: { readonly clerk: Pick<Clerk, 'view'>; readonly keyring: Pick<Keyring, 'sign'> },
  token: string,
): Promise<{ readonly alliance: AllianceCode; readonly meeting: MeetingId } | null> => {
  const [, code = '', id, number] = shape.exec(token) ?? [];
  const alliance = code === '' ? null : await clerk.view(code);
  const to = { meeting: id as MeetingId, room: Number(number) };
  if (alliance === null || !isTold(alliance, to)) return null;
  const given = Buffer.from(token, 'utf8');
  const right = Buffer.from(invitationToken(keyring, alliance, to), 'utf8');
  const isRight = given.length === right.length && timingSafeEqual(given, right);
  return isRight ? { alliance: code, meeting: to.meeting } : null;
};

const shape = /^([A-Z]{2,6})-(M-[1-9]\d{0,8})-R([1-9]\d{0,8})-[A-Za-z0-9_-]{43}$/u;

const isTold = (alliance: Alliance, { meeting, room }: Invited): boolean =>
  alliance.meetings.has(meeting) && liveRooms(alliance).some(({ number }) => number === room);
