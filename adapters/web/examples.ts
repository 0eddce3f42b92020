import { readdir, readFile } from 'node:fs/promises';
import { type ReadCharter, readCharter } from '../../src/alliance/charterText.js';
import { serverWords } from '../../src/cards/words/server.js';
import type { Clerk } from '../../src/clerk/orders.js';
import type { AllianceLine } from '../../src/clerk/ports.js';

/** Founds each example alliance that is not there yet, as a practice book. Throws with a sentence on a bad charter. */
export const foundExamples = async (clerk: Clerk, lines: readonly AllianceLine[], folder: URL): Promise<void> => {
  const known = new Set(lines.map(({ code }) => code));
  const files = (await readdir(folder)).filter((file) => file.endsWith('.charter.yaml')).sort();
  for (const file of files) {
    const text = await readFile(new URL(file, folder), 'utf8');
    // Reading five charters in full takes longer than all the rest of a start.
    if (known.has(/^code: *([A-Z]+)\b/m.exec(text)?.[1] ?? '')) continue;
    const read = readCharter(text, file);
    if ('problems' in read) throw new Error(serverWords.badExample(file, firstProblem(read)));
    if (known.has(read.charter.code)) continue;
    const reply = await clerk.found(read.charter, { practice: true, via: 'web' });
    if (reply.kind === 'refused') throw new Error(serverWords.badExample(file, reply.refusal.why));
  }
};

const firstProblem = (read: Extract<ReadCharter, { readonly problems: unknown }>): string => {
  const [problem] = read.problems;
  return problem === undefined ? '' : `line ${problem.line}: ${problem.says}`;
};
