import { describe, expect, it } from 'vitest';
import { finds, found, open, path, reason } from './openProposal.js';
import { appointed, april, deadline, digest, honest, page, says } from './pages.js';

describe('the auditor, of positions', () => {
  it('finds one by a person without an appointment', () => {
    finds('appointment', open, says('path', april(2, '12:00'), { person: 'person:6' }));
  });

  it('finds one under an appointment that has ended, and under one that has not begun', () => {
    const ended = {
      appointment: 3,
      person: 'person:3',
      member: 'path',
      as: 'representative',
      endsAt: april(2, '10:00'),
    } as const;
    const officer = { by: 'person:5', at: april(2, '10:00') } as const;
    finds('appointment', [...open, page('AppointmentEnded', ended, officer)], path);
    const begins = {
      appointment: 5,
      person: 'person:6',
      member: 'path',
      as: 'representative',
      from: april(3, '09:00'),
    } as const;
    finds(
      'appointment',
      [...open, page('Appointed', begins, officer)],
      says('path', april(2, '12:00'), { person: 'person:6' }),
    );
  });

  it('finds one that rests on an appointment entered after it', () => {
    const early = says('path', april(2, '09:30'), { person: 'person:6' });
    const backDated = appointed(5, 'person:6', 'path', 'representative', { by: 'person:5', at: april(2, '10:00') });
    finds('appointment', [...open, backDated], early);
  });

  it('finds one that is recorded under another person than the one who acted', () => {
    finds('actor', open, says('path', april(2, '12:00'), {}, { by: 'person:4' }));
  });

  it('finds one for a member that joined after the revision opened', () => {
    const officer = { by: 'person:5', at: april(2, '09:30') } as const;
    const seat = {
      member: 'zone',
      organisation: 'zone',
      name: 'The Zone',
      capacity: 'provider',
      voting: true,
      from: april(2, '09:30'),
    } as const;
    const joined = [page('MemberJoined', seat, officer), appointed(5, 'person:6', 'zone', 'representative', officer)];
    finds('eligibility', [...open, ...joined], says('zone', april(2, '10:00'), { person: 'person:6' }));
  });

  it('finds one on a revision that is not in force, and one to other words', () => {
    finds('revision', open, says('path', april(2, '12:00'), { revision: 2 }));
    finds('revision', open, says('path', april(2, '12:00'), { digest: digest(2) }));
  });

  it('finds one a millisecond after the deadline, and none on it', () => {
    expect(found(...open, says('path', deadline))).toEqual([]);
    finds('deadline', open, says('path', april(13, '16:00:00').replace('.000', '.001')));
  });

  it('counts platform time of up to 120 seconds before receipt, and no more', () => {
    expect(found(...open, says('path', april(13, '16:01:59'), {}, { occurredAt: deadline }))).toEqual([]);
    finds('time', open, says('path', april(13, '16:02:01'), {}, { occurredAt: deadline }));
  });

  it('finds one after the outcome', () => {
    finds('final', honest(), says('path', april(2, '13:00')));
  });

  it('finds an objection and a reservation without words', () => {
    finds('reason', open, says('path', april(2, '12:00'), { position: 'object' }));
    finds('reason', open, says('path', april(2, '12:00'), { position: 'agreeWithReservation' }));
  });

  it('finds a deputy who overrules the representative, unless covering an absence', () => {
    const overruled = says('path', april(2, '13:00'), { person: 'person:4', as: 'deputy', position: 'object', reason });
    finds('deputy', [...open, path], overruled);
    const away = {
      person: 'person:3',
      member: 'path',
      from: april(2, '12:30'),
      to: april(7, '09:00'),
      cover: 'person:4',
    } as const;
    const absence = page('AbsenceRecorded', away, { by: 'person:3', at: april(2, '12:30'), member: 'path' });
    const covering = { person: 'person:4', as: 'deputy', position: 'object', reason, covering: true } as const;
    expect(found(...open, path, absence, says('path', april(2, '13:00'), covering))).toEqual([]);
    finds('deputy', [...open, path], says('path', april(2, '13:00'), covering));
  });
});
