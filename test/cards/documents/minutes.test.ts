import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/cards/documents/document.js';
import { html } from '../../../src/cards/documents/html.js';
import { markdown } from '../../../src/cards/documents/markdown.js';
import { agendaFrom, minutesFrom } from '../../../src/clerk/documents.js';
import type { Scene } from '../../cast.js';
import { lambethMeeting, lambethMinutes } from '../../cast/lambeth.js';

const minutesOf = async (scene: Scene, number?: number): Promise<Document> =>
  (await minutesFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1', { number }))!;

/** Keys and hashes are new in every run of the tests; everything else is not. */
const withoutHashes = (text: string): string => text.replace(/\b[0-9a-f]{64}\b/gu, '[hash]');

describe('minutes as a document', () => {
  it('are drawn in Markdown and in HTML out of the book, as corrected, with both accounts of a dispute', async () => {
    const document = await minutesOf(await lambethMinutes());
    await expect(withoutHashes(markdown(document))).toMatchFileSnapshot('golden/minutes.md');
    await expect(withoutHashes(html(document))).toMatchFileSnapshot('golden/minutes.html');
  });

  it('are a draft as long as nobody was sent them', async () => {
    const document = await minutesOf(await lambethMeeting());
    expect(document.reference).toBe('LWN-M-1-draft');
  });
});

describe('an agenda as a document', () => {
  it('is drawn as the pack that went out has it', async () => {
    const scene = await lambethMeeting();
    const document = await agendaFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1');
    await expect(withoutHashes(markdown(document!))).toMatchFileSnapshot('golden/agenda.md');
  });
});
