import type { CharterDocument } from './charter.js';
import { settingsOf } from './charter.js';
import type { CharterProblem } from './charterProblem.js';
import { registerChecks } from './charterChecksOfRegisters.js';
import { settingsChecks } from './charterChecksOfSettings.js';

/**
 * What is wrong with a charter whose every field is well formed: names that point nowhere, seats, classes and powers
 * that could never work, dates that run backwards. Empty when nothing is. Warnings do not stand in the way of founding.
 */
export const charterChecks = (
  charter: CharterDocument,
): { readonly problems: readonly CharterProblem[]; readonly warnings: readonly CharterProblem[] } => {
  const seats = { members: charter.members, offices: new Set(charter.officers.map(({ office }) => office)) };
  const { problems, warnings } = registerChecks(charter);
  return { problems: [...settingsChecks(settingsOf(charter), seats), ...problems], warnings };
};
