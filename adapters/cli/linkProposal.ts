import type { Command } from 'commander';
import { randomUUID } from 'node:crypto';
import type { Account } from '../../src/alliance/directory.js';
import { peopleCalled, personName } from '../../src/cards/words/names.js';
import { type Books, type Desk, unable } from './desk.js';
import { ofAlliance, type Place, withPlace, writing } from './places.js';
import { examples } from './print.js';

/** `propose-link`: whose account it is, said by the operator; the person confirms it (rulings 3.1, 3.2). */
export const addLinkProposal = (program: Command, desk: Desk): void => {
  withPlace(program.command('propose-link'))
    .summary('say whose account it is, where no officer can')
    .description(
      'Proposes that an account on a chat platform belongs to a person, for when no officer can say so in chat: the first ' +
        'officer of an alliance, or the only one who may. Nobody proposes their own link. The account acts for nobody ' +
        'until the person has confirmed it with the code that "roundtable link-code" prints. Stop the server first.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .argument('<person>', 'the name as "roundtable people" prints it, or "person 7"')
    .argument('<account>', 'platform, workspace and member ID: slack:T01234567:U07654321')
    .addHelpText(
      'after',
      examples(
        ['propose-link PLY "Naomi Clarke" slack:T01234567:U07654321', 'then start the server'],
        ['link-code PLY 3', 'the code with which she confirms link 3'],
      ),
    )
    .action((code: string, named: string, account: string, options: Place) =>
      proposeLink(desk, options, code, named, accountOf(account)),
    );
};

const accountOf = (typed: string): Account => {
  const [, tenant, user] = /^slack:([TE][A-Z0-9]{1,30}):([UW][A-Z0-9]{1,30})$/.exec(typed) ?? [];
  if (tenant === undefined || user === undefined) {
    throw unable(
      `${JSON.stringify(typed)} is no account. Write slack:, the workspace and the member ID, as in slack:T01234567:U07654321; Slack shows the member ID in the person's profile.`,
    );
  }
  return { platform: 'slack', tenant, user };
};

const proposeLink = (desk: Desk, place: Place, code: string, named: string, account: Account): Promise<void> =>
  writing(desk, place, async (books) => {
    const { person, name } = await personCalled(books, code, named);
    const reply = await books.clerk.serve({
      alliance: code,
      command: { kind: 'proposeLink', person, account },
      by: 'operator',
      cause: `propose-link:${randomUUID()}`,
      via: 'cli',
    });
    if (reply.kind === 'refused') throw unable(`Nothing was proposed (${reply.refusal.why}).`, 1);
    const link = reply.alliance.links.at(-1)?.number ?? 0;
    desk.say(
      `Proposed, as link ${link}: the account ${account.user} in ${account.tenant} for ${name}. It acts for nobody until ${name} has confirmed it.\n\n` +
        `Start the server, and give ${name} the code that "roundtable link-code ${code} ${link}" prints, through an address on record.\n`,
    );
  });

const personCalled = async (books: Books, code: string, named: string) => {
  const [found, ...others] = await ofAlliance(books, code, (view) =>
    peopleCalled(view, named).map((person) => ({ person, name: personName(view, person) })),
  );
  if (found === undefined) {
    throw unable(`Nobody in ${code} is called ${JSON.stringify(named)}: "roundtable people ${code}" lists the names.`);
  }
  if (others.length === 0) return found;
  const each = [found, ...others].map(({ person }) => JSON.stringify(person.replace(':', ' '))).join(' or ');
  throw unable(`More than one person is called ${JSON.stringify(named)}: say which, as ${each}.`);
};
