import { describe, expect, it } from 'vitest';
import { bytesOf, teamsLimits } from '../../../adapters/teams/limits.js';
import { formCard } from '../../../adapters/teams/forms.js';
import { fitted, pageOf } from '../../../adapters/teams/fit.js';
import { decodePress } from '../../../src/cards/press.js';
import { sampleCards, sampleForms } from '../../cards/samples.js';
import { flawsOf, objectsIn } from './standin/cardCheck.js';
import { picturesOf } from './pictured.js';

const cards = Object.entries(sampleCards());
const forms = Object.entries(sampleForms());

/** As Teams takes it, by its published schema, and below the strictest size that was ever named. */
const accepted = (card: object): void => {
  expect(flawsOf(card as Readonly<Record<string, unknown>>)).toEqual([]);
  expect(bytesOf(card)).toBeLessThanOrEqual(teamsLimits.cardBytes);
  for (const { data } of objectsIn(card)) {
    if (data === undefined) continue;
    expect(decodePress((data as { readonly press: string }).press)).not.toBeNull();
  }
};

describe('in Teams', () => {
  it.each(cards)('the card "%s" is drawn to the byte as it was, and Teams takes it', async (name, card) => {
    const drawn = fitted(card, picturesOf);
    accepted(drawn);
    await expect(`${JSON.stringify(drawn, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  });

  it.each(cards)('a dialog takes "%s" too, whole, on as many pages as it needs', (name, card) => {
    const show = { act: 'show', alliance: 'PLY', show: 'proposal', proposal: 'P-1' } as const;
    const first = pageOf(card, show);
    accepted(first);
    const of = Number(/Page 1 of (\d+)/u.exec(JSON.stringify(first))?.[1] ?? 1);
    for (let page = 2; page <= of; page += 1) accepted(pageOf(card, show, page));
    expect(of > 1).toBe(name === 'long' || name === 'hostile' ? of > 1 : false);
  });

  it.each(forms)('the form "%s" is drawn to the byte as it was, and Teams takes it', async (name, form) => {
    const drawn = formCard(form);
    accepted(drawn);
    await expect(`${JSON.stringify(drawn, null, 1)}\n`).toMatchFileSnapshot(`golden/form-${name}.json`);
  });
});
