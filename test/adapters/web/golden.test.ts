import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../adapters/web/render.js';
import { renderForm } from '../../../adapters/web/renderForm.js';
import { sampleCards, sampleForms } from '../../cards/samples.js';

const place = { chair: '/chair', page: '', nonce: () => 'nonce', pictureAt: () => '/picture.png' };

describe('in the playground', () => {
  it.each(Object.entries(sampleCards()))('the card "%s" is drawn to the byte as it was', (name, card) =>
    expect(`${renderCard(card, place).markup}\n`).toMatchFileSnapshot(`golden/${name}.html`),
  );

  it.each(Object.entries(sampleForms()))('the form "%s" is drawn to the byte as it was', (name, form) =>
    expect(`${renderForm(form, place, null).markup}\n`).toMatchFileSnapshot(`golden/form-${name}.html`),
  );
});
