import { expect, it } from 'vitest';
import { turnstile } from '../../../adapters/pages/door.js';

it('addresses that strangers make up fill a minute, and those turned away by then leave no mark of their own', () => {
  let nowMs = 0;
  const enter = turnstile(() => nowMs);
  const letIn = (address: string): boolean => enter(address) !== null;
  for (let number = 0; number < 1_200; number += 1) expect(letIn(`made up ${number}`)).toBe(true);
  expect([letIn('made up 1200'), letIn('made up 1')]).toEqual([false, false]);
  nowMs = 60_000;
  expect(letIn('made up 1200')).toBe(true);
});

it('those that lead somewhere count for their own address alone', () => {
  const enter = turnstile(() => 0);
  for (let number = 0; number < 1_300; number += 1) enter(`a reader ${number}`)!();
  for (let time = 0; time < 59; time += 1) enter('a reader 0')!();
  expect(enter('a reader 0')).toBeNull();
  expect(enter('a reader 1')).not.toBeNull();
});

it('an address turned away while all were too many is not the worse for it when places are given back', () => {
  const enter = turnstile(() => 0);
  const leave = Array.from({ length: 1_200 }, (_, number) => enter(`made up ${number}`)!);
  for (let time = 0; time < 60; time += 1) expect(enter('late')).toBeNull();
  leave[0]!();
  expect(enter('late')).not.toBeNull();
});
