import { createHash } from 'node:crypto';
import type { CommandOf } from '../../src/alliance/commands.js';
import { alliance, agree } from '../cast.js';
import type { How, Scene } from '../cast.js';
import type { Act } from './acts.js';
import { attends, convene, forMember, order } from './meetingActs.js';

const meeting = 'M-1';

/** Does it, and fails when it was refused. */
const done = async (scene: Scene, who: Parameters<Scene['does']>[0], act: Act, how?: How): Promise<void> => {
  const answer = await scene.does(who, act, how);
  if (answer.why !== null) throw new Error(`${answer.why}: ${answer.reads.join(' ')}`);
};

/**
 * The monthly meeting of the Living Well Network Alliance on 30 April 2026, from its notice to the version of the minutes
 * that everybody was asked about: an apology covered by a deputy, a recusal, a decision in the room, one lost for want of
 * a quorum and circulated, two actions.
 */
export const lambethMeeting = async (): Promise<Scene> => {
  const scene = await alliance('lwn');
  const place = 'Winterbourne Room, 336 Brixton Road, London';
  await done(scene, 'Victoria Sayer', convene(scene, '2026-04-30 10:00', '2026-04-30 12:00', { place }));
  await tabled(scene, 'Lambeth Council', 'Open the Brixton hub on Saturdays');
  await tabled(scene, 'Mental health trust', 'Renew the lease of the Streatham house');
  const note = { kind: 'addItem', meeting, as: 'noting', title: 'Performance in March' } as const;
  await done(scene, 'Victoria Sayer', order({ ...note, text: 'Waiting times fell to nine days.', minutes: 10 }));
  await done(scene, 'Victoria Sayer', order(leasePaper), { paper: lease });
  const deputy = (await scene.deputyOf('Charity B')).person;
  const apologies = forMember({ kind: 'answerInvitation', meeting, answer: 'apologies', deputy });
  await done(scene, await scene.representativeOf('Charity B'), apologies);
  await done(scene, 'Victoria Sayer', order({ kind: 'publishPack', meeting }));
  scene.at('2026-04-30 10:00');
  await held(scene);
  return scene;
};

/** The paper under the second item, by its bytes. */
export const lease = Buffer.from('Lease of 12 Streatham Place\nRent: £41,000 a year\n');

const leasePaper: CommandOf<'addPaper'> = {
  ...{ kind: 'addPaper', meeting, item: 2, name: 'Lease of the Streatham house.txt', type: 'text/plain' },
  ...{ sha256: createHash('sha256').update(lease).digest('hex'), bytes: lease.length },
};

const tabled = async (scene: Scene, member: string, title: string): Promise<void> => {
  const proposal = {
    ...{ class: 'routine', title, text: `${title}: from 1 June 2026, for one year.\nReviewed in May 2027.` },
    bestForPeople: 'People find help near to where they live, on more days.',
  };
  const speaker = await scene.representativeOf(member);
  await done(scene, speaker, forMember({ kind: 'tableForMeeting', meeting, ...proposal }));
};

const held = async (scene: Scene): Promise<void> => {
  const clerk = 'Victoria Sayer';
  await done(scene, clerk, order({ kind: 'startMeeting', meeting }));
  await done(scene, clerk, attends(meeting));
  await done(scene, 'George Amponsah', attends(meeting));
  for (const member of ['NHS Lambeth CCG', 'Lambeth Council', 'Mental health trust', 'Adult social care']) {
    await done(scene, { person: (await scene.representativeOf(member)).person }, attends(meeting));
  }
  await done(scene, { person: (await scene.representativeOf('Charity A')).person }, attends(meeting, 'remote'));
  await done(scene, { person: (await scene.deputyOf('Charity B')).person }, attends(meeting));
  await done(scene, clerk, order({ kind: 'putDecision', meeting, item: 1 }));
  const interest = { kind: 'minuteInterest', meeting, item: 1, level: 'recuse', scope: 'organisation' } as const;
  await done(
    scene,
    await scene.representativeOf('Charity A'),
    forMember({ ...interest, nature: 'We own the building of the hub.' }),
  );
  for (const member of ['NHS Lambeth CCG', 'Lambeth Council', 'Mental health trust', 'Adult social care']) {
    await done(scene, await scene.representativeOf(member), agree('P-1'));
  }
  await done(scene, await scene.deputyOf('Charity B'), agree('P-1'));
  await noted(scene, 'Two members staff the hub in turn; the rota is with Adult social care.', 1);
  scene.at('2026-04-30 10:50');
  await done(
    scene,
    { person: (await scene.representativeOf('Mental health trust')).person },
    order({ kind: 'endAttendance', meeting }),
  );
  await noted(scene, 'The rent rises by 4 per cent.', 2);
  await noted(scene, 'Waiting times are to be shown by ward.', 3);
  for (const [text, item] of [
    ['Write the rota for Saturdays', 1],
    ['Ask the landlord for the new lease', 2],
  ] as const) {
    const { person: owner, member } = await scene.representativeOf('Adult social care');
    const source = { at: meeting, item, ...(item === 1 ? { decision: 'LWN-2026-001' } : {}) } as const;
    await done(scene, clerk, order({ kind: 'recordAction', text, owner, member, due: '2026-05-20', source }));
  }
  scene.at('2026-04-30 11:40');
  await done(scene, clerk, order({ kind: 'endMeeting', meeting }));
};

const noted = (scene: Scene, text: string, item: number): Promise<void> =>
  done(scene, 'Victoria Sayer', order({ kind: 'takeNote', meeting, item, as: 'note', text }));

/** The minutes go round, a correction is accepted and another declined, and all but one member accept the second version. */
export const lambethMinutes = async (): Promise<Scene> => {
  const scene = await lambethMeeting();
  scene.at('2026-05-01 10:00');
  await done(scene, 'Victoria Sayer', order({ kind: 'circulateMinutes', meeting }));
  const asks = async (member: string, line: number, version: number, text: string): Promise<void> =>
    done(
      scene,
      await scene.representativeOf(member),
      forMember({ kind: 'requestCorrection', meeting, line, version, text }),
    );
  await asks('Lambeth Council', 3, 1, 'The rent rises by 3 per cent.');
  const accepted = { kind: 'answerCorrection', meeting, correction: 1, answer: 'accepted' } as const;
  await done(scene, 'George Amponsah', order(accepted));
  await asks('Charity A', 4, 2, 'Waiting times are to be shown by borough.');
  const reason = 'The recording says “ward”.';
  const declined = { kind: 'answerCorrection', meeting, correction: 2, answer: 'declined', reason } as const;
  await done(scene, 'George Amponsah', order(declined));
  for (const member of ['NHS Lambeth CCG', 'Lambeth Council', 'Mental health trust', 'Adult social care']) {
    await done(scene, await scene.representativeOf(member), forMember({ kind: 'acceptMinutes', meeting, version: 2 }));
  }
  return scene;
};
