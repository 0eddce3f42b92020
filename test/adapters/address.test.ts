import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../adapters/address.js';

const whole = (url: string): string | null => {
  try {
    return new URL(url, 'http://localhost').pathname;
  } catch {
    return null;
  }
};

describe('the path of a request', () => {
  it.each([
    ['/slack/events', '/slack/events'],
    ['/slack/events?code=1&state=2', '/slack/events'],
    ['/api/../slack/events', '/slack/events'],
    ['/slack/%65vents', '/slack/%65vents'],
    ['//elsewhere.example.org/slack/events', '/slack/events'],
    ['/page/abc.ics', '/page/abc.ics'],
    ['', '/'],
    ['http://[', null],
    ['//', null],
  ])('of %j is %j', (url, path) => {
    expect(pathOf({ url })).toBe(path);
  });

  it('is what it is when the address is taken apart, whatever the address', () => {
    const parts = fc.constantFrom(
      '/',
      '//',
      'slack',
      'events',
      '.',
      '..',
      '?',
      '#',
      '%2e',
      '\\',
      ':',
      '@',
      '[',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
        const url = some.join('');
        expect(pathOf({ url })).toBe(whole(url));
      }),
      { numRuns: 2_000 },
    );
  });
});
