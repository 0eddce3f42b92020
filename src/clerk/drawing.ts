import type { AllianceCode, TextRef } from '../alliance/names.js';
import type { View } from '../cards/view.js';
import type { Clerk } from './orders.js';

/** What a drawing can ask of the clerk. */
export type Drawable = Pick<Clerk, 'view' | 'texts' | 'roomNames' | 'now'>;

/**
 * Draws from one state of an alliance, and fetches just the words and names that the drawing asked for: the drawing is
 * pure, so it can be made again once they are there. One that takes its time is made of that one state all the same. Null
 * when there is no such alliance. A read never writes (rulings 1.3).
 */
export const drawn = async <T>(
  clerk: Drawable,
  code: AllianceCode,
  draw: (view: View) => T | Promise<T>,
): Promise<T | null> => {
  const alliance = await clerk.view(code);
  if (alliance === null) return null;
  const words = new Map<TextRef, string | null>();
  const fetch = async (refs: readonly TextRef[]): Promise<void> => {
    const found = await clerk.texts(code, refs);
    for (const ref of refs) words.set(ref, found.get(ref) ?? null);
  };
  const before = askedBefore(clerk, code);
  if (before.size > 0) await fetch([...before]);
  const now = clerk.now();
  const used = new Set<TextRef>();
  let rooms: ReadonlyMap<number, string> | null = null;
  for (let round = 0; round < roundsMost; round += 1) {
    const asked = new Set<TextRef>();
    const askedRooms = new Set<number>();
    const text = (ref: TextRef): string | null => {
      const known = words.get(ref);
      if (known === undefined) asked.add(ref);
      else used.add(ref);
      return known ?? null;
    };
    const roomName = (room: number): string | null => {
      if (rooms === null) askedRooms.add(room);
      return rooms?.get(room) ?? null;
    };
    const drawing = await draw({ alliance, text, now, roomName });
    if (askedRooms.size > 0) rooms = await clerk.roomNames(code);
    else if (asked.size === 0) {
      noteAsked(before, used);
      return drawing;
    }
    await fetch([...asked]);
  }
  throw new Error(`a drawing of ${code} asked for new words ${roundsMost} times`);
};

/** Words can lead to other words only a few times over. */
const roundsMost = 12;

/**
 * Which words the last drawings of an alliance needed. They are fetched first, since the next vote's card needs nearly
 * the same: it is then drawn once and not twice. Never the words themselves, which may be removed (rulings 4.2).
 */
const askedBefore = (clerk: object, code: AllianceCode): Set<TextRef> => {
  const known = asked.get(clerk) ?? new Map<AllianceCode, Set<TextRef>>();
  asked.set(clerk, known);
  const found = known.get(code);
  if (found !== undefined) return found;
  if (known.size >= alliancesMost) known.clear();
  const empty = new Set<TextRef>();
  known.set(code, empty);
  return empty;
};

/** The newest stay; a drawing that needs very many is no vote's. */
const noteAsked = (before: Set<TextRef>, used: ReadonlySet<TextRef>): void => {
  if (used.size > refsMost) return;
  for (const ref of used) {
    before.delete(ref);
    before.add(ref);
  }
  for (const ref of before) {
    if (before.size <= refsMost) return;
    before.delete(ref);
  }
};

const asked = new WeakMap<object, Map<AllianceCode, Set<TextRef>>>();
const refsMost = 40;
const alliancesMost = 1_000;
