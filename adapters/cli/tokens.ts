import type { Command } from 'commander';
import { figure } from '../../src/cards/words/general.js';
import type { Desk } from './desk.js';
import { unable } from './desk.js';
import type { Place } from './places.js';
import { withPlace, writing } from './places.js';
import { examples } from './print.js';

/** What `seal-tokens` did, workspace by workspace. */
export interface SealedTokens {
  /** The name of the key under which they are now. */
  readonly key: string;
  readonly anew: readonly string[];
  readonly already: readonly string[];
  readonly unopened: readonly string[];
}

/** `seal-tokens`: the tokens of all workspaces go on under the first key of SLACK_TOKEN_KEYS. */
export const addTokens = (program: Command, desk: Desk): void => {
  withPlace(program.command('seal-tokens'))
    .summary('seal the tokens of all workspaces under a new key')
    .description(
      'Seals the Slack tokens of all workspaces anew under the first key of SLACK_TOKEN_KEYS, so that an earlier key ' +
        'can be taken out of it: once a year, or when somebody may have seen the key.\n\n' +
        'Put the new key in front (k2:…,k1:…), stop the server, and run this. Nobody has to install anything again. ' +
        'It may be interrupted and run again.',
    )
    .addHelpText('after', examples(['seal-tokens', '']))
    .action((options: Place) => sealTokens(desk, options));
};

const sealTokens = (desk: Desk, options: Place): Promise<void> =>
  writing(desk, options, async (books) => {
    const sealed = await books.sealTokens();
    if (sealed === null) {
      throw unable('SLACK_TOKEN_KEYS is not in the settings, so no tokens of several workspaces are kept here.');
    }
    const { key, anew, already, unopened } = sealed;
    desk.say(
      `${workspaces(anew.length)} sealed anew under the key ${key}; ${figure(already.length)} had been sealed under it before.\n`,
    );
    if (unopened.length > 0) {
      throw unable(
        `No key of SLACK_TOKEN_KEYS opens the token of ${unopened.join(', ')}. Put the key back that sealed it and ` +
          'run this again, or install the app there again.',
        1,
      );
    }
    desk.say('Every other key can be taken out of SLACK_TOKEN_KEYS now.\n');
  });

const workspaces = (count: number): string =>
  count === 1 ? 'The token of 1 workspace was' : `The tokens of ${figure(count)} workspaces were`;
