import type { Command } from 'commander';
import type { Alliance } from '../../src/alliance/alliance.js';
import type { AllianceCode } from '../../src/alliance/names.js';
import type { View } from '../../src/cards/view.js';
import { drawn } from '../../src/clerk/drawing.js';
import type { Books, Desk } from './desk.js';
import { unable } from './desk.js';

/** Which file a command is about. */
export interface Place {
  readonly database?: string;
  readonly practice?: boolean;
}

/** What every command that reads understands. */
export interface Reading extends Place {
  readonly json?: boolean;
}

/** Adds the options by which a command finds its file. */
export const withPlace = (command: Command): Command =>
  command
    .option('-d, --database <file>', 'the file to use, instead of DATABASE_URL (default file:./data/roundtable.db)')
    .option('-p, --practice', 'use the practice books of the playground (./data/playground.db)');

/** Adds `--json` as well. */
export const withReading = (command: Command): Command =>
  withPlace(command).option('--json', 'print JSON, for programs');

/** The file that the options name. `--database` takes a path or a file: address. */
export const fileOf = (desk: Desk, { database, practice }: Place): string =>
  database?.replace(/^file:(?:\/\/(?=\/))?/, '') ?? (practice === true ? desk.practice : desk.record);

/** Opens the file for reading, does the work and closes it again. */
export const reading = async <T>(desk: Desk, place: Place, work: (books: Books) => Promise<T>): Promise<T> => {
  const file = fileThere(desk, place);
  return closing(await desk.read(file), work);
};

/** The same for writing in a file that is there; refused while a server holds it. */
export const writing = async <T>(desk: Desk, place: Place, work: (books: Books) => Promise<T>): Promise<T> => {
  const file = fileThere(desk, place);
  return closing(await desk.write(file), work);
};

const fileThere = (desk: Desk, place: Place): string => {
  const file = fileOf(desk, place);
  if (!desk.isThere(file)) throw unable(missing(desk, file, place));
  return file;
};

const closing = async <T>(books: Books, work: (books: Books) => Promise<T>): Promise<T> => {
  try {
    return await work(books);
  } finally {
    await books.close();
  }
};

/** Draws something of one alliance; an unknown one is refused with the codes that there are. */
export const ofAlliance = async <T>(
  { clerk, ledger }: Books,
  code: AllianceCode,
  draw: (view: View) => T,
): Promise<T> => {
  const drawing = /^[A-Z]{2,6}$/.test(code) ? await drawn(clerk, code, (view) => ({ is: draw(view) })) : null;
  if (drawing !== null) return drawing.is;
  const lines = await ledger.alliances();
  const known =
    lines.length === 0 ? 'It holds no alliance yet.' : `It holds ${lines.map((line) => line.code).join(', ')}.`;
  throw unable(`There is no alliance ${JSON.stringify(code)} in this file. ${known}`);
};

/** A book with entries of a newer release is shown as far as it was understood, and says so. */
export const unreadableNote = ({ unreadable }: Alliance): readonly string[] =>
  unreadable === null
    ? []
    : [
        `Entry ${unreadable.seq} (${unreadable.kind}, shape ${unreadable.v}) was written by a newer release: what follows it is not shown. Install that release.`,
      ];

const missing = (desk: Desk, file: string, { database, practice }: Place): string => {
  if (practice === true)
    return `There are no practice books at ${file}. "npm start" opens the playground, which makes them.`;
  const toPractice =
    database === undefined && desk.isThere(desk.practice)
      ? ` The practice books of the playground are in ${desk.practice}: add --practice.`
      : '';
  return `There is no record at ${file}. "roundtable found <charter>" begins one.${toPractice}`;
};
