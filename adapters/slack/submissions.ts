import type { Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { decodePress } from '../../src/cards/press.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { openReadings, type Readings } from '../../src/clerk/readings.js';
import { answerForm, type FormAnswer } from '../../src/clerk/visits/forms.js';
import { answering, type Given } from './answering.js';
import { answersIn } from './answers.js';
import { callerOf } from './callers.js';
import { causeOfForm, momentOfRequest } from './causes.js';
import type { Homes } from './home.js';
import { identify } from './identity.js';
import type { SlackOffice } from './office.js';
import { nobody } from './private.js';
import { submissionShape } from './shapes.js';
import { unidentifiedCard } from './strangers.js';
import { callbacks, cardView } from './views.js';

/**
 * A form that was sent: answered in the same window, with a receipt in its place, with problems beside its fields, or
 * with a refusal over it that keeps what was typed.
 */
export const submissionListener =
  (office: SlackOffice, homes: Homes, readings: Readings = openReadings()) =>
  async ({ body, client, ack, context }: Given): Promise<void> => {
    const read = submissionShape.safeParse(body);
    const caller = read.success ? callerOf(read.data, client) : null;
    if (!read.success || caller === null || read.data.view.callback_id !== callbacks.form) return ack();
    const { data: sent } = read;
    const over = async (card: Card): Promise<void> => ack({ response_action: 'push', view: cardView(card, nobody) });
    await answering(office, over, async () => {
      const press = decodePress(sent.view.private_metadata);
      if (press?.act !== 'form') return over(noticeCard([slackWords.unreadable]));
      const cause = causeOfForm(sent);
      const found = await identify(office, caller, press.alliance, cause);
      if (!('person' in found) || 'refusal' in found)
        return over(await unidentifiedCard(office, press.alliance, caller, found));
      const occurredAt = momentOfRequest(context.requestedAt);
      const given = { answers: answersIn(sent), cause, occurredAt, via: 'slack' } as const;
      const { clerk } = office;
      await ack(viewAnswer(await answerForm({ clerk, readings }, press, found.person, given)));
      return homes.afterAct(caller);
    });
    return ack();
  };

const viewAnswer = (answer: FormAnswer): object => {
  switch (answer.kind) {
    case 'receipt':
      return { response_action: 'update', view: cardView(answer.card, nobody) };
    case 'refused':
      return { response_action: 'push', view: cardView(answer.card, nobody) };
    case 'problems':
      return {
        response_action: 'errors',
        errors: Object.fromEntries(answer.problems.map(({ field, says }) => [field, says])),
      };
  }
};
