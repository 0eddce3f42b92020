import type { Alliance } from '../alliance.js';
import type { Desk } from '../desk.js';
import type { Instant } from '../instant.js';
import { closeWindow } from '../minutes/circulating.js';
import { expireEntered } from './entered.js';
import { callNext } from './planning.js';
import { nextOccurrence } from './series.js';
import { giveUpQuorum, quorumAwaitedUntil } from './session.js';

/** What time makes true of meetings and their minutes, and when. */
export const pendingOfMeetings = function* (
  alliance: Alliance,
  at: Instant,
): Generator<{ readonly dueAt: Instant; readonly make: (desk: Desk, dueAt: Instant) => void }> {
  for (const id of alliance.liveSeries) {
    const series = alliance.series.get(id);
    if (series === undefined) continue;
    const dueAt = nextOccurrence(alliance, series, at)?.callAt ?? at;
    yield { dueAt, make: (desk) => callNext(desk, id, dueAt) };
  }
  for (const id of alliance.liveMeetings) {
    const meeting = alliance.meetings.get(id);
    if (meeting === undefined) continue;
    const until = quorumAwaitedUntil(alliance, meeting);
    if (until !== null) yield { dueAt: until, make: (desk, dueAt) => giveUpQuorum(desk, id, dueAt) };
    for (const { number, state, confirmBy } of meeting.entered) {
      if (state !== 'waiting') continue;
      yield { dueAt: confirmBy, make: (desk, dueAt) => expireEntered(desk, id, number, dueAt) };
    }
    const version = meeting.minutes?.versions.at(-1);
    if (meeting.minutes?.status === 'circulated' && version?.until != null) {
      yield { dueAt: version.until, make: (desk, dueAt) => closeWindow(desk, id, dueAt) };
    }
  }
};
