import { randomBytes } from 'node:crypto';
import { messageOf } from '../../adapters/slack/private.js';
import { keysBeside, openKeyring } from '../../db/keyring.js';
import { openThreadStore } from '../../db/thread.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Account } from '../../src/alliance/directory.js';
import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { proposalCard } from '../../src/cards/proposalCard.js';
import { openAnnouncer } from '../../src/clerk/announcer.js';
import { openClerk } from '../../src/clerk/clerk.js';
import { drawn } from '../../src/clerk/drawing.js';
import type { Clerk } from '../../src/clerk/orders.js';
import type { Surface } from '../../src/clerk/surfaces.js';
import { charterOfNine, codeOf } from '../alliances.js';

/** A record that a server can be started on, and what Slack shows of it already. */
export interface Ground {
  readonly codes: readonly AllianceCode[];
  readonly proposals: number;
  /** The message with the card of each proposal: by alliance, then by proposal, the first being 0. */
  readonly messages: readonly (readonly Message[])[];
  /** Cards that stand in channels. */
  readonly shown: readonly { readonly channel: string; readonly ts: string }[];
}

/** What a click carries of the message that it was made on. */
export type Message = ReturnType<typeof messageOf>;

/** How many proposals each alliance gets, whether its channel is bound, and by which accounts its people are known. */
interface Plan {
  readonly proposals: number;
  readonly cards: boolean;
  /** Of a person of the nth alliance; in Slack unless said otherwise. */
  readonly accountOf?: (alliance: number, person: number) => Account;
}

/**
 * One workspace, with a channel for each alliance and eight accounts that vote in it. So many alliances that the votes of
 * all pairs leave each of them with a dozen open proposals, which is much for one, rather than with forty.
 */
export const tenant = 'T0BENCH';
export const alliances = 256;
/** The ninth member never speaks, so that nothing is ever adopted. */
export const voters = 8;
export const channelOf = (alliance: number): string => `C0BENCH${alliance}`;
export const userOf = (alliance: number, person: number): string => `U0BENCH${alliance}X${person}`;
const inSlack = (alliance: number, person: number): Account => ({
  platform: 'slack',
  tenant,
  user: userOf(alliance, person),
});

/**
 * Founds the alliances in a file, links the accounts and tables proposals. With cards, each alliance's channel is bound
 * first, and everything that would be posted counts as shown.
 */
export const prepareGround = async (file: string, plan: Plan): Promise<Ground> => {
  const store = await openThreadStore(file);
  const clock = { now: () => new Date().toISOString(), monotonicMs: () => performance.now() };
  const fail = (thrown: unknown): void => {
    throw thrown;
  };
  const randomness = { bytes: (count: number) => randomBytes(count) };
  const keyring = openKeyring({ folder: keysBeside(file) });
  const clerk = openClerk({ ledger: store, directory: store, keyring, clock, randomness, report: fail });
  const shown: { channel: string; ts: string }[] = [];
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [noting(shown)],
    pace: { slack: { room: {}, workspace: {} } },
    clock,
    wait: async () => undefined,
    gatherMs: 0,
    report: fail,
  });
  const codes = Array.from({ length: alliances }, (_, n) => codeOf(n));
  await Promise.all(codes.map((code, n) => prepareAlliance(clerk, code, n, plan)));
  await announcer.start();
  await announcer.settled();
  await announcer.stop();
  const messages = await Promise.all(codes.map((code) => messagesOf(clerk, code, plan)));
  await clerk.close();
  await store.close();
  return { codes, proposals: plan.proposals, messages, shown };
};

const prepareAlliance = async (
  clerk: Clerk,
  code: AllianceCode,
  n: number,
  { proposals, cards, accountOf = inSlack }: Plan,
): Promise<void> => {
  const charter = charterOfNine(code);
  const organisations = charter.organisations.map((each) => ({
    ...each,
    slackTeams: [tenant],
    entraTenants: [accountOf(n, 1).tenant].filter((each) => each !== tenant),
    mailDomains: ['bench.example.org'],
  }));
  await clerk.found({ ...charter, organisations }, { practice: false, via: 'cli' });
  let orders = 0;
  const serve = async (by: PersonId, command: Command): Promise<void> => {
    orders += 1;
    const reply = await clerk.serve({ alliance: code, command, by, cause: `ground-${orders}`, via: 'cli' });
    if (reply.kind === 'refused') throw new Error(`${command.kind} was refused: ${JSON.stringify(reply.refusal)}`);
  };
  for (let person = 1; person <= voters; person += 1) {
    await serve(`person:${person}`, {
      kind: 'linkAccount',
      account: accountOf(n, person),
      mailDomain: 'bench.example.org',
    });
  }
  if (cards) {
    const address = { platform: 'slack', tenant, place: channelOf(n) } as const;
    await serve('person:1', { kind: 'bindRoom', body: 'leadership', address });
  }
  for (let nth = 1; nth <= proposals; nth += 1) {
    await serve('person:1', {
      kind: 'tableProposal',
      class: 'routine',
      title: `Move session ${nth} to the new centre`,
      text: `Move session ${nth} to the new centre from 1 June.`,
      bestForPeople: 'People can walk there.',
    });
  }
};

const messagesOf = async (clerk: Clerk, code: AllianceCode, { proposals }: Plan): Promise<readonly Message[]> => {
  const drawings = Array.from({ length: proposals }, (_, n) =>
    drawn(clerk, code, (view) => messageOf(proposalCard(view, `P-${n + 1}`))),
  );
  return (await Promise.all(drawings)).flatMap((message) => message ?? []);
};

/** A surface on which everything arrives; it keeps what a channel would show. */
const noting = (shown: { channel: string; ts: string }[]): Surface => {
  let count = 0;
  const stamp = (): string => `1700000000.${String((count += 1)).padStart(6, '0')}`;
  const arrives = async () => ({ kind: 'shown', reference: stamp() }) as const;
  return {
    platform: 'slack',
    post: async ({ place }) => {
      const ts = stamp();
      shown.push({ channel: place, ts });
      return { kind: 'shown', reference: ts };
    },
    update: async (_, reference) => ({ kind: 'shown', reference }),
    whisper: arrives,
    mention: arrives,
    permalink: async () => null,
  };
};
