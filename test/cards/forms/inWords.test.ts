import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../src/cards/forms.js';
import { openReadings } from '../../../src/clerk/readings.js';
import { tabledBook } from '../book.js';
import { onP1 } from './form.js';

describe('a deadline in words', () => {
  it('[E37] is read back, rolled into working time, before it counts; the same words sent again are a yes', () => {
    const book = tabledBook();
    const view = book.view();
    const readings = openReadings();
    const answers = { deadlineWords: 'a week on Saturday', reason: 'Two members are away.' };
    const send = (given = answers) => {
      const read = commandOf(view, onP1('extend'), given, readings.shown('extend P-1', view.now));
      if ('problems' in read) readings.keep('extend P-1', read.problems, view.now);
      return read;
    };
    const first = send();
    expect('problems' in first && first.problems.map(({ field, says }) => `${field}: ${says}`)).toEqual([
      expect.stringMatching(
        /^deadlineWords: This is read as Mon \d+ Apr 2026, 17:00 BST, the next working time\. If that is right, send the form again/,
      ),
    ]);
    const again = send();
    expect('command' in again && again.command).toMatchObject({ kind: 'extendDeadline', proposal: 'P-1' });
    // Other words have a reading of their own.
    expect('problems' in send({ ...answers, deadlineWords: 'a week on Friday' })).toBe(true);
  });

  it('that is not understood is refused beside its field, and never guessed', () => {
    const view = tabledBook().view();
    const read = commandOf(view, onP1('extend'), { deadlineWords: 'after the summer', reason: 'Two are away.' });
    expect('problems' in read && read.problems).toEqual([
      {
        field: 'deadlineWords',
        says: 'These words are not understood. Write, for example, “next Friday 5pm”, “5 working days” or “14 April”.',
      },
    ]);
  });

  it('left empty leaves the picker', () => {
    const view = tabledBook().view();
    const read = commandOf(view, onP1('extend'), { deadline: '2026-04-17T17:00', reason: 'Two members are away.' });
    expect('command' in read && read.command).toMatchObject({ deadline: '2026-04-17T16:00:00.000Z' });
  });
});
