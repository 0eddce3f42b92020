import { expect } from 'vitest';
import { linkCodeBytes, linkCodeOf } from '../../../src/ledger/linkCode.js';
import { councilRoom, leadership, representatives } from './cast.js';
import type { Scene } from './scene.js';

/** Everybody presses Agree on the card in their own workspace; who speaks for two members says for which. */
export const everybodyAgrees = async (scene: Scene, title: string, but: readonly string[] = []): Promise<void> => {
  for (const name of representatives.filter((each) => !but.includes(each))) {
    const said = await scene.presses(name, scene.card(title, roomOf(name)), 'Agree');
    if (name !== 'Joseph Mensah') expect(said).toContain('*Recorded.*');
    else {
      expect(await scene.presses(name, scene.lastTold(name), 'Vote for Shekinah')).toContain('Shekinah agrees to P-1');
    }
  }
};

/** The leadership channel in the workspace of this representative. */
export const roomOf = (name: string): string =>
  ['Margaret Okafor', 'Priya Nair'].includes(name) ? councilRoom : leadership;

/** The code of a proposed link as the operator prints it. */
export const linkCode = async ({ office, keyring }: Scene, link: number): Promise<string> => {
  const alliance = (await office().clerk.view('PLY'))!;
  const { at } = alliance.links.find(({ number }) => number === link)!;
  return linkCodeOf(keyring.sign('PLY', linkCodeBytes('PLY', link, at), alliance.publicKey));
};
