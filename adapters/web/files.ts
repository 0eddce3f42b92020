import type { AllianceCode, MeetingId, PersonId } from '../../src/alliance/names.js';
import { serverWords } from '../../src/cards/words/server.js';
import { feedAddress, feedFile } from '../../src/clerk/feeds.js';
import { type Page, pageFile, type Pages } from '../../src/clerk/pages.js';
import { feedHeaders, fileHeaders } from '../fileHeaders.js';
import { turnedAway } from './answers.js';
import { chairAddress } from './chairs.js';
import type { Visit } from './door.js';
import { baseOf, type Playground } from './playground.js';

/** Addresses of files under the chair of whoever asks; the playground's own token keeps everybody else out. */
export const playgroundPages = (playground: Playground): Pages => ({
  isReachable: () => true,
  addressOf: (page) =>
    `${playground.origin()}${chairAddress(`${baseOf(playground)}/${page.alliance}`, page.by)}/file/${page.meeting}/${nameOf(page)}`,
  feedAddress: (code, person) => feedAddress(playground, `${playground.origin()}${baseOf(playground)}`, code, person),
});

/** A file of a meeting, for whoever sits on this chair. */
export const sendFile = async (
  playground: Playground,
  visit: Visit,
  alliance: AllianceCode,
  by: PersonId,
): Promise<Response> => {
  const page = pageNamed(visit.req.param('name') ?? '', {
    ...{ alliance, by },
    meeting: (visit.req.param('meeting') ?? '') as MeetingId,
  });
  const file = page === null ? null : await pageFile(playground, page);
  if (file === null) return turnedAway(visit, { status: 404, sentence: serverWords.notFound });
  if ('refused' in file) return turnedAway(visit, { status: 403, sentence: file.refused.join(' ') });
  return new Response(new Uint8Array(file.bytes), { headers: fileHeaders(file) });
};

/** The meetings of an alliance for the calendar of whoever has its address. */
export const sendFeed = async (playground: Playground, visit: Visit): Promise<Response> => {
  const feed = await feedFile(playground, visit.req.param('feed')?.replace(/\.ics$/u, '') ?? '');
  return feed === null
    ? turnedAway(visit, { status: 404, sentence: serverWords.notFound })
    : new Response(feed, { headers: feedHeaders });
};

const nameOf = (page: Page): string => {
  switch (page.kind) {
    case 'agenda':
    case 'minutes':
      return `${page.kind}.${page.as}`;
    case 'paper':
      return `paper-${page.paper}`;
    case 'invitation':
      return 'invitation.ics';
    case 'upload':
      return 'upload';
  }
};

const pageNamed = (name: string, of: Pick<Page, 'alliance' | 'meeting' | 'by'>): Page | null => {
  if (name === 'invitation.ics') return { ...of, kind: 'invitation' };
  const [, paper] = /^paper-([1-9]\d{0,3})$/u.exec(name) ?? [];
  if (paper !== undefined) return { ...of, kind: 'paper', paper: Number(paper) };
  const [, kind, as] = /^(agenda|minutes)\.(html|pdf|docx)$/u.exec(name) ?? [];
  return kind === undefined || as === undefined
    ? null
    : { ...of, kind: kind as 'agenda' | 'minutes', as: as as 'html' | 'pdf' | 'docx' };
};
