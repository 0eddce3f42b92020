import { createHash } from 'node:crypto';
import type { MeetingId, ProposalId } from '../../src/alliance/names.js';
import type { Life } from './oldBook.js';

/** The proposal that was tabled last. */
export const newest = async ({ clerk }: Life, code: string): Promise<ProposalId> => {
  const { proposals } = (await clerk.view(code))!;
  return [...proposals.keys()].at(-1)!;
};

/** A paper of an item, with its bytes. */
interface Paper {
  readonly meeting: MeetingId;
  readonly item: number;
  readonly name: string;
  readonly words: string;
}

/** The officer hands in a paper; fails when it is refused. */
export const handsIn = async (
  { clerk, officer }: Life,
  code: string,
  { meeting, item, name, words }: Paper,
): Promise<void> => {
  const paper = new TextEncoder().encode(words);
  const sha256 = createHash('sha256').update(paper).digest('hex');
  const named = { name, type: 'text/plain', bytes: paper.byteLength, sha256 };
  const command = { kind: 'addPaper', meeting, item, ...named } as const;
  const by = await officer(code);
  const kept = await clerk.serve({ alliance: code, command, by, cause: `paper ${name}`, via: 'web', paper });
  if (kept.kind === 'refused') throw new Error(JSON.stringify(kept.refusal));
};
