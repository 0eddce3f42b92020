import { holdersOf } from '../../src/alliance/speaking.js';
import { handsIn, newest } from './oldActs.js';
import { agree } from './oldBook.js';
import type { Life } from './oldBook.js';

const code = 'LWN';
const meeting = 'M-3';
const members = ['ccg', 'council', 'trust', 'social-care', 'charity-a', 'charity-b'] as const;

/**
 * The fourth alliance meets again: a meeting without a quorum, and minutes amended by a decision; one of a series, moved at
 * short notice, with an agenda that changes, a consent block, positions said in the room and typed by the secretary; a
 * series that changes and ends.
 */
export const meetingAgain = async (life: Life): Promise<void> => {
  const { goTo } = life;
  await inquorate(life);
  goTo('2026-06-08T09:00:00.000Z');
  await planned(life);
  goTo('2026-06-29T09:00:00.000Z');
  await moved(life);
  goTo('2026-07-03T09:00:00.000Z');
  await inSession(life);
  goTo('2026-07-07T09:00:00.000Z');
  await agreed(life);
};

const inquorate = async (life: Life): Promise<void> => {
  const { does, says } = life;
  const by = await life.officer(code);
  const on = { meeting: 'M-2' } as const;
  await does(code, by, { kind: 'takeNote', ...on, as: 'note', text: 'Three of us are on a train.' });
  await does(code, by, { kind: 'correctLine', ...on, line: 1, text: 'Four of us are on a train.' });
  await does(code, by, { kind: 'declareInquorate', ...on });
  await does(code, by, { kind: 'endMeeting', ...on });
  await does(code, by, { kind: 'writeMinutes', ...on, line: 1, text: 'Four members were on a train.' });
  const text = 'Two members staff it in turn, from May.';
  const words = { title: 'Amend the minutes of M-1', text, bestForPeople: 'People can rely on what is written.' };
  await does(code, by, { kind: 'tableProposal', class: 'routine', ...words });
  const proposal = await newest(life, code);
  for (const member of members) await says(code, member, agree(proposal));
  const number = [...(await life.clerk.view(code))!.decisions.keys()].at(-1)!;
  await does(code, by, { kind: 'amendMinutes', meeting: 'M-1', line: 2, under: number });
};

const planned = async (life: Life): Promise<void> => {
  const { does, says } = life;
  const by = await life.officer(code);
  for (const [member, title] of [
    ['council', 'Print the timetable'],
    ['trust', 'Share the minibus'],
  ] as const) {
    const words = { title, text: `${title}, from August.`, bestForPeople: 'People find help near their homes.' };
    await says(code, member, { kind: 'tableForMeeting', meeting, class: 'routine', ...words });
  }
  for (const title of ['Waiting times', 'News of the building', 'Holidays', 'Car park']) {
    await does(code, by, { kind: 'addItem', meeting, as: 'noting', title, minutes: 5 });
  }
  await does(code, by, { kind: 'changeItem', meeting, item: 3, minutes: 10 });
  await does(code, by, { kind: 'moveItem', meeting, item: 4, before: 3 });
  await does(code, by, { kind: 'removeItem', meeting, item: 6, why: 'It was settled by telephone.' });
  for (const item of [1, 3, 5]) await does(code, by, { kind: 'placeInConsent', meeting, item });
  await says(code, 'charity-a', { kind: 'takeOutOfConsent', meeting, item: 5 });
  const words = 'Waiting times fell to eight days.';
  await handsIn(life, code, { meeting, item: 3, name: 'Waiting.txt', words });
  await does(code, by, { kind: 'withdrawPaper', meeting, paper: 1, why: 'The figures are of May.' });
  await does(code, by, { kind: 'publishPack', meeting });
};

const moved = async ({ does, says, officer }: Life): Promise<void> => {
  const by = await officer(code);
  const [startsAt, endsAt] = ['2026-07-03T09:00:00.000Z', '2026-07-03T11:00:00.000Z'];
  await does(code, by, { kind: 'moveMeeting', meeting, startsAt, endsAt, why: 'The hall floods on Thursday.' });
  for (const member of members) await says(code, member, { kind: 'waiveNotice', meeting });
  const times = { rule: 'FREQ=MONTHLY;BYDAY=3TU;COUNT=5', from: '2026-08-01', startsAt: '14:00', endsAt: '16:00' };
  await does(code, by, { kind: 'changeSeries', series: 'S-1', since: 'M-4', ...times, why: 'Thursdays are full.' });
};

const inSession = async (life: Life): Promise<void> => {
  const { clerk, does, says } = life;
  const by = await life.officer(code);
  const chair = holdersOf((await clerk.view(code))!, 'chair', clerk.now())[0]!;
  await does(code, by, { kind: 'startMeeting', meeting });
  await does(code, chair, { kind: 'recordAttendance', meeting, mode: 'room' });
  for (const member of members) await says(code, member, { kind: 'recordAttendance', meeting, mode: 'remote' });
  await does(code, by, { kind: 'takeConsent', meeting, items: [1, 3] });
  await does(code, by, { kind: 'putDecision', meeting, item: 2 });
  const proposal = await newest(life, code);
  const before = `P-${Number(proposal.slice(2)) - 1}` as const;
  for (const member of members) await says(code, member, agree(before));
  for (const member of ['trust', 'council']) {
    await does(code, by, { kind: 'enterPosition', meeting, item: 2, member, position: 'agree' });
  }
  await says(code, 'trust', { kind: 'answerEntered', meeting, entered: 1, answer: 'confirmed' });
  await does(code, by, { kind: 'takeNote', meeting, item: 2, as: 'note', text: 'The council will say by Monday.' });
  await does(code, by, { kind: 'endMeeting', meeting });
};

/** Nobody confirmed the council's position in time. */
const agreed = async ({ clerk, does, says, officer }: Life): Promise<void> => {
  const by = await officer(code);
  await clerk.tick();
  await does(code, by, { kind: 'circulateMinutes', meeting });
  for (const member of members) await says(code, member, { kind: 'acceptMinutes', meeting, version: 1 });
  await does(code, by, { kind: 'endSeries', series: 'S-1', why: 'We meet when we must.', called: 'cancel' });
};
