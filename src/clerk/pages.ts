import type { AllianceCode, MeetingId, PersonId } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import type { Refusal } from '../alliance/refusals.js';
import { meetingCalendar, type MeetingCalendar } from '../cards/calendarEntries.js';
import { html } from '../cards/documents/html.js';
import { calendarFileName } from '../cards/words/calendar.js';
import { refusalWords } from '../cards/words/refusals.js';
import { agendaFrom, minutesFrom, type DocumentSources } from './documents.js';
import { drawn } from './drawing.js';
import { type PaperFile, paperFor, type Papers } from './papers.js';
import type { Typeset } from './ports.js';

/** Something that one person is handed as a file, or a place where they hand one in. */
export type Page = { readonly alliance: AllianceCode; readonly meeting: MeetingId; readonly by: PersonId } & (
  | { readonly kind: 'agenda' | 'minutes'; readonly as: 'html' | 'pdf' | 'docx' }
  | { readonly kind: 'paper'; readonly paper: number }
  /** One meeting for a calendar. */
  | { readonly kind: 'invitation' }
  | { readonly kind: 'upload' }
);

/** Addresses that lead one person to a file; nobody else gets to know them. */
export interface Pages {
  /** Whether this installation has an address on the web at all. */
  isReachable(): boolean;
  /** Null where this installation has no address on the web. */
  addressOf(page: Page): string | null;
  /** The address of the calendar that the person follows; null where they follow none, or there is no address. */
  feedAddress(alliance: AllianceCode, person: PersonId): Promise<string | null>;
}

/** Writes entries as a file for calendars (RFC 5545). The same entries always give the same text. */
export type WriteCalendar = (calendar: MeetingCalendar, as: 'invitation' | 'feed') => string;

/** What files are made from. */
export interface PageSources extends DocumentSources {
  readonly papers: Papers;
  readonly typeset: Readonly<Record<'pdf' | 'docx', Typeset>>;
  readonly writeCalendar: WriteCalendar;
}

export type PageFile = PaperFile & { readonly shown: boolean };

/**
 * The file behind a page, for somebody who may read it now, whenever its address was given out (rulings 3.3); else the
 * sentences that say why not. Null where there is no such thing. `shown`: it is for looking at, and not for keeping.
 */
export const pageFile = async (
  sources: PageSources,
  page: Page,
): Promise<PageFile | { readonly refused: readonly string[] } | null> => {
  const found = await fileOrRefusal(sources, page);
  if (found === null || !('refusal' in found)) return found;
  const { refusal } = found;
  const said = await drawn(sources.clerk, page.alliance, (view) => refusalWords(view, refusal, page.by).sentences);
  return said === null ? null : { refused: said };
};

const fileOrRefusal = async (
  sources: PageSources,
  page: Page,
): Promise<PageFile | { readonly refusal: Refusal } | null> => {
  const { clerk } = sources;
  const { alliance, meeting, by } = page;
  const reader = await drawn(clerk, alliance, (view) => mayRead(view.alliance, { kind: 'alliance' }, by, view.now));
  if (reader === null) return null;
  if (!reader) return { refusal: { why: 'stranger' } };
  switch (page.kind) {
    case 'paper': {
      const found = await paperFor(sources, alliance, page);
      return found === null || 'refusal' in found ? found : { ...found, shown: false };
    }
    case 'agenda':
    case 'minutes':
      return documentFile(sources, page);
    case 'invitation':
      return invitationFile(sources, alliance, meeting);
    case 'upload':
      return null;
  }
};

/** One meeting for a calendar, as it stands: an invitation, or its cancellation. Null where there is no such meeting. */
export const invitationFile = async (
  { clerk, writeCalendar }: Pick<PageSources, 'clerk' | 'writeCalendar'>,
  alliance: AllianceCode,
  meeting: MeetingId,
): Promise<PageFile | null> => {
  const calendar = await drawn(clerk, alliance, (view) => {
    const called = view.alliance.meetings.get(meeting);
    return called === undefined ? null : meetingCalendar(view, called);
  });
  return calendar === null
    ? null
    : textFile(writeCalendar(calendar, 'invitation'), calendarFileName(alliance, meeting), calendarType);
};

const documentFile = async (
  sources: PageSources,
  { kind, alliance, meeting, as }: Extract<Page, { kind: 'agenda' | 'minutes' }>,
): Promise<PageFile | null> => {
  const document = await (kind === 'agenda' ? agendaFrom : minutesFrom)(sources, alliance, meeting);
  if (document === null) return null;
  const name = `${document.reference}.${as}`;
  if (as === 'html') return { ...textFile(html(document), name, 'text/html; charset=utf-8'), shown: true };
  return { name, type: documentTypes[as], bytes: await sources.typeset[as](document), shown: false };
};

const textFile = (text: string, name: string, type: string): PageFile => ({
  ...{ name, type, shown: false },
  bytes: new TextEncoder().encode(text),
});

const calendarType = 'text/calendar; charset=utf-8';

const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
