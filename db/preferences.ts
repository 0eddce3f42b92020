import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** What people want to be spared, and where they were last: erased with the person. */
export const preferencesOf = (statements: Statements): Pick<Tables, 'preferences' | 'keepPreferences' | 'noteUse'> => ({
  preferences: (alliance, person) => {
    const row = statements.preferencesOf.get({ alliance, person });
    if (row === undefined) return null;
    const { snoozedUntil, quietFrom, quietTo } = row;
    return { snoozedUntil, quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo } };
  },
  keepPreferences: (alliance, person, { snoozedUntil, quiet }) => {
    statements.setPreferences.run({
      alliance,
      person,
      snoozedUntil,
      quietFrom: quiet?.from ?? null,
      quietTo: quiet?.to ?? null,
    });
  },
  noteUse: ({ platform, tenant, user }, at) => void statements.noteUse.run({ platform, tenant, user, at }),
});
