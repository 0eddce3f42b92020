import type { Command } from 'commander';
import { basename } from 'node:path';
import type { Desk, FileCopy } from './desk.js';
import { unable } from './desk.js';
import type { Place } from './places.js';
import { fileOf, withPlace } from './places.js';
import { examples, paragraphs } from './print.js';

/** `backup` and `restore`: a copy of the whole file, checked before it counts. */
export const addCopies = (program: Command, desk: Desk, now: () => Date): void => {
  withPlace(program.command('backup'))
    .summary('copy the record while the server runs')
    .description(
      'Copies the record into a new file while the server goes on, checks the copy whole, and only then gives it its name.\n\n' +
        'The signing keys are not in it: keep them in another safe place.',
    )
    .argument('<file>', 'the new file; one that exists is never replaced')
    .addHelpText(
      'after',
      examples(['backup /backups/monday.db', ''], ['verify --database /backups/monday.db', 'to check it again']),
    )
    .action(async (to: string, options: Place) => {
      const from = fileOf(desk, options);
      if (!desk.isThere(from)) throw unable(`There is no record at ${from}, so there is nothing to back up.`);
      const copy = await desk.backUp(from, to);
      desk.say(
        paragraphs(
          `Backed up ${from} to ${copy.path}: ${contents(copy)}. The copy was checked and is whole.`,
          keys(copy),
        ),
      );
    });
  withPlace(program.command('restore'))
    .summary('put a backup in the place of the record')
    .description(
      'Puts a backup in the place of the record, after checking the backup whole. Stop the server first.\n\n' +
        'The file that is replaced is kept beside it. Entries that are newer than the backup are missing afterwards: ' +
        'they are still in the file that is kept.',
    )
    .argument('<file>', 'the backup')
    .addHelpText('after', examples(['restore /backups/monday.db', '']))
    .action(async (backup: string, options: Place) => {
      const to = fileOf(desk, options);
      const stamp = now().toISOString().slice(0, 19).replace(/[:T]/g, '-');
      const restored = await desk.restore(backup, to, `${basename(to)}.replaced-${stamp}`);
      const kept = restored.kept === null ? '' : `The file that it replaced is kept as ${restored.kept}.`;
      desk.say(paragraphs(`Restored ${restored.path} from ${backup}: ${contents(restored)}.`, kept, keys(restored)));
    });
};

const contents = ({ bytes, books }: FileCopy): string =>
  `${books.map(({ alliance, seq }) => `${alliance} up to entry ${seq}`).join(', ') || 'no book yet'} (${Math.ceil(bytes / 1024)} KB)`;

const keys = ({ keysAt }: FileCopy): string =>
  keysAt === null ? '' : `The signing keys are not in a backup; they belong in ${keysAt}.`;
