import type { Account } from '../src/alliance/directory.js';
import type { Directory } from '../src/clerk/ports.js';

type Persons = Awaited<ReturnType<Directory['personsOf']>>;

/**
 * Whose an account is, as it was last read: asked at every act, and changed by few. Whoever writes through the same store
 * forgets it all when links change; nobody else writes to the file.
 */
export interface Whose {
  readonly personsOf: (account: Account, read: () => Persons) => Persons;
  readonly forget: () => void;
}

export const whoseAccounts = (most = 10_000): Whose => {
  const known = new Map<string, Persons>();
  return {
    personsOf: ({ platform, tenant, user }, read) => {
      const name = `${platform}\n${tenant}\n${user}`;
      const found = known.get(name);
      if (found !== undefined) return found;
      const persons = read();
      if (known.size >= most) known.clear();
      known.set(name, persons);
      return persons;
    },
    forget: () => known.clear(),
  };
};
