import type { Command } from 'commander';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CharterDocument } from '../../src/alliance/charter.js';
import type { ProblemInFile } from '../../src/alliance/charterText.js';
import { charterBytesMost, readCharter } from '../../src/alliance/charterText.js';
import { counted, practiceNote } from '../../src/cards/words/general.js';
import type { Desk } from './desk.js';
import { unable } from './desk.js';
import type { Place } from './places.js';
import { fileOf, withPlace } from './places.js';
import { examples, paragraphs } from './print.js';

interface Options extends Place {
  readonly check?: boolean;
}

/** `found`: an alliance begins with its charter. */
export const addFounding = (program: Command, desk: Desk): void => {
  withPlace(program.command('found'))
    .summary('found an alliance from its charter')
    .description(
      'Founds an alliance from a charter: its rules, members and people become the first entries of its minute book. ' +
        'Everything wrong in the charter is told at once, with path and line, and nothing is founded.\n\n' +
        'The book gets a signing key of its own. Keep a copy of the key in a safe place; no backup holds it.',
    )
    .argument('<charter>', 'a YAML file; copy one from examples/')
    .option('--check', 'only look whether the charter is in order')
    .addHelpText(
      'after',
      examples(
        ['found examples/plymouth.charter.yaml', 'into the record'],
        ['found our.charter.yaml --check', 'without founding anything'],
        ['found our.charter.yaml --practice', 'as a practice book, beside those of the playground'],
      ),
    )
    .action((path: string, options: Options) => found(desk, path, options));
};

const found = async (desk: Desk, path: string, options: Options): Promise<void> => {
  const { charter, warnings } = await charterAt(path);
  const said = warnings.map((warning) => problemLine(path, warning)).join('\n');
  if (options.check === true) {
    desk.say(paragraphs(said, `${path} is in order: ${sizes(charter)}. Nothing was founded.`));
    return;
  }
  const books = await desk.write(fileOf(desk, options));
  try {
    const practice = options.practice === true;
    const reply = await books.clerk.found(charter, { practice, via: 'cli' });
    if (reply.kind === 'refused') {
      throw unable(
        reply.refusal.why === 'codeTaken'
          ? `Nothing was founded: there is an alliance ${charter.code} in this file already. Choose another code in the charter.`
          : `Nothing was founded (${reply.refusal.why}).`,
        1,
      );
    }
    desk.say(
      paragraphs(
        said,
        practice ? practiceNote : '',
        `Founded ${charter.name} (${charter.code}): ${sizes(charter)}, ${counted(reply.entries.length, 'entry', 'entries')} in its minute book.`,
        books.keysAt === null || practice
          ? ''
          : `Its signing key is in ${books.keysAt}. Keep a copy of it in a safe place: no backup holds it.`,
      ),
    );
  } finally {
    await books.close();
  }
};

const charterAt = async (path: string): Promise<{ charter: CharterDocument; warnings: readonly ProblemInFile[] }> => {
  const read = readCharter(await textAt(path), basename(path));
  if (!('problems' in read)) return read;
  const { problems } = read;
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  throw unable(
    `Nothing was founded: ${path} has ${count}.\n${problems.map((problem) => problemLine(path, problem)).join('\n')}`,
    1,
  );
};

const textAt = async (path: string): Promise<string> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw unable(`${path} is not a file. Name a charter, such as examples/plymouth.charter.yaml.`);
    if (found.size > charterBytesMost) throw unable(`${path} is larger than 1 MB, the most that a charter may have.`);
    return await readFile(path, 'utf8');
  } catch (thrown) {
    const code = (thrown as { readonly code?: unknown }).code;
    if (code === 'ENOENT')
      throw unable(`There is no file ${path}. Name a charter, such as examples/plymouth.charter.yaml.`);
    if (code === 'EACCES') throw unable(`${path} cannot be read by this account.`);
    throw thrown;
  }
};

const problemLine = (path: string, { path: place, line, says }: ProblemInFile): string =>
  `${path}:${line}  ${place === '' ? '' : `${place}: `}${says}`;

const sizes = ({ members, people }: CharterDocument): string =>
  `${counted(members.length, 'member')} and ${people.length === 1 ? 'one person' : `${people.length} people`}`;
