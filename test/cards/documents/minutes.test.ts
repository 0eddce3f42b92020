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

  it('say which version they are, who accepted it, and that silence is no acceptance', async () => {
    const scene = await lambethMinutes();
    const said = markdown(await minutesOf(scene));
    expect(said).toContain('Accepted by 4 of the 6 members that attended. Not confirmed.');
    expect(said).toContain('| Charity B | not accepted | – | – |');
    expect(said).toMatch(/\| Charity A \| asked for a correction of line 4 \(declined\) \| Hassan Iqbal \|/);
    const first = markdown(await minutesOf(scene, 1));
    expect(first).toMatch(/Replaced by version 2 on .* Acceptances of this version count no more\. Not confirmed\./);
    expect(first).not.toContain('Disputed');
  });

  it('say of whom nothing was heard once the time for corrections is over', async () => {
    const scene = await lambethMinutes();
    await scene.until('2026-05-12 12:00');
    const silent = markdown(await minutesOf(scene));
    expect(silent).toContain('Nothing was heard from Charity A and Charity B in time, which is not acceptance.');
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
