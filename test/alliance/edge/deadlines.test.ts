import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { agree, alliance, everybodyAgrees, extend, propose, the } from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Share one front door';

/** Plymouth, where all but Livewest agreed to a proposal that closes on Friday 10 April 2026, 17:00. */
const almostAgreed = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', title);
  await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
  await plymouth.news();
  return plymouth;
};

const closingWords = [
  'Nothing was recorded. The deadline of P-1 was Fri 10 Apr 2026, 17:00 BST; it is closed, the outcome is being declared.',
  'If nothing is decided, the proposal can be tabled again.',
];

describe('the moment of the deadline', () => {
  it('[E30] [F24] counts to the millisecond', async () => {
    const plymouth = await almostAgreed();
    plymouth.at('2026-04-10 17:00:00.000');
    const exactly = await plymouth.says('Livewest', agree('P-1'));
    expect(exactly.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    expect((await plymouth.card('P-1')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
  });

  it('[E30] [F24] is over one millisecond later', async () => {
    const plymouth = await almostAgreed();
    plymouth.at('2026-04-10 17:00:00.001');
    const late = await plymouth.says('Livewest', agree('P-1'));
    expect(late.reads).toEqual(closingWords);
    expect(await plymouth.newKinds()).toEqual([]);
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Closed, the outcome is being declared. 8 of 9 agreed');
    expect(card.buttons).toEqual([]);
  });

  it('[E31] a click before it that is delivered within 120 seconds counts, and is dated as it was made', async () => {
    const plymouth = await almostAgreed();
    plymouth.at('2026-04-10 17:01:59.999');
    const clicked = await plymouth.says('Livewest', agree('P-1'), { clickedAt: '2026-04-10 17:00:00.000' });
    expect(clicked.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    expect(clicked.entries[0]).toMatchObject({
      at: plymouth.moment('2026-04-10 17:01:59.999'),
      occurredAt: plymouth.moment('2026-04-10 17:00:00.000'),
    });
  });

  it.each([
    ['older than 120 seconds', '2026-04-10 16:58:00.000', '2026-04-10 17:00:00.001'],
    ['from the future', '2026-04-10 17:05:00.000', '2026-04-10 17:00:30.000'],
    ['after the deadline itself', '2026-04-10 17:00:00.001', '2026-04-10 17:01:00.000'],
  ])('[E31] platform time %s is not used: receipt counts, and that is too late', async (_what, clickedAt, received) => {
    const plymouth = await almostAgreed();
    plymouth.at(received);
    const late = await plymouth.says('Livewest', agree('P-1'), { clickedAt });
    expect(late.reads).toEqual(closingWords);
    expect(await plymouth.newKinds()).toEqual([]);
  });

  it('[E31] delivered after the outcome was declared, no platform time helps', async () => {
    const plymouth = await almostAgreed();
    plymouth.at('2026-04-10 17:02:00.000');
    const late = await plymouth.says('Livewest', agree('P-1'), { clickedAt: '2026-04-10 17:00:00.000' });
    expect(late.why).toBe('closed');
    expect(await plymouth.newKinds()).toEqual(['ProposalLapsed']);
  });

  it('[E31] [F24] a look at the card declares nothing; the first minute or order at 120 seconds does, once', async () => {
    const plymouth = await almostAgreed();
    await plymouth.until('2026-04-10 17:01:59.999');
    await plymouth.card('P-1');
    expect(await plymouth.newKinds()).toEqual([]);
    await plymouth.until('2026-04-10 17:02:00.000');
    expect(await plymouth.newKinds()).toEqual(['ProposalLapsed']);
    await plymouth.until('2026-04-10 17:03:00.000');
    expect(await plymouth.newKinds()).toEqual([]);
  });
});

describe('deadlines that are chosen', () => {
  it('lie in working time, leave two working days, and end within 28', async () => {
    const plymouth = await alliance('plymouth');
    const asks = async (deadline: string) =>
      (await plymouth.says('PATH', propose(title, { deadline: plymouth.moment(deadline) }))).reads;
    expect(await asks('2026-04-11 12:00')).toEqual([
      'Nothing was recorded. Sat 11 Apr 2026, 12:00 BST is outside working time, and deadlines fall within it.',
      'Choose Mon 13 Apr 2026, 09:00 BST, the next possible time, or a later one.',
    ]);
    expect((await asks('2026-04-07 16:59'))[1]).toBe('Choose Tue 7 Apr 2026, 17:00 BST or later.');
    expect((await asks('2026-04-29 10:00'))[1]).toBe('Choose Wed 29 Apr 2026, 09:00 BST or earlier.');
    const nonsense = await plymouth.says('PATH', propose(title, { deadline: 'soon' }));
    const empty = await plymouth.says('PATH', propose(title, { deadline: '' }));
    expect([nonsense.why, empty.why]).toEqual(['notAnInstant', 'notAnInstant']);
    expect((await plymouth.now()).proposals.size).toBe(0);
  });

  it('move to a later time only, before they pass', async () => {
    const plymouth = await almostAgreed();
    const to = plymouth.moment('2026-04-14 12:00');
    const nonsense = await plymouth.says('PATH', extend('P-1', ''));
    expect(nonsense.why).toBe('notAnInstant');
    expect((await plymouth.says('Harbour', extend('P-1', to))).why).toBe('mayNot');
    expect((await plymouth.says('PATH', extend('P-1', to))).wrote).toEqual(['DeadlineExtended']);
    const earlier = await plymouth.says('PATH', extend('P-1', plymouth.moment('2026-04-13 12:00')));
    expect(earlier.reads[0]).toBe(
      'Nothing was recorded. Mon 13 Apr 2026, 12:00 BST is not later than the present deadline, Tue 14 Apr 2026, 12:00 BST.',
    );
    await plymouth.until('2026-04-14 12:00');
    expect((await plymouth.says('Livewest', agree('P-1'))).wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });
});

describe('deadlines where clocks change', () => {
  /** Cairo changes its clocks in the night before Fridays: 24 April 2026 has no 00:00–00:59, 29 October two 23:00–23:59. */
  const inCairo =
    (dayStarts: string, dayEnds: string) =>
    (charter: CharterDocument): CharterDocument => ({
      ...charter,
      calendar: { ...charter.calendar, timeZone: 'Africa/Cairo', dayStarts, dayEnds },
    });

  it('[E36] one that does not exist becomes the next valid minute, shown with its offset', async () => {
    const cairo = await alliance('plymouth', { from: '2026-04-17 00:10', charter: inCairo('00:00', '00:30') });
    const tabled = await cairo.tables('PATH', title);
    const { deadline } = the(
      'RevisionOpened',
      tabled.entries.filter(({ kind }) => kind === 'RevisionOpened'),
    );
    expect(deadline).toBe('2026-04-23T22:00:00.000Z');
    expect((await cairo.card('P-1')).paragraphs).toContain('Deadline: Fri 24 Apr 2026, 01:00 UTC+03:00');
    await everybodyAgrees(cairo, 'P-1', { but: ['Livewest'] });
    cairo.at('2026-04-23T22:00:00.000Z');
    expect((await cairo.says('Livewest', agree('P-1'))).wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });

  it('[E36] one that exists twice is the later instant, shown with its offset', async () => {
    const cairo = await alliance('plymouth', { from: '2026-10-22 10:00', charter: inCairo('09:00', '23:30') });
    const tabled = await cairo.tables('PATH', title);
    const { deadline } = the(
      'RevisionOpened',
      tabled.entries.filter(({ kind }) => kind === 'RevisionOpened'),
    );
    expect(deadline).toBe('2026-10-29T21:30:00.000Z');
    expect((await cairo.card('P-1')).paragraphs).toContain('Deadline: Thu 29 Oct 2026, 23:30 UTC+02:00');
    await everybodyAgrees(cairo, 'P-1', { but: ['Livewest'] });
    // The clock on the wall has shown 23:30 once already.
    cairo.at('2026-10-29T20:31:00.000Z');
    expect((await cairo.card('P-1')).status).toBe('8 of 9 agreed, waiting for Livewest');
    cairo.at('2026-10-29T21:30:00.000Z');
    expect((await cairo.says('Livewest', agree('P-1'))).wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });
});

describe('a clock that is wrong', () => {
  const hourMs = 3_600_000;
  const held =
    'Closing is held: the server’s clocks disagree. Voting goes on, and nothing is declared until they agree again.';

  it('[E90] [F21] jumps an hour ahead over the deadline: closing waits, voting goes on, the card tells everybody', async () => {
    const plymouth = await almostAgreed();
    await plymouth.until('2026-04-10 16:30');
    plymouth.clock.jump(hourMs);
    await plymouth.clerk().tick();
    // By the clock that does not jump it is 16:30 still: nothing is due, and nothing is declared early.
    expect(await plymouth.newKinds()).toEqual([]);
    expect(plymouth.faults.map(String)).toEqual([
      'Error: the clock says 2026-04-10T16:30:00.000Z where 2026-04-10T15:30:00.000Z was due, so closing waits',
    ]);
    const last = await plymouth.says('Livewest', agree('P-1'));
    expect(last.wrote).toEqual(['PositionRecorded', 'OutcomeHeld']);
    expect(last.entries[0]?.at).toBe(plymouth.moment('2026-04-10 16:30'));
    const waiting = await plymouth.card('P-1');
    expect(waiting.status).toBe('9 of 9 agreed, held until the clocks agree');
    expect(waiting.paragraphs).toContain(held);
    await plymouth.until('2026-04-10 17:31');
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded', 'OutcomeHeld']);

    plymouth.clock.jump(-hourMs);
    await plymouth.until('2026-04-10 16:32');
    expect(await plymouth.newKinds()).toEqual(['HoldReleased', 'ProposalAdopted']);
    await plymouth.until('2026-04-10 16:33');
    expect(await plymouth.newKinds()).toEqual([]);
    expect((await plymouth.card('P-1')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
  });

  it('[E90] [F21] an outcome that falls due meanwhile is held once, and declared once when the clocks agree', async () => {
    const plymouth = await almostAgreed();
    await plymouth.until('2026-04-10 16:30');
    plymouth.clock.jump(-hourMs);
    await plymouth.until('2026-04-10 16:03');
    expect(plymouth.clerk().now()).toBe(plymouth.moment('2026-04-10 17:03'));
    expect(await plymouth.newKinds()).toEqual(['OutcomeHeld']);
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Closed, the outcome is held until the server’s clocks agree. 8 of 9 agreed');
    expect(card.paragraphs).toContain(held);
    expect((await plymouth.says('Livewest', agree('P-1'))).why).toBe('closing');
    await plymouth.until('2026-04-10 16:04');
    expect(await plymouth.newKinds()).toEqual([]);
    plymouth.clock.jump(hourMs);
    await plymouth.until('2026-04-10 17:05');
    expect(await plymouth.newKinds()).toEqual(['HoldReleased', 'ProposalLapsed']);
  });

  it('[F21] nothing is stuck after a machine has slept: a quarter of an hour in step, and closing goes on', async () => {
    const plymouth = await almostAgreed();
    plymouth.clock.jump(10 * 24 * hourMs);
    await plymouth.clerk().tick();
    expect(plymouth.clerk().now()).toBe(plymouth.moment('2026-04-01 09:00'));
    await plymouth.until('2026-04-11 09:14:59.999');
    expect(await plymouth.newKinds()).toEqual([]);
    await plymouth.until('2026-04-11 09:15');
    expect(await plymouth.newKinds()).toEqual(['ProposalLapsed']);
    expect(plymouth.clerk().now()).toBe(plymouth.moment('2026-04-11 09:15'));
    expect(plymouth.faults).toHaveLength(1);
  });

  it.each([
    ['to 1970', '1970-01-01 00:00'],
    ['to 2040', '2040-01-01 00:00'],
  ])('[F21] %s: the book’s order stands, nothing falls due, and votes go on', async (_where, to) => {
    const plymouth = await almostAgreed();
    await plymouth.until('2026-04-02 10:00');
    const by = Date.parse(plymouth.moment(to)) - Date.parse(plymouth.clock.now());
    plymouth.clock.jump(by);
    await plymouth.clerk().tick();
    expect(await plymouth.newKinds()).toEqual([]);
    expect((await plymouth.says('Livewest', agree('P-1'))).wrote).toEqual(['PositionRecorded', 'OutcomeHeld']);
    plymouth.clock.jump(-by);
    await plymouth.clerk().tick();
    const entries = await plymouth.book();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.at(-1)?.kind).toBe('ProposalAdopted');
  });

  it('[F21] a start before the newest entry of a book is not trusted either, and waits for nothing but the clock', async () => {
    const plymouth = await almostAgreed();
    plymouth.clock.jump(-24 * hourMs);
    await plymouth.restarts();
    const last = await plymouth.says('Livewest', agree('P-1'));
    expect(last.wrote).toEqual(['PositionRecorded', 'OutcomeHeld']);
    expect(last.entries[0]?.at).toBe(plymouth.moment('2026-04-01 09:00'));
    plymouth.clock.jump(24 * hourMs);
    await plymouth.restarts();
    await plymouth.now();
    await plymouth.clerk().tick();
    expect((await plymouth.card('P-1')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
  });

  it('[E90] a difference of two minutes is no alarm', async () => {
    const plymouth = await almostAgreed();
    plymouth.clock.jump(120_000);
    expect((await plymouth.says('Livewest', agree('P-1'))).wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });
});
