import type { Command } from 'commander';
import { isPerson } from '../../src/alliance/names.js';
import type { Due } from '../../src/alliance/due.js';
import type { Instant } from '../../src/alliance/instant.js';
import { noticeCard, noticesOf } from '../../src/cards/notices.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { spokenMoment } from '../../src/cards/spoken/moment.js';
import type { View } from '../../src/cards/view.js';
import { recipientWords } from '../../src/cards/words/delivery.js';
import { momentWords } from '../../src/cards/words/moments.js';
import { unclearWords } from '../../src/cards/words/spoken.js';
import type { Books, Desk } from './desk.js';
import { unable } from './desk.js';
import type { Reading } from './places.js';
import { ofAlliance, reading, withReading } from './places.js';
import { asJson, examples, paragraphs } from './print.js';

interface Options extends Reading {
  readonly dryRun?: boolean;
  readonly at?: string;
}

/** `remind --dry-run`: what would be sent to whom. Sending is the server's. */
export const addRemind = (program: Command, desk: Desk): void => {
  withReading(program.command('remind'))
    .summary('print what would be sent to whom')
    .description(
      'Prints each message that falls due, word for word, and whom it is for: now, or at a moment to come if nothing ' +
        'happened until then. It sends nothing: the running server does, each message once.',
    )
    .argument('[alliance]', 'its code, such as PLY; all of the file when left out')
    .requiredOption('--dry-run', 'only print; there is no other way')
    .option('--at <moment>', 'in words or figures: "next Friday 5pm", "2026-04-07 09:00"')
    .addHelpText('after', examples(['remind PLY --dry-run', 'now'], ['remind PLY --dry-run --at tomorrow', '']))
    .action((code: string | undefined, options: Options) =>
      reading(desk, options, async (books) => {
        const codes = code === undefined ? (await books.ledger.alliances()).map((line) => line.code) : [code];
        const parts = [];
        for (const each of codes) parts.push(...(await messagesOf(books, each, options.at)));
        desk.say(options.json === true ? asJson(parts) : inWords(parts));
      }),
    );
};

interface Message {
  readonly alliance: string;
  readonly to: string;
  readonly name: string;
  readonly at: Instant;
  readonly when: string;
  readonly text: string;
}

const messagesOf = async (books: Books, code: string, asked: string | undefined): Promise<readonly Message[]> => {
  const [dues, told] = [await books.ledger.scheduled(code), await books.ledger.told()];
  return ofAlliance(books, code, (view) => {
    const now = asked === undefined ? view.now : momentIn(view, asked);
    const due = dues.filter(({ to, dueAt }) => to !== 'clerk' && dueAt <= now && dueAt > (told ?? ''));
    return messagesIn({ ...view, now }, due);
  });
};

const messagesIn = (view: View, dues: readonly Due[]): readonly Message[] => {
  const notices = noticesOf(view, dues);
  return [...new Set(notices.map(({ to }) => to))].flatMap((to) => {
    const own = notices.filter((notice) => notice.to === to);
    // A room gets each of its notices by itself, a person all of them in one.
    const messages = isPerson(to as `person:${number}`) ? [own] : own.map((notice) => [notice]);
    return messages.flatMap((each) => {
      const drawing = noticeCard(view, each);
      if (drawing === null) return [];
      const when = momentWords(view, view.now);
      const text = cardAsText(drawing.card);
      return [{ alliance: view.alliance.code, to, name: recipientWords(view, to), at: view.now, when, text }];
    });
  });
};

const momentIn = (view: View, asked: string): Instant => {
  const spoken = spokenMoment(view.alliance.charter.calendar, asked, view.now);
  if ('unclear' in spoken) throw unable(`"${asked}": ${unclearWords[spoken.unclear]}`);
  return spoken.at;
};

const inWords = (messages: readonly Message[]): string =>
  messages.length === 0
    ? 'Nobody would be sent anything.\n'
    : paragraphs(...messages.map(({ alliance, name, when, text }) => `To ${name} (${alliance}), ${when}:\n\n${text}`));
