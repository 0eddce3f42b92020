import type { Command } from 'commander';
import { figure } from '../../src/cards/words/general.js';
import type { Desk } from './desk.js';
import { unable } from './desk.js';
import type { Place } from './places.js';
import { ofAlliance, withPlace, writing } from './places.js';
import { examples, paragraphs } from './print.js';

/** `rotate-key`: the book goes on under a new signing key. */
export const addRotation = (program: Command, desk: Desk): void => {
  withPlace(program.command('rotate-key'))
    .summary('give a book a new signing key')
    .description(
      'Gives the book of an alliance a new signing key, for when somebody may have copied the present one, or once a ' +
        'year. Stop the server first.\n\n' +
        'The present key signs the handover, so it must be here. It stays beside the new one: a backup from before ' +
        'the rotation goes on with it. What was signed before stays proven.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .addHelpText('after', examples(['rotate-key PLY', ''], ['verify PLY', 'to see that the new key signs']))
    .action((code: string, options: Place) => rotateKey(desk, code, options));
};

const rotateKey = (desk: Desk, code: string, options: Place): Promise<void> =>
  writing(desk, options, async (books) => {
    const name = await ofAlliance(books, code, ({ alliance }) => alliance.name);
    const reply = await books.clerk.rotateKey(code);
    if (reply.kind === 'refused') {
      const why =
        reply.refusal.why === 'unreadableHere'
          ? 'the book holds entries of a newer release, and only that one can write in it'
          : 'the minute book could not be written just now; please try again';
      throw unable(`The key was not changed: ${why}. The present key stays in force.`, 1);
    }
    const seq = reply.entries.at(-1)?.seq ?? 0;
    desk.say(
      paragraphs(
        `${name} (${code}) has a new signing key, named in entry ${figure(seq)} of its book.`,
        books.keysAt === null
          ? ''
          : `It is in ${books.keysAt}, beside the earlier one. Copy that folder to the safe place of your keys now: no backup holds it.`,
      ),
    );
  });
