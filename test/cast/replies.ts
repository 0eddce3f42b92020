import type { Command } from '../../src/alliance/commands.js';
import type { EventKind } from '../../src/alliance/events.js';
import type { Actor } from '../../src/alliance/names.js';
import type { Refusal } from '../../src/alliance/refusals.js';
import type { Card } from '../../src/cards/card.js';
import { cardAsText, spansAsText } from '../../src/cards/plainText.js';
import { receiptCard, refusalCard } from '../../src/cards/replies.js';
import type { View } from '../../src/cards/view.js';
import type { Reply } from '../../src/clerk/orders.js';
import type { Entry } from '../../src/ledger/entry.js';

/** What came of an act, as the person who did it learns it. */
export interface Told {
  readonly kind: Reply['kind'];
  /** What the order itself wrote. */
  readonly entries: readonly Entry[];
  /** The kinds of these entries, in the order of the book. */
  readonly wrote: readonly EventKind[];
  readonly repeated: boolean;
  readonly why: Refusal['why'] | null;
  /** Every sentence or paragraph of the private answer, exactly. */
  readonly reads: readonly string[];
  readonly buttons: readonly string[];
}

export const told = (view: View, by: Actor, command: Command, reply: Reply): Told => {
  const card =
    reply.kind === 'refused'
      ? refusalCard(view, reply.refusal, by, command)
      : receiptCard(view, { entries: reply.entries, repeated: reply.repeated, command, by });
  const entries = reply.kind === 'done' ? reply.entries : [];
  return {
    kind: reply.kind,
    entries,
    wrote: entries.map(({ kind }) => kind),
    repeated: reply.kind === 'done' && reply.repeated,
    why: reply.kind === 'refused' ? reply.refusal.why : null,
    reads: paragraphs(card),
    buttons: buttons(card),
  };
};

/** A card as a person takes it in. */
export interface Seen {
  /** The line in bold under the heading. */
  readonly status: string;
  /** Member by member: "Agreed (Rowan Ellis, representative, 2 Apr, 10:00)". */
  readonly roll: Readonly<Record<string, string>>;
  readonly buttons: readonly string[];
  readonly paragraphs: readonly string[];
  readonly text: string;
}

export const seen = (card: Card): Seen => {
  const roll = card.blocks.find((block) => block.kind === 'roll')?.rows ?? [];
  const rows = roll.map(({ name, words, detail, reason }): [string, string] => {
    const said = detail.length === 0 ? '' : ` (${spansAsText(detail)})`;
    return [name, `${words}${said}${reason === undefined ? '' : `: ${reason}`}`];
  });
  const status = card.blocks.find((block) => block.kind === 'text');
  return {
    status: status === undefined ? card.summary : spansAsText(status.spans),
    roll: Object.fromEntries(rows),
    buttons: buttons(card),
    paragraphs: paragraphs(card),
    text: cardAsText(card),
  };
};

export const paragraphs = (card: Card): readonly string[] =>
  card.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
      case 'note':
        return [spansAsText(block.spans)];
      case 'facts':
        return block.facts.map(({ label, spans }) => `${label}: ${spansAsText(spans)}`);
      case 'heading':
      case 'quote':
      case 'roll':
      case 'diff':
      case 'buttons':
      case 'divider':
      case 'picture':
      case 'invitation':
        return [];
      case 'list':
        return block.items.map(spansAsText);
    }
  });

const buttons = (card: Card): readonly string[] =>
  card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []));
