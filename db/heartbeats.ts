import type Database from 'better-sqlite3';
import type { Heartbeats } from '../src/clerk/uptime.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** When each surface was up, a row a minute (rulings 1.4). */
export const heartbeatsOf = (client: Database.Database, statements: Statements): Pick<Tables, keyof Heartbeats> => {
  const keep = client.transaction<Tables['keepHeartbeats']>((beats, kept) => {
    for (const { surface, minute } of beats) statements.addHeartbeat.run({ surface, minute });
    statements.forgetHeartbeats.run({ before: kept });
  });
  return {
    keepHeartbeats: (beats, kept) => keep.immediate(beats, kept),
    heartbeats: (since) => statements.heartbeatsSince.all({ since }),
  };
};
