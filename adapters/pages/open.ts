import type { IncomingMessage, ServerResponse } from 'node:http';
import { calendarWords } from '../../src/cards/words/calendar.js';
import { pageWords } from '../../src/cards/words/pages.js';
import { feedAddress, feedFile, type Feeds } from '../../src/clerk/feeds.js';
import { type Invitations, invitationToken, invitedTo } from '../../src/clerk/invitations.js';
import type { Clerk } from '../../src/clerk/orders.js';
import { invitationFile, type Page, pageFile, type Pages, type PageSources } from '../../src/clerk/pages.js';
import type { Clock, Keyring, Randomness } from '../../src/clerk/ports.js';
import { pathOf } from '../address.js';
import { feedHeaders } from '../fileHeaders.js';
import { sendFile, sendNothing, sendPage, sendTooMany, turnstile } from './door.js';
import { type Grants, openGrants } from './grants.js';
import { sentencesPage } from './html.js';
import { showUpload, takeUpload } from './upload.js';

/** What pages are made from. */
export interface PagesOffice extends PageSources {
  readonly clerk: Clerk;
  readonly feeds: Feeds;
  readonly keyring: Pick<Keyring, 'sign'>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: { error(what: object, words: string): void };
}

export interface OpenPages {
  readonly pages: Pages;
  readonly invitations: Invitations;
  /** Answers a request if it is for a page of ours; false leaves it to others. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** The token at which it hands in a paper, where that was given out for it, so that it may take its time; else null. */
  readonly bringsFile: (request: IncomingMessage) => string | null;
}

/**
 * Files and calendars for people of chat platforms, under the address on the web that this installation has; without one
 * nothing is given out and nothing answered. Whether somebody may read a file is asked when they fetch it (rulings 3.3).
 */
export const openPages = (office: PagesOffice, publicUrl: string | null): OpenPages => {
  const grants = openGrants(office);
  const base = publicUrl?.replace(/\/+$/u, '') ?? null;
  const enter = turnstile(() => office.clock.monotonicMs());
  return {
    pages: {
      isReachable: () => base !== null,
      addressOf: (page) => (base === null ? null : `${base}/page/${grants.give(page)}`),
      feedAddress: (code, person) => feedAddress(office, base, code, person),
    },
    invitations: {
      invitationAddress: async (code, to) => {
        const alliance = base === null ? null : await office.clerk.view(code);
        return alliance === null || base === null
          ? null
          : `${base}/invitation/${invitationToken(office.keyring, alliance, to)}.ics`;
      },
    },
    bringsFile: (request) => {
      const [kind, token = ''] = request.method === 'POST' ? placeOf(request) : [];
      const isUpload = kind === 'page' && grants.find(token)?.kind === 'upload';
      return isUpload ? token : null;
    },
    listener: (request, response) => {
      const [kind, token] = placeOf(request);
      if (base === null || token === undefined) return false;
      const ledSomewhere = enter(token);
      if (ledSomewhere === null) {
        sendTooMany(request, response);
        return true;
      }
      response.once('finish', () => {
        if (response.statusCode === 200) ledSomewhere();
      });
      void safely(office, response, () => answer(office, grants, { kind, token, request, response }));
      return true;
    },
  };
};

/** What an address of ours asks for, and the token at its end; nothing where it is none of ours. */
const placeOf = (request: IncomingMessage): readonly string[] =>
  /^\/(page|calendar|invitation)\/([A-Za-z0-9_-]{20,100})(?:\.ics)?$/u.exec(pathOf(request) ?? '')?.slice(1) ?? [];

interface Knock {
  readonly kind: string | undefined;
  readonly token: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const answer = async (office: PagesOffice, grants: Grants, knock: Knock): Promise<void> => {
  const { kind, token, request, response } = knock;
  const page = kind === 'page' ? grants.find(token) : null;
  const visit = { token, request, response };
  if (kind === 'page' && page === null) {
    sendNothing(response);
    return;
  }
  if (request.method === 'POST' && page?.kind === 'upload') return takeUpload(office, grants, { page, ...visit });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
    return;
  }
  if (kind === 'calendar') return sendFeed(office, knock);
  if (kind === 'invitation') return sendInvitation(office, knock);
  if (page?.kind === 'upload') return showUpload(office, { page, ...visit });
  if (page !== null) await sendFound(office, page, knock);
};

/** Whether this person may read it is asked now, whenever the address was given out. */
const sendFound = async (office: PagesOffice, page: Page, { request, response }: Knock): Promise<void> => {
  const file = await pageFile(office, page);
  if (file === null) sendNothing(response);
  else if ('refused' in file) sendPage(response, 403, sentencesPage(pageWords.refused, file.refused));
  else sendFile(request, response, file);
};

const sendInvitation = async (office: PagesOffice, { token, request, response }: Knock): Promise<void> => {
  const found = await invitedTo(office, token);
  const file = found === null ? null : await invitationFile(office, found.alliance, found.meeting);
  if (file === null) sendPage(response, 404, sentencesPage(pageWords.nothing, [calendarWords.noSuchFeed]));
  else sendFile(request, response, file);
};

const sendFeed = async (office: PagesOffice, { token, request, response }: Knock): Promise<void> => {
  const feed = await feedFile(office, token);
  if (feed === null) {
    sendPage(response, 404, sentencesPage(pageWords.nothing, [calendarWords.noSuchFeed]));
    return;
  }
  response.writeHead(200, feedHeaders);
  response.end(request.method === 'HEAD' ? undefined : feed);
};

/** What went wrong inside stands in the log; whoever asked sees a sentence and nothing of it. */
const safely = async ({ log }: PagesOffice, response: ServerResponse, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (thrown) {
    log.error({ err: thrown }, 'a page could not be answered');
    if (response.headersSent) response.destroy();
    else sendPage(response, 500, sentencesPage(pageWords.refused, [pageWords.broken]));
  }
};
