import type { Command } from 'commander';
import type { Due } from '../../src/alliance/due.js';
import { nextDigest } from '../../src/alliance/weeks.js';
import { digestDue } from '../../src/cards/notices/digests.js';
import type { View } from '../../src/cards/view.js';
import { practiceNote } from '../../src/cards/words/general.js';
import { momentWords } from '../../src/cards/words/moments.js';
import type { Books, Desk } from './desk.js';
import type { Reading } from './places.js';
import { ofAlliance, reading, withReading } from './places.js';
import { asJson, examples, paragraphs, table } from './print.js';

/** `due`: what waits for its time. */
export const addDue = (program: Command, desk: Desk): void => {
  withReading(program.command('due'))
    .summary('list deadlines, reminders, departures and the digest to come')
    .description(
      'Lists everything that waits for its time: openings, deadlines, reminders, recounts, departures, meetings and their ' +
        'minutes, actions, the weekly digest. ' +
        'What is past is done by the running server within a minute; the command line does not do it.',
    )
    .argument('[alliance]', 'its code, such as PLY; all of the file when left out')
    .addHelpText('after', examples(['due', 'of all alliances'], ['due PLY', '']))
    .action((code: string | undefined, options: Reading) =>
      reading(desk, options, async (books) => {
        const codes = code === undefined ? (await books.ledger.alliances()).map((line) => line.code) : [code];
        const parts = [];
        for (const each of codes) parts.push(await duesOf(books, each));
        desk.say(options.json === true ? asJson(parts.flatMap(({ dues }) => dues)) : inWords(parts));
      }),
    );
};

interface Part {
  readonly words: string;
  readonly dues: readonly (Due & { readonly alliance: string })[];
}

const duesOf = async (books: Books, code: string): Promise<Part> => {
  const digest = await ofAlliance(books, code, ({ alliance, now }) =>
    digestDue(nextDigest(alliance.charter.calendar, now)),
  );
  const scheduled = await books.ledger.scheduled(code);
  const dues = [...scheduled, digest].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  const words = await ofAlliance(books, code, (view) => duesInWords(view, dues));
  return { words, dues: dues.map((due) => ({ alliance: code, ...due })) };
};

const inWords = (parts: readonly Part[]): string =>
  parts.every(({ dues }) => dues.length === 0)
    ? 'Nothing waits for its time.\n'
    : paragraphs(...parts.map(({ words }) => words));

const duesInWords = (view: View, dues: readonly Due[]): string => {
  const { name, code, practice } = view.alliance;
  if (dues.length === 0) return '';
  const rows = dues.map(({ dueAt, subject, kind }) => [
    `  ${momentWords(view, dueAt)}`,
    subject.replace(/^(?:member:|digest$)/, ''),
    `${kindWords(kind)}${dueAt <= view.now ? ' (past: waits for the server)' : ''}`,
  ]);
  return `${name} (${code})${practice ? `. ${practiceNote}` : ''}\n${table(rows)}`;
};

/** "entered-3": one of several of a meeting. */
const kindWords = (kind: string): string =>
  kinds[kind] ?? (kind.startsWith('entered-') ? 'position entered for a member stops counting' : kind);

const kinds: Readonly<Record<string, string>> = {
  opens: 'opens',
  considered: 'may be adopted from now on',
  deadline: 'deadline',
  declare: 'outcome is declared',
  recount: 'recount lapses if it is not confirmed',
  meeting: 'referral to a meeting ends',
  call: 'next recurring meeting is called',
  inquorate: 'quorum is waited for no longer',
  window: 'time for corrections of the minutes ends',
  'meeting:updates': 'owners of actions are asked how they go',
  'meeting:papers': 'agenda and papers are due in one working day',
  'meeting:unrepresented': 'warning to members that nobody answers for',
  'meeting:starts': 'reminder that the meeting is near',
  'meeting:unopened': 'reminder where the meeting was not opened',
  'meeting:unended': 'reminder where the meeting was not ended',
  'minutes:draft': 'draft minutes are due in one working day',
  'minutes:asked': 'reminder to accept the minutes',
  'action:soon': 'reminder that the action is due soon',
  'action:overdue': 'action is overdue',
  leaves: 'leaves the alliance',
  digest: 'weekly digest',
  'reminder:halfWindow': 'reminder, half of the time gone',
  'reminder:oneWorkingDay': 'reminder, one working day left',
  'reminder:fourWorkingHours': 'reminder, four working hours left',
};
