import type { Alliance } from '../alliance.js';
import { minusWorkingDays, plusWorkingDays } from '../calendar.js';
import type { Due } from '../due.js';
import type { Instant } from '../instant.js';
import type { Meeting } from '../meetings/meeting.js';
import { ordersOf } from '../meetings/standingOrders.js';

/** Minutes are drafted, accepted and answered in their days (domain.md B54); once nobody is asked any more they wait for a meeting. */
export const duesOfMinutes = (alliance: Alliance, meeting: Meeting): readonly Due[] => {
  const { minutes, endedAt, attendance } = meeting;
  if (minutes === null || endedAt === null) return [];
  const { calendar } = alliance.charter;
  const version = minutes.versions.at(-1);
  if (version === undefined) {
    const days = ordersOf(alliance, meeting).minutesWorkingDays;
    return attendance.length === 0
      ? []
      : [
          due(
            meeting,
            0,
            'minutes:draft',
            'officers',
            minusWorkingDays(calendar, plusWorkingDays(calendar, endedAt, days), 1),
          ),
        ];
  }
  if (minutes.status !== 'circulated' || version.until === null) return [];
  const reminder = minusWorkingDays(calendar, version.until, 1);
  return [
    due(meeting, version.version, 'window', 'clerk', version.until),
    ...(reminder > version.at ? [due(meeting, version.version, 'minutes:asked', 'members', reminder)] : []),
  ];
};

const due = ({ id }: Meeting, version: number, kind: string, to: string, dueAt: Instant): Due => ({
  subject: id,
  kind,
  to,
  dueAt,
  key: `${id}/v${version}/${kind}`,
});
