import type { Store } from '../../db/store.js';
import { outcomeLabel } from '../../src/cards/words/outcomes.js';
import { textRefsIn } from '../../src/cards/view.js';
import type { View } from '../../src/cards/view.js';
import { booksOn } from '../../src/clerk/books.js';
import { audit } from '../../src/ledger/auditor.js';

/** What a person reads in a record: heads, and the outcome of every proposal in words. */
export interface OldReading {
  readonly alliances: readonly {
    readonly code: string;
    readonly seq: number;
    readonly hash: string;
    readonly findings: number;
    readonly proposals: Readonly<Record<string, string>>;
  }[];
}

/** Reads a whole record as this release does. */
export const readingOf = async (store: Store): Promise<OldReading> => ({
  alliances: await Promise.all(
    (await store.alliances()).map(async ({ code }) => {
      const { alliance, head } = await booksOn(store).open(code);
      const entries = await store.read(code, 0, 1_000_000);
      const texts = await store.texts(code, [...textRefsIn(alliance)]);
      const now = entries.at(-1)?.at ?? '';
      const view: View = { alliance, text: (ref) => texts.get(ref) ?? null, now };
      const { findings } = audit({ entries, signedHead: await store.signedHead(code) });
      const labels = [...alliance.proposals.values()].map((proposal) => {
        const numbered = proposal.outcome?.kind === 'ProposalAdopted' ? `${proposal.outcome.body.number}: ` : '';
        return [proposal.id, `${numbered}${outcomeLabel(view, proposal) ?? proposal.status}`] as const;
      });
      return { code, ...head, findings: findings.length, proposals: Object.fromEntries(labels) };
    }),
  ),
});
