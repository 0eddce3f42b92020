import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../src/alliance/commands.js';
import { agree, everybodyAgrees, plainly } from '../cast.js';
import { seen } from '../cast/replies.js';
import { rooms } from './rooms.js';

/** Plymouth on Slack, with accounts for PATH and Harbour. */
const linked = async () => {
  const office = await rooms();
  const { scene, link, run } = office;
  const path = await scene.representativeOf('PATH');
  const harbour = await scene.representativeOf('Harbour');
  await link(path.person, 'U0PATH');
  await link(harbour.person, 'U0HARBOUR');
  await run(10_000);
  office.far.newCalls();
  return {
    ...office,
    /** Lets the clock come to a moment of the alliance, and the minute strike there. */
    strike: async (at: string) => {
      scene.clock.runTo(scene.moment(at));
      await office.announcer().timePassed(await scene.clerk().tick());
      await run(10_000);
    },
    said: (user: string) => office.far.in(user).map(({ card }) => card.summary),
  };
};

describe('a reminder', () => {
  it('goes to the representatives half-way, once, and not to those who have spoken', async () => {
    const { scene, strike, said, far } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('Harbour', agree('P-1'));
    await strike('2026-04-07 09:00');
    await strike('2026-04-07 09:01');
    const whispers = far.newCalls().filter(({ kind, text }) => kind === 'whisper' && text.includes('P-1'));
    expect(whispers.map(({ place }) => place)).toEqual(['U0PATH']);
    expect(said('U0PATH').at(-1)).toBe('P-1 “Open on Saturdays” waits for PATH.');
    expect(said('U0HARBOUR').filter((words) => words.startsWith('P-1'))).toEqual([]);
  });

  it('is one message, however many proposals wait', async () => {
    const { scene, strike, far } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.tables('Livewest', 'Open on Sundays');
    await strike('2026-04-07 09:00');
    const whispers = far.newCalls().filter(({ kind, place }) => kind === 'whisper' && place === 'U0PATH');
    expect(whispers).toHaveLength(1);
    const card = far.in('U0PATH').at(-1)!.card;
    expect(card.summary).toBe('2 proposals wait for you');
    expect(seen(card).buttons.filter((label) => label === 'Agree')).toHaveLength(2);
  });
});

describe('a reminder to somebody who speaks for two members', () => {
  it('is one message that lists both of them', async () => {
    const { scene, strike, far } = await linked();
    const { person } = await scene.representativeOf('PATH');
    const manager = await scene.officer('allianceManager');
    const member = await scene.member('BCHA');
    expect((await scene.does(manager, plainly({ kind: 'appoint', person, member, as: 'deputy' }))).why).toBeNull();
    await scene.tables('Harbour', 'Open on Saturdays', { deadline: scene.moment('2026-04-10 17:00') });
    await strike('2026-04-07 08:00');
    far.newCalls();
    await strike('2026-04-09 17:00');
    const said = far.newCalls().filter(({ kind, place }) => kind === 'whisper' && place === 'U0PATH');
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain('P-1 “Open on Saturdays” waits for BCHA and PATH.');
  });
});

describe('a reminder to people who have no linked account', () => {
  it('is said to be undeliverable in one line of the card, whoever was to be reminded and however often', async () => {
    const { scene, strike, far } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays', { deadline: scene.moment('2026-04-10 17:00') });
    await everybodyAgrees(scene, 'P-1', { but: ['PATH', 'BCHA', 'The Zone'] });
    for (const at of ['2026-04-07 09:00', '2026-04-09 17:00']) await strike(at);
    const card = seen(far.in('C1').find(({ card: { summary } }) => summary.includes('P-1'))!.card).text;
    expect(card.match(/no linked account/gu)).toHaveLength(1);
    expect(card).toMatch(/\d people have no linked account, so messages do not reach them: [^.]*Marcus Bailey/u);
    expect(card).toContain('Naomi Clarke (Alliance Manager) can propose their links.');
    expect(card).not.toContain('could not be delivered');
  });
});

describe('a reminder at the edge of the working day', () => {
  it('that falls due as the day ends is sent in that minute, and not on the next morning', async () => {
    const { scene, strike, said } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays', { deadline: scene.moment('2026-04-22 17:00') });
    await strike('2026-04-21 16:59');
    const before = said('U0PATH').length;
    await strike('2026-04-21 17:00');
    expect(said('U0PATH').slice(before)).toEqual(['P-1 “Open on Saturdays” waits for PATH.']);
  });

  it('that waited for the morning is one message with what falls due then', async () => {
    const { scene, strike, run, said } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays', { deadline: scene.moment('2026-04-24 17:00') });
    await strike('2026-04-17 20:00');
    expect((await scene.says('Harbour', plainly({ kind: 'nudge', proposal: 'P-1' }))).why).toBeNull();
    await run(10_000);
    const before = said('U0PATH').length;
    const monday = scene.moment('2026-04-20 09:00');
    await run(Date.parse(monday) - Date.parse(scene.clock.now()));
    await strike('2026-04-20 09:00');
    expect(said('U0PATH').slice(before)).toHaveLength(1);
  });
});

const preferences = (change: Omit<CommandOf<'setPreferences'>, 'kind'>) =>
  plainly({ kind: 'setPreferences', ...change });

describe('a reminder, again', () => {
  it('[E80] is not sent to somebody who voted a second ago, although it fell due before', async () => {
    const { scene, strike, said, far, posts } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    far.answer(() => ({ later: 60_000 }));
    await strike('2026-04-07 09:00');
    await scene.says('PATH', agree('P-1'));
    far.answer('shown');
    await strike('2026-04-07 09:05');
    expect(said('U0PATH').filter((words) => words.startsWith('P-1'))).toEqual([]);
    expect(said('U0HARBOUR').at(-1)).toBe('P-1 “Open on Saturdays” waits for Harbour.');
    const { person } = await scene.representativeOf('PATH');
    expect((await posts()).filter(({ to }) => to === person)).toMatchObject([{ state: 'dropped', reason: 'notOwed' }]);
  });

  it('[F23] is sent once, and only the latest of those that were missed, in working hours, after days of downtime', async () => {
    const { scene, far, restart, run, announcer, said } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays', { deadline: scene.moment('2026-04-24 17:00') });
    await scene.restarts();
    scene.clock.runTo(scene.moment('2026-04-23 20:00'));
    await restart();
    for (const moment of ['2026-04-23 20:01', '2026-04-23 20:02', '2026-04-24 09:00', '2026-04-24 09:01']) {
      scene.clock.runTo(scene.moment(moment));
      await announcer().timePassed(await scene.clerk().tick());
      await run(10_000);
      if (moment < '2026-04-24') expect(said('U0PATH').filter((words) => words.startsWith('P-1'))).toEqual([]);
    }
    const reminders = far.newCalls().filter(({ kind, place }) => kind === 'whisper' && place === 'U0PATH');
    expect(reminders.filter(({ text }) => text.includes('P-1'))).toHaveLength(1);
    const keys = (await scene.store.postsAbout('PLY', 'P-1'))
      .map(({ key }) => key)
      .filter((key) => key.includes('reminder'));
    expect(new Set(keys.map((key) => key.split('/')[2]))).toEqual(new Set(['reminder:oneWorkingDay']));
  });

  it('goes to the place where the person was last, and to the other one when that refuses', async () => {
    const { scene, strike, far } = await linked();
    const { person } = await scene.representativeOf('PATH');
    const manager = await scene.officer('allianceManager');
    const account = { platform: 'slack', tenant: 'T0OTHER', user: 'U1PATH' } as const;
    await scene.does(manager, plainly({ kind: 'proposeLink', person, account }));
    const link = (await scene.now()).links.at(-1)!.number;
    await scene.does({ person }, plainly({ kind: 'confirmLink', link }));
    await scene.store.noteUse(account, scene.clock.now());
    far.answer(({ place }) => (place === 'U1PATH' ? { failed: 'personUnreachable' } : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    far.newCalls();
    await strike('2026-04-07 09:00');
    const tried = far.newCalls().filter(({ kind, text }) => kind === 'whisper' && text.includes('waits for PATH'));
    expect(tried.map(({ place }) => place)).toEqual(['U1PATH', 'U0PATH']);
  });

  it('waits while the person wants none, in quiet hours and while snoozed, and is then still asked for', async () => {
    const { scene, strike, said } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    const { person } = await scene.representativeOf('PATH');
    const until = scene.moment('2026-04-08 11:00');
    expect((await scene.does({ person }, preferences({ snoozedUntil: until }))).why).toBeNull();
    await scene.does({ person }, preferences({ quiet: { from: '10:00', to: '12:00' } }));
    const waiting = (): readonly string[] => said('U0PATH').filter((words) => words.startsWith('P-1'));
    await strike('2026-04-07 09:00');
    await strike('2026-04-08 11:30');
    expect(waiting()).toEqual([]);
    await strike('2026-04-08 12:00');
    await strike('2026-04-08 13:00');
    expect(waiting()).toEqual(['P-1 “Open on Saturdays” waits for PATH.']);
    const book = JSON.stringify(await scene.book());
    expect(book).not.toContain(until);
    await scene.store.forgetPerson('PLY', person);
    expect(await scene.store.preferences('PLY', person)).toBeNull();
  });

  it('by hand goes out at once, once a day, to those who are waited for', async () => {
    const { scene, said, run } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('Harbour', agree('P-1'));
    const nudge = plainly({ kind: 'nudge', proposal: 'P-1' });
    expect((await scene.says('PATH', nudge)).why).toBe('mayNot');
    expect((await scene.says('Harbour', nudge)).why).toBeNull();
    expect((await scene.does(await scene.officer('allianceManager'), nudge)).why).toBe('nudgedToday');
    await run(10_000);
    expect(said('U0PATH').at(-1)).toBe('P-1 “Open on Saturdays” waits for PATH.');
    expect(said('U0HARBOUR').filter((words) => words.startsWith('P-1'))).toEqual([]);
    await everybodyAgrees(scene, 'P-1');
    expect((await scene.says('Harbour', nudge)).why).toBe('closed');
  });

  it('[PL-9] reaches the representative on leave, then the senior sponsor, then the Alliance Manager; nobody may vote for BCHA', async () => {
    const { scene, strike } = await linked();
    const { person } = await scene.representativeOf('BCHA');
    const leave = { from: scene.moment('2026-04-01 09:00'), to: scene.moment('2026-04-20 23:59') };
    await scene.does({ person }, plainly({ kind: 'recordAbsence', ...leave }));
    await scene.tables('Harbour', 'Open on Saturdays', { deadline: scene.moment('2026-04-10 17:00') });
    await everybodyAgrees(scene, 'P-1', { but: ['BCHA'] });
    const told = async (): Promise<readonly string[]> => {
      const posts = (await scene.store.postsAbout('PLY', 'P-1')).filter(({ key }) => key.includes('/reminder:'));
      const { text, alliance } = await scene.view();
      return posts.map(({ to, key }) => {
        const name = text(alliance.people.get(to as typeof person)!.name);
        return `${key.split('/')[2]}: ${name}`;
      });
    };
    const card = await scene.card('P-1');
    expect(card.text).toContain('Marcus Bailey is away, nobody covers');
    await strike('2026-04-07 09:00');
    expect(await told()).toEqual(['reminder:halfWindow: Marcus Bailey']);
    await strike('2026-04-09 17:00');
    expect((await told()).slice(1)).toEqual([
      'reminder:oneWorkingDay: Marcus Bailey',
      'reminder:oneWorkingDay: Eleanor Whitlock',
    ]);
    await strike('2026-04-10 13:00');
    const manager = await scene.officer('allianceManager');
    expect(await told()).toContain(
      `reminder:fourWorkingHours: ${(await scene.view()).text((await scene.now()).people.get(manager.person)!.name)}`,
    );
    const sponsor = await scene.person('Eleanor Whitlock');
    expect((await scene.does({ person: sponsor }, agree('P-1'))).why).toBe('noVoice');
    await strike('2026-04-10 17:02');
    expect((await scene.card('P-1')).status).toBe('Lapsed, no decision: no position from BCHA');
  });
});
