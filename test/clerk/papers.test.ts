import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { integrityCheck } from '../../db/verify.js';
import { openStore } from '../../db/store.js';
import type { CommandOf } from '../../src/alliance/commands.js';
import { paperFor } from '../../src/clerk/papers.js';
import { order } from '../cast/meetingActs.js';
import { lambethMeeting, lease } from '../cast/lambeth.js';
import type { Scene } from '../cast.js';
import { alliance } from '../cast.js';
import { convene } from '../cast/meetingActs.js';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const paper = (bytes: Uint8Array, name = 'Plan.pdf', type = 'application/pdf'): CommandOf<'addPaper'> => ({
  ...{ kind: 'addPaper', meeting: 'M-1', item: 1, name, type },
  ...{ sha256: hashOf(bytes), bytes: bytes.length },
});

const called = async (): Promise<Scene> => {
  const scene = await alliance('lwn');
  await scene.does('Victoria Sayer', convene(scene, '2026-04-30 10:00', '2026-04-30 12:00', {}));
  await scene.does(
    'Victoria Sayer',
    order({ kind: 'addItem', meeting: 'M-1', as: 'discussion', title: 'The plan for the year' }),
  );
  return scene;
};

const asked = async (scene: Scene, name: string, number = 1) =>
  paperFor({ clerk: scene.clerk(), papers: scene.store }, 'LWN', {
    ...{ meeting: 'M-1', paper: number },
    by: await scene.person(name),
  });

describe('a paper', () => {
  it('is kept with the entry that names its hash, and comes back byte for byte', async () => {
    const scene = await called();
    const bytes = Buffer.from('%PDF-1.7 the plan');
    expect((await scene.does('Victoria Sayer', order(paper(bytes)), { paper: bytes })).why).toBeNull();
    expect(await asked(scene, 'Errol Watkins')).toMatchObject({ name: 'Plan.pdf', type: 'application/pdf', bytes });
    const noted = (await scene.now()).meetings.get('M-1')!.papers;
    expect(noted).toMatchObject([{ number: 1, sha256: hashOf(bytes), bytes: bytes.length, withdrawn: false }]);
  });

  it.each([
    ['without its bytes', undefined],
    ['with the bytes of another', Buffer.from('something else')],
  ])('is refused %s, and nothing is kept', async (_how, sent) => {
    const scene = await called();
    const bytes = Buffer.from('%PDF-1.7 the plan');
    const answer = await scene.does('Victoria Sayer', order(paper(bytes)), sent === undefined ? {} : { paper: sent });
    expect(answer.why).toBe('notAPaper');
    expect((await scene.now()).meetings.get('M-1')!.papers).toEqual([]);
    expect(await scene.store.paper('LWN', hashOf(bytes))).toBeNull();
  });

  it.each([
    ['over ten million bytes', new Uint8Array(10_000_001), 'Plan.pdf', 'application/pdf', 'paperTooLarge'],
    ['of a kind that runs', Buffer.from('MZ'), 'plan.exe', 'application/x-msdownload', 'notAPaper'],
    ['that is empty', new Uint8Array(), 'Plan.pdf', 'application/pdf', 'notAPaper'],
  ])('%s is refused with a sentence, and nothing of it is kept', async (_what, bytes, name, type, why) => {
    const scene = await called();
    const answer = await scene.does('Victoria Sayer', order(paper(bytes, name, type)), { paper: bytes });
    expect(answer.why).toBe(why);
    expect(answer.reads.join(' ')).toMatch(/^.*Nothing was recorded\./);
    expect(await scene.store.paper('LWN', hashOf(bytes))).toBeNull();
  });

  it('that somebody may not add leaves no bytes behind', async () => {
    const scene = await called();
    const bytes = Buffer.from('%PDF-1.7 not theirs');
    const answer = await scene.does(await scene.representativeOf('Charity A'), order(paper(bytes)), { paper: bytes });
    expect(answer.why).toBe('mayNot');
    expect(await scene.store.paper('LWN', hashOf(bytes))).toBeNull();
  });

  it('that was withdrawn stays in the packs that went out, and is in none to come', async () => {
    const scene = await called();
    const bytes = Buffer.from('%PDF-1.7 the plan');
    await scene.does('Victoria Sayer', order(paper(bytes)), { paper: bytes });
    await scene.does('Victoria Sayer', order({ kind: 'publishPack', meeting: 'M-1' }));
    await scene.does('Victoria Sayer', order({ kind: 'withdrawPaper', meeting: 'M-1', paper: 1, why: 'Old figures.' }));
    await scene.does('Victoria Sayer', order({ kind: 'publishPack', meeting: 'M-1' }));
    const { packs } = (await scene.now()).meetings.get('M-1')!;
    expect(packs.map(({ papers }) => papers)).toEqual([[{ paper: 1, sha256: hashOf(bytes) }], []]);
    expect(await asked(scene, 'Errol Watkins')).toMatchObject({ bytes });
  });
});

describe('reading a paper', () => {
  it('is for people of the alliance, and ends for those who are recused from its item', async () => {
    const scene = await lambethMeeting();
    expect(await asked(scene, 'Hassan Iqbal')).toMatchObject({ bytes: lease });
    const { person, member } = await scene.representativeOf('Lambeth Council');
    const interest = { kind: 'declareInterest', proposal: 'P-2', revision: 1, nature: 'We are the landlord.' } as const;
    await scene.does({ person, member }, order({ ...interest, level: 'recuse', scope: 'organisation', member }));
    const told = await paperFor({ clerk: scene.clerk(), papers: scene.store }, 'LWN', {
      ...{ meeting: 'M-1', paper: 1, by: person },
    });
    expect(told).toEqual({ refusal: { why: 'itemPapersWithheld', meeting: 'M-1', item: 2 } });
    expect(await asked(scene, 'Hassan Iqbal')).toMatchObject({ bytes: lease });
    const stranger = { meeting: 'M-1', paper: 1, by: 'person:999' } as const;
    expect(await paperFor({ clerk: scene.clerk(), papers: scene.store }, 'LWN', stranger)).toEqual({
      refusal: { why: 'stranger' },
    });
  });
});

describe('verification', () => {
  it('names a paper whose bytes were altered or are gone, and its entry', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roundtable-papers-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const scene = await lambethMeeting();
    const path = join(folder, 'roundtable.db');
    const copy = openStore(path);
    const entries = await scene.store.read('LWN', 0, 10_000);
    const [head, refs] = [
      await scene.store.signedHead('LWN'),
      entries.flatMap(({ event }) => event.match(/text:\w+/g) ?? []),
    ];
    const texts = await scene.store.saltedTexts('LWN', refs as never);
    const papers = [{ sha256: hashOf(lease), bytes: lease }];
    await copy.append([
      {
        alliance: 'LWN',
        after: { seq: 0, hash: '0'.repeat(64) },
        entries,
        texts,
        papers,
        directory: [],
        schedule: new Map(),
        head: head!,
      },
    ]);
    await copy.close();
    expect(await integrityCheck(path)).toEqual([]);
    const tampered = new Database(path);
    expect(() => tampered.exec("UPDATE papers SET bytes = x'00'")).toThrow('a paper is never changed');
    tampered.exec("DROP TRIGGER papers_never_updated; UPDATE papers SET bytes = x'00'");
    expect(await integrityCheck(path)).toMatchObject([{ what: `the paper ${hashOf(lease)} was altered` }]);
    tampered.exec('DELETE FROM papers');
    tampered.close();
    const [flaw] = await integrityCheck(path);
    expect(flaw).toMatchObject({ alliance: 'LWN', what: `the paper ${hashOf(lease)} is missing` });
    expect(entries[flaw!.seq! - 1]!.kind).toBe('PaperAdded');
  });
});
