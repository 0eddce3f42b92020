import type Database from 'better-sqlite3';
import type { Account, DirectoryLine } from '../src/clerk/ports.js';
import type { PersonId } from '../src/alliance/names.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';
import { wipe } from './wipe.js';

/** How people are reached and recognised: the part of the store that can be erased. */
export const directoryOf = (
  client: Database.Database,
  statements: Statements,
): Pick<Tables, 'keepPeople' | 'people' | 'personsOf' | 'forgetPerson'> => {
  const forget = client.transaction<Tables['forgetPerson']>((alliance, person) => {
    statements.removeAccounts.run({ alliance, person });
    statements.removePerson.run({ alliance, person });
  });
  const keep = client.transaction<Tables['keepPeople']>((alliance, lines) => {
    for (const { person, email, accounts } of lines) {
      statements.removeAccounts.run({ alliance, person });
      statements.setPerson.run({ alliance, person, email });
      for (const { platform, tenant, user } of accounts) {
        statements.addAccount.run({ alliance, person, platform, tenant, user });
      }
    }
  });
  return {
    keepPeople: (alliance, lines) => keep.immediate(alliance, lines),
    people: (alliance) => {
      const accounts = statements.accountsOf.all({ alliance });
      return statements.peopleOf.all({ alliance }).map(({ person, email }): DirectoryLine => ({
        person: person as PersonId,
        email,
        accounts: accounts
          .filter((account) => account.person === person)
          .map(({ platform, tenant, user }) => ({ platform: platform as Account['platform'], tenant, user })),
      }));
    },
    personsOf: ({ platform, tenant, user }) =>
      statements.personsOfAccount
        .all({ platform, tenant, user })
        .map(({ alliance, person }) => ({ alliance, person: person as PersonId })),
    forgetPerson: (alliance, person) => {
      forget.immediate(alliance, person);
      wipe(client);
    },
  };
};
