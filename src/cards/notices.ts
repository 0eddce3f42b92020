import type { Due } from '../alliance/due.js';
import { isPerson } from '../alliance/names.js';
import type { PersonId } from '../alliance/names.js';
import type { Card } from './card.js';
import { practiceBlocks } from './proposalCard.js';
import { actionNotices } from './notices/actions.js';
import { digestNotices } from './notices/digests.js';
import { meetingNotices } from './notices/meetings.js';
import { minutesNotices } from './notices/minutes.js';
import { reminderNotices } from './notices/reminders.js';
import type { View } from './view.js';

/** Whom a notice is for: a bound room, or one person. */
export type Recipient = `room:${number}` | PersonId;

/** One message that is owed to somebody: said once, however often it is asked for. */
export interface Notice {
  readonly to: Recipient;
  /** Names the message for good: the key of its due, and what tells its notices from one another. */
  readonly key: string;
}

/**
 * What one noun of the trade has to say when something falls due. Each noun has a file of its own in `notices/`. Who is
 * told is settled twice: when it falls due, and again at the moment of sending, since people act in between.
 */
export interface NoticesOfNoun {
  /** The step of a key that is this noun's: "reminder" of "P-14/r2/reminder:halfWindow/person:7". */
  readonly noun: string;
  /** Each step says something else, so that of several that were missed each one speaks; else only the latest does. */
  readonly stepsApart?: true;
  /** Everybody who is to be told now that this is due. Of several dues of one subject and noun only the latest is asked, unless `stepsApart`. */
  readonly noticesOf: (view: View, due: Due) => readonly Notice[];
  /** Whether this is still owed at the moment of sending. */
  readonly isOwed: (view: View, notice: Notice) => boolean;
  /**
   * One card for all of these, which are owed to the same room or person: nobody gets two messages where one will do.
   * A room gets each of its notices by itself. `beside` is what other nouns say in the same message.
   */
  readonly draw: (view: View, notices: readonly Notice[], beside: readonly Notice[]) => Card;
}

/** The registry: a noun that is added here speaks when what it schedules falls due. */
const nouns: readonly NoticesOfNoun[] = [reminderNotices, meetingNotices, minutesNotices, actionNotices, digestNotices];

/**
 * The notices that these dues lead to. Reminders that were missed meanwhile are said once, as they last fell due (rulings
 * 1.4); steps that say something of their own, like those of a meeting, do not stand for one another.
 */
export const noticesOf = (view: View, dues: readonly Due[]): readonly Notice[] => {
  const latest = new Map<string, Due>();
  for (const due of dues) {
    const apart = nouns.find(({ noun }) => noun === nounOf(due.kind))?.stepsApart === true;
    const name = `${due.subject} ${apart ? due.kind : nounOf(due.kind)}`;
    if (due.dueAt >= (latest.get(name)?.dueAt ?? '')) latest.set(name, due);
  }
  return [...latest.values()].flatMap(
    (due) => nouns.find(({ noun }) => noun === nounOf(due.kind))?.noticesOf(view, due) ?? [],
  );
};

/** Whether the key of a message is that of a notice. */
export const isNotice = (key: string): boolean => speakerOf(key) !== null;

/** What is still owed of these notices to one room or person, on one card; null where nothing is. */
export const noticeCard = (
  view: View,
  notices: readonly Notice[],
): { readonly card: Card; readonly said: readonly Notice[] } | null => {
  const said = notices.filter((notice) => speakerOf(notice.key)?.isOwed(view, notice) === true);
  const cards = nouns.flatMap((noun) => {
    const own = said.filter(({ key }) => speakerOf(key) === noun);
    const beside = said.filter((notice) => !own.includes(notice));
    return own.length === 0 ? [] : [noun.draw(view, own, beside)];
  });
  const [first] = cards;
  return first === undefined ? null : { card: joined(view, first, cards), said };
};

/** The person whom a notice is for, also where a room hears of it in their place; null for one to a room. */
export const personToldOf = ({ key }: Pick<Notice, 'key'>): PersonId | null => {
  const last = key.slice(key.lastIndexOf('/') + 1);
  return isPerson(last as PersonId) ? (last as PersonId) : null;
};

const speakerOf = (key: string): NoticesOfNoun | null => {
  const steps = key.split('/').map(nounOf);
  return nouns.find(({ noun }) => steps.includes(noun)) ?? null;
};

/** "reminder" of "reminder:halfWindow". */
const nounOf = (step: string): string => step.split(':', 1)[0] ?? '';

/** The cards of several nouns one below the other. */
const joined = (view: View, first: Card, cards: readonly Card[]): Card => {
  if (cards.length === 1) return first;
  const practice = JSON.stringify(practiceBlocks(view)[0] ?? null);
  const parts = cards.map(({ blocks }, index) => [
    ...(index === 0 ? [] : [{ kind: 'divider' } as const]),
    ...blocks.filter((block) => index === 0 || JSON.stringify(block) !== practice),
  ]);
  return { summary: first.summary, tone: first.tone, blocks: parts.flat() };
};
