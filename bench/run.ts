import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Bench, type Figure, isMet } from './bench.js';
import { decideVote } from './decide.js';
import { votesDuringDigestOfHundred, votesDuringDigestOfTen, votesDuringDigestOfThousand } from './duringDigest.js';
import { fold } from './fold.js';
import { longMeeting } from './meeting.js';
import { type Place, placeOf, workFolder } from './place.js';
import { votesInSlack, votesWithUpdates } from './slack/votes.js';
import { start } from './start.js';
import { roomsInTeams } from './teams/rooms.js';
import { votesInTeams } from './teams/votes.js';
import { tickOfHundred, tickOfThousand } from './tick.js';
import { voteOnOne } from './voteOnOne.js';
import { voteOnMany } from './voteOnMany.js';

/** npm run bench -- <name> [--json] [--in <folder>]: measures, prints a line a figure, keeps them in bench/results. */
const onTheBook: readonly Bench[] = [voteOnMany, voteOnOne, fold, decideVote, start];
const inSlack: readonly Bench[] = [votesInSlack, votesWithUpdates];
const inTeams: readonly Bench[] = [votesInTeams, roomsInTeams];
const ofMeetings: readonly Bench[] = [longMeeting];
const ofTime: readonly Bench[] = [tickOfHundred, votesDuringDigestOfHundred];
const longer: readonly Bench[] = [votesDuringDigestOfTen, tickOfThousand, votesDuringDigestOfThousand];
const benches: readonly Bench[] = [...onTheBook, ...inSlack, ...inTeams, ...ofMeetings, ...ofTime, ...longer];

/** What a vote costs: from the rules to the disk, and through the front door of Slack. */
const groups: Readonly<Record<string, readonly Bench[]>> = {
  vote: onTheBook,
  slack: inSlack,
  teams: inTeams,
  tick: ofTime,
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, in: { type: 'string' } },
  });
  const [name] = positionals;
  const chosen = name === undefined ? undefined : (groups[name] ?? benches.filter((bench) => bench.name === name));
  if (name === undefined || chosen === undefined || chosen.length === 0) {
    process.stdout.write(offered());
    return name === undefined ? 0 : 1;
  }
  const folder = workFolder(values.in);
  try {
    const place = placeOf(folder.path);
    if (!values.json) process.stdout.write(`${inWords(place)}\n`);
    const figures: Figure[] = [];
    for (const bench of chosen) {
      for (const figure of await bench.measure(folder.path)) {
        process.stdout.write(values.json ? `${JSON.stringify(asLine(figure))}\n` : `${asWords(figure)}\n`);
        figures.push(figure);
      }
    }
    keep(name, place, figures);
    return 0;
  } finally {
    folder.remove();
  }
};

const offered = (): string =>
  [
    'npm run bench -- <name> [--json] [--in <folder on the disk to measure>]',
    '',
    ...Object.entries(groups).map(
      ([name, group]) => `  ${name.padEnd(20)} all of ${group.map((bench) => bench.name).join(', ')}`,
    ),
    ...benches.map(({ name, method }) => `  ${name.padEnd(20)} ${method}`),
    '',
  ].join('\n');

const inWords = ({ device, fileSystem, flushMs, processor, processors, node, load }: Place): string =>
  `${device} (${fileSystem}), flush ${flushMs.toFixed(3)} ms; ${processors} × ${processor}, load ${load}; Node ${node}`;

/** {"bench":"vote/store@16","ratio":0.8,"goal":0.75,"met":true,…} */
const asLine = (figure: Figure): Readonly<Record<string, unknown>> => ({
  bench: figure.bench,
  ...rounded(figure.value),
  ...(figure.goal === null ? {} : { goal: 'least' in figure.goal ? figure.goal.least : figure.goal.most }),
  met: isMet(figure),
  ...rounded(figure.more),
});

const asWords = (figure: Figure): string => {
  const { value, goal, more } = figure;
  const measured = 'ratio' in value ? `ratio ${value.ratio.toPrecision(3)}` : `${value.ms.toPrecision(3)} ms`;
  const wanted =
    goal === null
      ? ''
      : `, goal ${'least' in goal ? `at least ${goal.least}` : `at most ${goal.most}`}${isMet(figure) ? '' : ': MISSED'}`;
  const rest = Object.entries(rounded(more)).map(([name, number]) => `${name} ${number}`);
  return `${figure.bench.padEnd(22)} ${measured}${wanted} (${rest.join(', ')})`;
};

const rounded = (numbers: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, Number(number.toPrecision(4))]));

const keep = (name: string, place: Place, figures: readonly Figure[]): void => {
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync('bench/results', { recursive: true });
  const result = { date, bench: name, place, figures: figures.map(asLine) };
  writeFileSync(`bench/results/${date}-${name.replaceAll('/', '-')}.json`, `${JSON.stringify(result, null, 2)}\n`);
};

process.exitCode = await main();
