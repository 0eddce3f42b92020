import { describe, expect, it } from 'vitest';
import { causeOfClick, causeOfForm, momentOfClick, momentOfRequest } from '../../../adapters/slack/causes.js';

describe('one act has one name', () => {
  it('[F26] a click is its trigger: redelivered it is the same, clicked again it is another', () => {
    expect(causeOfClick({ trigger_id: '1.2.3' })).toBe(causeOfClick({ trigger_id: '1.2.3' }));
    expect(causeOfClick({ trigger_id: '1.2.3' })).not.toBe(causeOfClick({ trigger_id: '1.2.4' }));
  });

  it('[F26] a form that is sent twice is one act; with other answers it is another', () => {
    const form = (value: string) => ({
      view: {
        id: 'V1',
        hash: '1.a',
        callback_id: 'form',
        private_metadata: '',
        state: { values: { reason: { answer: { value } } } },
      },
    });
    expect(causeOfForm(form('Too dear'))).toBe(causeOfForm(form('Too dear')));
    expect(causeOfForm(form('Too dear'))).not.toBe(causeOfForm(form('Too dear.')));
  });
});

describe('when it happened, by Slack', () => {
  const click = (actionTs: string) => momentOfClick({ actions: [{ action_id: 'press:1', action_ts: actionTs }] });

  it('a button has action_ts, to the millisecond', () => {
    expect(click('1775030400.500999')).toBe('2026-04-01T08:00:00.500Z');
  });

  it('a request has its time stamp in seconds', () => {
    expect(momentOfRequest(1775030400)).toBe('2026-04-01T08:00:00.000Z');
  });

  it.each(['', 'abc', '-1', '0.0', '99999999999999.1', 'NaN'])('“%s” is no time', (stamp) => {
    expect(click(stamp)).toBeUndefined();
  });

  it.each([undefined, null, 'soon', Number.NaN, Infinity, -5])('%s is no time of a request', (stamp) => {
    expect(momentOfRequest(stamp)).toBeUndefined();
  });
});
