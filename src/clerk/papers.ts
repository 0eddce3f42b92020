import type { CommandOf } from '../alliance/commands.js';
import type { Paper } from '../alliance/meetings/meeting.js';
import type { AllianceCode, MeetingId, PersonId } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import type { Refusal } from '../alliance/refusals.js';
import { type Drawable, drawn } from './drawing.js';
import type { Order } from './orders.js';
import type { Batch } from './ports.js';
import { sha256Of } from './sha256.js';

/** The bytes of papers. They come into the store with the entry that names their hash, and never by themselves. */
export interface Papers {
  /** Null where none of that hash is kept. */
  paper(alliance: AllianceCode, sha256: string): Promise<Uint8Array | null>;
}

/** A paper as somebody is given it. */
export interface PaperFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Which paper, and who asks for it. */
export interface PaperAsked {
  readonly meeting: MeetingId;
  readonly paper: number;
  readonly by: PersonId;
}

type Found = { readonly refusal: Refusal } | { readonly paper: Paper; readonly name: string };

/** The paper, for somebody who may read it (rulings 3.3); else why not. Null where there is no such alliance. */
export const paperFor = async (
  { clerk, papers }: { readonly clerk: Drawable; readonly papers: Papers },
  code: AllianceCode,
  { meeting: id, paper: number, by }: PaperAsked,
): Promise<PaperFile | { readonly refusal: Refusal } | null> => {
  const found = await drawn(clerk, code, ({ alliance, text, now }): Found => {
    if (!mayRead(alliance, { kind: 'alliance' }, by, now)) return { refusal: { why: 'stranger' } };
    const paper = alliance.meetings.get(id)?.papers.find((each) => each.number === number);
    if (paper === undefined) return { refusal: { why: 'noSuchPaper', meeting: id, paper: number } };
    if (!mayRead(alliance, { kind: 'itemPapers', meeting: id, item: paper.item }, by, now)) {
      return { refusal: { why: 'itemPapersWithheld', meeting: id, item: paper.item } };
    }
    return { paper, name: text(paper.name) ?? `${id}-${number}` };
  });
  if (found === null || 'refusal' in found) return found;
  const { sha256, type } = found.paper;
  const bytes = await papers.paper(code, sha256);
  return bytes === null || sha256Of(bytes) !== sha256
    ? { refusal: { why: 'paperNotKept', meeting: id, paper: number } }
    : { name: found.name, type, bytes };
};

/** An order that is not what it says: a paper without its bytes, or with others. */
export const whyNotItsPaper = ({ command, paper }: Pick<Order, 'command' | 'paper'>): Refusal | null =>
  command.kind !== 'addPaper' || (paper !== undefined && isPaper(command, paper)) ? null : { why: 'notAPaper' };

/** What the store keeps beside the entries of an order. */
export const papersIn = ({ command, paper }: Pick<Order, 'command' | 'paper'>): Batch['papers'] =>
  command.kind === 'addPaper' && paper !== undefined ? [{ sha256: command.sha256, bytes: paper }] : [];

const isPaper = ({ sha256, bytes: count }: CommandOf<'addPaper'>, bytes: Uint8Array): boolean =>
  bytes.length === count && sha256Of(bytes) === sha256;
