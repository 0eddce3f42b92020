import { serverWords } from '../../src/cards/words/server.js';
import type { TurnedAway, Visit } from './door.js';
import { renderNotice } from './page.js';
import { baseOf, newNonce, type Playground } from './playground.js';

/** A page, or that there is no such page. Pages are never kept: each holds nonces of its own. */
export const found = (visit: Visit, page: string | null): Response =>
  page === null ? turnedAway(visit, { status: 404, sentence: serverWords.notFound }) : pageOf(visit, page, 200);

export const pageOf = (visit: Visit, page: string, status: 200 | TurnedAway['status'] | 422 | 500): Response =>
  visit.html(page, status, { 'Cache-Control': 'no-store' });

/** Says why somebody is turned away, as a page or to a program as JSON. Shows no address that was not known already. */
export const turnedAway = (visit: Visit, { status, sentence }: TurnedAway): Response => {
  if (wantsJson(visit)) return visit.json({ kind: 'error', summary: sentence }, status);
  const title = status === 404 ? serverWords.titles.notFound : serverWords.titles.refused;
  return pageOf(visit, renderNotice('', title, sentence), status);
};

/** What nobody foresaw: a sentence with a reference for the person, the rest for the log, which holds no address. */
export const broken = (playground: Playground, error: Error, visit: Visit): Response => {
  const reference = newNonce(playground).slice(0, 8);
  playground.log.error({ err: error, reference, method: visit.req.method }, 'a request failed');
  const sentence = serverWords.broken(reference);
  if (wantsJson(visit)) return visit.json({ kind: 'error', summary: sentence }, 500);
  return pageOf(visit, renderNotice(baseOf(playground), serverWords.titles.broken, sentence), 500);
};

export const wantsJson = (visit: Visit): boolean =>
  visit.env.incoming.headers.accept?.startsWith('application/json') ?? false;
