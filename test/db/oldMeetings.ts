import type { Command } from '../../src/alliance/commands.js';
import type { MemberId } from '../../src/alliance/names.js';
import { appointed, holdersOf } from '../../src/alliance/speaking.js';
import { exampleCharter } from '../alliance/charters.js';
import { handsIn } from './oldActs.js';
import { agree } from './oldBook.js';
import type { Life } from './oldBook.js';

const code = 'LWN';
const meeting = 'M-1';
const deciding = ['ccg', 'council', 'trust', 'social-care', 'charity-b'] as const;

/**
 * A fourth alliance meets: an apology with a deputy, a paper, a recusal, a decision in the room and one by circulation,
 * minutes with one correction accepted and one declined, confirmed at the next meeting; actions; and meetings that recur.
 */
export const inMeetings = async (life: Life): Promise<void> => {
  const { clerk, goTo } = life;
  goTo('2026-04-08T09:00:00.000Z');
  await clerk.found(exampleCharter('lwn'), { practice: false, via: 'cli' });
  await called(life);
  goTo('2026-05-07T09:00:00.000Z');
  await held(life);
  goTo('2026-05-08T09:00:00.000Z');
  await minuted(life);
  goTo('2026-06-04T09:00:00.000Z');
  await confirmed(life);
};

const secretary = ({ officer }: Life) => officer(code);

const called = async (life: Life): Promise<void> => {
  const { does, says } = life;
  const by = await secretary(life);
  const times = (day: string) => ({ startsAt: `${day}T09:00:00.000Z`, endsAt: `${day}T11:00:00.000Z` });
  await does(code, by, { kind: 'conveneMeeting', ...times('2026-05-07'), place: '336 Brixton Road, London' });
  for (const [member, title] of [
    ['council', 'Open the Brixton hub on Saturdays'],
    ['trust', 'Renew the lease of the Streatham house'],
  ] as const) {
    const words = { title, text: `${title}, for one year.`, bestForPeople: 'People find help near their homes.' };
    await says(code, member, { kind: 'tableForMeeting', meeting, class: 'routine', ...words });
  }
  await does(code, by, { kind: 'addItem', meeting, as: 'noting', title: 'Performance in March', minutes: 10 });
  const words = 'Waiting times fell to nine days.';
  await handsIn(life, code, { meeting, item: 3, name: 'Performance.txt', words });
  const deputy = await deputyOf(life, 'charity-b');
  await says(code, 'charity-b', { kind: 'answerInvitation', meeting, answer: 'apologies', deputy });
  await does(code, by, { kind: 'publishPack', meeting });
  await does(code, by, { kind: 'conveneMeeting', ...times('2026-06-04') });
};

const deputyOf = async ({ clerk }: Life, member: MemberId) => {
  const alliance = (await clerk.view(code))!;
  return appointed(alliance, member, 'deputy', clerk.now())[0]!.person;
};

const held = async (life: Life): Promise<void> => {
  const { clerk, does, says } = life;
  const by = await secretary(life);
  const chair = holdersOf((await clerk.view(code))!, 'chair', clerk.now())[0]!;
  const deputy = await deputyOf(life, 'charity-b');
  await does(code, by, { kind: 'startMeeting', meeting });
  for (const person of [by, chair, deputy]) {
    await does(code, person, { kind: 'recordAttendance', meeting, mode: 'room' });
  }
  for (const member of ['ccg', 'council', 'trust', 'social-care', 'charity-a']) {
    await says(code, member, { kind: 'recordAttendance', meeting, mode: 'remote' });
  }
  const interest = { level: 'recuse', scope: 'organisation', nature: 'We own the building of the hub.' } as const;
  await says(code, 'charity-a', { kind: 'minuteInterest', meeting, item: 1, ...interest });
  await does(code, by, { kind: 'putDecision', meeting, item: 1 });
  for (const member of deciding) await says(code, member, agree('P-1'));
  await does(code, by, { kind: 'takeNote', meeting, item: 1, as: 'note', text: 'Two members staff it in turn.' });
  await says(code, 'trust', { kind: 'endAttendance', meeting });
  await does(code, by, { kind: 'takeNote', meeting, item: 2, as: 'note', text: 'The rent rises by 4 per cent.' });
  const owner = appointed((await clerk.view(code))!, 'social-care', 'representative', clerk.now())[0]!.person;
  const action = { kind: 'recordAction', owner, member: 'social-care', due: '2026-05-21', source: { at: meeting } };
  for (const text of ['Write the rota', 'Ask for the lease']) await does(code, by, { ...action, text } as Command);
  await does(code, owner, { kind: 'claimAction', action: 'A-1', evidence: 'The rota hangs in the hub.' });
  await does(code, by, { kind: 'endMeeting', meeting });
  for (const member of [...deciding, 'charity-a']) await says(code, member, agree('P-2'));
};

const minuted = async (life: Life): Promise<void> => {
  const { does, says } = life;
  const by = await secretary(life);
  await does(code, by, { kind: 'circulateMinutes', meeting });
  const ask = { kind: 'requestCorrection', meeting } as const;
  await says(code, 'council', { ...ask, version: 1, line: 3, text: 'The rent rises by 3 per cent.' });
  await does(code, by, { kind: 'answerCorrection', meeting, correction: 1, answer: 'accepted' });
  await says(code, 'trust', { ...ask, version: 2, line: 2, text: 'Three members staff it in turn.' });
  const declined = { answer: 'declined', reason: 'It was two.' } as const;
  await does(code, by, { kind: 'answerCorrection', meeting, correction: 2, ...declined });
  for (const member of deciding) await says(code, member, { kind: 'acceptMinutes', meeting, version: 2 });
};

const confirmed = async (life: Life): Promise<void> => {
  const { clerk, does } = life;
  const by = await secretary(life);
  const chair = holdersOf((await clerk.view(code))!, 'chair', clerk.now())[0]!;
  await does(code, by, { kind: 'startMeeting', meeting: 'M-2' });
  await does(code, chair, { kind: 'recordAttendance', meeting: 'M-2', mode: 'room' });
  await does(code, chair, { kind: 'confirmMinutes', meeting, version: 2 });
  const hours = { from: '2026-07-01', startsAt: '10:00', endsAt: '12:00' } as const;
  await does(code, by, { kind: 'conveneSeries', rule: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=6', ...hours });
};
