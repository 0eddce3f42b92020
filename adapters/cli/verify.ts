import type { Command } from 'commander';
import type { AllianceLine } from '../../src/clerk/ports.js';
import { counted, practiceWord } from '../../src/cards/words/general.js';
import type { Audit } from '../../src/ledger/auditor.js';
import { audit, laws } from '../../src/ledger/auditor.js';
import type { SealedEntry } from '../../src/ledger/entry.js';
import type { SignedHead } from '../../src/ledger/signature.js';
import { witness, witnessLine } from '../../src/ledger/witness.js';
import { booksGone, flawsBeside, isScheduleWrong } from './bookFlaws.js';
import type { Books, Desk } from './desk.js';
import { unable } from './desk.js';
import type { Reading } from './places.js';
import { fileOf, withReading } from './places.js';
import { asJson, examples, paragraphs } from './print.js';

/** `verify`: is the record whole, signed and earned? Exit 1 and the first bad entry when it is not. */
export const addVerify = (program: Command, desk: Desk): void => {
  withReading(program.command('verify'))
    .summary('prove the record: chain, signatures, every adoption earned')
    .description(
      'Reads every entry a second time, by an auditor that shares nothing with the rules, and says whether:\n\n' +
        '- the file is undamaged and every text is the one that was committed to\n' +
        '- every book of which a key is kept is there\n' +
        '- each entry follows the one before (the chain, which catches accidents)\n' +
        '- the head is signed by the key of the book (which catches everybody without it)\n' +
        '- every adoption was earned: each eligible member agreed to that text, in time\n\n' +
        'A schedule that is not what its book says is named too, and is no reason to doubt the record: the server writes ' +
        'it anew when it starts.\n\n' +
        'Only a witness that somebody else wrote down ("roundtable show") catches a host who holds the key.\n\n' +
        'Without --database or --practice it looks at the record and at the practice books, where they are present. ' +
        'Exit code: 0 verified, 1 not verified, 2 could not look.',
    )
    .argument('[alliance]', 'its code, such as PLY; all when left out')
    .addHelpText(
      'after',
      examples(['verify', 'everything'], ['verify PLY --database /backups/monday.db', 'one book of a backup']),
    )
    .action(async (code: string | undefined, options: Reading) => {
      const reports: FileReport[] = [];
      for (const file of filesOf(desk, options)) reports.push(await fileReport(desk, file, code));
      if (code !== undefined && reports.every(({ books, flaws }) => books.length === 0 && flaws.length === 0)) {
        throw unable(
          `There is no alliance ${JSON.stringify(code)} in ${reports.map(({ file }) => file).join(' or ')}.`,
        );
      }
      desk.say(options.json === true ? asJson(reports) : reportsInWords(reports));
      const bad = firstBad(reports);
      if (bad !== null) throw unable(bad, 1);
    });
};

interface FileReport {
  readonly file: string;
  readonly flaws: readonly { readonly alliance?: string; readonly seq?: number; readonly what: string }[];
  readonly books: readonly BookReport[];
}

interface BookReport extends Audit {
  readonly alliance: string;
  readonly name: string;
  readonly practice: boolean;
  readonly head: SignedHead | null;
  /** Whether what is scheduled differs from what the book says; nothing that was decided rests on it. */
  readonly scheduleWrong: boolean;
}

const filesOf = (desk: Desk, options: Reading): readonly string[] => {
  const isChosen = options.database !== undefined || options.practice === true;
  const files = isChosen ? [fileOf(desk, options)] : [desk.record, desk.practice].filter((file) => desk.isThere(file));
  const [first] = files;
  if (first === undefined) {
    throw unable(
      `There is nothing to verify: no record at ${desk.record}, no practice books at ${desk.practice}. "roundtable found <charter>" begins a record, "npm start" the practice books.`,
    );
  }
  if (!desk.isThere(first)) throw unable(`There is no record at ${first}.`);
  return files;
};

const fileReport = async (desk: Desk, file: string, code: string | undefined): Promise<FileReport> => {
  const found = await desk.flaws(file);
  const opened = await desk.read(file);
  try {
    const gone = (await booksGone(opened)).filter((each) => !found.some(({ alliance }) => alliance === each.alliance));
    const flaws = [...found, ...gone].filter(
      ({ alliance }) => code === undefined || alliance === undefined || alliance === code,
    );
    const lines = (await opened.ledger.alliances()).filter((line) => code === undefined || line.code === code);
    const books: BookReport[] = [];
    const beside: FileReport['flaws'][number][] = [];
    for (const line of lines) {
      const { entries, ...report } = await bookReport(opened, line);
      books.push(report);
      beside.push(...(await flawsBeside(opened, line.code, entries)));
    }
    return { file, flaws: [...flaws, ...beside], books };
  } finally {
    await opened.close();
  }
};

const bookReport = async (
  opened: Books,
  { code, name, practice }: AllianceLine,
): Promise<BookReport & { readonly entries: readonly SealedEntry[] }> => {
  const { ledger } = opened;
  // The head first: what a running server adds meanwhile lies behind it and is not looked at.
  const head = await ledger.signedHead(code);
  const entries = await entriesUpTo(ledger, code, head?.seq ?? Infinity);
  const found = audit({ entries, signedHead: head });
  const scheduleWrong = found.findings.length === 0 && (await isScheduleWrong(opened, code));
  return { alliance: code, name, practice, head, scheduleWrong, entries, ...found };
};

const pageEntries = 2_000;

const entriesUpTo = async (ledger: Books['ledger'], code: string, last: number): Promise<readonly SealedEntry[]> => {
  const entries: SealedEntry[] = [];
  for (;;) {
    const page = await ledger.read(code, entries.at(-1)?.seq ?? 0, pageEntries);
    entries.push(...page.filter(({ seq }) => seq <= last));
    if (page.length < pageEntries || (page.at(-1)?.seq ?? 0) >= last) return entries;
  }
};

const reportsInWords = (reports: readonly FileReport[]): string => {
  const books = reports.flatMap((report) => report.books);
  const isGood = firstBad(reports) === null;
  const files = reports.map(({ file }) => file).join(' and ');
  const entries = books.reduce((sum, { checked }) => sum + checked.entries, 0);
  const adoptions = books.reduce((sum, { checked }) => sum + checked.adoptions, 0);
  const verdict = isGood
    ? `VERIFIED. ${counted(books.length, 'book')} in ${files}, ${counted(entries, 'entry', 'entries')}: nothing was changed, every head is signed, and ${adoptions === 1 ? 'the one adoption was' : `all ${adoptions} adoptions were`} earned.`
    : '';
  return paragraphs(
    ...reports.map(fileInWords),
    adoptions === 0 ? verdict.replace('all 0 adoptions were earned', 'nothing was adopted yet') : verdict,
  );
};

const fileInWords = ({ file, flaws, books }: FileReport): string =>
  [
    file,
    ...flaws.map(({ alliance, what }) => `  ${alliance === undefined ? '' : `${alliance}: `}${what}`),
    ...books.map(bookInWords),
    ...(books.length === 0 ? ['  no book'] : []),
  ].join('\n');

const findingsShown = 20;

const bookInWords = ({ alliance, name, practice, head, scheduleWrong, findings, checked }: BookReport): string => {
  const counts = [
    counted(checked.entries, 'entry', 'entries'),
    counted(checked.proposals, 'proposal'),
    counted(checked.positions, 'position'),
    counted(checked.adoptions, 'adoption'),
  ];
  const rest = findings.length > findingsShown ? [`    and ${findings.length - findingsShown} more`] : [];
  return [
    `  ${alliance}  ${name}${practice ? ` (${practiceWord})` : ''}: ${counts.join(', ')}`,
    ...findings.slice(0, findingsShown).map(({ seq, law, says }) => `    entry ${seq}: ${says}. ${laws[law]}.`),
    ...rest,
    ...(scheduleWrong ? [`    ${scheduleNote}`] : []),
    ...(head === null || findings.length > 0 ? [] : [`    witness: ${witnessLine(witness(head))}`]),
  ].join('\n');
};

const scheduleNote =
  'its schedule is not what the book says, so a deadline could pass unseen; the server writes it anew when it starts';

/** One sentence about the first thing that is wrong, or null. */
const firstBad = (reports: readonly FileReport[]): string | null => {
  for (const { file, flaws, books } of reports) {
    const found = books.flatMap(({ alliance, findings }) =>
      findings.slice(0, 1).map((finding) => ({ alliance, ...finding })),
    );
    const [finding] = found;
    const [flaw] = flaws;
    const advice = 'Keep the file as it is, and restore a backup ("roundtable restore --help").';
    if (finding !== undefined)
      return `NOT VERIFIED. The first bad entry of ${finding.alliance} in ${file} is ${finding.seq}: ${finding.says}. ${advice}`;
    if (flaw !== undefined)
      return `NOT VERIFIED. In ${file}${flaw.alliance === undefined ? '' : `, ${flaw.alliance}`}: ${flaw.what}. ${advice}`;
  }
  return null;
};
