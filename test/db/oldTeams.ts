import type { Store } from '../../db/store.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Actor, PersonId } from '../../src/alliance/names.js';
import { appointed } from '../../src/alliance/speaking.js';
import { openAnnouncer } from '../../src/clerk/announcer.js';
import { placeOfAccount } from '../../src/clerk/conversations.js';
import type { Clerk } from '../../src/clerk/orders.js';

/** What of a life a part of it works with. */
interface Part {
  readonly clerk: Clerk;
  readonly does: (code: string, by: Actor, command: Command) => Promise<void>;
  readonly officer: (code: string) => Promise<PersonId>;
}

const [tenant, app] = ['0b5c1d2e-7a41-4d8e-9c36-2f1a6b7c8d90', '2d7e3f40-9c63-4fa0-9e58-402c8d9eaf12'];
const service = 'https://smba.trafficmanager.net/uk/';

/**
 * IPSA goes on in Teams: two rooms in a tenant, of which one is released, accounts that are linked, through what each is
 * reached, a vote, and cards of which one may not have arrived.
 */
export const inTeams = async ({ clerk, does, officer }: Part, store: Store): Promise<void> => {
  const manager = await officer('IPS');
  const alliance = (await clerk.view('IPS'))!;
  const seats = [...alliance.members.values()].filter(({ voting }) => voting).slice(0, 2);
  for (const [nth, { id }] of seats.entries()) {
    const { person } = appointed(alliance, id, 'representative', clerk.now())[0]!;
    const user = `4f905162-be85-41c2-9a7a-624eafb0c13${nth}`;
    const account = { platform: 'teams', tenant, user } as const;
    await does('IPS', manager, { kind: 'proposeLink', person, account });
    await does('IPS', person, { kind: 'confirmLink', link: nth + 1 });
    await store.noteUse(account, clerk.now());
    await store.keepConversation({ ...placeOfAccount(account), app, service, conversation: `a:${nth}` });
  }
  for (const place of ['19:ipsa@thread.tacv2', '19:chat@thread.v2']) {
    const address = { platform: 'teams', tenant, place } as const;
    await store.keepConversation({ ...address, app, service, conversation: place });
    await does('IPS', manager, { kind: 'bindRoom', body: alliance.charter.bodies[0]!.id, address });
  }
  await does('IPS', manager, { kind: 'releaseRoom', room: 2, because: 'asked' });
  const done = await following(clerk, store);
  const [first] = seats;
  const { person } = appointed(alliance, first!.id, 'representative', clerk.now())[0]!;
  await does('IPS', manager, {
    kind: 'tableProposal',
    class: 'routine',
    title: 'Meet in Teams',
    text: 'From May we meet in Teams.',
    bestForPeople: 'Nobody travels for an hour to be heard.',
  });
  const proposal = [...(await clerk.view('IPS'))!.proposals.keys()].at(-1)!;
  await does('IPS', person, { kind: 'recordPosition', position: 'agree', proposal, revision: 1, member: first!.id });
  await done();
};

/** Cards arrive; what is said to one person alone may not have. */
const following = async (clerk: Clerk, store: Store): Promise<() => Promise<void>> => {
  let steadyMs = 0;
  const arrives = async () => ({ kind: 'shown', reference: '1700000000001' }) as const;
  const lost = async () => ({ kind: 'unknown', reason: 'connection' }) as const;
  const permalink = async () => null;
  const surface = {
    platform: 'teams',
    post: arrives,
    update: arrives,
    whisper: lost,
    mention: lost,
    permalink,
  } as const;
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [surface],
    pace: { teams: { room: {}, workspace: {} } },
    clock: { now: () => clerk.now(), monotonicMs: () => steadyMs },
    wait: async (ms) => {
      steadyMs += ms;
    },
    gatherMs: 0,
    report: (fault) => {
      throw fault;
    },
  });
  await announcer.start();
  return async () => {
    await announcer.settled();
    await announcer.stop();
  };
};
