import type { Command } from 'commander';
import { undeliveredLines } from '../../src/cards/digest/undelivered.js';
import { everythingArrived, greetingWords, waitingWords } from '../../src/cards/words/delivery.js';
import { practiceNote } from '../../src/cards/words/general.js';
import type { Post } from '../../src/clerk/surfaces.js';
import type { Books, Desk } from './desk.js';
import type { Reading } from './places.js';
import { ofAlliance, reading, withReading } from './places.js';
import { asJson, examples, paragraphs } from './print.js';

/** `doctor`: what did not arrive, or may not have, and how that is mended (rulings 5). */
export const addDoctor = (program: Command, desk: Desk): void => {
  withReading(program.command('doctor'))
    .summary('list messages that may not have arrived')
    .description(
      'Lists the messages that could not be delivered or may not have arrived, with the channel or person, and what mends ' +
        'it, and counts those that wait to be sent. What is shown on cards is brought up to date by the running server; what is said once is never said twice.',
    )
    .argument('[alliance]', 'its code, such as PLY; all of the file when left out')
    .addHelpText('after', examples(['doctor', 'of all alliances'], ['doctor PLY', '']))
    .action((code: string | undefined, options: Reading) =>
      reading(desk, options, async (books) => {
        const found = await findings(books, code);
        const said = found.map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)].join('\n'));
        if (options.json === true) desk.say(asJson(found.flatMap(({ of }) => of)));
        else desk.say(said.length === 0 ? `${everythingArrived}\n` : paragraphs(...said));
      }),
    );
};

/** What was found of one alliance, or of no alliance yet; in words, and for programs. */
interface Finding {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly of: readonly Readonly<Record<string, string | number | null>>[];
}

const findings = async (books: Books, code: string | undefined): Promise<readonly Finding[]> => {
  const codes = code === undefined ? (await books.ledger.alliances()).map((line) => line.code) : [code];
  const found: Finding[] = [];
  for (const each of codes) found.push(await undeliveredOf(books, each));
  if (code === undefined) found.push(await greetings(books));
  return found.filter(({ of }) => of.length > 0);
};

/** What is being sent is on its way while a server runs; a server that is not running any more may have died over it. */
const undeliveredOf = async (books: Books, code: string): Promise<Finding> => {
  const isServed = books.isHeld();
  const posts = await books.ledger.undelivered(code, foundMost);
  const doubtful = posts.filter(({ state }) => !isServed || state !== 'sending');
  const waiting = (await books.ledger.waiting(code)) + posts.length - doubtful.length;
  const asUnknown = doubtful.map((post): Post => (post.state === 'sending' ? { ...post, state: 'unknown' } : post));
  return ofAlliance(books, code, (view) => ({
    heading: `${view.alliance.name} (${code})${view.alliance.practice ? `. ${practiceNote}` : ''}`,
    lines: [...undeliveredLines(view, asUnknown), ...(waiting === 0 ? [] : [waitingWords(waiting, isServed)])],
    of: [
      ...doubtful.map(({ to, key, state, reason, at }) => ({ alliance: code, to, key, state, reason, at })),
      ...(waiting === 0 ? [] : [{ alliance: code, state: 'waiting', count: waiting }]),
    ],
  }));
};

/** Where the app was installed and no alliance decides yet. */
const greetings = async ({ ledger }: Books): Promise<Finding> => {
  const doubtful = await ledger.doubtfulGreetings(foundMost);
  return {
    heading: 'Installations',
    lines: doubtful.map(greetingWords),
    of: doubtful.map(({ platform, tenant, place, state }) => ({ platform, tenant, place, state })),
  };
};

/** All that there can be: whoever asks is told of everything. */
const foundMost = 1_000_000_000;
