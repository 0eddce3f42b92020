import { describe, expect, it } from 'vitest';
import { identified } from '../../../adapters/slack/blocks.js';
import { fitted } from '../../../adapters/slack/fit.js';
import { formView } from '../../../adapters/slack/forms.js';
import { slackLimits } from '../../../adapters/slack/limits.js';
import { nobody } from '../../../adapters/slack/private.js';
import { sampleCards, sampleForms } from '../../cards/samples.js';
import { checkedBlocks } from './standin/blockKit.js';

describe('in Slack', () => {
  it.each(Object.entries(sampleCards()))('the card "%s" is drawn to the byte as it was', async (name, card) => {
    const blocks = identified(fitted(card, nobody));
    expect(checkedBlocks(blocks, slackLimits.messageBlocks)).not.toHaveProperty('error');
    await expect(`${JSON.stringify(blocks, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  });

  it.each(Object.entries(sampleForms()))('the form "%s" is drawn to the byte as it was', (name, form) =>
    expect(`${JSON.stringify(formView(form), null, 1)}\n`).toMatchFileSnapshot(`golden/form-${name}.json`),
  );
});
