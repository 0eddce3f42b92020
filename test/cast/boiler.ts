import { expect } from 'vitest';
import type { CharterDocument } from '../../src/alliance/charter.js';
import { alliance } from '../cast.js';
import type { Scene } from '../cast.js';
import { arrive, convene, forMember, order } from './meetingActs.js';

/** The nine members of the Plymouth Alliance. */
export const everybody = [
  'Plymouth City Council',
  'Livewell Southwest',
  'Hamoaze',
  'BCHA',
  'Harbour',
  'Shekinah',
  'The Zone',
  'PATH',
  'Livewest',
];
export const but = (...absent: readonly string[]): readonly string[] =>
  everybody.filter((name) => !absent.includes(name));

/** Rowan Ellis of Harbour chairs; the deputy chair is the facilitator. */
export const withChairs = (charter: CharterDocument): CharterDocument => ({
  ...charter,
  officers: [
    ...charter.officers,
    { office: 'chair', person: 'rowan-ellis' },
    { office: 'deputyChair', person: 'owen-fairweather' },
  ],
});

export const boiler = {
  class: 'routine',
  title: 'Repair the boiler at Stonehouse',
  text: 'Hamoaze has the boiler at Stonehouse repaired before winter.',
  bestForPeople: 'Nobody is turned away because it is cold.',
} as const;

/** A meeting on Thursday 30 April 2026, called on the first of April, with a decision tabled for it by PATH. */
export const called = async (charter = withChairs): Promise<Scene> => {
  const plymouth = await alliance('plymouth', { charter });
  const answer = await plymouth.does('Naomi Clarke', convene(plymouth, '2026-04-30 10:00', '2026-04-30 12:00'));
  expect(answer.why).toBeNull();
  const tabled = await plymouth.says('PATH', forMember({ kind: 'tableForMeeting', meeting: 'M-1', ...boiler }));
  expect(tabled.wrote).toEqual(['ProposalTabled', 'AgendaItemAdded']);
  return plymouth;
};

/** The same in session at ten o'clock, with these members in the room. */
export const inSession = async (members: readonly string[], charter = withChairs): Promise<Scene> => {
  const plymouth = await called(charter);
  plymouth.at('2026-04-30 10:00');
  await plymouth.does('Naomi Clarke', order({ kind: 'startMeeting', meeting: 'M-1' }));
  await arrive(plymouth, 'M-1', members);
  return plymouth;
};
