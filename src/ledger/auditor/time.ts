import { between, daysMs, localDate, localTime } from './days.js';
import type { CharterSettings } from '../../alliance/charter.js';
import type { Checks, Note } from './findings.js';
import { charterAt } from './openings.js';
import type { Of } from './reading.js';
import { lastOf, ofKind, pagesOf, sameNames } from './reading.js';
import { holds } from './seats.js';
import { maySponsor } from './sponsors.js';
import { standingOf } from './standing.js';

/** What happens to the time of an open proposal without anybody's asking for more of it. */
export const timeChecks: Checks<'DowntimeMadeGood' | 'MembersNudged'> = {
  DowntimeMadeGood: (entry, reading, note) => {
    const { proposal, revision, from, downMinutes } = entry.body;
    const { status, opened, deadline } = standingOf(reading, proposal);
    if (entry.by !== 'clock') note('actor', `${entry.by} gave more time as if it were the clock`);
    if (status !== 'open' || opened?.body.revision !== revision) note('downtime', `${proposal} is ${status}`);
    if (from !== deadline) note('truth', `the deadline of ${proposal} was ${deadline}, not ${from}`);
    if (downMinutes < 15 || downMinutes > 240) note('downtime', `${downMinutes} minutes are no reason for more time`);
    const before = ofKind(pagesOf(reading, proposal), 'DowntimeMadeGood');
    if (before.some(({ body }) => body.revision === revision)) {
      note('downtime', `revision ${revision} of ${proposal} was given more time before`);
    }
    checkHour(entry, charterAt(reading, opened?.body.rule.charterRevision ?? 0), note);
  },

  MembersNudged: (entry, reading, note) => {
    const { proposal, revision, members } = entry.body;
    const standing = standingOf(reading, proposal);
    const { status, opened } = standing;
    if (status !== 'open' || opened?.body.revision !== revision) note('nudge', `${proposal} is ${status}`);
    const waiting = standing.eligible.filter((member) => !standing.positions.has(member));
    if (!sameNames(members, waiting)) note('truth', `waited for are ${waiting.join(', ')}, not ${members.join(', ')}`);
    if (members.length === 0) note('nudge', `nobody is waited for on ${proposal}`);
    const person = entry.by;
    const may =
      person !== 'clock' &&
      person !== 'operator' &&
      (maySponsor(reading, proposal, person, entry.at) ||
        (['chair', 'allianceManager', 'convenor'] as const).some((office) => holds(reading, person, office, entry.at)));
    if (!may) note('nudge', `${person} may not remind anybody of ${proposal}`);
    const last = lastOf(pagesOf(reading, proposal), 'MembersNudged');
    const charter = lastOf(reading.register, 'CharterAdopted')?.body.charter;
    if (last !== null && charter !== undefined) {
      const days = [last.at, entry.at].map((at) => localDate(charter.calendar, at));
      if (days[0] === days[1]) note('nudge', `${proposal} was reminded of twice on ${days[1] ?? ''}`);
    }
  },
};

/** The same hour of a working day soon after the deadline, or after it was noticed. */
const checkHour = (
  { at, body: { from, to } }: Of<'DowntimeMadeGood'>,
  charter: CharterSettings | null,
  note: Note,
): void => {
  if (charter !== null && localTime(charter.calendar, from) !== localTime(charter.calendar, to)) {
    note('downtime', `${to} is not the same hour as ${from}`);
  }
  const noticed = at > from ? at : from;
  if (between(from, to) < daysMs(0.9) || to <= noticed || between(noticed, to) > daysMs(nextWorkingDayMost)) {
    note('downtime', `${to} is not the next working day after ${from}`);
  }
};

/** Christmas, a weekend and a bank holiday moved, and to spare. */
const nextWorkingDayMost = 12;
