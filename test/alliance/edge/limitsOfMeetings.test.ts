import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/alliance/commands.js';
import type { PersonId } from '../../../src/alliance/names.js';
import { alliance } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { attends, convene, order } from '../../cast/meetingActs.js';

const manager = 'Naomi Clarke';

/** Whether the book is as long as before, and the two sentences that were said. */
const refused = async (scene: Scene, act: () => ReturnType<Scene['does']>): Promise<readonly string[]> => {
  const before = (await scene.book()).length;
  const { reads, why } = await act();
  expect(why).not.toBeNull();
  expect(await scene.book()).toHaveLength(before);
  return reads;
};

const times = (startsAt: string, endsAt: string, more: Partial<CommandOf<'conveneMeeting'>> = {}) =>
  order({ kind: 'conveneMeeting', startsAt, endsAt, ...more });

describe('a meeting at a time that cannot be is refused with a sentence, and nothing is recorded:', () => {
  it('a time that is none', async () => {
    const plymouth = await alliance('plymouth');
    expect(await refused(plymouth, () => plymouth.does(manager, times('tomorrow', 'later')))).toEqual([
      'Nothing was recorded. The beginning is not a date and time that can be understood.',
      'Write it like 2 April 2026 17:00 and send it again.',
    ]);
  });

  it('in the past', async () => {
    const plymouth = await alliance('plymouth');
    const act = convene(plymouth, '2026-03-31 10:00', '2026-03-31 12:00');
    expect(await refused(plymouth, () => plymouth.does(manager, act))).toEqual([
      'Nothing was recorded. The beginning lies in the past.',
      'Choose a time that is still to come.',
    ]);
  });

  it('with its end before its beginning', async () => {
    const plymouth = await alliance('plymouth');
    const act = convene(plymouth, '2026-04-30 12:00', '2026-04-30 10:00');
    expect(await refused(plymouth, () => plymouth.does(manager, act))).toEqual([
      'Nothing was recorded. The end lies before the beginning.',
      'Check the two dates and send it again.',
    ]);
  });

  it('over night and over the years', async () => {
    const plymouth = await alliance('plymouth');
    const long = convene(plymouth, '2026-04-30 10:00', '2026-05-01 10:00');
    expect((await refused(plymouth, () => plymouth.does(manager, long)))[0]).toBe(
      'Nothing was recorded. A meeting lasts 12 hours at most.',
    );
    const far = convene(plymouth, '2029-04-30 10:00', '2029-04-30 12:00');
    expect((await refused(plymouth, () => plymouth.does(manager, far)))[0]).toBe(
      'Nothing was recorded. A meeting is called 2 years ahead at most.',
    );
  });

  it('moved into the past, where it keeps the time that it had', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.does(manager, convene(plymouth, '2026-04-30 10:00', '2026-04-30 12:00'));
    const move = order({
      kind: 'moveMeeting',
      meeting: 'M-1',
      startsAt: plymouth.moment('2026-03-01 10:00'),
      endsAt: plymouth.moment('2026-03-01 12:00'),
      why: 'By mistake.',
    });
    await refused(plymouth, () => plymouth.does(manager, move));
    expect((await plymouth.now()).meetings.get('M-1')?.startsAt).toBe(plymouth.moment('2026-04-30 10:00'));
  });
});

describe('what is too much for a meeting is refused with a sentence, and what was there stays:', () => {
  it('an item of 10,000 characters', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.does(manager, convene(plymouth, '2026-04-30 10:00', '2026-04-30 12:00'));
    const item = order({
      kind: 'addItem',
      meeting: 'M-1',
      as: 'discussion',
      title: 'Performance',
      text: 'x'.repeat(10_000),
    });
    expect(await refused(plymouth, () => plymouth.does(manager, item))).toEqual([
      'Nothing was recorded. The text of the item has 10,000 characters; 3,000 fit.',
      'Shorten it by 7,000 characters and send it again.',
    ]);
  });

  it('200 people, of whom 150 are taken down', async () => {
    const plymouth = await alliance('plymouth');
    const clerk = plymouth.clerk();
    const by = await plymouth.person(manager);
    const code = plymouth.charter.code;
    const serve = (command: Parameters<typeof clerk.serve>[0]['command'], cause: string) =>
      clerk.serve({ alliance: code, command, by, cause, via: 'web' });
    for (let guest = 1; guest <= 200; guest += 1) {
      await serve({ kind: 'admitObserver', person: { name: `Guest ${guest}` }, role: 'observer' }, `guest-${guest}`);
    }
    await plymouth.does(manager, convene(plymouth, '2026-04-30 10:00', '2026-04-30 12:00'));
    plymouth.at('2026-04-30 10:00');
    await plymouth.does(manager, order({ kind: 'startMeeting', meeting: 'M-1' }));
    const people = [...(await plymouth.now()).people.keys()];
    const guests: readonly PersonId[] = people.slice(-200);
    const answers: string[] = [];
    for (const person of guests) {
      const reply = await serve(
        { kind: 'recordAttendance', meeting: 'M-1', person, mode: 'remote' },
        `there-${person}`,
      );
      answers.push(reply.kind);
    }
    expect(answers.filter((kind) => kind === 'done')).toHaveLength(150);
    const more = attends('M-1', 'room', guests.at(-1));
    expect(await refused(plymouth, () => plymouth.does(manager, more))).toEqual([
      'Nothing was recorded. A meeting takes down 150 people at most, and that many are there.',
      'Those who speak for no member can be named in a note.',
    ]);
    expect((await plymouth.now()).meetings.get('M-1')?.attendance).toHaveLength(150);
  }, 60_000);
});
