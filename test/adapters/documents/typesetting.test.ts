import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { typeset } from '../../../adapters/documents/typesetting.js';
import type { Document } from '../../../src/cards/documents/document.js';
import { html } from '../../../src/cards/documents/html.js';
import { markdown } from '../../../src/cards/documents/markdown.js';
import { minutesFrom } from '../../../src/clerk/documents.js';
import { lambethMinutes } from '../../cast/lambeth.js';

const run = promisify(execFile);

const lambeth = async (): Promise<Document> => {
  const scene = await lambethMinutes();
  return (await minutesFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1'))!;
};

const workFolder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'roundtable-documents-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** On the machine that checks everything these must be there; elsewhere the tests that need them are left out. */
const mustRun = process.env.CI === 'true';
const withOffice = mustRun || isInstalled('soffice');
const withPoppler = mustRun || isInstalled('pdftoppm');

const long: Document = {
  reference: 'LWN-M-9-v1',
  language: 'en-GB',
  author: 'Living Well Network Alliance',
  title: 'Minutes of the Alliance Leadership Team, M-9',
  at: '2026-05-01T09:00:00.000Z',
  footer: `LWN M-9. Minute book entry 900, SHA-256 ${'ab'.repeat(32)}`,
  blocks: Array.from({ length: 40 }, (_, item) => [
    { kind: 'heading' as const, level: 2 as const, text: `${item + 1}. Item` },
    ...Array.from({ length: 8 }, (_, line) => ({
      kind: 'paragraph' as const,
      text: `[${item * 8 + line + 1}] Siân & <b>Ŵyn</b> spoke of “ward” א and \u{1F469}: ${'word '.repeat(30)}`,
    })),
  ]).flat(),
};

describe('minutes in DOCX', () => {
  it('have heading styles, table header rows, their language, and the seal with page numbers at the foot', async () => {
    const document = await lambeth();
    const parts = unzipSync(await typeset.docx(document));
    const part = (name: string): string => strFromU8(parts[name]!);
    const body = part('word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2']) expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(4);
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    const foot = part(Object.keys(parts).find((name) => /footer\d*\.xml$/.test(name))!);
    expect(foot).toContain(document.footer);
    expect(foot).toMatch(/PAGE<.*NUMPAGES</s);
    expect(part('docProps/core.xml')).toContain('>2026-05-01T09:00:00Z</dcterms:created>');
  });

  it.runIf(withOffice)('are opened by LibreOffice, with every line of them', { timeout: 120_000 }, async () => {
    const [document, folder] = [await lambeth(), workFolder()];
    const file = join(folder, 'minutes.docx');
    writeFileSync(file, await typeset.docx(document));
    const home = `-env:UserInstallation=file://${folder}/home`;
    await run('soffice', ['--headless', home, '--convert-to', 'txt:Text', '--outdir', folder, file]);
    const text = readFileSync(join(folder, 'minutes.txt'), 'utf8');
    expect(text).toContain('Decision LWN-2026-001, made in the meeting');
    expect(text).toContain('Disputed. The account of Charity A');
    expect(text).toContain('Emmanuel Tetteh');
  });
});

describe('minutes in PDF', () => {
  it('are tagged, in their language, as an archive takes them, with their letters within', async () => {
    const pdf = Buffer.from(await typeset.pdf(await lambeth())).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain('/Lang (en-GB)');
    expect(pdf).toMatch(/\/MarkInfo/);
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'LI']) expect(pdf).toContain(`/S /${tag}`);
    expect(pdf).toMatch(/\/FontFile2/);
  });

  it.runIf(withPoppler)(
    'are drawn on pages that another program renders, each with the seal',
    { timeout: 60_000 },
    async () => {
      const [document, folder] = [await lambeth(), workFolder()];
      const file = join(folder, 'minutes.pdf');
      writeFileSync(file, await typeset.pdf(document));
      await run('pdftoppm', ['-r', '40', '-png', file, join(folder, 'page')]);
      const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
      const { stdout: text } = await run('pdftotext', ['-layout', file, '-']);
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expect(text.split('minute book, entry').length - 1).toBe(pages.length);
      expect(text).toContain(`Page ${pages.length} of ${pages.length}`);
      expect(text).toContain('Decision LWN-2026-001, made in the meeting');
    },
  );

  it.runIf(withPoppler)(
    'hold 320 lines under 40 items, and print by its number what the letters lack',
    { timeout: 60_000 },
    async () => {
      const file = join(workFolder(), 'long.pdf');
      writeFileSync(file, await typeset.pdf(long));
      const { stdout: text } = await run('pdftotext', [file, '-'], { maxBuffer: 64 * 1024 * 1024 });
      const lines = text.match(/\[\d+\] Siân & <b>Ŵyn<\/b> spoke of “ward” \[U\+05D0\] and \[U\+1F469\]/g) ?? [];
      expect(lines).toHaveLength(320);
    },
  );
});

/** Tables over several pages between headings, with words that must not be broken. */
const wide: Document = {
  ...long,
  reference: 'LWN-M-9-v2',
  blocks: Array.from({ length: 12 }, (_, part) => [
    { kind: 'heading' as const, level: 2 as const, text: `Heading ${part + 1}` },
    { kind: 'paragraph' as const, text: 'Words before it. '.repeat(part * 9) },
    { kind: 'heading' as const, level: 3 as const, text: `Actions ${part + 1}` },
    {
      kind: 'table' as const,
      caption: `Given out in part ${part + 1}`,
      headers: ['Action', 'What', 'Owner', 'From'],
      rows: Array.from({ length: 3 + part * 4 }, (__, row) => [
        `A-${row + 1}`,
        'Ask the landlord for the new lease. '.repeat(1 + (row % 4)),
        'Deborah Asante (Adult social care)',
        'LWN-2026-001',
      ]),
    },
  ]).flat(),
};

describe('tables over several pages', () => {
  const pagesOf = async (pdf: string): Promise<readonly (readonly string[])[]> => {
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
    const pages = stdout.split('\f').map((page) => page.split('\n').map((line) => line.trim()));
    return pages.filter((page) => page.some((line) => line !== ''));
  };
  /** Every page with rows of a table names its columns above them, and none ends with a heading or a caption. */
  const expectWhole = (pages: readonly (readonly string[])[]): void => {
    expect(pages.length).toBeGreaterThan(8);
    for (const [at, page] of pages.entries()) {
      const rows = page.findIndex((line) => /^A-\d+ /u.test(line));
      const names = page.findIndex((line) => /^Action +What +Owner +From$/u.test(line));
      expect([at + 1, rows === -1 || (names !== -1 && names < rows)]).toEqual([at + 1, true]);
      const last = page.filter((line) => line !== '' && !/^LWN M-9|^(?:ab){20,}|^Page \d/u.test(line)).at(-1);
      expect([at + 1, last]).toEqual([at + 1, expect.not.stringMatching(/^(?:Heading|Actions|Given out|Action) /u)]);
      expect(page.filter((line) => /(?:LWN-|2026-|-)$/u.test(line))).toEqual([]);
    }
  };

  it.runIf(withPoppler)('stand under their header on each page of a PDF', { timeout: 60_000 }, async () => {
    const file = join(workFolder(), 'wide.pdf');
    writeFileSync(file, await typeset.pdf(wide));
    const pages = await pagesOf(file);
    expectWhole(pages);
    const rows = pages.flat().filter((line) => /^A-\d+ /u.test(line)).length;
    expect(rows).toBe(wide.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0));
    expect(pages.flat().filter((line) => /^Given out in part \d+ \(continued\)$/u.test(line)).length).toBeGreaterThan(
      3,
    );
  });

  it.runIf(withPoppler && withOffice)(
    'stand under their header on each page that LibreOffice makes of a DOCX',
    { timeout: 120_000 },
    async () => {
      const folder = workFolder();
      const file = join(folder, 'wide.docx');
      writeFileSync(file, await typeset.docx(wide));
      const home = `-env:UserInstallation=file://${folder}/home`;
      await run('soffice', ['--headless', home, '--convert-to', 'pdf', '--outdir', folder, file]);
      expectWhole(await pagesOf(join(folder, 'wide.pdf')));
    },
  );
});

describe('documents', () => {
  it('are the same bytes every time that they are made from the same book', async () => {
    const scene = await lambethMinutes();
    const sources = { clerk: scene.clerk(), ledger: scene.store };
    const first = (await minutesFrom(sources, 'LWN', 'M-1'))!;
    const files = [markdown(first), html(first), await typeset.docx(first), await typeset.pdf(first)];
    await scene.until('2026-05-05 12:00');
    await scene.restarts();
    const again = (await minutesFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1'))!;
    expect(again).toEqual(first);
    const same = [markdown(again), html(again), await typeset.docx(again), await typeset.pdf(again)];
    expect(same.map((made, at) => Buffer.from(made).equals(Buffer.from(files[at]!)))).toEqual([true, true, true, true]);
  });

  it('are the same but for the words that were redacted, of which no byte is left in any of them', async () => {
    const scene = await lambethMinutes();
    const before = (await minutesFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1'))!;
    const meeting = (await scene.now()).meetings.get('M-1')!;
    const line = meeting.lines.find(({ number }) => number === 2)!;
    await scene.store.redactTexts('LWN', [line.text!, meeting.place!, meeting.papers[0]!.name]);
    await scene.restarts();
    const after = (await minutesFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1'))!;
    const gone = [
      'Two members staff the hub in turn; the rota is with Adult social care.',
      'Winterbourne Room, 336 Brixton Road, London',
      'Lease of the Streatham house.txt',
    ];
    for (const words of gone) expect(await formatsWith(before, words)).toEqual(formats);
    for (const words of gone) expect(await formatsWith(after, words)).toEqual([]);

    // Nothing else has changed: the same document with other words in their place is the same bytes.
    const removed = gone.reduce(
      (all, words) => all.replaceAll(words, '[removed from the record]'),
      JSON.stringify(before),
    );
    expect(after).toEqual(JSON.parse(removed));
    await scene.until('2026-05-05 12:00');
    const again = (await minutesFrom({ clerk: scene.clerk(), ledger: scene.store }, 'LWN', 'M-1'))!;
    const [first, second] = [await filesOf(after), await filesOf(again)];
    expect(first.map((bytes, at) => bytes.equals(second[at]!))).toEqual([true, true, true, true]);
  });
});

/** A document in each of its formats. */
const filesOf = async (document: Document): Promise<readonly Buffer[]> => [
  Buffer.from(markdown(document)),
  Buffer.from(html(document)),
  Buffer.from(await typeset.docx(document)),
  Buffer.from(await typeset.pdf(document)),
];

const formats = ['Markdown', 'HTML', 'DOCX', ...(withPoppler ? ['PDF'] : [])];

/** In which formats of a document these words stand anywhere: the parts of DOCX unpacked, what the pages of PDF say, and every byte. */
const formatsWith = async (document: Document, words: string): Promise<readonly string[]> => {
  const [md, page, docx, pdf] = await filesOf(document);
  const parts = Object.values(unzipSync(docx!)).map((part) => Buffer.from(part));
  const said = {
    Markdown: [md!],
    HTML: [page!],
    DOCX: [docx!, ...parts],
    PDF: [pdf!, ...streamsIn(pdf!), ...(withPoppler ? [await wordsOfPdf(pdf!)] : [])],
  };
  const plain = (bytes: Buffer): string =>
    bytes
      .toString('utf8')
      .replace(/\\|<[^>]*>/gu, '')
      .replace(/\s+/gu, ' ');
  const utf16 = Buffer.from(words, 'utf16le').swap16();
  return Object.entries(said).flatMap(([format, pieces]) =>
    pieces.some((bytes) => plain(bytes).includes(words) || bytes.includes(utf16)) ? [format] : [],
  );
};

/** What is packed inside a PDF. */
const streamsIn = (pdf: Buffer): readonly Buffer[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1'))];
    } catch {
      return [];
    }
  });

const wordsOfPdf = async (pdf: Buffer): Promise<Buffer> => {
  const file = join(workFolder(), 'document.pdf');
  writeFileSync(file, pdf);
  const { stdout } = await run('pdftotext', [file, '-']);
  return Buffer.from(stdout);
};
