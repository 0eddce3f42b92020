import type { Alliance } from '../alliance/alliance.js';
import { atLocal, localDateOf } from '../alliance/calendar.js';
import type { CommandOf } from '../alliance/commands.js';
import { decide } from '../alliance/decide.js';
import type { Instant } from '../alliance/instant.js';
import { plusMs } from '../alliance/instant.js';
import { isPerson } from '../alliance/names.js';
import type { Book } from './books.js';
import type { Order, Reply } from './orders.js';
import type { Directory, Preferences } from './ports.js';

/** Keeps what a person wants to be spared, in the directory alone: nothing of it ever enters a book (rulings 4.2). */
export const keepPreferences = async (
  directory: Pick<Directory, 'preferences' | 'keepPreferences'>,
  { alliance, head }: Book,
  order: Order & { readonly command: CommandOf<'setPreferences'> },
  at: Instant,
): Promise<Reply> => {
  const { by, command } = order;
  const context = { by, at, head, entropy: new Uint8Array(), clockTrusted: false };
  const { refusal } = decide(alliance, command, context);
  if (refusal !== undefined || !isPerson(by)) {
    return { kind: 'refused', alliance, refusal: refusal ?? { why: 'notByOperator' } };
  }
  const before = await directory.preferences(alliance.code, by);
  const { snoozedUntil = before?.snoozedUntil ?? null, quiet = before?.quiet ?? null } = command;
  await directory.keepPreferences(alliance.code, by, { snoozedUntil, quiet });
  return { kind: 'done', alliance, entries: [], repeated: false };
};

/** Until when a person wants nothing unasked; null when it may come now. */
export const sparedUntil = (
  { charter: { calendar } }: Alliance,
  { snoozedUntil, quiet }: Preferences,
  now: Instant,
): Instant | null => {
  if (snoozedUntil !== null && now < snoozedUntil) return snoozedUntil;
  if (quiet === null || quiet.from === quiet.to) return null;
  const today = localDateOf(calendar, now);
  const at = (date: string, time: string): Instant => atLocal(calendar, date, time, 'first');
  // Quiet hours that began yesterday may still run.
  for (const day of [localDateOf(calendar, plusMs(now, -dayMs)), today]) {
    const from = at(day, quiet.from);
    const to = at(quiet.to > quiet.from ? day : localDateOf(calendar, plusMs(at(day, '12:00'), dayMs)), quiet.to);
    if (from <= now && now < to) return to;
  }
  return null;
};

const dayMs = 86_400_000;
