import { readdir, readFile } from 'node:fs/promises';
import type { ReadCharter } from '../../src/alliance/charterText.js';
import { serverWords } from '../../src/cards/words/server.js';
import type { Clerk } from '../../src/clerk/orders.js';
import type { AllianceLine } from '../../src/clerk/ports.js';

/**
 * Founds each example alliance that is not there yet, as a practice book. Throws with a sentence on a charter that
 * cannot be used. Where all are there, no charter is parsed, nor what parses them loaded: most starts are second starts.
 */
export const foundExamples = async (clerk: Clerk, lines: readonly AllianceLine[], folder: URL): Promise<void> => {
  const known = new Set(lines.map(({ code }) => code));
  const files = (await readdir(folder)).filter((file) => file.endsWith('.charter.yaml')).sort();
  for (const file of files) {
    const text = await readFile(new URL(file, folder), 'utf8');
    const [, code = ''] = /^code: *['"]?([A-Z]{2,6})\b/mu.exec(text) ?? [];
    if (!known.has(code)) await found(clerk, file, text);
  }
};

const found = async (clerk: Clerk, file: string, text: string): Promise<void> => {
  const { readCharter } = await import('../../src/alliance/charterText.js');
  const read = readCharter(text, file);
  if ('problems' in read) throw new Error(serverWords.badExample(file, firstProblem(read)));
  const reply = await clerk.found(read.charter, { practice: true, via: 'web' });
  if (reply.kind === 'refused') throw new Error(serverWords.badExample(file, reply.refusal.why));
};

const firstProblem = ({ problems }: Extract<ReadCharter, { readonly problems: unknown }>): string => {
  const [problem] = problems;
  return problem === undefined ? '' : `line ${problem.line}: ${problem.says}`;
};
