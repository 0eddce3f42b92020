import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import type { MeetingId } from '../../src/alliance/names.js';
import type { Document } from '../../src/cards/documents/document.js';
import { html } from '../../src/cards/documents/html.js';
import { markdown } from '../../src/cards/documents/markdown.js';
import { noSuchMeetingWords, noSuchPackWords, noSuchVersionWords } from '../../src/cards/words/documents.js';
import { agendaFrom, minutesFrom } from '../../src/clerk/documents.js';
import type { Books, Desk } from './desk.js';
import { unable } from './desk.js';
import { ofAlliance, reading, withPlace, type Place } from './places.js';
import { examples } from './print.js';

type Format = 'md' | 'html' | 'docx' | 'pdf';

interface Options extends Place {
  readonly as: Format;
  readonly version?: string;
  readonly edition?: string;
  readonly out?: string;
}

/** `minutes` and `agenda`: the documents of a meeting, drawn from the book. Both only read. */
export const addMinutes = (program: Command, desk: Desk): void => {
  withFormat(program.command('minutes'))
    .summary('write out the minutes of a meeting')
    .description(
      'Writes out the minutes of a meeting, drawn from the book: the last version that went out, or the draft before ' +
        'any has. The same book always gives the same bytes, until a recorded redaction.\n\n' +
        'It only reads: minutes are written, circulated, accepted and confirmed by people of the alliance, in chat.',
    )
    .option('--version <number>', 'an earlier version')
    .addHelpText(
      'after',
      examples(
        ['minutes LWN M-3', 'as Markdown, to the screen'],
        ['minutes LWN M-3 --as docx --out m-3.docx', 'never replaces a file'],
        ['minutes LWN M-3 --as pdf --version 1 --out m-3.pdf', ''],
      ),
    )
    .action((code: string, id: string, options: Options) =>
      written(desk, code, id, options, (books, meeting) =>
        minutesFrom(books, code, meeting, { number: numberFrom(options.version, '--version') }),
      ),
    );
  withFormat(program.command('agenda'))
    .summary('write out the agenda of a meeting')
    .description('Writes out the agenda of a meeting as the last pack has it, or as it stands before any went out.')
    .option('--edition <number>', 'the agenda of an earlier pack')
    .addHelpText('after', examples(['agenda LWN M-3 --as html --out agenda.html', '']))
    .action((code: string, id: string, options: Options) =>
      written(desk, code, id, options, (books, meeting) =>
        agendaFrom(books, code, meeting, { number: numberFrom(options.edition, '--edition') }),
      ),
    );
};

const withFormat = (command: Command): Command =>
  withPlace(command)
    .argument('<alliance>', 'its code, such as LWN')
    .argument('<meeting>', 'such as M-3')
    .addOption(
      new Option('--as <format>', 'md, html, docx or pdf').choices(['md', 'html', 'docx', 'pdf']).default('md'),
    )
    .option('-o, --out <file>', 'write into this new file; needed for docx and pdf');

type Find = (books: Books, meeting: MeetingId) => Promise<Document | null>;

const written = (desk: Desk, code: string, given: string, options: Options, find: Find): Promise<void> =>
  reading(desk, options, async (books) => {
    const id = given.toUpperCase() as MeetingId;
    const { as, out } = options;
    if (out === undefined && (as === 'docx' || as === 'pdf')) {
      throw unable(`A ${as} file cannot be shown on the screen: name a file with --out.`);
    }
    const known = await ofAlliance(books, code, ({ alliance }) => [...alliance.meetings.keys()]);
    if (!known.includes(id)) throw unable(noSuchMeetingWords(given, known));
    const document = await find(books, id);
    if (document === null) {
      throw unable(await ofAlliance(books, code, (view) => whyNone(view.alliance.meetings.get(id), options)));
    }
    const made = as === 'md' ? markdown(document) : as === 'html' ? html(document) : await desk.typeset[as](document);
    if (out === undefined) desk.say(made.toString());
    else {
      await keep(out, made);
      desk.say(`Wrote ${out}.\n`);
    }
  });

const whyNone = (
  meeting: Parameters<typeof noSuchVersionWords>[0] | undefined,
  { version, edition }: Options,
): string => {
  if (meeting === undefined) return noSuchMeetingWords('', []);
  return edition === undefined ? noSuchVersionWords(meeting, version) : noSuchPackWords(meeting, edition);
};

const numberFrom = (given: string | undefined, option: string): number | undefined => {
  if (given === undefined) return undefined;
  if (!/^\d{1,4}$/.test(given)) throw unable(`${option} takes a number, such as 2, and not ${JSON.stringify(given)}.`);
  return Number(given);
};

const keep = async (out: string, made: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(out, made, { flag: 'wx' });
  } catch (thrown) {
    const code = (thrown as { readonly code?: unknown }).code;
    if (code === 'EEXIST') throw unable(`${out} is there already, and is never replaced: name another file.`);
    if (code === 'ENOENT') throw unable(`${out} cannot be written: its folder is not there.`);
    throw unable(`${out} cannot be written (${String(code)}).`);
  }
};
