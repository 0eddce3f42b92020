import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { markdown } from '../../../src/cards/documents/markdown.js';
import { minutesDocument } from '../../../src/cards/documents/minutes.js';
import { agree, alliance, the } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { arrive, convene, forMember, order } from '../../cast/meetingActs.js';

/** The iDream Alliance, whose convenor runs its meetings; quorum is two members. */
const small = (charter: CharterDocument): CharterDocument => ({
  ...charter,
  meetings: {
    quorum: 2,
    noticeWorkingDays: 0,
    papersWorkingDays: 0,
    requisitionWorkingDays: 10,
    inquorateMinutes: 30,
    minutesWorkingDays: 5,
    correctionWorkingDays: 5,
    actionsVerified: false,
  },
});

const there = ['Raw Material', 'Photofusion'] as const;

const note = (text: string) => order({ kind: 'takeNote', meeting: 'M-1', as: 'note', text });

/** A meeting of two members that has ended, with two lines. */
const ended = async (): Promise<Scene & { readonly convenor: string }> => {
  const scene = await alliance('idream', { charter: small, from: '2015-05-11 09:00' });
  const convenor = 'Grace Adomako';
  await scene.does(convenor, convene(scene, '2015-05-14 10:00', '2015-05-14 11:00'));
  scene.at('2015-05-14 10:00');
  await scene.does(convenor, order({ kind: 'startMeeting', meeting: 'M-1' }));
  await arrive(scene, 'M-1', there);
  await scene.does(convenor, order({ kind: 'recordAttendance', meeting: 'M-1', mode: 'room' }));
  await scene.does(convenor, order({ kind: 'takeChair', meeting: 'M-1' }));
  await scene.does(convenor, note('Alford House reported 12 visitors.'));
  await scene.does(convenor, note('Photofusion will lend two cameras.'));
  scene.at('2015-05-14 11:00');
  await scene.does(convenor, order({ kind: 'endMeeting', meeting: 'M-1' }));
  return { ...scene, convenor };
};

const circulate = order({ kind: 'circulateMinutes', meeting: 'M-1' });
const accept = (version = 1) => forMember({ kind: 'acceptMinutes', meeting: 'M-1', version });
const correct = (line: number, text: string, version = 1) =>
  forMember({ kind: 'requestCorrection', meeting: 'M-1', version, line, text });
const confirm = (version = 1) => order({ kind: 'confirmMinutes', meeting: 'M-1', version });

/** The next meeting, in session with the convenor presiding. */
const nextInSession = async (scene: Scene & { readonly convenor: string }, day: string): Promise<void> => {
  await scene.does(scene.convenor, convene(scene, `${day} 10:00`, `${day} 11:00`));
  scene.at(`${day} 10:00`);
  await scene.does(scene.convenor, order({ kind: 'startMeeting', meeting: 'M-2' }));
  await arrive(scene, 'M-2', there);
  await scene.does(scene.convenor, order({ kind: 'recordAttendance', meeting: 'M-2', mode: 'room' }));
  await scene.does(scene.convenor, order({ kind: 'takeChair', meeting: 'M-2' }));
};

const printed = async (scene: Scene, version: number | null): Promise<string> =>
  markdown(minutesDocument(await scene.view(), 'M-1', version, null)!);

describe('minutes', () => {
  it('are accepted by every member that was there, once a member, and then agreed subject to confirmation', async () => {
    const scene = await ended();
    const out = await scene.does(scene.convenor, circulate);
    expect(the('MinutesCirculated', out.entries)).toMatchObject({
      version: 1,
      asked: there.map((name) => expect.objectContaining({ name }) as unknown),
    });
    expect((await scene.says(there[0], accept())).wrote).toEqual(['MinutesAccepted']);
    expect((await scene.says('Alford House', accept())).reads).toEqual([
      'Nothing was recorded. Alford House was not at M-1, so it does not accept its minutes.',
      'It may ask for names and figures to be corrected.',
    ]);
    expect((await scene.says(there[1], accept())).wrote).toEqual(['MinutesAccepted', 'MinutesAgreed']);
  });

  it('go round again after a correction, and everybody is asked again', async () => {
    const scene = await ended();
    await scene.does(scene.convenor, circulate);
    await scene.says(there[0], accept());
    const asked = await scene.says('Alford House', correct(1, 'Alford House reported 21 visitors.'));
    expect(the('CorrectionRequested', asked.entries)).toMatchObject({ absent: true });
    const answered = await scene.does(
      scene.convenor,
      order({ kind: 'answerCorrection', meeting: 'M-1', correction: 1, answer: 'accepted' }),
    );
    expect(answered.wrote).toEqual(['CorrectionAnswered', 'MinutesCirculated']);
    expect((await scene.says(there[0], accept(1))).reads[0]).toBe(
      'Nothing was recorded. That was version 1 of the minutes of M-1; version 2 is out now.',
    );
    expect(await printed(scene, 1)).toContain('[1\\] Alford House reported 12 visitors.');
    expect(await printed(scene, 2)).toContain('[1\\] Alford House reported 21 visitors.');
  });

  it('[E62] disputed by one member print both accounts, and are confirmed as to the rest', async () => {
    const scene = await ended();
    await scene.does(scene.convenor, circulate);
    await scene.says(there[0], accept());
    await scene.says(there[1], correct(2, 'Photofusion may lend one camera.'));
    const reason = 'The recording has two.';
    const declined = await scene.does(
      scene.convenor,
      order({ kind: 'answerCorrection', meeting: 'M-1', correction: 1, answer: 'declined', reason }),
    );
    expect(declined.wrote).toEqual(['CorrectionAnswered']);
    await nextInSession(scene, '2015-06-11');
    const confirmed = await scene.does(scene.convenor, confirm());
    expect(the('MinutesConfirmed', confirmed.entries)).toMatchObject({ version: 1, at: 'M-2', disputed: [2] });
    const text = await printed(scene, 1);
    expect(text).toContain('Photofusion will lend two cameras.');
    expect(text).toMatch(
      /Disputed\. The account of Photofusion \([^)]+\): “Photofusion may lend one camera\.” The correction was declined: “The recording has two\.”/u,
    );
    expect(text).toContain('as disputed');
  });

  it('[E63] that name a decision which the register does not have are refused: the register prevails', async () => {
    const scene = await ended();
    const wrong = order({ kind: 'writeMinutes', meeting: 'M-1', line: 1, text: 'IDR-2015-007 was adopted.' });
    expect((await scene.does(scene.convenor, wrong)).reads).toEqual([
      'Nothing was recorded. The line names decision IDR-2015-007, which the register does not have, and the minutes of M-1 must not differ from the register.',
      'Decisions are printed from the register by themselves; write the line without the number, or with the right one.',
    ]);
  });

  it('[E64] that an attendee never accepts are not deemed accepted, and are confirmed at the next meeting', async () => {
    const scene = await ended();
    await scene.does(scene.convenor, circulate);
    await scene.says(there[0], accept());
    await scene.news();
    await scene.until('2015-05-21 17:00');
    const [entry] = await scene.news();
    expect(entry).toMatchObject({ kind: 'MinutesUnanswered', body: { silent: [{ name: 'Photofusion' }] } });
    expect((await scene.does(scene.convenor, confirm())).why).toBe('notAllAccepted');
    await nextInSession(scene, '2015-06-11');
    expect((await scene.does(scene.convenor, confirm())).wrote).toEqual(['MinutesConfirmed']);
  });

  it('[E65] with an error found a year later are amended by resolution, and the old version stays', async () => {
    const scene = await ended();
    await scene.does(scene.convenor, circulate);
    for (const name of there) await scene.says(name, accept());
    expect((await scene.does(scene.convenor, confirm())).wrote).toEqual(['MinutesConfirmed']);
    scene.at('2016-05-16 10:00');
    const amend = (under: string) => order({ kind: 'amendMinutes', meeting: 'M-1', line: 1, under });
    expect((await scene.does(scene.convenor, amend('IDR-2016-001'))).why).toBe('noSuchDecision');
    const text = 'Alford House reported 21 visitors.';
    await scene.tables('Alford House', 'Amend line 1 of the minutes of M-1', { text });
    await scene.allSay(agree('P-1'));
    const amended = await scene.does(scene.convenor, amend('IDR-2016-001'));
    expect(amended.reads).toContain(
      'Decision IDR-2016-001 amended line 1 of the minutes of M-1, now version 2: “Alford House reported 21 visitors.”',
    );
    expect(await printed(scene, 1)).toContain('reported 12 visitors');
    expect(await printed(scene, 2)).toContain('reported 21 visitors');
    expect((await scene.does(scene.convenor, amend('IDR-2016-001'))).why).toBe('decisionUsed');
  });

  it('[E66] of the last meeting are confirmed by circulation, once all have accepted and none is to come', async () => {
    const scene = await ended();
    await scene.does(scene.convenor, circulate);
    await scene.says(there[0], accept());
    expect((await scene.does(scene.convenor, confirm())).reads).toEqual([
      'Nothing was recorded. No meeting is to come, and the minutes of M-1 are not accepted by every member that was there.',
      'They can be confirmed by circulation once all have accepted, or at a meeting that somebody calls.',
    ]);
    await scene.says(there[1], accept());
    const confirmed = await scene.does(scene.convenor, confirm());
    expect(the('MinutesConfirmed', confirmed.entries).at).toBeUndefined();
    expect(await printed(scene, 1)).toContain('Confirmed as a correct record without a further meeting');
  });

  it('say the same again, whatever comes after', async () => {
    const scene = await ended();
    await scene.does(scene.convenor, circulate);
    const before = await printed(scene, 1);
    await scene.tables('Alford House', 'Something else');
    await scene.does(
      scene.convenor,
      order({ kind: 'renamePerson', person: await scene.person(scene.convenor), name: 'G. A.' }),
    );
    expect(await printed(scene, 1)).toBe(before);
  });
});
