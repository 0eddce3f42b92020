import { noticeCard } from '../../src/cards/notice.js';
import { teamsWords } from '../../src/cards/words/teams.js';
import { visitWords } from '../../src/cards/words/visits.js';
import { callerOf, conversationOf } from './callers.js';
import { dialogAnswer, dialogOf } from './dialogs.js';
import type { Verified } from './door.js';
import { membershipChanged } from './membership.js';
import { messageAnswer, type Ways } from './messages.js';
import type { TeamsOffice } from './office.js';
import { type Body, pressAnswer, shownTo } from './presses.js';
import { reactionAnswer } from './reactions.js';
import { openReferences } from './references.js';

/** What the request is answered with, and what is said afterwards, when nobody waits for it any more. */
export interface Turn {
  readonly status: number;
  readonly body: Body | null;
  readonly after?: () => Promise<void>;
}

/**
 * One activity. Whatever is in it, an invoke gets a well-formed answer and anything else an empty one: Teams would send an
 * invoke again that failed. What an answer says was recorded is durable.
 */
export const openTurns = (office: TeamsOffice, ways: Ways): ((sent: Verified) => Promise<Turn>) => {
  const keep = openReferences(office);
  const react = reactionAnswer(office, ways);
  const turn = async (sent: Verified): Promise<Turn> => {
    const { activity } = sent;
    const caller = callerOf(ways.wire, sent);
    if (activity.type === 'conversationUpdate' || activity.type === 'installationUpdate') {
      const after = await membershipChanged(office, ways, sent);
      return after === null ? nothing : { ...nothing, after };
    }
    await keep(caller?.here ?? conversationOf(sent));
    if (caller === null) return activity.type === 'invoke' ? say(sent, teamsWords.notYours) : nothing;
    switch (activity.type) {
      case 'invoke':
        return invoked(office, ways, caller, sent);
      case 'message':
        return { ...nothing, after: await messageAnswer(office, ways, caller, activity) };
      case 'messageReaction': {
        const message = activity.replyToId;
        if (message != null && (activity.reactionsAdded ?? []).length > 0) await react(caller, message);
        return nothing;
      }
      default:
        return nothing;
    }
  };
  return async (sent) => {
    try {
      return await turn(sent);
    } catch (thrown) {
      const reference = Buffer.from(office.randomness.bytes(4)).toString('hex');
      office.log.error({ err: thrown, reference }, 'an act in Teams failed');
      const caller = callerOf(ways.wire, sent);
      if (sent.activity.type === 'invoke') return say(sent, visitWords.broken(reference));
      // An event is delivered again where it failed; words are answered with the reference.
      if (sent.activity.type !== 'message' || caller === null) return { status: 500, body: null };
      const card = noticeCard([visitWords.broken(reference)]);
      const after = async (): Promise<void> => {
        await ways.surface.whisper(caller.account, card);
      };
      return { ...nothing, after };
    }
  };
};

const nothing: Turn = { status: 200, body: null };

const invoked = async (
  office: TeamsOffice,
  ways: Ways,
  caller: NonNullable<ReturnType<typeof callerOf>>,
  sent: Verified,
): Promise<Turn> => {
  const { name, value, replyToId } = sent.activity;
  switch (name) {
    case 'adaptiveCard/action':
      return { status: 200, ...(await pressAnswer(office, caller, value, replyToId ?? null)) };
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return { status: 200, body: await dialogAnswer(office, ways.readings, caller, value) };
    default:
      return say(sent, teamsWords.unknownAction);
  }
};

/** One sentence, in the form that this invoke is answered in. */
const say = ({ activity: { name } }: Verified, words: string): Turn => {
  const card = noticeCard([words]);
  if (name === 'adaptiveCard/action') return { status: 200, body: shownTo(card) };
  const isDialog = /^(?:task|composeExtension)\//u.test(name ?? '');
  return isDialog ? { status: 200, body: dialogOf(card) } : { status: 501, body: {} };
};
