import type { AllianceCode, PersonId } from '../../alliance/names.js';
import type { Refusal } from '../../alliance/refusals.js';
import type { UnknownAccount } from '../../cards/words/visits.js';
import { linkByAddress } from './linking.js';
import type { Counter, Visitor } from './visitor.js';

/** The person that an account is in one alliance, or why nobody can be named. */
export type Identified =
  | { readonly person: PersonId }
  | { readonly unknown: UnknownAccount }
  | { readonly refusal: Refusal; readonly person: PersonId };

/**
 * Who acts in this alliance: the person to whom the account is linked, or may be linked now by the charter's own lists
 * (rulings 3.1). `cause` names the act, so that a link that it brings about is made once.
 */
export const identify = async (
  counter: Counter,
  visitor: Visitor,
  alliance: AllianceCode,
  cause: string,
): Promise<Identified> => {
  const person = await linkedPerson(counter, visitor, alliance);
  if (person !== null) {
    noteWhere(counter, visitor);
    return { person };
  }
  const linked = await linkByAddress(counter, visitor, alliance, cause);
  if ('unknown' in linked) await noteStranger(counter, visitor, alliance, linked.unknown);
  // The act by which an account is linked is its first use.
  else noteWhere(counter, visitor);
  return linked;
};

/** Messages go where somebody was last; once an hour is near enough. Nobody waits for it, nor is kept from acting by it. */
const noteWhere = ({ directory, clock, log }: Counter, { accounts }: Pick<Visitor, 'accounts'>): void => {
  const nowMs = clock.monotonicMs();
  const known = noted.get(directory) ?? new Map<string, number>();
  noted.set(directory, known);
  for (const account of accounts) {
    const name = `${account.platform} ${account.tenant} ${account.user}`;
    if ((known.get(name) ?? -Infinity) > nowMs - hourMs) continue;
    if (known.size >= notedMost) known.clear();
    known.set(name, nowMs);
    directory.noteUse(account, clock.now()).catch((thrown: unknown) => {
      log.warn({ err: thrown }, 'where somebody was last could not be noted');
    });
  }
};

const hourMs = 3_600_000;
const notedMost = 10_000;
const noted = new WeakMap<Counter['directory'], Map<string, number>>();

/** The person of a linked account; null without asking anybody. */
export const linkedPerson = async (
  { directory }: Pick<Counter, 'directory'>,
  { accounts }: Pick<Visitor, 'accounts'>,
  alliance: AllianceCode,
): Promise<PersonId | null> => {
  for (const account of accounts) {
    const found = (await directory.personsOf(account)).find((each) => each.alliance === alliance);
    if (found !== undefined) return found.person;
  }
  return null;
};

/** Every alliance that knows the account, by code. */
export const alliancesOf = async (
  { directory }: Pick<Counter, 'directory'>,
  { accounts }: Pick<Visitor, 'accounts'>,
): Promise<readonly { readonly alliance: AllianceCode; readonly person: PersonId }[]> => {
  const found = new Map<AllianceCode, PersonId>();
  for (const account of accounts) {
    for (const { alliance, person } of await directory.personsOf(account)) {
      if (!found.has(alliance)) found.set(alliance, person);
    }
  }
  return [...found]
    .map(([alliance, person]) => ({ alliance, person }))
    .sort((a, b) => (a.alliance < b.alliance ? -1 : 1));
};

/** A bounded note beside the book; a stranger never grows the book itself. */
const noteStranger = async (
  { ledger, clock, log }: Counter,
  { accounts, platform }: Visitor,
  alliance: AllianceCode,
  why: UnknownAccount,
): Promise<void> => {
  const { tenant = '', user = '' } = accounts.at(-1) ?? {};
  try {
    await ledger.noteAttempt({ alliance, at: clock.now(), who: `${platform} ${tenant} ${user}`, what: 'act', why });
  } catch (thrown) {
    log.warn({ err: thrown }, 'an attempt could not be noted');
  }
};
