import type { Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { typedCommand } from '../../src/cards/typed.js';
import { homeWords } from '../../src/cards/words/slack.js';
import { answerTyped } from '../../src/clerk/visits/typed.js';
import { answering, type Given } from './answering.js';
import { callerOfCommand } from './callers.js';
import { causeOfClick, momentOfRequest } from './causes.js';
import { formView } from './forms.js';
import type { Homes } from './home.js';
import { mentionedIn, visitorOf } from './identity.js';
import { unescaped } from './mrkdwn.js';
import type { SlackOffice } from './office.js';
import { messageOf, present } from './private.js';
import { commandShape } from './shapes.js';

/**
 * `/alliance …`. The answer is the answer to the request itself, seen by the person alone and wherever they are; a form
 * opens a window. What was recorded is durable before it is answered.
 */
export const commandListener =
  (office: SlackOffice, homes: Homes) =>
  async ({ body, client, ack, context }: Given): Promise<void> => {
    const read = commandShape.safeParse(body);
    if (!read.success) return ack();
    const { data: sent } = read;
    const caller = callerOfCommand(sent, client);
    const say = (card: Card, whole?: string): Promise<void> =>
      ack({ response_type: 'ephemeral', ...messageOf(card, undefined, whole) });
    await answering(office, say, async () => {
      const answer = await answerTyped({
        counter: office,
        visitor: visitorOf(office, caller),
        typed: typedCommand(unescaped(sent.text)),
        place: sent.channel_id,
        direct: sent.channel_id.startsWith('D'),
        placeName: async () => nameOfChannel(sent.channel_name),
        cause: causeOfClick(sent),
        occurredAt: momentOfRequest(context.requestedAt),
        mentioned: mentionedIn(office, caller),
      });
      if ('form' in answer) {
        const shown = await present(office, caller, { kind: 'home' }, sent.trigger_id, formView(answer.form));
        return shown ? ack() : say(noticeCard([homeWords.tooSlow]));
      }
      await say(answer.card, answer.whole);
      await homes.afterAct(caller);
    });
    return ack();
  };

/** Slack names a channel only where it is public. */
const nameOfChannel = (name = ''): string | null =>
  ['', 'directmessage', 'privategroup'].includes(name) ? null : `#${name}`;
