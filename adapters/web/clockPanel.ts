import type { Alliance } from '../../src/alliance/alliance.js';
import { atLocal, type Calendar, localDateOf, workingDaysAfter } from '../../src/alliance/calendar.js';
import { type Due, dues } from '../../src/alliance/due.js';
import { type Instant, instantOf, msOf, plusMs } from '../../src/alliance/instant.js';
import { nextDigest } from '../../src/alliance/weeks.js';
import { wallOf } from '../../src/alliance/zone.js';
import { digestDue } from '../../src/cards/notices/digests.js';
import type { View } from '../../src/cards/view.js';
import { momentWords } from '../../src/cards/words/moments.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { html, type Markup } from './html.js';
import { hidden } from './render.js';

/**
 * "Today in the playground", with buttons that move it on. Each names the moment it leads to, so that pressing one
 * twice is the same as pressing it once.
 */
export const renderClock = (view: View, base: string, back: string): Markup => {
  const words = playgroundWords.clock;
  const next = nextFor(view.alliance, view.now);
  const button = (to: Instant, label: string): Markup =>
    html`<button class="small" name="to" value="${to}" data-key="clock ${label}">${label}</button>`;
  return html`<section
    class="panel"
    id="clock"
    data-drawn="${view.now.slice(0, 16)} ${next.key}"
    aria-labelledby="clock-title"
  >
    <h2 id="clock-title">${words.heading}</h2>
    <p class="now"><time datetime="${view.now}">${momentWords(view, view.now)}</time></p>
    <form method="post" action="${base}/clock" data-press>
      ${hidden('back', back)}
      <div class="buttons">
        ${button(plusMs(view.now, hourMs), words.hour)}
        ${button(nextWorkingDay(view.alliance.charter.calendar, view.now), words.workingDay)}
        ${button(next.dueAt, words.nextDue)}
      </div>
    </form>
    <p class="soft">${words.next(next.kind, next.subject, momentWords(view, next.dueAt))} ${words.forAll}</p>
  </section>`;
};

const hourMs = 3_600_000;

/** What falls due next, the weekly digest included. */
const nextFor = (alliance: Alliance, now: Instant): Due => {
  const digest = digestDue(nextDigest(alliance.charter.calendar, now));
  const next = dues(alliance).find(({ dueAt }) => dueAt > now);
  return next === undefined || digest.dueAt < next.dueAt ? digest : next;
};

/** The same time of day on the next working day. */
const nextWorkingDay = (calendar: Calendar, now: Instant): Instant => {
  const date = workingDaysAfter(calendar, localDateOf(calendar, now), 1);
  const time = instantOf(wallOf(calendar.timeZone, msOf(now))).slice(11, 16);
  return atLocal(calendar, date, time, 'last');
};
