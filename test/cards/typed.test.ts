import { describe, expect, it } from 'vitest';
import { typedCommand } from '../../src/cards/typed.js';

describe('what somebody types is understood', () => {
  const readings: readonly (readonly [typed: string, understood: object])[] = [
    ['', { kind: 'help', alliance: null }],
    ['help', { kind: 'help', alliance: null }],
    ['mine', { kind: 'show', show: 'mine', alliance: null }],
    ['PLY mine', { kind: 'show', show: 'mine', alliance: 'PLY' }],
    ['proposals', { kind: 'show', show: 'open', alliance: null }],
    ['Decisions', { kind: 'show', show: 'decisions', alliance: null }],
    ['people', { kind: 'show', show: 'people', alliance: null }],
    ['table', { kind: 'table', alliance: null }],
    ['PLY convene', { kind: 'form', form: 'convene', alliance: 'PLY' }],
    ['meeting new', { kind: 'form', form: 'convene', alliance: null }],
    ['meeting plan', { kind: 'form', form: 'conveneSeries', alliance: null }],
    [
      'meeting plan second Thursday of each month 2pm until December 2027',
      {
        kind: 'form',
        form: 'conveneSeries',
        inWords: 'second Thursday of each month 2pm until December 2027',
        alliance: null,
      },
    ],
    ['Meetings recurring', { kind: 'form', form: 'conveneSeries', alliance: null }],
    ['change S-1', { kind: 'form', form: 'changeSeries', series: 'S-1', alliance: null }],
    ['meetings end LWN s2', { kind: 'form', form: 'endSeries', series: 'S-2', alliance: 'LWN' }],
    ['action', { kind: 'form', form: 'recordAction', alliance: null }],
    ['status P-14', { kind: 'show', show: 'proposal', proposal: 'P-14', alliance: null }],
    ['LWN P-14', { kind: 'show', show: 'proposal', proposal: 'P-14', alliance: 'LWN' }],
    ['status LWN P-14', { kind: 'show', show: 'proposal', proposal: 'P-14', alliance: 'LWN' }],
    ['nudge P-14', { kind: 'nudge', proposal: 'P-14', alliance: null }],
    ['remind LWN P-14', { kind: 'nudge', proposal: 'P-14', alliance: 'LWN' }],
    ['away 3–17 August', { kind: 'away', words: '3–17 August', alliance: null }],
    ['LWN I am away until Friday', { kind: 'away', words: 'until Friday', alliance: 'LWN' }],
    ['away', { kind: 'away', words: '', alliance: null }],
    ['I’m back', { kind: 'back', alliance: null }],
    ['snooze until Monday', { kind: 'snooze', words: 'Monday', alliance: null }],
    ['snooze off', { kind: 'snooze', words: null, alliance: null }],
    ['quiet 18:00 to 08:00', { kind: 'quiet', words: '18:00 to 08:00', alliance: null }],
    ['quiet', { kind: 'quiet', words: '', alliance: null }],
    ['history p14', { kind: 'show', show: 'history', proposal: 'P-14', alliance: null }],
    [
      'agree P-14',
      { kind: 'position', position: 'agree', proposal: 'P-14', revision: null, reason: '', alliance: null },
    ],
    [
      'agree P-14 r2',
      { kind: 'position', position: 'agree', proposal: 'P-14', revision: 2, reason: '', alliance: null },
    ],
    [
      'agree LWN P-14 r2',
      { kind: 'position', position: 'agree', proposal: 'P-14', revision: 2, reason: '', alliance: 'LWN' },
    ],
    [
      'object P-14 because the budget is not known',
      {
        kind: 'position',
        position: 'object',
        proposal: 'P-14',
        revision: null,
        reason: 'the budget is not known',
        alliance: null,
      },
    ],
    [
      'object to P-14 revision 3: First line.\nSecond  line.',
      {
        kind: 'position',
        position: 'object',
        proposal: 'P-14',
        revision: 3,
        reason: 'First line.\nSecond  line.',
        alliance: null,
      },
    ],
    [
      'agree with reservation P-2 r1 only for a year',
      {
        kind: 'position',
        position: 'agreeWithReservation',
        proposal: 'P-2',
        revision: 1,
        reason: 'only for a year',
        alliance: null,
      },
    ],
    ['here', { kind: 'here', body: null, alliance: null }],
    ['PLY here leadership', { kind: 'here', body: 'leadership', alliance: 'PLY' }],
    ['link <@U0SAM|sam> Sam Okafor', { kind: 'link', account: '<@U0SAM|sam>', name: 'Sam Okafor', alliance: null }],
    ['confirm 3', { kind: 'confirm', link: 3, code: '', alliance: null }],
    ['PLY confirm 3 7KQ4M-X2R9T', { kind: 'confirm', link: 3, code: '7KQ4M-X2R9T', alliance: 'PLY' }],
    ['unlink 3', { kind: 'unlink', link: 3, alliance: null }],
  ];

  it.each(readings)('“%s”', (typed, understood) => {
    expect(typedCommand(typed)).toEqual(understood);
  });

  it.each([
    'agree',
    'agree P-0',
    'agree P-14 r0',
    'agree P-14 but only if the price falls',
    'object __proto__',
    'status P-9007199254740993',
    'P-1e3',
    'PLYMOUTH P-14',
    'what is this?',
    `object P-${'1'.repeat(1_000_000)}`,
  ])('“%.40s” is not guessed at', (typed) => {
    expect(typedCommand(typed).kind).toBe('unclear');
  });
});
