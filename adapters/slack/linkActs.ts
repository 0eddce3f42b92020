import { timingSafeEqual } from 'node:crypto';
import type { Link } from '../../src/alliance/alliance.js';
import type { Account } from '../../src/alliance/directory.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { noticeCard } from '../../src/cards/notice.js';
import type { Typed } from '../../src/cards/typed.js';
import { peopleCalled } from '../../src/cards/words/names.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import { linkCodeBytes, linkCodeDays, linkCodeOf, typedLinkCode } from '../../src/ledger/linkCode.js';
import { linkedPerson } from './identity.js';
import { accountOf } from './linking.js';
import type { Caller, SlackOffice } from './office.js';
import { type Answer, type Asked, serve } from './typedActs.js';

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
        ? Promise.resolve({ card: noticeCard([slackWords.unreadable]) })
        : serve(asked, alliance, by, { kind: 'unlinkAccount', link: typed.link, because: 'asked' });
  }
};

const propose = async (
  asked: Asked<Extract<Typed, { readonly kind: 'link' }>>,
  alliance: AllianceCode,
  by: PersonId | null,
): Promise<Answer> => {
  const { office, caller, typed } = asked;
  const [, user] = /^<@([UW][A-Z0-9]{1,30})(?:\|[^>]*)?>$/u.exec(typed.account) ?? [];
  const account = user === undefined ? null : await accountCalled(caller, user, office, alliance);
  if (account === null || by === null) return { card: noticeCard([slackWords.notAnAccount]) };
  const people = (await drawn(office.clerk, alliance, (view) => peopleCalled(view, typed.name))) ?? [];
  const [person] = people;
  const name = (await office.clerk.view(alliance))?.name ?? alliance;
  if (person === undefined) return { card: noticeCard([slackWords.notAPerson(typed.name, name)]) };
  if (people.length > 1) return { card: noticeCard([slackWords.severalPeople(typed.name)]) };
  return serve(asked, alliance, by, { kind: 'proposeLink', person, account }, [slackWords.nowConfirm]);
};

/** The account that was mentioned, in the team or organisation that is its own. */
const accountCalled = async (
  { client }: Caller,
  user: string,
  office: SlackOffice,
  alliance: AllianceCode,
): Promise<Account | null> => {
  const said = await accountOf(office, { client, user });
  if (said === null || said.is_bot === true || said.deleted === true) return null;
  const listed =
    (await office.clerk.view(alliance))?.charter.organisations.flatMap(({ slackTeams }) => slackTeams) ?? [];
  const own = [said.enterprise_user?.enterprise_id, said.team_id].filter((each) => each != null);
  const tenant = own.find((each) => listed.includes(each)) ?? own.at(-1);
  return tenant === undefined ? null : { platform: 'slack', tenant, user };
};

/**
 * Confirmed from an account of the person that is linked already, or from the proposed account itself with the code
 * that the operator printed and gave to the person.
 */
const confirm = async (
  asked: Asked<Extract<Typed, { readonly kind: 'confirm' }>>,
  alliance: AllianceCode,
): Promise<Answer> => {
  const { office, caller, typed } = asked;
  const known = (await office.clerk.view(alliance))?.links ?? [];
  const link = known.find(({ number, state }) => number === typed.link && state === 'proposed');
  if (link === undefined) return { card: noticeCard([slackWords.wrongCode]) };
  const confirmed = { kind: 'confirmLink', link: link.number } as const;
  if ((await linkedPerson(office, caller, alliance)) === link.person) {
    return serve(asked, alliance, link.person, confirmed);
  }
  // Only the proposed account itself uses up tries, so that nobody can use them up for somebody else.
  if (!(await isProposed(office, caller, alliance, link))) return { card: noticeCard([slackWords.wrongCode]) };
  if (!mayTry(office, `${alliance} ${link.number}`)) return { card: noticeCard([slackWords.tooManyCodes]) };
  const isRight = await isCode(office, alliance, link, typed.code);
  return isRight ? serve(asked, alliance, link.person, confirmed) : { card: noticeCard([slackWords.wrongCode]) };
};

const isProposed = async (
  { directory }: SlackOffice,
  { accounts }: Caller,
  alliance: AllianceCode,
  { number }: Link,
): Promise<boolean> =>
  (await directory.links(alliance)).some(
    ({ link, account, confirmed }) =>
      link === number &&
      !confirmed &&
      accounts.some(({ tenant, user }) => tenant === account.tenant && user === account.user),
  );

/** Once, since the link is then confirmed; for seven days from the proposal. */
const isCode = async (
  { keyring, clerk }: SlackOffice,
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
const mayTry = (office: SlackOffice, link: string): boolean => {
  const now = office.clock.monotonicMs();
  const tried = tries.get(office) ?? new Map<string, number[]>();
  tries.set(office, tried);
  const recent = (tried.get(link) ?? []).filter((at) => at > now - 3_600_000);
  if (recent.length >= 5) return false;
  tried.set(link, [...recent, now]);
  return true;
};

const tries = new WeakMap<SlackOffice, Map<string, number[]>>();
