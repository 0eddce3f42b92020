import { expect, it } from 'vitest';
import { userOf } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { labelsOf, textOf } from './seeing.js';

const title = 'Share one referral form';

/** A proposal is open; Hamoaze has agreed, Harbour is known in Slack and has not. */
const halfWay = async (): Promise<Scene> => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', proposalOf(title));
  await scene.types('Rowan Ellis', 'mine');
  await scene.presses('Gareth Pugh', scene.card(title), 'Agree');
  await scene.settle();
  return scene;
};

/** Messages of their own conversation that ask for a position. */
const asked = (scene: Scene, name: string): number =>
  scene.standin
    .privately(userOf(name))
    .filter((message) => message.channel.startsWith('D') && labelsOf(message).includes('Agree')).length;

it('[E80] a reminder goes to who still owes a vote, with the buttons that count, and to nobody who has spoken', async () => {
  const scene = await halfWay();
  const reminder = (await scene.store.scheduled('PLY')).find(({ kind }) => kind === 'reminder:halfWindow')!;
  await scene.until(reminder.dueAt);
  const last = scene.lastTold('Rowan Ellis');
  expect(textOf(last)).toContain(title);
  expect(labelsOf(last)).toContain('Agree');
  expect(asked(scene, 'Rowan Ellis')).toBe(1);
  expect(asked(scene, 'Gareth Pugh')).toBe(0);
  expect(await scene.presses('Rowan Ellis', last, 'Agree')).toContain('Harbour agrees to P-1');
  for (const { dueAt } of await scene.store.scheduled('PLY')) {
    if (dueAt > scene.clock.now()) await scene.until(dueAt);
  }
  expect(asked(scene, 'Rowan Ellis')).toBe(1);
});

it('an officer nudges once a day, and the second time is told when it was done', async () => {
  const scene = await halfWay();
  scene.clock.runTo(scene.moment('2026-04-02 10:00'));
  expect(await scene.types('Naomi Clarke', 'nudge P-1')).toContain('*Recorded.*');
  await scene.settle();
  expect(asked(scene, 'Rowan Ellis')).toBe(1);
  expect(await scene.types('Naomi Clarke', 'nudge P-1')).toContain('Nobody was reminded.');
  expect(await scene.types('Gareth Pugh', 'nudge P-1')).toContain('Naomi Clarke');
});

it('away opens the form with the days in it, and back ends it', async () => {
  const scene = await halfWay();
  await scene.types('Rowan Ellis', 'away 7–17 April');
  const said = await scene.fills('Rowan Ellis', {});
  expect(said).toContain('*Recorded.*');
  expect(said).toContain('17 Apr');
  expect(await scene.types('Rowan Ellis', 'away')).toContain('nobody’s business');
  expect(await scene.types('Rowan Ellis', 'back')).toContain('*Recorded.*');
});

it('quiet hours and a snooze are kept for one person, and what cannot be read is asked again', async () => {
  const scene = await halfWay();
  for (const words of ['quiet 18:00 to 08:00', 'snooze until Thursday', 'snooze off', 'quiet off']) {
    expect(await scene.types('Rowan Ellis', words)).not.toContain('Nothing was');
  }
  expect(await scene.types('Rowan Ellis', 'quiet sometimes')).toContain('18:00');
  expect(await scene.types('Rowan Ellis', 'snooze until the cows come home')).toContain('not understood');
});
