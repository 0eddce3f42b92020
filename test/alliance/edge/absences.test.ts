import { describe, expect, it } from 'vitest';
import { agree, alliance, plainly } from '../../cast.js';

describe('[PL-9] an absence without cover', () => {
  it('is a warning before it is a problem: to whoever records it, the nominating officer and the Alliance Manager', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.news();
    const said = await plymouth.says(
      'BCHA',
      plainly({
        kind: 'recordAbsence',
        from: plymouth.moment('2026-04-07 00:00'),
        to: plymouth.moment('2026-04-17 23:59'),
      }),
    );
    expect(said.reads.join(' ')).toContain('Meanwhile nobody can speak for BCHA');
    const told = await plymouth.whispered(await plymouth.news());
    expect(told.map(({ to }) => to)).toEqual(['Eleanor Whitlock', 'Naomi Clarke']);
    expect(told[0]?.reads).toContain('From Tue 7 Apr 2026, 00:00 BST nobody can speak for BCHA.');
  });

  it('is none where a deputy is there, and the representative’s own act ends the absence', async () => {
    const plymouth = await alliance('plymouth');
    const { person: cover } = await plymouth.deputyOf('Harbour');
    await plymouth.tables('PATH', 'Open on Saturdays');
    await plymouth.news();
    await plymouth.says(
      'Harbour',
      plainly({
        kind: 'recordAbsence',
        from: plymouth.moment('2026-04-01 00:00'),
        to: plymouth.moment('2026-04-17 23:59'),
        cover,
      }),
    );
    const told = await plymouth.whispered(await plymouth.news());
    expect(told.map(({ reads }) => reads[1]?.slice(0, 14))).toEqual(['You cover for ']);
    expect((await plymouth.says('Harbour', agree('P-1'))).wrote).toEqual(['AbsenceEnded', 'PositionRecorded']);
  });
});

describe('[PL-9] where there is no Alliance Manager', () => {
  it('the convenor, who can appoint somebody, is told that all who speak for a member will be away', async () => {
    const idream = await alliance('idream');
    const away = plainly({
      kind: 'recordAbsence',
      from: idream.moment('2026-04-07 00:00'),
      to: idream.moment('2026-04-17 23:59'),
    });
    await idream.does(await idream.deputyOf('Lambeth Council'), away);
    await idream.news();
    const said = await idream.says('Lambeth Council', away);
    expect(said.reads.join(' ')).toContain(
      'Meanwhile nobody can speak for Lambeth Council: ask its nominating officer or Grace Adomako (convenor) to appoint a deputy.',
    );
    const told = await idream.whispered(await idream.news());
    expect(told.map(({ to }) => to)).toEqual(['Iris Campbell', 'Grace Adomako']);
  });
});
