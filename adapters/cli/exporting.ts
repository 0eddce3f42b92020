import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { TextRef } from '../../src/alliance/names.js';
import type { View } from '../../src/cards/view.js';
import { textRefsIn } from '../../src/cards/view.js';
import { practiceNote, practiceWord } from '../../src/cards/words/general.js';
import { historyWords } from '../../src/cards/words/history.js';
import { actorName, memberName, textOf } from '../../src/cards/words/names.js';
import type { Entry, SealedEntry } from '../../src/ledger/entry.js';
import { readEntry } from '../../src/ledger/entry.js';
import { witness } from '../../src/ledger/witness.js';
import { asCsv } from './csv.js';
import type { Books, Desk } from './desk.js';
import { unable } from './desk.js';
import type { Place } from './places.js';
import { ofAlliance, reading, withPlace } from './places.js';
import { asJson, examples } from './print.js';

interface Options extends Place {
  readonly format: 'json' | 'csv';
  readonly out?: string;
}

/** `export`: one book, whole, for other programs and for people with a spreadsheet. */
export const addExport = (program: Command, desk: Desk): void => {
  withPlace(program.command('export'))
    .summary('write out one book as JSON or CSV')
    .description(
      'Writes out one book. JSON holds every entry with its hash, the signed head, and the texts with their salts: ' +
        'enough to check the book without Roundtable.\n\nCSV holds a line for each entry, in words, for a spreadsheet; ' +
        'cells that a spreadsheet would run as a formula begin with an apostrophe. Removed texts stay removed.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .addOption(new Option('-f, --format <format>', 'json or csv').choices(['json', 'csv']).default('json'))
    .option('-o, --out <file>', 'write into this new file, or into a file of its own in this folder')
    .addHelpText(
      'after',
      examples(
        ['export PLY --format csv --out ply.csv', 'never replaces a file'],
        ['export PLY > ply.json', 'to the screen when --out is left out'],
      ),
    )
    .action((code: string, options: Options) =>
      reading(desk, options, async (books) => {
        await ofAlliance(books, code, () => null);
        const entries = await allEntries(books, code);
        const text = options.format === 'csv' ? await csvOf(books, code, entries) : await jsonOf(books, code, entries);
        if (options.out === undefined) {
          desk.say(text);
          return;
        }
        desk.say(`Wrote ${await writtenTo(options.out, `${code}.${options.format}`, text)}.\n`);
      }),
    );
};

const pageEntries = 2_000;

const allEntries = async ({ ledger }: Books, code: string): Promise<readonly SealedEntry[]> => {
  const entries: SealedEntry[] = [];
  for (;;) {
    const page = await ledger.read(code, entries.length, pageEntries);
    entries.push(...page);
    if (page.length < pageEntries) return entries;
  }
};

const jsonOf = async ({ ledger }: Books, code: string, sealed: readonly SealedEntry[]): Promise<string> => {
  const head = await ledger.signedHead(code);
  const entries = sealed.map(({ hash, event }) => ({ hash, entry: JSON.parse(event) as unknown }));
  const line = (await ledger.alliances()).find((each) => each.code === code);
  return asJson({
    format: 'roundtable/book/1',
    alliance: code,
    name: line?.name,
    practice: line?.practice,
    ...(line?.practice === true && { notice: practiceNote }),
    head: head === null ? null : { ...head, witness: witness(head) },
    entries,
    texts: await ledger.saltedTexts(code, [...textRefsIn(entries)]),
  });
};

const csvOf = (books: Books, code: string, sealed: readonly SealedEntry[]): Promise<string> => {
  const heading = [
    'alliance',
    'practice',
    'entry',
    'at',
    'subject',
    'kind',
    'by',
    'for',
    'via',
    'says',
    'texts',
    'hash',
  ];
  const lines = sealed.map(({ event, hash }) => ({ read: readEntry(event), event, hash }));
  return ofAlliance(books, code, (view) =>
    asCsv([
      heading,
      ...lines.map(({ read, event, hash }) =>
        'unknown' in read ? unknownRow(view, event, hash) : row(view, read, hash),
      ),
    ]),
  );
};

const row = (view: View, entry: Entry, hash: string): readonly string[] => [
  entry.alliance,
  view.alliance.practice ? practiceWord : '',
  String(entry.seq),
  entry.at,
  entry.subject,
  entry.kind,
  actorName(view, entry.by),
  entry.for === undefined ? '' : memberName(view, entry.for),
  entry.via,
  historyWords(view, entry),
  textsIn(view, entry.body).join('\n'),
  hash,
];

/** "title: Open on Saturdays": every text that a body refers to, under its name there. */
const textsIn = (view: View, body: object): readonly string[] =>
  Object.entries(body).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return textsIn(view, value);
    return isTextRef(value) ? [`${field}: ${textOf(view, value)}`] : [];
  });

const isTextRef = (value: unknown): value is TextRef => typeof value === 'string' && value.startsWith('text:');

/** An entry of a newer release is there, though nobody here can say what it means. */
const unknownRow = (view: View, event: string, hash: string): readonly string[] => {
  const { alliance, seq, at, subject, kind, via } = JSON.parse(event) as Record<string, unknown>;
  const practice = view.alliance.practice ? practiceWord : '';
  return [alliance, practice, seq, at, subject, kind, '', '', via, 'Written by a newer release.', '', hash].map(String);
};

/** A new file, never one that is there; in a folder it takes a name of ours. */
const writtenTo = async (out: string, name: string, text: string): Promise<string> => {
  const path = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true ? join(out, name) : out;
  try {
    await writeFile(path, text, { flag: 'wx' });
    return path;
  } catch (thrown) {
    const code = (thrown as { readonly code?: unknown }).code;
    if (code === 'EEXIST') throw unable(`${path} is there already, and an export never replaces a file: name another.`);
    if (code === 'ENOENT') throw unable(`${path} cannot be written: its folder is not there.`);
    throw unable(`${path} cannot be written (${String(code)}).`);
  }
};
