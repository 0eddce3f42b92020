import { timingSafeEqual } from 'node:crypto';
import type { Link } from '../../alliance/alliance.js';
import { plusMs } from '../../alliance/instant.js';
import type { AllianceCode, PersonId } from '../../alliance/names.js';
import { noticeCard } from '../../cards/notice.js';
import type { Typed } from '../../cards/typed.js';
import { peopleCalled } from '../../cards/words/names.js';
import { typedWords, visitWords } from '../../cards/words/visits.js';
import { drawn } from '../drawing.js';
import { linkCodeBytes, linkCodeDays, linkCodeOf, typedLinkCode } from '../../ledger/linkCode.js';
import { linkedPerson } from './identity.js';
import { tenantsIn } from './linking.js';
import type { Answer, Asked } from './typed.js';
import { serve } from './typedActs.js';
import type { Counter, Visitor } from './visitor.js';

type LinkTyped = Extract<Typed, { readonly kind: 'link' | 'confirm' | 'unlink' }>;

/** Proposing, confirming and ending the link of an account (rulings 3.1). `by` is null for whoever only confirms. */
export const linkAct = (asked: Asked<LinkTyped>, alliance: AllianceCode, by: PersonId | null): Promise<Answer> => {
  const { typed } = asked;
  switch (typed.kind) {
    case 'link':
      return propose({ ...asked, typed }, alliance, by);
    case 'confirm':
      return confirm({ ...asked, typed }, alliance);
    case 'unlink':
      return by === null
        ? Promise.resolve({ card: noticeCard([visitWords.unreadable]) })
        : serve(asked, alliance, by, { kind: 'unlinkAccount', link: typed.link, because: 'asked' });
  }
};

const propose = async (
  asked: Asked<Extract<Typed, { readonly kind: 'link' }>>,
  alliance: AllianceCode,
  by: PersonId | null,
): Promise<Answer> => {
  const { counter, visitor, typed, mentioned } = asked;
  const words = typedWords(visitor.idiom);
  const known = await counter.clerk.view(alliance);
  const account = await mentioned(typed.account, known === null ? [] : tenantsIn(known, visitor.platform));
  if (account === null || by === null) return { card: noticeCard([words.notAnAccount]) };
  const people = (await drawn(counter.clerk, alliance, (view) => peopleCalled(view, typed.name))) ?? [];
  const [person] = people;
  if (person === undefined) return { card: noticeCard([words.notAPerson(typed.name, known?.name ?? alliance)]) };
  if (people.length > 1) return { card: noticeCard([visitWords.severalPeople(typed.name)]) };
  return serve(asked, alliance, by, { kind: 'proposeLink', person, account }, { after: [words.nowConfirm] });
};

/**
 * Confirmed from an account of the person that is linked already, or from the proposed account itself with the code
 * that the operator printed and gave to the person.
 */
const confirm = async (
  asked: Asked<Extract<Typed, { readonly kind: 'confirm' }>>,
  alliance: AllianceCode,
): Promise<Answer> => {
  const { counter, visitor, typed } = asked;
  const known = (await counter.clerk.view(alliance))?.links ?? [];
  const link = known.find(({ number, state }) => number === typed.link && state === 'proposed');
  if (link === undefined) return { card: noticeCard([visitWords.wrongCode]) };
  const confirmed = { kind: 'confirmLink', link: link.number } as const;
  if ((await linkedPerson(counter, visitor, alliance)) === link.person) {
    return serve(asked, alliance, link.person, confirmed);
  }
  // Only the proposed account itself uses up tries, so that nobody can use them up for somebody else.
  if (!(await isProposed(counter, visitor, alliance, link))) return { card: noticeCard([visitWords.wrongCode]) };
  if (!mayTry(counter, `${alliance} ${link.number}`)) return { card: noticeCard([visitWords.tooManyCodes]) };
  const isRight = await isCode(counter, alliance, link, typed.code);
  return isRight ? serve(asked, alliance, link.person, confirmed) : { card: noticeCard([visitWords.wrongCode]) };
};

const isProposed = async (
  { directory }: Counter,
  { accounts }: Pick<Visitor, 'accounts'>,
  alliance: AllianceCode,
  { number }: Link,
): Promise<boolean> =>
  (await directory.links(alliance)).some(
    ({ link, account, confirmed }) =>
      link === number &&
      !confirmed &&
      accounts.some(
        ({ platform, tenant, user }) =>
          platform === account.platform && tenant === account.tenant && user === account.user,
      ),
  );

/** Once, since the link is then confirmed; for seven days from the proposal. */
const isCode = async (
  { keyring, clerk }: Counter,
  code: AllianceCode,
  { number, at }: Link,
  typed: string,
): Promise<boolean> => {
  const alliance = await clerk.view(code);
  if (alliance === null || clerk.now() > plusMs(at, linkCodeDays * 86_400_000)) return false;
  const signature = keyring.sign(code, linkCodeBytes(code, number, at), alliance.publicKey);
  const right = Buffer.from(linkCodeOf(signature));
  const given = Buffer.from(typedLinkCode(typed));
  return right.length === given.length && timingSafeEqual(right, given);
};

/** Five codes an hour for each link. */
const mayTry = (counter: Counter, link: string): boolean => {
  const now = counter.clock.monotonicMs();
  const tried = tries.get(counter.directory) ?? new Map<string, number[]>();
  tries.set(counter.directory, tried);
  const recent = (tried.get(link) ?? []).filter((at) => at > now - 3_600_000);
  if (recent.length >= 5) return false;
  tried.set(link, [...recent, now]);
  return true;
};

const tries = new WeakMap<Counter['directory'], Map<string, number[]>>();
