import type { Desk } from '../desk.js';
import type { Meeting } from './meeting.js';
import { writeAt } from './meetingDesk.js';
import { namedIn, representation } from './representation.js';

/**
 * What follows for meetings in session from what was just recorded: that the quorum is reached, or lost (domain.md B30,
 * E56). One that was given up stays so to the end (E57).
 */
export const followMeetings = (desk: Desk): void => {
  for (const id of desk.alliance.liveMeetings) {
    const meeting = desk.alliance.meetings.get(id);
    if (meeting?.status === 'inSession' && meeting.quorum !== 'inquorate') followQuorum(desk, meeting);
  }
};

const followQuorum = (desk: Desk, { id, quorum }: Meeting): void => {
  const { alliance, context } = desk;
  const meeting = alliance.meetings.get(id);
  if (meeting === undefined) return;
  const { quorate, represented, absent } = representation(alliance, meeting, context.at);
  if (quorate && quorum !== 'reached') {
    writeAt(desk, id, 'QuorumReached', { represented: represented.map((member) => namedIn(alliance, member)) });
  } else if (!quorate && quorum === 'reached') {
    writeAt(desk, id, 'QuorumLost', { absent: absent.map((member) => namedIn(alliance, member)) });
  }
};
