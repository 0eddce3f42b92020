import type { Installations } from '../../src/clerk/installations.js';
import { boundTo } from './installations.js';
import { sealingWith, type TokenKey } from './sealing.js';

/** What became of the tokens of all workspaces. */
export interface Resealed {
  /** The name of the key under which they are now. */
  readonly key: string;
  /** Workspaces that were sealed under another key before, and those that needed nothing. */
  readonly anew: readonly string[];
  readonly already: readonly string[];
  /** None of the keys opens these; they are left as they are. */
  readonly unopened: readonly string[];
}

/**
 * Seals every token anew under the first key. Each is durable by itself and every key goes on reading, so that it may be
 * interrupted and done again; when nothing is left unopened, the other keys are needed no more.
 */
export const resealed = async (
  installations: Pick<Installations, 'installations' | 'keepInstallation'>,
  keys: readonly [TokenKey, ...TokenKey[]],
): Promise<Resealed> => {
  const sealing = sealingWith(keys);
  const first = sealingWith([keys[0]]);
  const found = { anew: [] as string[], already: [] as string[], unopened: [] as string[] };
  for (const kept of await installations.installations('slack')) {
    const to = boundTo(kept.tenant);
    const text = sealing.open(kept.sealed, to);
    if (text === null) found.unopened.push(kept.tenant);
    else if (first.open(kept.sealed, to) !== null) found.already.push(kept.tenant);
    else {
      await installations.keepInstallation({ ...kept, sealed: sealing.seal(text, to) });
      found.anew.push(kept.tenant);
    }
  }
  return { key: keys[0].id, ...found };
};
