import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/alliance/commands.js';
import { markdown } from '../../../src/cards/documents/markdown.js';
import { agendaFrom, minutesFrom } from '../../../src/clerk/documents.js';
import { agree, alliance, object, the } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { boiler, called, everybody } from '../../cast/boiler.js';
import { arrive, convene, forMember, order, shows } from '../../cast/meetingActs.js';

const on = { meeting: 'M-1' } as const;
const manager = 'Naomi Clarke';
const card = (scene: Scene, who = manager): Promise<string> => shows(scene, who, { show: 'meeting', ...on });
const toNote = (title: string, more: Partial<CommandOf<'addItem'>> = {}) =>
  order({ kind: 'addItem', ...on, as: 'noting', title, ...more });
const places = (item: number) => order({ kind: 'placeInConsent', ...on, item });
const takesOut = (item: number) => order({ kind: 'takeOutOfConsent', ...on, item });
const takes = (...items: readonly number[]) => order({ kind: 'takeConsent', ...on, items });

/** The boiler for decision, two items to note, and all three in the consent block. */
const withBlock = async (): Promise<Scene> => {
  const plymouth = await called();
  await plymouth.does(manager, toNote('Waiting times'));
  await plymouth.does(manager, toNote('The budget so far'));
  for (const item of [1, 2, 3]) expect((await plymouth.does(manager, places(item))).why).toBeNull();
  return plymouth;
};

const opened = async (plymouth: Scene): Promise<void> => {
  plymouth.at('2026-04-30 10:00');
  await plymouth.does(manager, order({ kind: 'startMeeting', ...on }));
  await arrive(plymouth, 'M-1', everybody);
};

const agenda = async (scene: Scene, number?: number): Promise<string> =>
  markdown((await agendaFrom({ clerk: scene.clerk(), ledger: scene.store }, scene.charter.code, 'M-1', { number }))!);

describe('a consent block', () => {
  it('is taken at once: what is to note is noted, its decisions are put, and every member still agrees for itself', async () => {
    const plymouth = await withBlock();
    expect(await card(plymouth)).toContain(
      'Consent block: items 1, 2 and 3. They are taken together without discussion',
    );
    await opened(plymouth);
    const taken = await plymouth.does(manager, takes(1, 2, 3));
    expect(taken.wrote).toEqual(['OpeningMoved', 'RevisionOpened', 'DecisionPut', 'ConsentTaken']);
    expect(taken.reads).toContain(
      'M-1 took its consent block together, without discussion: item 1 (Repair the boiler at Stonehouse), item 2 (Waiting times) and item 3 (The budget so far).',
    );
    expect((await plymouth.card('P-1')).status).toMatch(/^0 of 9 agreed/);
    await plymouth.allSay(agree('P-1'), { but: ['PATH'] });
    expect((await plymouth.proposal('P-1')).status).toBe('open');
    expect((await plymouth.says('PATH', agree('P-1'))).wrote).toContain('ProposalAdopted');
    await plymouth.does(manager, order({ kind: 'endMeeting', ...on }));
    const minutes = await minutesFrom({ clerk: plymouth.clerk(), ledger: plymouth.store }, 'PLY', 'M-1');
    expect(markdown(minutes!).match(/Taken in the consent block, without discussion\./g)).toHaveLength(3);
  });

  it('loses an item as soon as one member wants it discussed, for good and without a reason', async () => {
    const plymouth = await withBlock();
    const out = await plymouth.says('The Zone', takesOut(2));
    expect(out.reads).toContain(
      'Kieran Doyle took item 2 (Waiting times) out of the consent block of M-1, so it is discussed.',
    );
    expect((await plymouth.says('PATH', takesOut(2))).wrote).toEqual([]);
    const back = await plymouth.does(manager, places(2));
    expect(back.reads).toEqual([
      'Nothing was recorded. Item 2 (Waiting times) cannot be in the consent block: a member wants it discussed.',
      'It can be taken by itself when its turn comes.',
    ]);
    await opened(plymouth);
    expect((await plymouth.says('PATH', takesOut(3))).wrote).toEqual(['ItemTakenOutOfConsent']);
    const taken = await plymouth.does(manager, takes(1));
    expect(the('ConsentTaken', taken.entries).items).toEqual([1]);
    expect((await plymouth.does(manager, takes(1))).why).toBe('noConsentBlock');
    expect((await plymouth.says('Harbour', takesOut(1))).why).toBe('notInConsent');
  });

  it('never holds a proposal again that a member wants discussed, though it comes back under another number', async () => {
    const plymouth = await withBlock();
    await plymouth.says('The Zone', takesOut(1));
    await plymouth.does(manager, order({ kind: 'removeItem', ...on, item: 1, why: 'It can wait.' }));
    const again = order({ kind: 'addItem', ...on, as: 'decision', about: 'P-1' });
    expect((await plymouth.does(manager, again)).wrote).toEqual(['AgendaItemAdded']);
    expect((await plymouth.does(manager, places(4))).reads[0]).toBe(
      'Nothing was recorded. Item 4 (Repair the boiler at Stonehouse) cannot be in the consent block: a member wants it discussed.',
    );
  });

  it('lets go of an item whose words change, until it is put in again; what was taken out stays out', async () => {
    const plymouth = await withBlock();
    await plymouth.says('The Zone', takesOut(3));
    const rewords = (item: number) => order({ kind: 'changeItem', ...on, item, text: 'Waiting times rose.' });
    await plymouth.does(manager, order({ kind: 'changeItem', ...on, item: 2, minutes: 5 }));
    expect(await card(plymouth)).toContain('Consent block: items 1 and 2.');
    for (const item of [2, 3]) expect((await plymouth.does(manager, rewords(item))).why).toBeNull();
    expect(await card(plymouth)).toContain('Consent block: item 1.');
    expect((await plymouth.does(manager, places(2))).wrote).toEqual(['ItemPlacedInConsent']);
    expect(await card(plymouth)).toContain('Consent block: items 1 and 2.');
    expect((await plymouth.does(manager, places(3))).why).toBe('itemContested');
  });

  it('is taken as the card showed it: another item in it, or one less, and nothing is taken', async () => {
    const plymouth = await withBlock();
    await opened(plymouth);
    expect(await card(plymouth)).toContain('[Take the consent block]');
    await plymouth.says('PATH', takesOut(2));
    const stale = await plymouth.does(manager, takes(1, 2, 3));
    expect(stale.wrote).toEqual([]);
    expect(stale.reads).toEqual([
      'Nothing was recorded. The consent block of M-1 has changed since that card was shown: it now holds item 1 (Repair the boiler at Stonehouse) and item 3 (The budget so far).',
      'Open the card of the meeting again, and take the block if these are the items to take.',
    ]);
    expect((await plymouth.does(manager, takes(1))).why).toBe('consentBlockDiffers');
    expect(the('ConsentTaken', (await plymouth.does(manager, takes(3, 1))).entries).items).toEqual([1, 3]);
  });

  it('holds nothing that came late, that a member called to a meeting, or to which one objects', async () => {
    const plymouth = await called();
    await plymouth.tables('Shekinah', 'A new van');
    await plymouth.does(manager, toNote('The van', { about: 'P-2' }));
    expect((await plymouth.does(manager, places(2))).why).toBeNull();
    await plymouth.says('PATH', object('P-2', 'Shekinah has two vans already.'));
    expect(await card(plymouth)).not.toContain('Consent block:');
    plymouth.at('2026-04-29 10:00');
    await plymouth.does(manager, toNote('The flood', { reason: 'It happened last night.' }));
    const late = await plymouth.does(manager, places(3));
    expect(late.reads[0]).toBe(
      'Nothing was recorded. Item 3 (The flood) cannot be in the consent block: it came late.',
    );
  });

  it('is filled by those who run meetings, taken by whoever presides, and emptied by those who speak for a member', async () => {
    const plymouth = await withBlock();
    expect((await plymouth.says('PATH', places(1))).why).toBe('mayNot');
    expect((await plymouth.does(manager, takesOut(2))).why).toBeNull();
    await opened(plymouth);
    expect((await plymouth.says('PATH', takes(1, 3))).why).toBe('mayNot');
    expect((await plymouth.says('Harbour', takes(1, 3))).wrote).toContain('ConsentTaken');
  });

  it('is taken as a whole or not at all: without a quorum for its decision nothing of it is', async () => {
    const plymouth = await withBlock();
    await opened(plymouth);
    await plymouth.says('BCHA', order({ kind: 'endAttendance', ...on }));
    const refused = await plymouth.does(manager, takes(1, 2, 3));
    expect(refused.why).toBe('noQuorum');
    expect(refused.wrote).toEqual([]);
    await plymouth.does(manager, order({ kind: 'circulateItem', ...on, item: 1 }));
    expect(the('ConsentTaken', (await plymouth.does(manager, takes(2, 3))).entries).items).toEqual([2, 3]);
  });
});

describe('the times of an agenda', () => {
  const timed = async (): Promise<Scene> => {
    const plymouth = await called();
    await plymouth.does(manager, order({ kind: 'changeItem', ...on, item: 1, minutes: 45 }));
    await plymouth.does(manager, toNote('Waiting times', { minutes: 20 }));
    await plymouth.does(manager, toNote('The budget so far'));
    await plymouth.does(manager, toNote('The winter plan', { minutes: 60 }));
    return plymouth;
  };

  it('say for each item when it begins, as long as all before it have their minutes', async () => {
    const plymouth = await timed();
    const seen = await card(plymouth);
    expect(seen).toContain('1. Repair the boiler at Stonehouse (for decision, P-1, 10:00, 45 minutes)');
    expect(seen).toContain('2. Waiting times (to note, 10:45, 20 minutes)');
    expect(seen).toContain('3. The budget so far (to note, 11:05)');
    expect(seen).toContain('4. The winter plan (to note, 60 minutes)');
    expect(await agenda(plymouth)).toMatch(/### 2\\?\. Waiting times, to note, 10:45, 20 minutes/);
  });

  it('say when all items together take longer than the meeting', async () => {
    const plymouth = await timed();
    expect(await card(plymouth)).toContain('The items take 125 minutes in all, 5 minutes more than the meeting lasts.');
    await plymouth.does(manager, order({ kind: 'changeItem', ...on, item: 4, minutes: 50 }));
    expect(await card(plymouth)).not.toContain('The items take');
    await plymouth.does(manager, order({ kind: 'changeItem', ...on, item: 3, minutes: 5 }));
    expect(await card(plymouth)).toContain('The items take 120 minutes in all.');
  });

  it('follow the items into another order, which keep their numbers on every card and in every sentence', async () => {
    const plymouth = await timed();
    await plymouth.does(manager, order({ kind: 'moveItem', ...on, item: 2, before: 1 }));
    const seen = await card(plymouth);
    expect(seen.indexOf('2. Waiting times (to note, 10:00')).toBeLessThan(seen.indexOf('1. Repair the boiler'));
    expect(seen).toContain('1. Repair the boiler at Stonehouse (for decision, P-1, 10:20, 45 minutes)');
    await opened(plymouth);
    expect(await card(plymouth)).toContain('[Put item 1]');
    const put = await plymouth.does(manager, order({ kind: 'putDecision', ...on, item: 1 }));
    expect(put.reads.join(' ')).toContain('was put to M-1 as item 1 (Repair the boiler at Stonehouse)');
  });
});

describe('the agenda of a pack', () => {
  it('says for good what it said when it went out: items, texts, times and names of that day', async () => {
    const plymouth = await called();
    const presenter = await plymouth.person('Rowan Ellis');
    await plymouth.does(manager, toNote('Waiting times', { minutes: 20, presenter }));
    await plymouth.does(manager, order({ kind: 'publishPack', ...on }));
    const sent = await agenda(plymouth, 1);
    expect(sent).toContain('Presented by Rowan Ellis.');
    await plymouth.does(manager, order({ kind: 'renamePerson', person: presenter, name: 'Rowan Ellis-Brown' }));
    await plymouth.does(manager, order({ kind: 'changeItem', ...on, item: 2, title: 'Waiting times in March' }));
    await plymouth.does(manager, order({ kind: 'removeItem', ...on, item: 1, why: 'It can wait.' }));
    expect(await agenda(plymouth, 1)).toBe(sent);
    await plymouth.does(manager, order({ kind: 'publishPack', ...on }));
    const second = await agenda(plymouth, 2);
    expect(second).toContain('Presented by Rowan Ellis-Brown.');
    expect(second).not.toContain(boiler.title);
  });
});

/** Plymouth as if it were a pilot: reviewed from July 2026, decided on and over at the end of September. */
const pilot = (): Promise<Scene> =>
  alliance('plymouth', {
    charter: ({ term: _term, ...charter }) => ({
      ...charter,
      phases: { ...charter.phases, ends: { planned: '2026-09-30' } },
      pilot: { successCriteria: ['Nobody is overlooked'], reviewFrom: '2026-07-01', decideBy: '2026-09-30' },
    }),
  });

describe('dates of the term', () => {
  const review = 'The review of the pilot begins on Wed 1 Jul 2026';

  it('stand on the agenda by themselves from twelve weeks before, until the meeting after them', async () => {
    const scene = await pilot();
    const shown = (meeting: 'M-1' | 'M-2') => shows(scene, manager, { show: 'meeting', meeting });
    await scene.does(manager, convene(scene, '2026-05-20 10:00', '2026-05-20 12:00'));
    expect(await shown('M-1')).toContain(`Dates of the term: ${review}`);
    expect(await shown('M-1')).not.toContain('30 Sep 2026');
    expect(await agenda(scene)).toContain(`- ${review}`);
    scene.at('2026-05-20 10:00');
    await scene.does(manager, order({ kind: 'startMeeting', meeting: 'M-1' }));
    await scene.does(manager, order({ kind: 'endMeeting', meeting: 'M-1' }));
    await scene.does(manager, convene(scene, '2026-07-15 10:00', '2026-07-15 12:00'));
    scene.at('2026-07-14 10:00');
    expect(await shown('M-2')).toContain(
      `Dates of the term: ${review}; The term ends on Wed 30 Sep 2026: what comes after it; By Wed 30 Sep 2026 it is decided whether the pilot continues, changes or ends`,
    );
  });

  it('are the business of the leadership team alone', async () => {
    const scene = await pilot();
    const body = scene.charter.bodies[1]!.id;
    await scene.does(manager, convene(scene, '2026-05-20 10:00', '2026-05-20 12:00', { body }));
    expect(await agenda(scene)).not.toContain('Dates of the term');
  });
});

describe('members who take an item out of the block', () => {
  it('do so by a button that only they and those who run the meeting are shown', async () => {
    const plymouth = await withBlock();
    expect(await card(plymouth, 'Kieran Doyle')).toContain('[Discuss item 2]');
    const evaluator = await plymouth.does(
      manager,
      order({ kind: 'admitObserver', person: { name: 'Tess Marlow' }, role: 'evaluator' }),
    );
    expect(evaluator.why).toBeNull();
    expect(await card(plymouth, 'Tess Marlow')).not.toContain('[Discuss item 2]');
    expect((await plymouth.does('Tess Marlow', takesOut(2))).why).toBe('mayNot');
    await plymouth.says('Shekinah', forMember({ kind: 'waiveNotice', ...on }));
    expect((await plymouth.now()).meetings.get('M-1')!.items.map(({ consent }) => consent)).toEqual([
      'placed',
      'placed',
      'placed',
    ]);
  });
});
