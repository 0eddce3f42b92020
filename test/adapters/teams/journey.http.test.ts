import { describe, expect, it } from 'vitest';
import { councilRoom, leadership, representatives } from './cast.js';
import { plymouth, proposalOf } from './scene.js';
import { textOf } from './seeing.js';

describe('a proposal, from the dialog to the adoption', () => {
  it('[E34] nine votes from two tenants: adopted once, one card and one announcement in each room', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('A shared induction'));
    expect(textOf(card)).toContain('A shared induction');
    const council = scene.card('A shared induction', councilRoom);
    for (const [index, name] of representatives.entries()) {
      const on = index < 2 ? council : card;
      expect(await scene.votes(name, on)).toMatch(/^Recorded/u);
    }
    await scene.settle();
    expect((await scene.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
    for (const room of [leadership, councilRoom]) {
      const shown = scene.standin.messages(room).map(textOf);
      expect(shown.filter((text) => text.includes('Adopted unanimously, 9 of 9')).length).toBeGreaterThan(0);
    }
  });
});
