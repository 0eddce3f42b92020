import { Command, CommanderError } from 'commander';
import { charterSchema } from '../../src/alliance/charterSchema.js';
import { addAlliances } from './alliances.js';
import { addCopies } from './copies.js';
import type { Desk } from './desk.js';
import { isUnable } from './desk.js';
import { addDigest } from './digest.js';
import { addDoctor } from './doctor.js';
import { addDue } from './due.js';
import { addExport } from './exporting.js';
import { addFounding } from './founding.js';
import { addLinkCode } from './linkCode.js';
import { addLinkProposal } from './linkProposal.js';
import { addMinutes } from './minutes.js';
import { addPeople } from './people.js';
import { asJson, examples } from './print.js';
import { addProposals } from './proposals.js';
import { addRemind } from './remind.js';
import { addRotation } from './rotation.js';
import { addTokens } from './tokens.js';
import { addVerify } from './verify.js';

/**
 * Runs one command line and answers with the exit code: 0 done, 1 refused or not verified, 2 could not be done as asked.
 * What goes wrong is one sentence, never a stack trace.
 */
export const runCommand = async (desk: Desk, words: readonly string[], now: () => Date): Promise<0 | 1 | 2> => {
  try {
    await programOf(desk, now).parseAsync(words, { from: 'user' });
    return 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    desk.complain(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return isUnable(thrown) ? thrown.exitCode : 2;
  }
};

const programOf = (desk: Desk, now: () => Date): Command => {
  // Set before the commands are added, so that each of them takes it over.
  const program = new Command('roundtable')
    .exitOverride()
    .configureOutput({ writeOut: desk.say, writeErr: desk.complain })
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what is possible)')
    .description(
      'Roundtable keeps the minute book of an alliance: unanimous decisions, one voice per member organisation.\n\n' +
        'The command line is the operator. It founds alliances, reads, proves, exports, backs up and restores. ' +
        'It has no vote: no command here records a position, a ruling, a recount or a decision. People of the ' +
        'alliance do that, in chat.',
    )
    .addHelpText(
      'after',
      examples(
        ['found examples/plymouth.charter.yaml', 'begin a record'],
        ['show PLY', 'how it stands'],
        ['verify', 'prove the record'],
        ['alliances --practice', 'what the playground holds'],
      ),
    );
  addFounding(program, desk);
  addAlliances(program, desk);
  addPeople(program, desk);
  addProposals(program, desk);
  addMinutes(program, desk);
  addDue(program, desk);
  addRemind(program, desk);
  addDigest(program, desk);
  addDoctor(program, desk);
  addVerify(program, desk);
  addExport(program, desk);
  addCopies(program, desk, now);
  addRotation(program, desk);
  addTokens(program, desk);
  addLinkProposal(program, desk);
  addLinkCode(program, desk);
  program
    .command('schema')
    .summary('print the JSON Schema of a charter')
    .description('Prints the JSON Schema of a charter, with which editors check and complete a charter as you write.')
    .addHelpText('after', examples(['schema > charter.schema.json', '']))
    .action(() => desk.say(asJson(charterSchema())));
  return program;
};
