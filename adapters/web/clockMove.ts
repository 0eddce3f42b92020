import { instantOf, msOf } from '../../src/alliance/instant.js';
import { serverWords } from '../../src/cards/words/server.js';
import { turnedAway, wantsJson } from './answers.js';
import type { Visit } from './door.js';
import { isTurnedAway, readFields } from './fields.js';
import { isPage } from './frame.js';
import { passTime } from './notices.js';
import { baseOf, type Playground } from './playground.js';

/** Moves the playground's clock on to a moment, and makes true what that makes true. Twice is the same as once. */
export const moveClock = async (playground: Playground, visit: Visit): Promise<Response> => {
  const fields = await readFields(visit);
  if (isTurnedAway(fields)) return turnedAway(visit, fields);
  const to = fields.get('to') ?? '';
  if (!isInstant(to)) return turnedAway(visit, { status: 400, sentence: serverWords.unreadablePress });
  await passTime(playground, to);
  playground.live.clockMoved();
  if (wantsJson(visit)) return visit.json({ kind: 'done', now: playground.clock.now() });
  return visit.redirect(`${baseOf(playground)}/${backOf(fields.get('back') ?? '')}`, 303);
};

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(text) && !Number.isNaN(msOf(text)) && instantOf(msOf(text)) === text;

/** Only a page of this playground may be returned to. */
const backOf = (back: string): string => {
  const match = /^([A-Z]{2,6})\/(?:(person-[1-9]\d{0,8})\/(.*))?$/u.exec(back);
  return match !== null && isPage(match[3] ?? '') ? back : '';
};
