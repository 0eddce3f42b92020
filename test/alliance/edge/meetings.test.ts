import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { agree, callMeeting, recuse, the } from '../../cast.js';
import { boiler, but, called, everybody, inSession, withChairs } from '../../cast/boiler.js';
import { arrive, attends, forMember, order } from '../../cast/meetingActs.js';

const put = order({ kind: 'putDecision', meeting: 'M-1', item: 1 });
const circulate = order({ kind: 'circulateItem', meeting: 'M-1', item: 1 });

describe('a decision in the room', () => {
  it('is adopted there by all, while nobody could agree before it was put', async () => {
    const plymouth = await inSession(everybody);
    expect((await plymouth.says('PATH', agree('P-1'))).why).toBe('notOpenYet');
    const answer = await plymouth.does('Naomi Clarke', put);
    expect(answer.wrote).toEqual(['OpeningMoved', 'RevisionOpened', 'DecisionPut']);
    expect(the('DecisionPut', answer.entries)).toMatchObject({ how: 'room', absent: [] });
    const last = (await plymouth.allSay(agree('P-1'))).at(-1)!;
    expect(last.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    expect((await plymouth.card('P-1')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
  });

  it('needs somebody who presides, and the chair does from the moment of arriving', async () => {
    const plymouth = await inSession(but('Harbour'));
    const arrived = await arrive(plymouth, 'M-1', ['Harbour']);
    expect(arrived.wrote).toEqual(['AttendanceRecorded', 'ChairTaken', 'QuorumReached']);
    expect(arrived.reads).toContain('Rowan Ellis presides over M-1, as chair.');
  });
});

describe('a quorum', () => {
  it('[E56] lost half-way leaves what was decided, is minuted with its time, and sends the rest to all', async () => {
    const plymouth = await called();
    await plymouth.says(
      'Shekinah',
      forMember({ kind: 'tableForMeeting', meeting: 'M-1', ...boiler, title: 'A new van' }),
    );
    plymouth.at('2026-04-30 10:00');
    await plymouth.does('Naomi Clarke', order({ kind: 'startMeeting', meeting: 'M-1' }));
    await arrive(plymouth, 'M-1', everybody);
    await plymouth.does('Naomi Clarke', put);
    await plymouth.allSay(agree('P-1'));
    plymouth.at('2026-04-30 10:40');
    const left = await plymouth.says('BCHA', order({ kind: 'endAttendance', meeting: 'M-1' }));
    expect(left.wrote).toEqual(['AttendanceEnded', 'QuorumLost']);
    expect(left.reads).toContain('M-1 is not quorate any more: BCHA absent.');
    const late = await plymouth.does('Naomi Clarke', order({ kind: 'putDecision', meeting: 'M-1', item: 2 }));
    expect(late.reads).toEqual([
      'Nothing was recorded. M-1 has no quorum for item 2 (A new van): BCHA absent.',
      'You may discuss it and recommend; send it to all by circulation, so that every member decides.',
    ]);
    plymouth.at('2026-04-30 11:00');
    const ended = await plymouth.does('Naomi Clarke', order({ kind: 'endMeeting', meeting: 'M-1' }));
    expect(ended.wrote).toEqual(['OpeningMoved', 'RevisionOpened', 'DecisionPut', 'MeetingEnded']);
    expect(the('DecisionPut', ended.entries)).toMatchObject({ item: 2, how: 'circulation', because: 'noQuorum' });
    expect((await plymouth.card('P-1')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
    expect((await plymouth.card('P-2')).status).toMatch(/^0 of 9 agreed, waiting for /);
    const { quorums } = (await plymouth.now()).meetings.get('M-1')!;
    expect(quorums.map(({ to, at }) => [to, at])).toEqual([
      ['reached', plymouth.moment('2026-04-30 10:00')],
      ['lost', plymouth.moment('2026-04-30 10:40')],
    ]);
  });

  it('[E57] that is not there in half an hour leaves notes only, and no decision number', async () => {
    const plymouth = await inSession(but('BCHA', 'PATH'));
    await plymouth.until('2026-04-30 10:29');
    expect((await plymouth.now()).meetings.get('M-1')!.quorum).toBe('none');
    await plymouth.news();
    await plymouth.until('2026-04-30 10:30');
    const [entry] = await plymouth.news();
    expect(entry).toMatchObject({ kind: 'MeetingInquorate', by: 'clock' });
    await arrive(plymouth, 'M-1', ['BCHA', 'PATH']);
    const refused = await plymouth.does('Naomi Clarke', put);
    expect(refused.why).toBe('noQuorum');
    const noted = await plymouth.does(
      'Naomi Clarke',
      order({ kind: 'takeNote', meeting: 'M-1', item: 1, as: 'recommendation', text: 'Repair it soon.' }),
    );
    expect(noted.reads).toContain('Line 1, item 1 (Repair the boiler at Stonehouse), recommended: “Repair it soon.”');
    await plymouth.does('Naomi Clarke', order({ kind: 'endMeeting', meeting: 'M-1' }));
    expect((await plymouth.now()).decisions.size).toBe(0);
    expect((await plymouth.proposal('P-1')).status).toBe('open');
  });

  it('[E58] does not count a representative who left the call before the vote: that member is asked by circulation', async () => {
    const plymouth = await inSession(everybody);
    await plymouth.says('The Zone', order({ kind: 'endAttendance', meeting: 'M-1' }));
    expect((await plymouth.does('Naomi Clarke', put)).why).toBe('noQuorum');
    const sent = await plymouth.does('Naomi Clarke', circulate);
    expect(the('DecisionPut', sent.entries)).toMatchObject({
      how: 'circulation',
      because: 'noQuorum',
      absent: [{ member: 'zone', name: 'The Zone' }],
    });
    await plymouth.allSay(agree('P-1'), { but: ['The Zone'] });
    expect((await plymouth.card('P-1')).status).toBe('8 of 9 agreed, waiting for The Zone');
    expect((await plymouth.says('The Zone', agree('P-1'))).wrote).toContain('ProposalAdopted');
  });

  it('[PL-10] of all members is missed with six of eight: it recommends, and every decision goes to all', async () => {
    const eight = (charter: CharterDocument): CharterDocument => ({
      ...withChairs(charter),
      members: charter.members.filter(({ id }) => id !== 'livewest'),
      people: charter.people.filter(({ appointments }) => !appointments.some(({ member }) => member === 'livewest')),
    });
    const plymouth = await called(eight);
    await plymouth.tables('Shekinah', 'A new van');
    await plymouth.says('PATH', callMeeting('P-2', 'We want to hear it argued.'));
    plymouth.at('2026-04-30 10:00');
    const opened = await plymouth.does('Naomi Clarke', order({ kind: 'startMeeting', meeting: 'M-1' }));
    expect(opened.wrote).toEqual(['AgendaItemAdded', 'MeetingStarted']);
    await arrive(plymouth, 'M-1', but('Livewell Southwest', 'The Zone', 'Livewest'));
    const declared = await plymouth.does('Naomi Clarke', order({ kind: 'declareInquorate', meeting: 'M-1' }));
    expect(declared.reads).toContain(
      'M-1 is not quorate: Livewell Southwest and The Zone absent. It takes notes and may recommend; decisions go to all by circulation.',
    );
    expect(declared.wrote.filter((kind) => kind === 'DecisionPut')).toHaveLength(2);
    for (const id of ['P-1', 'P-2'] as const) {
      const { status, current } = await plymouth.proposal(id);
      expect([status, current?.eligible.length]).toEqual(['open', 8]);
    }
    expect((await plymouth.now()).decisions.size).toBe(0);
  });
});

describe('the chair', () => {
  it('[E59] absent is replaced by the deputy chair, and else by whom the members present choose', async () => {
    const plymouth = await inSession(but('Harbour'));
    const { person } = await plymouth.representativeOf('PATH');
    const chosen = await plymouth.does('Naomi Clarke', order({ kind: 'takeChair', meeting: 'M-1', person }));
    expect(the('ChairTaken', chosen.entries)).toMatchObject({ how: 'chosen', person });
    await plymouth.does('Owen Fairweather', attends('M-1'));
    const deputy = await plymouth.does('Owen Fairweather', order({ kind: 'takeChair', meeting: 'M-1' }));
    expect(deputy.reads).toContain('Owen Fairweather presides over M-1, as deputy chair.');
    const refused = await plymouth.does('Naomi Clarke', order({ kind: 'takeChair', meeting: 'M-1', person }));
    expect(refused.reads).toEqual([
      'Nothing was recorded. Owen Fairweather is there and presides.',
      'Others can take the chair only where the chair and the deputy chair are absent or have an interest.',
    ]);
  });

  it('[E59] with an interest leaves the item to the deputy chair, and it is written down for that item', async () => {
    const plymouth = await inSession(everybody);
    await plymouth.says(
      'Harbour',
      forMember({
        kind: 'minuteInterest',
        meeting: 'M-1',
        item: 1,
        level: 'recuse',
        scope: 'organisation',
        nature: 'We own the house.',
      }),
    );
    const refused = await plymouth.does('Naomi Clarke', put);
    expect(refused.reads).toEqual([
      'Nothing was recorded. Rowan Ellis has an interest in item 1 (Repair the boiler at Stonehouse) and cannot preside over it.',
      'The deputy chair presides, else somebody whom the members present choose; take the chair for that item.',
    ]);
    await plymouth.does('Owen Fairweather', attends('M-1', 'remote'));
    await plymouth.does('Owen Fairweather', order({ kind: 'takeChair', meeting: 'M-1', item: 1 }));
    const answer = await plymouth.does('Owen Fairweather', put);
    expect(the('DecisionPut', answer.entries).represented).toHaveLength(8);
    expect((await plymouth.says('Harbour', recuse('P-1', 'We own the house.'))).why).toBe('alreadyDeclared');
    const last = (await plymouth.allSay(agree('P-1'), { but: ['Harbour'] })).at(-1)!;
    expect(last.wrote).toContain('ProposalAdopted');
  });
});

describe('what comes late', () => {
  const late = { kind: 'tableForMeeting', meeting: 'M-1', ...boiler, title: 'A new van' } as const;

  it('[E60] needs a reason, is discussed only, and is decided where every member waives notice', async () => {
    const plymouth = await called();
    plymouth.at('2026-04-23 09:00');
    const refused = await plymouth.says('Shekinah', forMember(late));
    expect(refused.reads).toEqual([
      'Nothing was recorded. Agenda and papers of M-1 were due by Wed 22 Apr 2026, 17:00 BST, so a late item needs a reason.',
      'Say why it cannot wait and send it again. It can be decided in the room only if every voting member waives notice.',
    ]);
    await plymouth.says('Shekinah', forMember({ ...late, reason: 'The offer ends in May.' }));
    plymouth.at('2026-04-30 10:00');
    await plymouth.does('Naomi Clarke', order({ kind: 'startMeeting', meeting: 'M-1' }));
    await arrive(plymouth, 'M-1', everybody);
    const putLate = order({ kind: 'putDecision', meeting: 'M-1', item: 2 });
    const waive = forMember({ kind: 'waiveNotice', meeting: 'M-1', item: 2 });
    await plymouth.allSay(waive, { but: ['PATH'] });
    const missing = await plymouth.does('Naomi Clarke', putLate);
    expect(missing.reads[0]).toBe(
      'Nothing was recorded. Notice of item 2 (A new van) was too short, and PATH has not waived it.',
    );
    await plymouth.says('PATH', waive);
    expect((await plymouth.does('Naomi Clarke', putLate)).wrote).toContain('DecisionPut');
  });

  it('[E60] is waived for the day that was known: once the meeting moves, every member has to waive anew', async () => {
    const plymouth = await called();
    const moves = (day: string) =>
      order({
        ...{ kind: 'moveMeeting', meeting: 'M-1', why: 'The roof leaks.' },
        ...{ startsAt: plymouth.moment(`${day} 10:00`), endsAt: plymouth.moment(`${day} 12:00`) },
      });
    const waive = forMember({ kind: 'waiveNotice', meeting: 'M-1' });
    plymouth.at('2026-04-23 09:00');
    expect((await plymouth.does('Naomi Clarke', moves('2026-04-28'))).why).toBeNull();
    await plymouth.allSay(waive);
    expect((await plymouth.does('Naomi Clarke', moves('2026-04-27'))).why).toBeNull();
    plymouth.at('2026-04-27 10:00');
    await plymouth.does('Naomi Clarke', order({ kind: 'startMeeting', meeting: 'M-1' }));
    await arrive(plymouth, 'M-1', everybody);
    expect((await plymouth.does('Naomi Clarke', put)).why).toBe('noticeNotWaived');
    expect((await plymouth.allSay(waive)).map(({ wrote }) => wrote)).toEqual(everybody.map(() => ['NoticeWaived']));
    expect((await plymouth.does('Naomi Clarke', put)).wrote).toContain('DecisionPut');
  });

  it('[E61] as any other business is decided in the room by waiver of all, else by circulation', async () => {
    const plymouth = await inSession(everybody);
    expect((await plymouth.says('Shekinah', forMember(late))).why).toBe('lateNeedsReason');
    const other = await plymouth.says('Shekinah', forMember({ ...late, reason: 'The offer ends tonight.' }));
    expect(the('AgendaItemAdded', other.entries).late).toMatchObject({ inSession: true });
    const refused = await plymouth.does('Naomi Clarke', order({ kind: 'putDecision', meeting: 'M-1', item: 2 }));
    expect(refused.why).toBe('noticeNotWaived');
    const sent = await plymouth.does('Naomi Clarke', order({ kind: 'circulateItem', meeting: 'M-1', item: 2 }));
    expect(the('DecisionPut', sent.entries)).toMatchObject({ how: 'circulation', because: 'late' });
    expect((await plymouth.proposal('P-2')).status).toBe('open');
  });
});

describe('a position that the secretary enters', () => {
  const enter = order({ kind: 'enterPosition', meeting: 'M-1', item: 1, member: 'path', position: 'agree' });

  it('counts for nothing until the member confirms it', async () => {
    const plymouth = await inSession(everybody);
    await plymouth.does('Naomi Clarke', put);
    await plymouth.allSay(agree('P-1'), { but: ['PATH'] });
    const answer = await plymouth.does('Naomi Clarke', enter);
    expect(answer.wrote).toEqual(['PositionEntered']);
    expect((await plymouth.card('P-1')).status).toBe('8 of 9 agreed, waiting for PATH');
    const confirmed = await plymouth.says(
      'PATH',
      forMember({ kind: 'answerEntered', meeting: 'M-1', entered: 1, answer: 'confirmed' }),
    );
    expect(confirmed.wrote).toEqual(['PositionRecorded', 'EnteredPositionAnswered', 'ProposalAdopted']);
  });

  it('is over after one working day, and the member is still waited for', async () => {
    const plymouth = await inSession(everybody);
    await plymouth.does('Naomi Clarke', put);
    await plymouth.does('Naomi Clarke', enter);
    await plymouth.news();
    await plymouth.until('2026-05-01 17:00');
    expect(await plymouth.newKinds()).toEqual(['EnteredPositionExpired']);
    const tooLate = await plymouth.says(
      'PATH',
      forMember({ kind: 'answerEntered', meeting: 'M-1', entered: 1, answer: 'confirmed' }),
    );
    expect(tooLate.reads[0]).toBe(
      'Nothing was recorded. What was entered in M-1 was not confirmed in time and does not count.',
    );
  });
});
