import { describe, expect, it } from 'vitest';
import { agree, amend, everybodyAgrees, object } from '../cast.js';
import { seen } from '../cast/replies.js';
import { addressOf, rooms } from './rooms.js';

const about = (revision: number) => ({ alliance: 'PLY', proposal: 'P-1', revision }) as const;

describe('a room', () => {
  it('gets one living card a revision, which is drawn anew in place, and few other messages', async () => {
    const { scene, far, run } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    await scene.says('PATH', agree('P-1'));
    await run(10_000);
    await scene.says('Livewest', object('P-1', 'It leaves out Stonehouse.'));
    await run(10_000);
    const [card, ...once] = far.in('C1');
    expect(seen(card!.card).status).toMatch(/^Blocked by Livewest; 1 of 9 agreed/);
    expect(card!.updates).toBe(2);
    expect(once.map(({ card: { summary } }) => summary)).toEqual(['Blocked: P-1 “Open on Saturdays”']);
  });

  it('shows the outcome on the card, without buttons, before it announces it once with a link to the card', async () => {
    const { scene, far, run, card } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.newCalls();
    await everybodyAgrees(scene, 'P-1');
    await run(20_000);
    expect(far.newCalls().map(({ kind }) => kind)).toEqual(['update', 'post']);
    const living = (await card('C1'))!;
    expect(seen(living.card)).toMatchObject({ status: expect.stringContaining('PLY-2026-001'), buttons: [] });
    const [, announced, ...more] = far.in('C1');
    expect(more).toEqual([]);
    const link = announced!.card.blocks.flatMap((block) => (block.kind === 'text' ? block.spans : []));
    expect(link).toContainEqual({
      kind: 'link',
      text: 'Go to the card',
      url: `https://slack.example.org/C1/${living.reference}`,
    });
  });

  it('gets a new card with a new revision, and the old one shrinks to one line with a link to it', async () => {
    const { scene, far, run, card } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    await scene.says('Harbour', amend('P-1', { text: 'Open on Saturdays and Sundays.' }));
    await run(10_000);
    const [old, current] = [await card('C1', 'P-1/r1'), await card('C1', 'P-1/r2')];
    expect(far.in('C1')).toHaveLength(2);
    expect(seen(old!.card).buttons).toEqual([]);
    expect(JSON.stringify(old!.card.blocks)).toContain(`/C1/${current!.reference}`);
    expect(seen(current!.card).buttons).toContain('Agree');
  });

  it('hears once what it is for, no room but it does, and then only what came after it was bound', async () => {
    const { scene, far, run, bind } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    await bind('C2');
    await scene.tables('PATH', 'Open on Sundays');
    await run(10_000);
    expect(far.in('C1').map(({ card }) => card.summary.slice(0, 3))).toEqual(['P-1', 'P-2']);
    const [greeting, ...others] = far.in('C2').map(({ card }) => card.summary);
    expect(greeting).toMatch(/^From now on this is where the .+ of Plymouth Alliance decides\./);
    expect(others.map((summary) => summary.slice(0, 3))).toEqual(['P-2']);
  });

  it('is not told twice what it is for where that may not have arrived', async () => {
    const { scene, far, run, bind, restart } = await rooms();
    far.answer('lost');
    await bind('C2');
    await run(10_000);
    far.answer('shown');
    await restart();
    await run(60_000);
    expect(far.in('C2')).toHaveLength(1);
    expect(await scene.store.undelivered(scene.charter.code, 10)).toMatchObject([{ to: 'room:2', state: 'unknown' }]);
  });

  it('is left as it is once it is released', async () => {
    const { scene, far, run, release, posts } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    await release(1);
    await run(10_000);
    far.newCalls();
    await everybodyAgrees(scene, 'P-1');
    await run(60_000);
    expect(far.newCalls()).toEqual([]);
    expect(await posts()).toMatchObject([{ state: 'dropped', reason: 'roomReleased', final: true }]);
  });

  it('is told after the deadline that nobody can vote any more, though no entry says so', async () => {
    const { scene, run, card, announcer } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    const { deadline } = (await scene.proposal('P-1')).current!;
    scene.clock.runTo(deadline);
    await run(1_000);
    await announcer().timePassed(await scene.clerk().tick());
    await run(10_000);
    expect(seen((await card('C1'))!.card)).toMatchObject({ status: expect.stringContaining('Closed') });
  });
});

describe('nobody', () => {
  it('is written for where an alliance has no room and no account, and a room bound later hears no old news', async () => {
    const { scene, far, run, bind } = await rooms({ places: [] });
    await scene.tables('Harbour', 'Open on Saturdays');
    await everybodyAgrees(scene, 'P-1');
    await run(60_000);
    expect(await scene.store.cursor('PLY')).toBe(0);
    await bind('C1');
    await run(60_000);
    expect(far.calls).toMatchObject([{ kind: 'post', place: 'C1' }]);
    expect(far.in('C1')[0]?.card.summary).toMatch(/^From now on/);
  });

  it('gets a new edition of a card that has shown its end', async () => {
    const { scene, far, run, posts, restart } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await everybodyAgrees(scene, 'P-1');
    await run(60_000);
    expect((await posts()).every(({ final }) => final)).toBe(true);
    far.newCalls();
    await restart();
    await run(60_000);
    expect(far.newCalls()).toEqual([]);
  });
});

describe('one person', () => {
  it('gets a whisper on the account that is linked, and nothing from before it was', async () => {
    const { scene, far, run, link } = await rooms();
    const { person } = await scene.representativeOf('PATH');
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('PATH', agree('P-1'));
    await scene.says('Harbour', amend('P-1', { text: 'Open on Saturdays and Sundays.' }));
    await run(10_000);
    await link(person, 'U0PATH');
    await run(10_000);
    const ofLink = far.in('U0PATH').length;
    expect(far.in('U0PATH').filter(({ card }) => seen(card).text.includes('P-1'))).toEqual([]);
    await scene.says('PATH', agree('P-1'));
    await scene.says('Harbour', amend('P-1', { text: 'Open on Sundays.' }));
    await run(10_000);
    expect(
      far
        .in('U0PATH')
        .map(({ card }) => seen(card).text)
        .slice(ofLink),
    ).toEqual([expect.stringContaining('P-1')]);
  });

  it('who cannot be reached is mentioned once in a room of the same workspace, and everybody sees that', async () => {
    const { scene, far, run, link, card } = await rooms({ places: ['C1', 'C2'] });
    const { person } = await scene.representativeOf('PATH');
    await link(person, 'U0PATH');
    await run(10_000);
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('PATH', agree('P-1'));
    far.answer(({ kind }) => (kind === 'whisper' ? { failed: 'personUnreachable' } : 'shown'));
    await scene.says('Harbour', amend('P-1', { text: 'Open on Saturdays and Sundays.' }));
    await run(60_000);
    expect(far.calls.filter(({ kind }) => kind === 'mention')).toMatchObject([{ place: 'C1' }]);
    expect(
      far.in('C1').filter(({ to, card: said }) => to === 'U0PATH' && seen(said).text.includes('P-1')),
    ).toHaveLength(1);
    for (const place of ['C1', 'C2']) {
      expect(seen((await card(place, 'P-1/r2'))!.card).text).toMatch(
        /A message to .* could not be delivered: their account cannot be reached\. An officer can check the link of their account\./,
      );
    }
  });
});

describe('a twin', () => {
  it('is retired to one line with a link when somebody uses it, once', async () => {
    const { scene, far, run, card, announcer } = await rooms();
    far.answer(({ kind }) => (kind === 'post' && far.calls.length === 1 ? 'lost' : 'shown'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    const [twin, current] = far.in('C1');
    expect((await card('C1'))!.reference).toBe(current!.reference);
    far.newCalls();
    await Promise.all([1, 2].map(() => announcer().seen(addressOf('C1'), twin!.reference, about(1))));
    expect(far.newCalls()).toMatchObject([{ kind: 'update', reference: twin!.reference }]);
    expect(seen(twin!.card).paragraphs[0]).toBe(
      'P-1: this card stood here twice. Please use the other one from now on; it is kept up to date.',
    );
    expect(JSON.stringify(twin!.card)).toContain(`/C1/${current!.reference}`);
    await announcer().seen(addressOf('C1'), current!.reference, about(1));
    await announcer().seen(addressOf('C9'), twin!.reference, about(1));
    expect(far.newCalls()).toEqual([]);
  });

  it('of a card that is not known to have arrived is that card, and none is posted again', async () => {
    const { scene, far, run, card, announcer } = await rooms();
    far.answer('lost');
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(1_000);
    const [arrived] = far.in('C1');
    far.answer('shown');
    await announcer().seen(addressOf('C1'), arrived!.reference, about(1));
    await run(60_000);
    expect(far.in('C1')).toEqual([arrived]);
    expect((await card('C1'))!.reference).toBe(arrived!.reference);
  });
});
