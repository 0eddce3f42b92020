import type { Command } from 'commander';
import { nextDigest, readWeek } from '../../src/alliance/weeks.js';
import type { Week } from '../../src/alliance/weeks.js';
import type { Card } from '../../src/cards/card.js';
import { digestCards } from '../../src/cards/digest/digest.js';
import type { DigestView } from '../../src/cards/digest/digest.js';
import { noticeCard } from '../../src/cards/notices.js';
import { digestDue, digestNotices } from '../../src/cards/notices/digests.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { recipientWords } from '../../src/cards/words/delivery.js';
import { momentWords } from '../../src/cards/words/moments.js';
import { leadershipRooms, undeliveredMost } from '../../src/clerk/digests.js';
import { drawnWeekly } from '../../src/clerk/weekly.js';
import type { Books, Desk } from './desk.js';
import { unable } from './desk.js';
import { ofAlliance, reading, type Reading, withReading } from './places.js';
import { asJson, examples, paragraphs } from './print.js';

interface Asked extends Reading {
  readonly week?: string;
  readonly dryRun?: boolean;
}

/** `digest`: the weekly digest in words, and what of it goes to whom. */
export const addDigest = (program: Command, desk: Desk): void => {
  withReading(program.command('digest'))
    .summary('print the weekly digest of an alliance')
    .description(
      'Prints the weekly digest as it went out in a week, or as it would go out next if it fell due now. ' +
        'With --dry-run: every message of it, and to whom. The running server sends it; this command sends nothing.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .option('-w, --week <week>', 'a week of ISO 8601, such as 2026-W14; the next one when left out')
    .option('--dry-run', 'print every message, and to whom it goes')
    .addHelpText(
      'after',
      examples(['digest PLY', 'what the next one says so far'], ['digest PLY --week 2026-W14 --dry-run', '']),
    )
    .action((code: string, asked: Asked) =>
      reading(desk, asked, async (books) => {
        const messages = await messagesOf(books, code, asked.week);
        const shown = asked.dryRun === true ? messages : messages.filter(({ to }) => to === null);
        desk.say(asked.json === true ? asJson(shown) : paragraphs(...shown.map(inWords)));
      }),
    );
};

/** One message of a digest. `to` is null for its pages as such, where no room is named. */
interface Message {
  readonly to: string | null;
  readonly recipient: string;
  readonly key: string;
  readonly dueAt: string;
  readonly due: string;
  readonly text: string;
}

const messagesOf = async (books: Books, code: string, asked: string | undefined): Promise<readonly Message[]> => {
  const next = await ofAlliance(books, code, ({ alliance, now }) => nextDigest(alliance.charter.calendar, now).week);
  const week: Week | null = asked === undefined ? next : readWeek(asked);
  if (week === null) throw unable(`${JSON.stringify(asked)} is no week. Write the year and the week: 2026-W14.`);
  const posts = await books.ledger.undelivered(code, undeliveredMost);
  const messages = await drawnWeekly(books.clerk, code, { week, reader: null, posts }, allMessages);
  if (messages === null) throw unable(`There is no digest in ${week}: it has no working day, or the book began later.`);
  return messages;
};

/** The pages themselves, the same to each leadership room, and what goes to each person alone. */
const allMessages = (view: DigestView): readonly Message[] => {
  const pages = digestCards(view);
  const { key, dueAt } = digestDue(view.week);
  const due = momentWords(view, dueAt);
  const message = (to: string | null, name: string, card: Card): Message => ({
    to,
    recipient: to === null ? '' : recipientWords(view, to),
    key: name,
    dueAt,
    due,
    text: cardAsText(card),
  });
  const paged = (to: string | null): readonly Message[] =>
    pages.map((card, page) => message(to, `${key}/${String(page + 1).padStart(2, '0')}`, card));
  const alone = digestNotices.noticesOf(view, digestDue(view.week));
  return [
    ...paged(null),
    ...leadershipRooms(view.alliance, view.week).flatMap(({ number }) => paged(`room:${number}`)),
    ...alone.flatMap((notice) => {
      const drawing = noticeCard(view, [notice]);
      return drawing === null ? [] : [message(notice.to, notice.key, drawing.card)];
    }),
  ];
};

const inWords = ({ to, recipient, due, text }: Message): string =>
  to === null ? text : `To ${recipient}, ${due}\n${'-'.repeat(40)}\n${text}`;
