import type { AllianceCode, MeetingId } from '../alliance/names.js';
import { agendaDocument, agendaDrawn } from '../cards/documents/agenda.js';
import type { Document } from '../cards/documents/document.js';
import { minutesDocument, type Seal } from '../cards/documents/minutes.js';
import { type Drawable, drawn } from './drawing.js';
import type { Clerk } from './orders.js';
import { bookAt } from './pastBooks.js';
import type { Ledger } from './ports.js';

/** What documents are read from. */
export interface DocumentSources {
  readonly clerk: Drawable;
  readonly ledger: Pick<Ledger, 'read' | 'head'>;
}

/** Which version is meant: the last that went out when left out; 0 is the draft before any has. */
export interface Edition {
  readonly number?: number | undefined;
}

/**
 * The minutes of a meeting as a document; null when there is no such alliance, meeting or version. Whoever hands it out
 * has asked `mayRead` first. A read never writes.
 */
export const minutesFrom = async (
  { clerk, ledger }: DocumentSources,
  code: AllianceCode,
  id: MeetingId,
  { number }: Edition = {},
): Promise<Document | null> => {
  const alliance = await clerk.view(code);
  if (alliance === null) return null;
  const versions = alliance.meetings.get(id)?.minutes?.versions ?? [];
  const wanted = number ?? versions.length;
  const version = wanted === 0 ? null : versions.find((each) => each.version === wanted);
  if (version === undefined || (version === null && versions.length > 0)) return null;
  const seal = await sealAt(ledger, code, version?.seq ?? null);
  return drawn(fixed(clerk, alliance), code, (view) => minutesDocument(view, id, version?.version ?? null, seal));
};

/** The agenda as the pack that went out has it, or as it stands; null as above. */
export const agendaFrom = async (
  { clerk, ledger }: DocumentSources,
  code: AllianceCode,
  id: MeetingId,
  { number }: Edition = {},
): Promise<Document | null> => {
  const alliance = await clerk.view(code);
  if (alliance === null) return null;
  const found = agendaDrawn(alliance, id, number ?? null);
  if (found === null) return null;
  const { alliance: then, head: seal } =
    found.pack === null
      ? { alliance, head: await sealAt(ledger, code, null) }
      : await bookAt(ledger, code, found.pack.seq);
  const meeting = then.meetings.get(id) ?? found.meeting;
  return drawn(fixed(clerk, then), code, (view) => agendaDocument(view, { ...found, meeting }, seal));
};

/** Every word is drawn from the state that the version was looked up in, however the book moves on meanwhile. */
const fixed = (clerk: DocumentSources['clerk'], alliance: Awaited<ReturnType<Clerk['view']>>) => ({
  view: async () => alliance,
  texts: clerk.texts.bind(clerk),
  roomNames: clerk.roomNames.bind(clerk),
  now: clerk.now.bind(clerk),
});

const sealAt = async (ledger: DocumentSources['ledger'], code: AllianceCode, seq: number | null): Promise<Seal> => {
  if (seq === null) return ledger.head(code);
  const [entry] = await ledger.read(code, seq - 1, 1);
  if (entry === undefined) throw new Error(`entry ${seq} of ${code} is not there`);
  return { seq, hash: entry.hash };
};
