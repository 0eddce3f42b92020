import type { Account, RoomAddress } from '../../src/alliance/directory.js';
import type { Card } from '../../src/cards/card.js';
import type { FailureReason, Sent, Surface } from '../../src/clerk/surfaces.js';
import { seen } from '../cast/replies.js';

/** One call of ours, as it reached the platform. */
export interface Call {
  readonly kind: 'post' | 'update' | 'whisper' | 'mention';
  readonly place: string;
  readonly reference: string | null;
  readonly text: string;
  readonly atMs: number;
}

/** What the platform does with a call; `lost` does the work and loses the answer, `cut` breaks before the work. */
export type Answer =
  | 'shown'
  | 'lost'
  | 'cut'
  | 'throws'
  | { readonly later: number; readonly whole?: 'room' | 'workspace' }
  | { readonly failed: FailureReason };

export interface Message {
  readonly place: string;
  readonly reference: string;
  readonly to: string | null;
  card: Card;
  updates: number;
  gone: boolean;
}

/**
 * A chat platform as far as a surface shows one: rooms with messages in them, which answers as it is told to. It never
 * shows a message that was removed, and refuses to edit one.
 */
export const farSide = (clock: { monotonicMs(): number }) => {
  const messages: Message[] = [];
  const calls: Call[] = [];
  let answers: (call: Call) => Answer = () => 'shown';
  const settle = async (call: Omit<Call, 'atMs' | 'text'>, card: Card, work: () => Message | null): Promise<Sent> => {
    const whole: Call = { ...call, text: seen(card).text, atMs: clock.monotonicMs() };
    calls.push(whole);
    const answer = answers(whole);
    if (answer === 'throws') throw new Error('the socket broke');
    if (answer === 'cut') return { kind: 'unknown', reason: 'connection reset' };
    if (typeof answer === 'object') {
      return 'failed' in answer
        ? { kind: 'failed', reason: answer.failed }
        : { kind: 'later', afterMs: answer.later, whole: answer.whole ?? 'room' };
    }
    const message = work();
    if (message === null) return { kind: 'failed', reason: 'messageGone' };
    return answer === 'lost'
      ? { kind: 'unknown', reason: 'timed out' }
      : { kind: 'shown', reference: message.reference };
  };
  const add =
    (place: string, card: Card, to: string | null = null) =>
    (): Message => {
      const message = { place, reference: `17.${messages.length + 1}`, to, card, updates: 0, gone: false };
      messages.push(message);
      return message;
    };
  const surface: Surface = {
    platform: 'slack',
    post: ({ place }, card) => settle({ kind: 'post', place, reference: null }, card, add(place, card)),
    update: ({ place }, reference, card) =>
      settle({ kind: 'update', place, reference }, card, () => {
        const message = messages.find((each) => each.reference === reference && each.place === place && !each.gone);
        if (message === undefined) return null;
        message.card = card;
        message.updates += 1;
        return message;
      }),
    whisper: ({ user }: Account, card) =>
      settle({ kind: 'whisper', place: user, reference: null }, card, add(user, card, user)),
    mention: ({ place }: RoomAddress, { user }, card) =>
      settle({ kind: 'mention', place, reference: null }, card, add(place, card, user)),
    permalink: ({ place }, reference) => Promise.resolve(`https://slack.example.org/${place}/${reference}`),
  };
  return {
    surface,
    calls,
    /** How the platform answers from now on. */
    answer: (how: Answer | ((call: Call) => Answer)): void => {
      answers = typeof how === 'function' ? how : () => how;
    },
    /** What people see in a place, in the order in which it came. */
    in: (place: string): readonly Message[] => messages.filter((each) => each.place === place && !each.gone),
    /** Somebody removes a message by hand. */
    remove: (reference: string): void => {
      for (const message of messages) if (message.reference === reference) message.gone = true;
    },
    /** The calls since this was last asked. */
    newCalls: (): readonly Call[] => calls.splice(0),
  };
};

export type FarSide = ReturnType<typeof farSide>;
