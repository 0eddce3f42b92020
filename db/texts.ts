import type Database from 'better-sqlite3';
import type { SaltedText } from '../src/clerk/ports.js';
import type { TextRef } from '../src/alliance/names.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';
import { wipe } from './wipe.js';

/** The texts that the books commit to. */
export const textsOf = (
  client: Database.Database,
  statements: Statements,
): Pick<Tables, 'texts' | 'saltedTexts' | 'redactTexts'> => {
  const salted = (alliance: string, refs: readonly TextRef[]): readonly SaltedText[] =>
    refs.length === 0 ? [] : (statements.textsOf.all({ alliance, refs: JSON.stringify(refs) }) as SaltedText[]);
  const remove = client.transaction((alliance: string, refs: readonly TextRef[]) => {
    for (const ref of refs) statements.removeText.run({ alliance, ref });
  });
  return {
    saltedTexts: salted,
    texts: (alliance, refs) => new Map(salted(alliance, refs).map(({ ref, text }) => [ref, text])),
    redactTexts: (alliance, refs) => {
      remove.immediate(alliance, refs);
      wipe(client);
    },
  };
};
