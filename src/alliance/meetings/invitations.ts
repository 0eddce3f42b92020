import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import { isPerson } from '../names.js';
import type { MemberId, PersonId } from '../names.js';
import { mayRead } from '../reading.js';
import type { Refusal } from '../refusals.js';
import { appointed, voiceOf, voicesOf } from '../speaking.js';
import type { Meeting } from './meeting.js';
import { liveOn, nameOn, optionalItemOn, ownName, writeAt } from './meetingDesk.js';
import { votingIn } from './representation.js';

/** Coming, remote, or apologies with the deputy who comes instead; the last answer counts. */
export const answerInvitation = (desk: Desk, command: CommandOf<'answerInvitation'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const { by } = desk.context;
  if (!isPerson(by)) return { why: 'notByOperator' };
  const member = memberAnsweredFor(desk, command);
  if (typeof member === 'object' && member !== null) return member.refusal;
  const deputy = command.answer === 'apologies' ? command.deputy : undefined;
  const refusal = deputy === undefined ? null : whyNotDeputy(desk, member, deputy);
  if (refusal !== null) return refusal;
  const same = meeting.answers.find((each) => each.person === by && each.member === member);
  if (same?.answer === command.answer && (same.deputy?.person ?? null) === (deputy ?? null)) return null;
  writeAt(
    desk,
    meeting.id,
    'InvitationAnswered',
    {
      person: by,
      personName: ownName(desk),
      answer: command.answer,
      ...given('member', member),
      ...given('deputy', deputy === undefined ? null : { person: deputy, personName: nameOn(desk, deputy) }),
    },
    given('for', member),
  );
  return null;
};

const whyNotDeputy = ({ alliance, context }: Desk, member: MemberId | null, deputy: PersonId): Refusal | null => {
  if (member === null) return { why: 'noSuchPerson' };
  const deputies = appointed(alliance, member, 'deputy', context.at).map(({ person }) => person);
  return deputies.includes(deputy) ? null : { why: 'notADeputy', person: deputy, member, deputies };
};

/** The member; null for officers and observers, who answer for themselves. */
const memberAnsweredFor = (
  { alliance, context: { by, at } }: Desk,
  { member }: { readonly member?: MemberId },
): MemberId | null | { readonly refusal: Refusal } => {
  if (member === undefined && isPerson(by) && voicesOf(alliance, by, at).length === 0) {
    return mayRead(alliance, { kind: 'alliance' }, by, at) ? null : { refusal: { why: 'stranger' } };
  }
  const voice = voiceOf(alliance, by, member, at);
  return 'refusal' in voice ? voice : voice.member;
};

/** A voting member gives up the notice that it is owed, of the meeting or of one item that came late (B50, E60, E61). */
export const waiveNotice = (desk: Desk, command: CommandOf<'waiveNotice'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const { alliance, context } = desk;
  const item = optionalItemOn(meeting, command.item);
  if (item !== null && 'refusal' in item) return item.refusal;
  if (item === null ? !meeting.shortNotice : !isLate(meeting, item.number)) {
    return { why: 'noticeWasGiven', meeting: meeting.id };
  }
  const voice = voiceOf(alliance, context.by, command.member, context.at);
  if ('refusal' in voice) return voice.refusal;
  const { member, person } = voice;
  if (!votingIn(alliance, meeting, context.at).includes(member)) {
    return { why: 'memberNotEligible', member, because: 'nonVoting' };
  }
  if (hasWaived(meeting, member, item?.number ?? null)) return null;
  const body = { member, person, personName: ownName(desk), ...given('item', item?.number) };
  writeAt(desk, meeting.id, 'NoticeWaived', body, { for: member });
  return null;
};

/** The item, or a paper for it, came later than papers are due, or in the meeting itself (domain.md E60, E61). */
export const isLate = (meeting: Meeting, item: number): boolean =>
  meeting.items.some(({ number, late }) => number === item && late !== null) ||
  meeting.papers.some((paper) => paper.item === item && paper.late && !paper.withdrawn);

/** A waiver for the whole meeting is for the time and place as they stood: it ends when the meeting moves (B49, E60). */
export const hasWaived = ({ waivers, sequence }: Meeting, member: MemberId, item: number | null): boolean =>
  waivers.some(
    (waiver) => waiver.member === member && waiver.item === item && (item !== null || waiver.sequence === sequence),
  );
