import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/cards/documents/document.js';
import { html } from '../../../src/cards/documents/html.js';
import { markdown } from '../../../src/cards/documents/markdown.js';
import { agendaFrom, type DocumentSources, minutesFrom } from '../../../src/clerk/documents.js';
import { bookAt } from '../../../src/clerk/pastBooks.js';
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

  it('that went out is read from the book once, however often it is fetched', async () => {
    const scene = await lambethMeeting();
    let entries = 0;
    const ledger: DocumentSources['ledger'] = {
      head: (code) => scene.store.head(code),
      read: async (...asked) => {
        const page = await scene.store.read(...asked);
        entries += page.length;
        return page;
      },
    };
    const clerk = scene.clerk();
    const first = markdown((await agendaFrom({ clerk, ledger }, 'LWN', 'M-1'))!);
    expect(entries).toBeGreaterThan(1);
    entries = 0;
    expect(markdown((await agendaFrom({ clerk, ledger }, 'LWN', 'M-1'))!)).toBe(first);
    expect(entries).toBe(0);
  });

  it('is kept for a few meetings only, and what could not be read is asked for again', async () => {
    const { store } = await lambethMeeting();
    const asked: number[] = [];
    let isBroken = true;
    const ledger: Pick<DocumentSources['ledger'], 'read'> = {
      read: async (code, afterSeq, most) => {
        asked.push(afterSeq + most);
        if (isBroken) throw new Error('the disk is away');
        return store.read(code, afterSeq, most);
      },
    };
    await expect(bookAt(ledger, 'LWN', 1)).rejects.toThrow('the disk is away');
    isBroken = false;
    for (const seq of [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 1]) expect((await bookAt(ledger, 'LWN', seq)).head.seq).toBe(seq);
    expect(asked).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1]);
    await expect(bookAt(ledger, 'LWN', 100_000)).rejects.toThrow('entry 100000 of LWN is not there');
  });
});
