import { isPerson } from '../../alliance/names.js';
import type { Actor, MemberId, Office, PersonId } from '../../alliance/names.js';
import type { GuardedAct } from '../../alliance/refusals.js';
import { appointed, isInOffice } from '../../alliance/speaking.js';
import type { View } from '../view.js';
import { listed, sentenceCase } from './general.js';
import { powerHolders } from './officers.js';
import { momentWords } from './moments.js';
import {
  appointmentNames,
  memberName,
  memberNames,
  observerNames,
  officeNames,
  peopleNames,
  personName,
  withArticle,
} from './names.js';
import type { RefusalOf, RefusalSentences } from './refusals.js';

type SpeakerWhy =
  | 'stranger'
  | 'noVoice'
  | 'appointmentNotLive'
  | 'chooseCapacity'
  | 'notYourMember'
  | 'representativeHasSpoken'
  | 'deputyHasSpoken'
  | 'personTookNoPart'
  | 'memberNotEligible'
  | 'mayNot';

export const speakerRefusals: RefusalSentences<SpeakerWhy> = {
  stranger: (view) => [
    `Nothing was recorded. You have no part in ${view.alliance.name} at present.`,
    `${sentenceCase(powerHolders(view, 'changePeople'))} can add you.`,
  ],
  noVoice: (view, refusal, by) => [
    `Nothing was recorded. ${whyNoVoice(view, refusal, by)}`,
    whoCanVote(view, refusal.member, refusal.speakers),
  ],
  appointmentNotLive: (view, { member, as, startsAt, endedAt, speakers }) => [
    `Nothing was recorded. ${
      startsAt === undefined
        ? `Your appointment as ${appointmentNames[as]} of ${memberName(view, member)} ended${endedAt === undefined ? '' : ` on ${momentWords(view, endedAt)}`}.`
        : `Your appointment as ${appointmentNames[as]} of ${memberName(view, member)} begins on ${momentWords(view, startsAt)}.`
    }`,
    whoCanVote(view, member, speakers),
  ],
  chooseCapacity: (view, { members }) => [
    `Nothing was recorded yet. You speak for ${listed(memberNames(view, members))}, and each has a vote of its own.`,
    'Choose for which of them you are speaking now.',
  ],
  notYourMember: (view, { member, speakers }) => [
    `Nothing was recorded. You do not speak for ${memberName(view, member)}.`,
    whoCanVote(view, member, speakers),
  ],
  representativeHasSpoken: (view, { member, person }) => [
    `Nothing was recorded. ${personName(view, person)} has already spoken for ${memberName(view, member)}, and a deputy does not overrule the representative.`,
    `Ask ${personName(view, person)} to change the position, or to record an absence that you cover.`,
  ],
  deputyHasSpoken: (view, { member, person }) => [
    `Nothing was recorded. ${personName(view, person)} has already spoken for ${memberName(view, member)}, as its deputy.`,
    `${personName(view, person)} can still change it${representativeToo(view, member)}.`,
  ],
  personTookNoPart: (view, { member, others }) => [
    'Nothing was recorded. You declared a personal interest in this proposal, so you take no part in it.',
    whoCanVote(view, member, others),
  ],
  memberNotEligible: (view, { member, because }) => [
    `Nothing was recorded. ${notEligible[because](memberName(view, member))}`,
    afterNotEligible(view, member, because),
  ],
  mayNot: (view, { act, people, offices }) => [
    `Nothing was recorded. ${mayNotWords[act]}`,
    whoMay(view, people, offices),
  ],
};

const whoMay = (view: View, people: readonly PersonId[], offices: readonly Office[]): string => {
  if (people.length > 0) return `${peopleNames(view, people)} can do this.`;
  const named = listed(
    offices.map((office) => officeNames[office]),
    'or',
  );
  return named === ''
    ? `Nobody can do this at present; ask ${powerHolders(view, 'changePeople')}.`
    : `Nobody holds the office for it at present (${named}); ${powerHolders(view, 'changePeople')} can fill it.`;
};

const whyNoVoice = (view: View, { observer, offices }: RefusalOf<'noVoice'>, by: Actor): string => {
  if (observer !== undefined) {
    const of = isPerson(by) ? view.alliance.observers.find(({ person }) => person === by)?.of : null;
    const role = observerNames[observer];
    return `You are ${withArticle(role)}${of == null ? '' : ` for ${of}`}, and ${role}s have no vote.`;
  }
  if (offices.length > 0) {
    const names = listed(offices.map((office) => officeNames[office]));
    return `You are ${names} of the alliance, and an office carries no vote of its own.`;
  }
  return 'You are not appointed to speak for a member of the alliance.';
};

const whoCanVote = (view: View, member: MemberId | undefined, speakers: readonly PersonId[]): string => {
  if (member === undefined) return whoVotes(view);
  return speakers.length > 0
    ? `${peopleNames(view, speakers)} can vote for ${memberName(view, member)}.`
    : `Nobody is appointed to speak for ${memberName(view, member)} now; ${appointers(view, member)} can appoint somebody.`;
};

/** Whom somebody without a member can ask: the representatives of all members, by name. */
const whoVotes = (view: View): string => {
  const people = [...view.alliance.members.values()]
    .filter(({ id, voting }) => voting && isInOffice(view.alliance.members.get(id), view.now))
    .flatMap(({ id }) => appointed(view.alliance, id, 'representative', view.now).map(({ person }) => person));
  return people.length === 0
    ? `Nobody is appointed to vote at present; ${powerHolders(view, 'changePeople')} can appoint people.`
    : `${peopleNames(view, [...new Set(people)])} can vote, each for their member.`;
};

/** Who may appoint for a member: its nominating officer, or the officers with that power (rulings 1.14). */
const appointers = (view: View, member: MemberId): string => {
  const nominating = appointed(view.alliance, member, 'nominatingOfficer', view.now).map(({ person }) => person);
  return nominating.length > 0
    ? `${peopleNames(view, nominating)} (nominating officer)`
    : powerHolders(view, 'changePeople');
};

const representativeToo = (view: View, member: MemberId): string => {
  const people = appointed(view.alliance, member, 'representative', view.now).map(({ person }) => person);
  return people.length === 0 ? '' : `, and so can ${peopleNames(view, people)}, its representative`;
};

const notEligible: Readonly<Record<RefusalOf<'memberNotEligible'>['because'], (name: string) => string>> = {
  joinedLater: (name) => `${name} joined after this revision opened, so it has no vote on it.`,
  left: (name) => `${name} has left the alliance.`,
  nonVoting: (name) => `${name} is a member without a vote.`,
  interestDeclared: (name) => `${name} declared an interest and takes no part in this proposal.`,
  notYetIn: (name) => `${name} is not in the alliance yet.`,
};

const afterNotEligible = (view: View, member: MemberId, because: RefusalOf<'memberNotEligible'>['because']): string => {
  switch (because) {
    case 'joinedLater':
      return 'It will have a vote if the text is changed and a new revision opens; until then its view can be sent as a suggestion.';
    case 'left':
      return `If that is wrong, ask ${powerHolders(view, 'changeMembers')}.`;
    case 'nonVoting':
      return 'Its view can be sent as a suggestion under More.';
    case 'interestDeclared':
      return `If it was declared by mistake, ${appointedNames(view, member)} can withdraw the declaration under More while the proposal is open.`;
    case 'notYetIn':
      return `${sentenceCase(powerHolders(view, 'changeMembers'))} can say from when it is.`;
  }
};

const appointedNames = (view: View, member: MemberId): string => {
  const people = [
    ...appointed(view.alliance, member, 'representative', view.now),
    ...appointed(view.alliance, member, 'deputy', view.now),
  ].map(({ person }) => person);
  return people.length === 0 ? appointers(view, member) : peopleNames(view, people);
};

const mayNotWords: Readonly<Record<GuardedAct, string>> = {
  table: 'Proposals are tabled by representatives, deputies and officers.',
  amend: 'Only the proposer changes the text of a proposal.',
  decline: 'Only the proposer answers a suggestion.',
  letChairAmend: 'Only the proposer can let the chair change the text.',
  withdraw: 'Only the proposer withdraws a proposal.',
  extend: 'A deadline is extended by the proposer, the chair or the Alliance Manager.',
  nudge: 'Those who are waited for are reminded by the proposer, the chair or the Alliance Manager.',
  reopen: 'A proposal that was referred is reopened by its proposer or an officer.',
  confirmRecount: 'A recount is confirmed by the Alliance Manager, else the chair, else the convenor.',
  withdrawInterest: 'A declared interest is withdrawn only by those who speak for the member that declared it.',
  changeMembers: 'Joining, notice and leaving are recorded by an officer.',
  appoint: 'People are appointed by the member’s nominating officer or by an officer of the alliance.',
  changeOffices: 'Offices are filled by an officer of the alliance.',
  recordAbsence: 'An absence is recorded by the person, the member’s nominating officer or an officer of the alliance.',
  adoptCharter: 'The charter is changed by an officer, under a decision of the alliance.',
  suggest: 'Changes are suggested by members and the facilitator.',
  bindRoom: 'Rooms are bound and released by an officer of the alliance.',
  proposeLink: 'Links of other people’s accounts are proposed and ended by an officer of the alliance.',
  endFeed:
    'Everybody gives and ends their own calendar address; somebody else’s is ended by an officer of the alliance.',
  callMeeting: 'A meeting is called by those who speak for an eligible member.',
  convene: 'Meetings are called by an officer, or by a member that asks for one.',
  moveMeeting: 'Meetings are moved by those who run them.',
  cancelMeeting: 'Meetings are cancelled by those who run them.',
  changeSeries: 'Recurring meetings are changed by those who run meetings.',
  endSeries: 'Recurring meetings are ended by those who run meetings.',
  changeAgenda: 'The agenda is changed by those who run meetings; members put items on it and change their own.',
  takeOutOfConsent: 'An item is taken out of the consent block by those who speak for a member, or who run meetings.',
  takeConsent: 'The consent block is taken by whoever presides, or by those who run meetings.',
  addPaper: 'Papers are added by those who run meetings and by whoever put the item on the agenda.',
  publishPack: 'The pack is sent out by those who run meetings.',
  runMeeting: 'A meeting is opened and ended by those who run meetings, and ended by whoever presides.',
  callRoll: 'Everybody records their own attendance; those who run meetings call the roll for others.',
  takeChair: 'The chair is taken by somebody who is there, with those who run meetings or speak for a member.',
  putDecision: 'A decision is put by whoever presides, or by those who run meetings.',
  takeNotes: 'Notes are taken by those who run meetings and by whoever presides.',
  enterPosition: 'Positions said in the room are entered by those who run meetings.',
  writeMinutes: 'Minutes are written, circulated and amended by those who run meetings.',
  answerCorrection: 'Corrections are answered by whoever presided, the chair or those who run meetings.',
  confirmMinutes: 'Minutes are confirmed by whoever presides at a later meeting, or by those who run meetings.',
  acceptAction: 'An action is taken on by its owner.',
  updateAction: 'How an action goes is said by its owner or by those who run meetings.',
  verifyAction: 'Actions are verified by those who run meetings.',
  transferAction: 'An action is given on by its owner, those who speak for its member, or those who run meetings.',
  cancelAction: 'Actions are cancelled by those who run meetings.',
};
