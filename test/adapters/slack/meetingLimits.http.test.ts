import { describe, expect, it } from 'vitest';
import { plymouth } from './scene.js';

const manager = 'Naomi Clarke';

describe('what no meeting can be is said in the window, and nothing is recorded:', () => {
  it('an end before the beginning, a day in the past, and recurring meetings without an end', async () => {
    const scene = await plymouth();
    const at = (said: string): string => scene.moment(said);
    await scene.types(manager, 'PLY convene');
    const before = (await scene.entries()).length;
    const hours = { body: 'leadership', startsAt: at('2026-04-30 12:00'), endsAt: at('2026-04-30 10:00') };
    expect(await scene.fills(manager, hours)).toContain('The end lies before the beginning.');
    await scene.types(manager, 'PLY convene');
    const past = { body: 'leadership', startsAt: at('2026-03-30 10:00'), endsAt: at('2026-03-30 12:00') };
    expect(await scene.fills(manager, past)).toContain('The beginning lies in the past.');
    await scene.types(manager, 'PLY meeting plan');
    const endless = {
      body: 'leadership',
      repeats: 'monthlyWeekday',
      first: '2026-04-09',
      startsAt: '10am',
      endsAt: '12:00',
    };
    expect(await scene.fills(manager, endless)).toContain(
      'Recurring meetings need an end, so that nobody is invited for ever.',
    );
    expect(await scene.entries()).toHaveLength(before);
    await scene.types(manager, 'PLY meeting plan');
    expect(await scene.fills(manager, { ...endless, times: '3' })).toContain(
      'Each meeting is called in time for its notice',
    );
    expect((await scene.kinds()).slice(before)).toEqual([
      'SeriesConvened',
      'MeetingCalled',
      'MeetingCalled',
      'MeetingCalled',
      'SeriesEnded',
    ]);
  });

  it('an item of 10,000 characters, which stays in the window', async () => {
    const scene = await plymouth();
    await scene.types(manager, 'PLY convene');
    await scene.fills(manager, {
      body: 'leadership',
      startsAt: scene.moment('2026-04-30 10:00'),
      endsAt: scene.moment('2026-04-30 12:00'),
    });
    await scene.types(manager, 'PLY item M-1');
    const before = (await scene.entries()).length;
    const answers = { as: 'discussion', title: 'Performance', text: 'x'.repeat(10_000) };
    const said = await scene.fills(manager, answers, { unchecked: true });
    expect(said).toContain('10,000 characters; 3,000 fit');
    expect(await scene.entries()).toHaveLength(before);
  });
});
