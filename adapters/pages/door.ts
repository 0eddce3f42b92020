import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageFile } from '../../src/clerk/pages.js';
import { pageWords } from '../../src/cards/words/pages.js';
import { fileHeaders } from '../fileHeaders.js';
import { sentencesPage } from './html.js';

/** Answers with a page of ours, which nothing between keeps and nothing can frame. */
export const sendPage = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(page);
};

/** The same answer for every address that leads nowhere, whatever it looks like. */
export const sendNothing = (response: ServerResponse): void =>
  sendPage(response, 404, sentencesPage(pageWords.nothing, [pageWords.noSuchPage]));

/** Nothing that such a request brings is waited for. */
export const sendTooMany = ({ method }: IncomingMessage, response: ServerResponse): void => {
  if (method !== 'GET' && method !== 'HEAD') response.setHeader('Connection', 'close');
  sendPage(response, 429, sentencesPage(pageWords.nothing, [pageWords.tooMany]));
};

export const sendFile = (request: IncomingMessage, response: ServerResponse, file: PageFile): void => {
  response.writeHead(200, { ...fileHeaders(file), 'Content-Length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
};

/**
 * At most so many requests a minute, over all addresses and for each one, so that nobody tries them out. Null for one too
 * many; else what to call once the request led somewhere, which then does not count among all of them. No more addresses
 * are kept than that.
 */
export const turnstile = (nowMs: () => number): ((address: string) => (() => void) | null) => {
  let minute = -1;
  let all = 0;
  const each = new Map<string, number>();
  return (address) => {
    const now = Math.floor(nowMs() / 60_000);
    if (now !== minute) {
      minute = now;
      all = 0;
      each.clear();
    }
    const count = each.get(address) ?? 0;
    if (all >= requestsMost || count >= requestsOfOneMost) return null;
    each.set(address, count + 1);
    all += 1;
    return () => {
      if (minute === now) all -= 1;
    };
  };
};

const requestsMost = 1_200;
const requestsOfOneMost = 60;
