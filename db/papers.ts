import type { PersonId } from '../src/alliance/names.js';
import type { Feeds } from '../src/clerk/feeds.js';
import type { Papers } from '../src/clerk/papers.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** Papers, and addresses of calendars. */
export const papersOf = (statements: Statements): Pick<Tables, keyof Papers | keyof Feeds> => ({
  paper: (alliance, sha256) => statements.paperOf.get({ alliance, sha256 })?.bytes ?? null,
  feed: (alliance, person) => statements.feedOfPerson.get({ alliance, person }) ?? null,
  feedOf: (tokenHash) => {
    const row = statements.feedByToken.get({ tokenHash });
    return row === undefined ? null : { alliance: row.alliance, person: row.person as PersonId };
  },
  keepFeed: (alliance, person, feed) => {
    if (feed === null) statements.removeFeed.run({ alliance, person });
    else statements.setFeed.run({ alliance, person, ...feed });
  },
});
