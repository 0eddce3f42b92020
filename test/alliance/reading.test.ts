import { describe, expect, it } from 'vitest';
import { mayRead } from '../../src/alliance/reading.js';
import type { Subject } from '../../src/alliance/reading.js';
import { alliance, declare, plainly, recuse, takeBackInterest } from '../cast.js';
import type { Scene } from '../cast.js';

const papers: Subject = { kind: 'papers', proposal: 'P-1' };
const card: Subject = { kind: 'card', proposal: 'P-1' };
const business: Subject = { kind: 'alliance' };

/** Plymouth with a proposal of PATH open since 1 April 2026, 09:00. */
const opened = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', 'Rent the house in Union Street');
  return plymouth;
};

/** Whether the person called so may read the subject now. */
const reads = async (scene: Scene, name: string, subject: Subject): Promise<boolean> =>
  mayRead(await scene.now(), subject, await scene.person(name), scene.clerk().now());

describe('who may read', () => {
  it('people of the alliance read its business: those who speak, who nominate, who hold office', async () => {
    const plymouth = await opened();
    for (const name of ['Rowan Ellis', 'Sunita Rao', 'Ian Prowse', 'Eleanor Whitlock', 'Naomi Clarke']) {
      for (const subject of [business, card, papers]) expect(await reads(plymouth, name, subject)).toBe(true);
    }
  });

  it('observers read, and nobody whom the register does not know', async () => {
    const idream = await alliance('idream', { from: '2015-06-01 09:00' });
    expect(await reads(idream, 'Fiona Marsh', business)).toBe(true);
    expect(mayRead(await idream.now(), business, 'person:999', idream.clerk().now())).toBe(false);
    expect(mayRead(await idream.now(), card, 'person:999', idream.clerk().now())).toBe(false);
  });

  it('a recused seat loses the papers of the matter, its deputy with it, and keeps the card', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', recuse('P-1'));
    for (const name of ['Rowan Ellis', 'Sunita Rao', 'Ian Prowse']) {
      expect(await reads(plymouth, name, papers)).toBe(false);
      expect(await reads(plymouth, name, card)).toBe(true);
    }
    expect(await reads(plymouth, 'Priya Nair', papers)).toBe(true);
    await plymouth.says('Harbour', takeBackInterest('P-1'));
    expect(await reads(plymouth, 'Rowan Ellis', papers)).toBe(true);
  });

  it('a personal interest takes the papers from the person alone', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', declare('recuse', 'personal', 'P-1'));
    expect(await reads(plymouth, 'Rowan Ellis', papers)).toBe(false);
    expect(await reads(plymouth, 'Sunita Rao', papers)).toBe(true);
  });

  it('who may only speak keeps the papers, and so does a noted interest', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', declare('speakOnly', 'organisation', 'P-1'));
    await plymouth.says('BCHA', declare('note', 'organisation', 'P-1'));
    expect(await reads(plymouth, 'Rowan Ellis', papers)).toBe(true);
    expect(await reads(plymouth, 'Marcus Bailey', papers)).toBe(true);
  });

  it('an office does not give back what an interest took', async () => {
    const plymouth = await opened();
    const person = await plymouth.person('Rowan Ellis');
    await plymouth.does('Naomi Clarke', plainly({ kind: 'takeOffice', person, office: 'chair' }));
    await plymouth.says('Harbour', recuse('P-1'));
    expect(await reads(plymouth, 'Rowan Ellis', papers)).toBe(false);
  });

  it('former members and people whose appointment has ended read nothing', async () => {
    const plymouth = await opened();
    await plymouth.does('Naomi Clarke', plainly({ kind: 'recordDeparture', member: 'livewest' }));
    const person = await plymouth.person('Sunita Rao');
    await plymouth.does('Ian Prowse', plainly({ kind: 'endAppointment', person, member: 'harbour', as: 'deputy' }));
    for (const subject of [business, card, papers]) {
      expect(await reads(plymouth, 'Anjali Patel', subject)).toBe(false);
      expect(await reads(plymouth, 'Sunita Rao', subject)).toBe(false);
    }
  });
});
