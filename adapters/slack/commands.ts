import type { Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { helpCard } from '../../src/cards/help.js';
import { typedCommand } from '../../src/cards/typed.js';
import { homeWords, slackWords } from '../../src/cards/words/slack.js';
import { answering, type Given } from './answering.js';
import { callerOfCommand } from './callers.js';
import { causeOfClick, momentOfRequest } from './causes.js';
import type { Homes } from './home.js';
import { identify } from './identity.js';
import { linkAct } from './linkActs.js';
import { unescaped } from './mrkdwn.js';
import type { SlackOffice } from './office.js';
import { allianceMeant, type Place, placeOf } from './places.js';
import { messageOf, present } from './private.js';
import { commandShape } from './shapes.js';
import { unidentifiedCard } from './strangers.js';
import { type Answer, type Asked, answerTyped, mineEverywhere } from './typedActs.js';

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
      const asked: Asked = {
        office,
        caller,
        typed: typedCommand(unescaped(sent.text)),
        channel: sent.channel_id,
        cause: causeOfClick(sent),
        occurredAt: momentOfRequest(context.requestedAt),
      };
      const answer = await answerTo(asked);
      if ('view' in answer) {
        const shown = await present(office, caller, { kind: 'home' }, sent.trigger_id, answer.view);
        return shown ? ack() : say(noticeCard([homeWords.tooSlow]));
      }
      await say(answer.card, answer.whole);
      await homes.afterAct(caller);
    });
    return ack();
  };

const answerTo = async (asked: Asked): Promise<Answer> => {
  const { office, caller, typed, channel, cause } = asked;
  if (typed.kind === 'help') return { card: helpCard() };
  if (typed.kind === 'unclear') return { card: helpCard(slackWords.unclear(typed.words.slice(0, 100))) };
  const place = await placeOf(office, caller, channel);
  const outside = typed.alliance === null && place.bound.length === 0 ? await answerOutside(asked, place) : null;
  if (outside !== null) return outside;
  const meant = await allianceMeant(office, caller, place, typed.alliance);
  if ('card' in meant) return meant;
  const { alliance } = meant;
  // Whoever confirms a link is not known by that account yet.
  if (typed.kind === 'confirm') return linkAct({ ...asked, typed }, alliance, null);
  const found = await identify(office, caller, alliance, cause);
  if (!('person' in found) || 'refusal' in found)
    return { card: await unidentifiedCard(office, alliance, caller, found) };
  return typed.kind === 'link' || typed.kind === 'unlink'
    ? linkAct({ ...asked, typed }, alliance, found.person)
    : answerTyped({ ...asked, typed }, alliance, found.person);
};

/** Outside a bound room a proposal needs the code of its alliance, and what waits is shown of all alliances. */
const answerOutside = async (asked: Asked, { own }: Place): Promise<Answer | null> => {
  const { typed } = asked;
  const proposal = 'proposal' in typed ? typed.proposal : undefined;
  if (proposal !== undefined) {
    return { card: noticeCard([slackWords.codeNeeded(`/alliance ${own[0] ?? 'LWN'} ${proposal}`)]) };
  }
  return typed.kind === 'show' && typed.show === 'mine' && own.length > 1 ? mineEverywhere(asked) : null;
};
