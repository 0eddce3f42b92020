import type { types } from '@slack/bolt';
import type { PersonId } from '../../src/alliance/names.js';
import { besideField } from '../../src/cards/besideField.js';
import type { Card } from '../../src/cards/card.js';
import { commandOf, formOf, type Problem } from '../../src/cards/forms.js';
import { noticeCard } from '../../src/cards/notice.js';
import { decodePress, encodePress, type FormPress } from '../../src/cards/press.js';
import { receiptCard, refusalCard } from '../../src/cards/replies.js';
import type { View } from '../../src/cards/view.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import { openReadings, type Readings } from '../../src/clerk/readings.js';
import type { Reply } from '../../src/clerk/orders.js';
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
  async (given: Given): Promise<void> => {
    const { body, client, ack, context } = given;
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
      const answer = await serveForm({ office, readings }, press, found.person, {
        answers: answersIn(sent),
        cause,
        occurredAt,
      });
      await ack(answer);
      return homes.afterAct(caller);
    });
    return ack();
  };

interface Sent {
  readonly answers: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly occurredAt: string | undefined;
}

const serveForm = async (
  { office, readings }: { readonly office: SlackOffice; readonly readings: Readings },
  press: FormPress,
  by: PersonId,
  { answers, cause, occurredAt }: Sent,
): Promise<object> => {
  const { alliance } = press;
  const form = `${by} ${encodePress(press)}`;
  const shown = readings.shown(form, office.clerk.now());
  const worked = await drawn(office.clerk, alliance, (view) => {
    const read = commandOf(view, press, answers, shown);
    return 'problems' in read ? { ...read, fields: fieldsOf(view, press, by) } : read;
  });
  if (worked === null) return pushed(noticeCard([slackWords.noSuchAlliance(alliance)]));
  if ('problems' in worked) {
    readings.keep(form, worked.problems, office.clerk.now());
    return problemsAnswer(worked.problems, worked.fields);
  }
  const { command } = worked;
  const reply = await office.clerk.serve({ alliance, command, by, cause, via: 'slack', occurredAt });
  const answer = await drawn(office.clerk, alliance, (view) =>
    reply.kind === 'done'
      ? replaced(receiptCard(view, { entries: reply.entries, repeated: reply.repeated, command, by }))
      : refused(view, press, by, reply),
  );
  return answer ?? pushed(noticeCard([slackWords.noSuchAlliance(alliance)]));
};

const fieldsOf = (view: View, press: FormPress, by: PersonId): ReadonlySet<string> => {
  const form = formOf(view, press, by);
  return new Set('why' in form ? [] : form.fields.map(({ name }) => name));
};

/** Problems beside their fields; those that belong to none are said over the form. */
const problemsAnswer = (problems: readonly Problem[], fields: ReadonlySet<string>): object => {
  const beside = problems.filter(({ field }) => fields.has(field));
  return beside.length > 0
    ? { response_action: 'errors', errors: Object.fromEntries(beside.map(({ field, says }) => [field, says])) }
    : pushed(noticeCard([slackWords.lookAgain, ...problems.map(({ says }) => says)]));
};

const refused = (view: View, press: FormPress, by: PersonId, reply: Extract<Reply, { kind: 'refused' }>): object => {
  const form = formOf(view, press, by);
  const problem = 'why' in form ? null : besideField(view, form, reply.refusal, by);
  return problem === null
    ? pushed(refusalCard(view, reply.refusal, by, press))
    : { response_action: 'errors', errors: { [problem.field]: problem.says } };
};

const pushed = (card: Card): { response_action: 'push'; view: types.ModalView } => ({
  response_action: 'push',
  view: cardView(card, nobody),
});

const replaced = (card: Card): { response_action: 'update'; view: types.ModalView } => ({
  response_action: 'update',
  view: cardView(card, nobody),
});
