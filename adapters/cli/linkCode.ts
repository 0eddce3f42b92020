import type { Command } from 'commander';
import { msOf } from '../../src/alliance/instant.js';
import type { View } from '../../src/cards/view.js';
import { personName } from '../../src/cards/words/names.js';
import { linkCodeBytes, linkCodeDays, linkCodeOf } from '../../src/ledger/linkCode.js';
import { type Desk, unable } from './desk.js';
import { ofAlliance, type Reading, reading, withReading } from './places.js';
import { asJson, examples } from './print.js';

/** `link-code`: the code with which a person confirms that a proposed account is theirs (rulings 3.1). */
export const addLinkCode = (program: Command, desk: Desk): void => {
  withReading(program.command('link-code'))
    .summary('print the code that confirms a proposed account')
    .description(
      'An officer has proposed that an account belongs to a person. Prints the code for it. Give it to that person, ' +
        'through an address that you have on record and to nobody else: they type it from the new account. ' +
        `It works once, and for ${linkCodeDays} days from the proposal. The server may be running.`,
    )
    .argument('<alliance>', 'its code, such as PLY')
    .argument('<link>', 'the number of the link, such as 3')
    .addHelpText('after', examples(['link-code PLY 3', 'the person then types “/alliance PLY confirm 3 <code>”']))
    .action((code: string, link: string, options: Reading) =>
      reading(desk, options, async (books) => {
        const proposed = await ofAlliance(books, code, (view) => proposedLink(view, Number(link)));
        const { alliance, number, at, person } = proposed;
        const signature = books.sign(code, linkCodeBytes(code, number, at), alliance.publicKey);
        const printed = linkCodeOf(signature);
        const typed = `/alliance ${code} confirm ${number} ${printed}`;
        if (options.json === true) desk.say(asJson({ alliance: code, link: number, code: printed, typed }));
        else desk.say(`${printed}\nFor ${person} alone, who types in Slack: ${typed}\n`);
      }),
    );
};

const proposedLink = (view: View, number: number) => {
  const { alliance, now } = view;
  const link = alliance.links.find((each) => each.number === number);
  if (link === undefined) throw unable(`There is no link ${number} in this alliance.`);
  if (link.state !== 'proposed') throw unable(`Link ${number} does not wait for a confirmation.`, 1);
  if (msOf(now) > msOf(link.at) + linkCodeDays * 86_400_000) {
    throw unable(
      `Link ${number} was proposed more than ${linkCodeDays} days ago. Let an officer propose it anew: “/alliance link”.`,
      1,
    );
  }
  return { alliance, number, at: link.at, person: personName(view, link.person) };
};
