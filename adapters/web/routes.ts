/**
 * The playground over HTTP. All of it is server-rendered and works without script; the script only saves reloads.
 *
 *   GET  /healthz                                200 "alive" while the process runs
 *   GET  /readyz                                 200 "ready", or 503 and why not (store does not answer, shutting down)
 *   GET  /static/*.css, playground.js             style and the drop of script
 *   GET  /p/<token>/                             first screen: the alliances
 *   POST /p/<token>/clock                        moves the clock on: to=<instant>, back=<page>; what was due is made true
 *   GET  /p/<token>/picture/<name>.png           a picture that stands on a page
 *   GET  /p/<token>/events                       server-sent events: `moved` {"alliance":"PLY","seq":17} · `clock`
 *   GET  /p/<token>/<CODE>/                      choose a chair
 *   GET  /p/<token>/<CODE>/person-<n>/           the room, seen from one chair; ?before=<seq> for earlier messages
 *   GET  /p/<token>/<CODE>/person-<n>/<show>     a card of its own: mine, open, decisions, meetings, actions, people
 *   GET  /p/<token>/<CODE>/person-<n>/<show>/P-<n>          proposal, more, history; meeting, minutes M-<n>; action A-<n>
 *   GET  /p/<token>/<CODE>/person-<n>/file/M-<n>/<name>     agenda.html, minutes.pdf, paper-2, invitation.ics …
 *   GET  /p/<token>/calendar/<feed>.ics          the meetings of an alliance, for a calendar
 *   GET  /p/<token>/<CODE>/person-<n>/form?press=<press>    the form that a button opens
 *   POST /p/<token>/<CODE>/person-<n>/press      serves one order, acknowledged only when it is durable
 *
 * A press is application/x-www-form-urlencoded, or multipart/form-data where the form has a file: `press` (encodePress of
 * src/cards), `nonce` (16–64 of A-Z a-z 0-9 _ -; one nonce is one act of that chair, however often it is sent), the
 * form's answers as `answer.<field>`, and `back`, the page to return to. It needs `Host: 127.0.0.1:<port>` (or localhost)
 * and `Origin: http://<that host>`.
 * A browser is sent on with 303, or gets the form again with 422. With `Accept: application/json`:
 *
 *   200 {"kind":"done","repeated":false,"seqs":[17,18],"summary":"…"}   durable; seqs is empty when nothing had to be written
 *   422 {"kind":"refused","why":"oldRevision","summary":"…"}            refused by the rules, durably so
 *   400 403 404 405 408 413 415 429 500 503 {"kind":"error","summary":"…"}
 *                                                    never reached the rules, or is not known to be recorded
 */

import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { serverWords } from '../../src/cards/words/server.js';
import { broken, found, turnedAway } from './answers.js';
import { assetRoutes } from './assets.js';
import { cardPage } from './cardPage.js';
import { moveClock } from './clockMove.js';
import { frontDoor, isToken, type Visit } from './door.js';
import { sendFeed, sendFile } from './files.js';
import { chooseChair, firstScreen } from './firstScreen.js';
import { formPage } from './formPage.js';
import { healthRoutes, type Readiness } from './health.js';
import { baseOf, type Playground } from './playground.js';
import { servePress } from './presses.js';
import { room } from './room.js';

export interface Surroundings {
  /** The names under which this server is addressed, `127.0.0.1:3000` among them. */
  readonly hosts: () => ReadonlySet<string>;
  readonly readiness: Readiness;
  /** The folder that holds package.json. */
  readonly packageRoot: URL;
}

/** The playground as one application: everybody passes the front door, and every page but style needs the token. */
export const playgroundApp = (playground: Playground, { hosts, readiness, packageRoot }: Surroundings): App => {
  const app: App = new Hono();
  app.use('*', frontDoor(hosts, turnedAway));
  app.notFound((visit) => turnedAway(visit, isRead(visit) ? notFound : notAllowed));
  app.onError((error, visit) => broken(playground, error, visit));
  healthRoutes(app, readiness);
  assetRoutes(app, packageRoot);
  app.get('/', (visit) => turnedAway(visit, wrongToken));
  app.use('/p/:token/*', async (visit: Visit, next) => {
    if (!isToken(visit.req.param('token') ?? '', playground.token)) return turnedAway(visit, wrongToken);
    return next();
  });
  playgroundRoutes(app, playground);
  chairRoutes(app, playground);
  return app;
};

type App = Hono<{ Bindings: HttpBindings }>;

const notFound = { status: 404, sentence: serverWords.notFound } as const;
const notAllowed = { status: 405, sentence: serverWords.methodNotAllowed } as const;
const wrongToken = { status: 403, sentence: serverWords.wrongToken } as const;
const tooManyWindows = { status: 503, sentence: serverWords.tooManyWindows } as const;

const isRead = (visit: Visit): boolean => visit.req.method === 'GET' || visit.req.method === 'HEAD';

const inAlliance = '/p/:token/:code{[A-Z]{2,6}}';
const inChair = `${inAlliance}/:chair{person-[1-9][0-9]{0,8}}`;

const playgroundRoutes = (app: App, playground: Playground): void => {
  const start = `${baseOf(playground)}/`;
  app.get('/p/:token/', async (visit) => found(visit, await firstScreen(playground)));
  app.post('/p/:token/clock', (visit) => moveClock(playground, visit));
  app.get('/p/:token/picture/:file{[A-Za-z0-9_-]{24}[.]png}', (visit) => picture(playground, visit));
  app.get('/p/:token/calendar/:feed{[A-Za-z0-9_-]{20,100}[.]ics}', (visit) => sendFeed(playground, visit));
  app.get('/p/:token/clock', (visit) => visit.redirect(start, 303));
  app.get('/p/:token/events', (visit) => playground.live.open() ?? turnedAway(visit, tooManyWindows));
  app.get(`${inAlliance}/`, async (visit) => found(visit, await chooseChair(playground, visit.req.param('code'))));
};

/** A picture on a page. Its name says what it shows, so a window may keep it. */
const picture = async ({ pictures }: Playground, visit: Visit): Promise<Response> => {
  const png = await pictures.png((visit.req.param('file') ?? '').replace(/[.]png$/u, ''));
  if (png === null) return turnedAway(visit, notFound);
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=86400, immutable' },
  });
};

/** Pages of one chair. A press that is looked at instead of sent leads back to the room. */
const chairRoutes = (app: App, playground: Playground): void => {
  app.get(`${inChair}/`, async (visit) => found(visit, await room(playground, ...seatOf(visit), beforeOf(visit))));
  app.get(`${inChair}/form`, (visit) => formPage(playground, visit, ...seatOf(visit)));
  app.post(`${inChair}/press`, (visit) => servePress(playground, visit, ...seatOf(visit)));
  app.get(`${inChair}/press`, (visit) => visit.redirect('./#latest', 303));
  app.get(`${inChair}/file/:meeting{M-[1-9][0-9]{0,8}}/:name`, (visit) =>
    sendFile(playground, visit, ...seatOf(visit)),
  );
  const shown = `${inChair}/:page{[a-zA-Z]+(?:/[PMA]-[1-9][0-9]{0,8})?}`;
  app.get(shown, async (visit) => found(visit, await cardPage(playground, ...seatOf(visit), visit.req.param('page'))));
};

const seatOf = (visit: Visit): readonly [AllianceCode, PersonId] => [
  visit.req.param('code') ?? '',
  (visit.req.param('chair') ?? '').replace('-', ':') as PersonId,
];

/** The sequence number before which messages are asked for; null for the newest. */
const beforeOf = (visit: Visit): number | null => {
  const asked = visit.req.query('before') ?? '';
  return /^[1-9]\d{0,9}$/u.test(asked) ? Number(asked) : null;
};
