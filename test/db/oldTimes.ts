import type { Store } from '../../db/store.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { Instant } from '../../src/alliance/instant.js';
import { exampleCharter } from '../alliance/charters.js';
import { agree, halfHeard, propose } from './oldBook.js';
import type { Life } from './oldBook.js';

/**
 * What time does, in the record of a third alliance whose term ends: a deadline extended and one made good after an
 * outage, a lapse, an absence, a reminder by hand and others by the clock, half of which may not have arrived, a digest,
 * and what people want to be spared.
 */
export const overTime = async (life: Life, store: Store): Promise<void> => {
  const { clerk, does, says, officer, goTo } = life;
  const charter = exampleCharter('idream');
  const phases = { ...charter.phases, live: { actual: '2025-07-01' }, ends: { planned: '2026-06-30' } };
  const options = charter.term?.options.map((option) => ({ ...option, decideBy: '2026-06-30' })) ?? [];
  const term = charter.term === undefined ? undefined : { ...charter.term, options };
  goTo('2026-03-18T10:00:00.000Z');
  await clerk.found({ ...charter, phases, term }, { practice: false, via: 'cli' });
  const convenor = await officer('IDR');
  const [first = '', second = '', ...others] = charter.members.filter(({ voting }) => voting).map(({ id }) => id);
  const tenant = 'T0LAMBETH';
  const people = [...((await clerk.view('IDR'))?.people.keys() ?? [])].filter((person) => person !== convenor);
  for (const [nth, person] of people.slice(0, 4).entries()) {
    await does('IDR', convenor, {
      kind: 'proposeLink',
      person,
      account: { platform: 'slack', tenant, user: `U0${nth}` },
    });
    await does('IDR', person, { kind: 'confirmLink', link: nth + 1 });
  }
  const address = { platform: 'slack', tenant, place: 'C0IDREAM' } as const;
  await does('IDR', convenor, { kind: 'bindRoom', body: 'leadership', address });
  const [spared = convenor] = people;
  await does('IDR', spared, { kind: 'setPreferences', quiet: { from: '18:00', to: '08:30' } });
  const announcer = halfHeard(clerk, store);
  await announcer.start();
  // All three get more time after an outage. P-1, extended by hand too, stays open; P-2 lapses, and so does P-3, of which
  // people were reminded by hand.
  await does('IDR', convenor, propose('Open the studio on Sundays'));
  await does('IDR', convenor, {
    ...propose('Buy a second mixing desk'),
    deadline: '2026-03-30T16:00:00.000Z',
  } as never);
  await does('IDR', convenor, propose('Publish the mixtape'));
  await does('IDR', convenor, {
    kind: 'extendDeadline',
    proposal: 'P-1',
    deadline: '2026-04-02T16:00:00.000Z',
    reason: 'Two of us are at the festival.',
  });
  await says('IDR', first, agree('P-1'));
  for (const member of [first, ...others]) await says('IDR', member, agree('P-2'));
  await says('IDR', second, {
    kind: 'recordAbsence',
    from: '2026-03-19T00:00:00.000Z',
    to: '2026-03-26T00:00:00.000Z',
  });
  await does('IDR', convenor, { kind: 'nudge', proposal: 'P-3' });
  const passes = async (from: Instant, to: Instant): Promise<void> => {
    for (let at = from; at <= to; at = plusMs(at, 60_000)) {
      goTo(at);
      await announcer.timePassed(await clerk.tick());
      await clerk.beat(['slack']);
    }
    await announcer.settled();
  };
  await passes('2026-03-23T09:00:00.000Z', '2026-03-23T09:02:00.000Z');
  await passes('2026-03-30T11:00:00.000Z', '2026-03-30T14:00:00.000Z');
  await passes('2026-03-30T14:40:00.000Z', '2026-03-30T14:42:00.000Z');
  await passes('2026-04-02T16:01:00.000Z', '2026-04-02T16:04:00.000Z');
  await announcer.stop();
};
