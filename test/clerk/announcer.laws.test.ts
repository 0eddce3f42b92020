import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../../src/alliance/names.js';
import type { FailureReason } from '../../src/clerk/surfaces.js';
import { agree, amend, everybodyAgrees, object, withdrawObjection } from '../cast.js';
import { seen } from '../cast/replies.js';
import { dyingAt } from './deaths.js';
import type { Answer, Call } from './farSide.js';
import type { Rooms } from './rooms.js';
import { addressOf, rooms } from './rooms.js';

const places = ['C1', 'C2'] as const;
const reasons: readonly FailureReason[] = ['botNotInRoom', 'roomArchived', 'notAllowed', 'tooLong', 'unexpected'];

const anAnswer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Answer>('shown') },
  fc.constantFrom<Answer>('lost', 'cut', 'throws'),
  fc.record({
    later: fc.integer({ min: 1, max: 90_000 }),
    whole: fc.constantFrom('room' as const, 'workspace' as const),
  }),
  fc.constantFrom(...reasons).map((failed): Answer => ({ failed })),
);

type Event =
  | { readonly does: 'tables' | 'votes' | 'objects' | 'withdraws' | 'amends' | 'adopts' }
  | { readonly does: 'restarts' | 'removes' | 'invites' }
  | { readonly does: 'dies'; readonly nth: number; readonly when: 'before' | 'after' }
  | { readonly does: 'waits'; readonly ms: number };

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ does: fc.constantFrom('tables' as const, 'votes' as const, 'objects' as const, 'withdraws' as const) }),
  fc.record({ does: fc.constantFrom('amends' as const, 'adopts' as const) }),
  fc.record({ does: fc.constantFrom('restarts' as const, 'removes' as const, 'invites' as const) }),
  fc.record({
    does: fc.constant('dies' as const),
    nth: fc.integer({ min: 1, max: 12 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  fc.record({ does: fc.constant('waits' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
);

/** Lets one thing happen; what the rules refuse just now is refused, and that is as well. */
const happen = async (stage: Rooms, event: Event, text: string): Promise<void> => {
  const { scene, far } = stage;
  const { live } = await scene.now();
  const id = [...live].at(-1);
  switch (event.does) {
    case 'tables':
      await scene.tables('Harbour', text);
      return;
    case 'votes':
    case 'objects':
    case 'withdraws':
    case 'amends':
    case 'adopts':
      if (id !== undefined) await act(scene, event.does, id, text);
      return;
    case 'restarts':
      return stage.restart();
    case 'dies':
      return stage.restart(dyingAt(event.nth, event.when));
    case 'removes':
      for (const message of far.in('C1').slice(0, 1)) far.remove(message.reference);
      return;
    case 'invites':
      // Not waited for: whoever is asked may be dead.
      void stage.announcer().retry(addressOf('C1'));
      return;
    case 'waits':
      return stage.run(event.ms);
  }
};

const act = async (
  scene: Rooms['scene'],
  does: 'votes' | 'objects' | 'withdraws' | 'amends' | 'adopts',
  id: ProposalId,
  text: string,
): Promise<unknown> => {
  switch (does) {
    case 'votes':
      return scene.says('PATH', agree(id));
    case 'objects':
      return scene.says('Livewest', object(id, 'It leaves out Stonehouse.'));
    case 'withdraws':
      return scene.says('Livewest', withdrawObjection(id));
    case 'amends':
      return scene.says('Harbour', amend(id, { text }));
    case 'adopts':
      return everybodyAgrees(scene, id);
  }
};

/** What every announcement and every card of a place comes to once the platform is well again. */
const expectLaws = async ({ scene, card }: Rooms, calls: readonly Call[], before: number): Promise<void> => {
  const { proposals, code } = await scene.now();
  const posts = (await Promise.all([...proposals.keys()].map((id) => scene.store.postsAbout(code, id)))).flat();
  for (const place of places) {
    const once = posts.filter(({ to, kind }) => kind === 'once' && to === `room:${places.indexOf(place) + 1}`);
    for (const post of once) {
      expect(['shown', 'unknown', 'undeliverable', 'dropped'], post.key).toContain(post.state);
      expect(post.final || post.state === 'undeliverable', `${post.key} ${post.state}`).toBe(true);
    }
    for (const { id, current, outcome } of proposals.values()) {
      const living = await card(place, `${id}/r${current!.number}`);
      const post = posts.find(
        ({ to, key }) => to === `room:${places.indexOf(place) + 1}` && key === `${id}/r${current!.number}`,
      )!;
      // A card that was final may have been removed by hand; one that a room refused is said to be refused.
      if (living === null) {
        expect(post.final || post.state === 'undeliverable' || post.state === 'unknown', JSON.stringify(post)).toBe(
          true,
        );
        continue;
      }
      const [shown, wanted] = [seen(living.card), await scene.card(id)];
      expect(shown.status, `${place} ${post.key} ${post.state}`).toBe(wanted.status);
      expect(shown.buttons).toEqual(wanted.buttons);
      if (outcome !== null) expect(post.final).toBe(true);
    }
  }
  // Nothing is left to be done: time alone sends nothing more.
  expect(calls.slice(before)).toEqual([]);
};

/** A once-message leaves at most once for each room, unless it was refused outright: then nothing had been shown. */
const repeated = (calls: readonly Call[], answers: ReadonlyMap<Call, Answer>): readonly string[] => {
  const sent = calls.filter((call) => call.kind === 'post' && /^(?:Decided|Blocked)/.test(call.text));
  const maybeShown = sent.filter((call) => typeof answers.get(call) !== 'object');
  const names = maybeShown.map(({ place, text }) => `${place} ${text}`);
  return names.filter((name, index) => names.indexOf(name) !== index);
};

describe('whatever a platform answers, and whenever we are killed', () => {
  it('cards converge, once-messages are sent at most once, and each post ends in a state that says how', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anEvent, { minLength: 3, maxLength: 14 }),
        fc.infiniteStream(anAnswer),
        async (events, given) => {
          const stage = await rooms({ places });
          const answers = new Map<Call, Answer>();
          stage.far.answer((call) => {
            const answer = given.next().value as Answer;
            answers.set(call, answer);
            return answer;
          });
          for (const [index, event] of events.entries()) {
            await happen(stage, event, `Text ${index + 1}`);
            await stage.run(200);
          }
          stage.far.answer((call) => {
            answers.set(call, 'shown');
            return 'shown';
          });
          await stage.restart();
          await stage.run(600_000);
          await stage.announcer().retry('PLY');
          // A card that was removed by hand is missed when it is to be drawn anew.
          for (const id of (await stage.scene.now()).live) await everybodyAgrees(stage.scene, id);
          await stage.run(600_000);
          const before = stage.far.calls.length;
          await stage.run(3_600_000);
          await expectLaws(stage, stage.far.calls, before);
          expect(repeated(stage.far.calls, answers)).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 20261122, endOnFailure: false },
    );
  });
});
