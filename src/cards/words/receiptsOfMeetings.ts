import type { ActionCommand } from '../../alliance/actions/actionCommands.js';
import type { MeetingCommand } from '../../alliance/meetings/meetingCommands.js';
import type { SeriesCommand } from '../../alliance/meetings/seriesCommands.js';
import type { MinutesCommand } from '../../alliance/minutes/minutesCommands.js';

/** How somebody can change what they just did about a meeting, minutes or an action. */
export const changeOfMeetings: Readonly<
  Record<(MeetingCommand | SeriesCommand | MinutesCommand | ActionCommand)['kind'], string>
> = {
  conveneMeeting: 'Everybody is invited. On its card you can put items on the agenda, move the meeting or cancel it.',
  moveMeeting: 'Everybody hears of the new time. What was tabled for the meeting moves with it.',
  cancelMeeting: 'Everybody hears of it. What was tabled for the meeting goes to all by circulation.',
  conveneSeries:
    'Each meeting is called in time for its notice, three ahead. Move or cancel a single one on its own card; change all of them under the list of meetings.',
  changeSeries: 'Each meeting that moved is on its own card; calendars hear of it.',
  endSeries: 'To go on with them, plan new ones.',
  answerInvitation: 'You can answer again at any time until the meeting ends; the last answer counts.',
  waiveNotice: 'Once every voting member has done so, it can be decided in the room.',
  addItem: 'Until the meeting begins you can change it or take it off.',
  tableForMeeting: 'It opens when it is put to the meeting, and by circulation once the meeting is over.',
  changeItem: 'A pack that went out stays as it was; send out a new edition.',
  removeItem: 'To undo this, put the item on the agenda again.',
  moveItem: 'A pack that went out stays as it was; send out a new edition.',
  placeInConsent: 'Every member can take it out, and it is then discussed by itself.',
  takeOutOfConsent: 'It is discussed by itself when its turn comes.',
  takeConsent: 'Every member says its own position on each decision with the buttons on its card.',
  addPaper: 'It goes out with the next pack. What went out before stays as it was.',
  withdrawPaper: 'Packs that went out keep it.',
  publishPack: 'It never changes. If something changes, send out a new edition.',
  startMeeting: 'Now record who is there.',
  recordAttendance: 'Say so when you leave, since the quorum is counted all the time.',
  endAttendance: 'Whoever comes back is recorded again.',
  takeChair: 'The chair has no vote of its own.',
  putDecision: 'Every member says its position with the buttons on the card.',
  circulateItem: 'Every member has the usual time to say its position.',
  declareInquorate: 'You can take notes and make recommendations.',
  takeNote: 'You can correct the line or strike it out; what it said stays in the book.',
  correctLine: 'What it said before stays in the book.',
  minuteInterest: 'It is printed in the minutes.',
  enterPosition: 'The member is asked to confirm it. Until then it does not count.',
  answerEntered: 'Your member’s position can be changed on the card while the proposal is open.',
  endMeeting: 'The draft minutes are ready.',
  writeMinutes: 'You can change the draft until it is circulated.',
  circulateMinutes: 'Members that were there accept it or ask for corrections.',
  acceptMinutes: 'If you find a mistake later, ask for a correction until the minutes are confirmed.',
  requestCorrection: 'Whoever presided accepts or declines it, and everybody is asked again if the text changes.',
  answerCorrection: 'A declined correction is printed beside the line.',
  confirmMinutes: 'From now on they change by a decision of the alliance only.',
  amendMinutes: 'Both versions are kept.',
  recordAction: 'Its owner is reminded before it is due.',
  acceptAction: 'You are reminded before it is due.',
  updateAction: 'It stands on the card of the action.',
  claimAction: 'Your evidence stands on the card of the action.',
  closeAction: 'It stays in the record.',
  returnAction: 'Its owner sees your reason.',
  putOffAction: 'The first date is kept beside it.',
  transferAction: 'The new owner is told.',
  cancelAction: 'It stays in the record, with your reason.',
};
