import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actIn, decodePress, encodePress, pressMost } from '../../src/cards/press.js';
import type { Press, ReadyCommand } from '../../src/cards/press.js';
import { formNames, showNames } from '../../src/cards/pressShape.js';

const code = fc.stringMatching(/^[A-Z]{2,6}$/);
const proposal = fc.integer({ min: 1, max: 999_999_999 }).map((n) => `P-${n}` as const);
const person = fc.integer({ min: 1, max: 999_999_999 }).map((n) => `person:${n}` as const);
const count = fc.integer({ min: 1, max: 1_000_000 });
const member = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const on = { proposal, revision: count };

const command: fc.Arbitrary<ReadyCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('recordPosition' as const),
    position: fc.constant('agree' as const),
    ...on,
    member: some(member),
  }),
  fc.record({ kind: fc.constant('withdrawObjection' as const), ...on, member: some(member) }),
  fc.record({ kind: fc.constant('withdrawInterest' as const), ...on, declaration: count }),
  fc.record({ kind: fc.constant('letChairAmend' as const), proposal }),
  fc.record({ kind: fc.constant('confirmRecount' as const), ...on }),
  fc.record({ kind: fc.constant('endAbsence' as const), person: some(person), member: some(member) }),
);

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ act: fc.constant('order' as const), alliance: code, command }),
  fc.record({
    act: fc.constant('form' as const),
    alliance: code,
    form: fc.constantFrom(...formNames),
    proposal: some(proposal),
    revision: some(count),
    member: some(member),
    person: some(person),
    suggestion: some(count),
    retables: some(proposal),
    rescinds: some(proposal),
  }),
  fc.record({
    act: fc.constant('show' as const),
    alliance: code,
    show: fc.constantFrom(...showNames),
    proposal: some(proposal),
  }),
);

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const agree =
  '{"v":1,"act":"order","alliance":"PLY","command":{"kind":"recordPosition","position":"agree","proposal":"P-1","revision":1}}';

describe('a press', () => {
  it('comes back as it was, and fits into a button', () => {
    fc.assert(
      fc.property(press, (meant) => {
        const text = encodePress(meant);
        expect(text.length).toBeLessThanOrEqual(pressMost);
        expect(withoutUndefined(decodePress(text))).toEqual(withoutUndefined(meant));
        expect(actIn(text)).toBe(meant.act);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the plain agreement that this test writes by hand', () => {
    expect(decodePress(agree)).toEqual({
      act: 'order',
      alliance: 'PLY',
      command: { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 },
    });
  });

  it.each([
    ['another alliance in small letters', agree.replace('PLY', 'ply')],
    ['a path for an alliance', agree.replace('PLY', '../PLY')],
    ['a negative proposal', agree.replace('P-1', 'P--1')],
    ['proposal nought', agree.replace('P-1', 'P-0')],
    ['2^53 proposals', agree.replace('P-1', 'P-9007199254740992')],
    ['"1e3" for a proposal', agree.replace('P-1', 'P-1e3')],
    ['a negative revision', agree.replace('"revision":1', '"revision":-1')],
    ['2^53 revisions', agree.replace('"revision":1', '"revision":9007199254740992')],
    ['"1e3" for a revision', agree.replace('"revision":1', '"revision":"1e3"')],
    ['1.5 revisions', agree.replace('"revision":1', '"revision":1.5')],
    ['a command that is not for buttons', agree.replace('recordPosition', 'recordDeparture')],
    ['an objection without words', agree.replace('"agree"', '"object"')],
    ['a reason smuggled in', agree.replace('"revision":1', '"revision":1,"reason":"because"')],
    ['"__proto__"', agree.replace('"revision":1', '"revision":1,"__proto__":{"member":"path"}')],
    ['"__proto__" around it', agree.replace('{"v":1', '{"__proto__":{"v":1},"v":1')],
    ['"constructor"', agree.replace('"revision":1', '"revision":1,"constructor":{}')],
    ['another member in capitals', agree.replace('"revision":1', '"revision":1,"member":"PATH"')],
    ['a version from the future', agree.replace('"v":1', '"v":2')],
    ['no version', agree.replace('"v":1,', '')],
    ['an array', `[${agree}]`],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1e999'],
    ['half a press', agree.slice(0, 40)],
    ['a megabyte', 'a'.repeat(1_048_576)],
    ['a megabyte of press', agree.replace('agree', 'a'.repeat(1_048_576))],
    ['deep nesting', '['.repeat(1000) + ']'.repeat(1000)],
    ['lone surrogates', agree.replace('PLY', '\ud800')],
    ['NUL', agree.replace('PLY', 'PL\u0000')],
    ['full-width letters', agree.replace('PLY', 'ＰＬＹ')],
    ['other digits', agree.replace('P-1', 'P-١')],
    ['a line end after the id', agree.replace('P-1', 'P-1\\n')],
  ])('[F39] that holds %s is refused', (_what, text) => {
    expect(decodePress(text)).toBeNull();
  });

  it('never throws and never lets through what it would not write, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const read = decodePress(text);
        expect(read === null || decodePress(encodePress(read)) !== null).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('that was changed in one place means the same or nothing at all', () => {
    fc.assert(
      fc.property(press, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (meant, at, letter) => {
        const text = encodePress(meant);
        const place = at % text.length;
        const read = decodePress(text.slice(0, place) + letter + text.slice(place + 1));
        expect(read === null || encodePress(read).length <= pressMost).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
