import { expect, it } from 'vitest';
import { typedCommand } from '../../src/cards/typed.js';
import { helpLines, slackIdiom, teamsIdiom } from '../../src/cards/words/visits.js';

/** Every command that help names between quotation marks, as it is typed after the name of the app. */
const namedIn = (idiom: typeof slackIdiom): readonly string[] =>
  helpLines(idiom).flatMap((line) =>
    [...line.matchAll(/“([^”]+)”/gu)].flatMap(([, words = '']) =>
      words.startsWith(`${idiom.before} `) ? [words.slice(idiom.before.length + 1)] : [],
    ),
  );

it.each([slackIdiom, teamsIdiom])('every command that help names in $platform is understood', (idiom) => {
  const named = namedIn(idiom);
  expect(named.length).toBeGreaterThan(25);
  const notUnderstood = named.filter((words) => ['unclear', 'help'].includes(typedCommand(words).kind));
  expect(notUnderstood).toEqual([]);
});

it('help names what meetings leave behind: calendar, papers and meetings that recur', () => {
  expect(namedIn(slackIdiom)).toEqual(
    expect.arrayContaining(['calendar', 'papers M-3', 'paper M-3', 'meeting plan', 'convene', 'minutes M-3']),
  );
});
