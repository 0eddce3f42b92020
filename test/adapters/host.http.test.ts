import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram, startToRefusal } from './program.js';
import { installedSettings } from './slack/recordProcess.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-host-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the address on which a server answers', () => {
  it.each([
    ['is this computer alone where nothing is said', {}, 'http://127.0.0.1:'],
    ['is what HOST says, so that a proxy in another container reaches it', { HOST: '0.0.0.0' }, 'http://0.0.0.0:'],
  ])('%s', async (_, settings, begins) => {
    const { address, stop } = await startProgram(folder, { ...installedSettings, ...settings });
    expect(address.startsWith(begins)).toBe(true);
    const { port } = new URL(address);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect(await stop()).toBe(0);
  });

  it('of a playground is this computer alone, whatever HOST says', async () => {
    const { address, stop } = await startProgram(folder, { HOST: '0.0.0.0' });
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect(await stop()).toBe(0);
  });

  it('that this computer does not have is refused with a sentence', async () => {
    const { code, said } = await startToRefusal({ ...installedSettings, HOST: '192.0.2.1' }, folder);
    expect(code).toBe(1);
    expect(said).toContain('This computer has no address 192.0.2.1, so Roundtable cannot answer there. Leave HOST out');
  });
});
