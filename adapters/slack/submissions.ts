import type { Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import type { PersonId } from '../../src/alliance/names.js';
import { decodePress, type FormPress } from '../../src/cards/press.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { openReadings, type Readings } from '../../src/clerk/readings.js';
import { answerForm, type FormAnswer, type SentForm } from '../../src/clerk/visits/forms.js';
import { answering, type Given } from './answering.js';
import { answersIn } from './answers.js';
import { callerOf } from './callers.js';
import { causeOfForm, momentOfRequest } from './causes.js';
import { claimsOf, fetchFiles, filesIn } from './files.js';
import type { Homes } from './home.js';
import { identify } from './identity.js';
import type { Caller, SlackOffice } from './office.js';
import { nobody, reasonOf } from './private.js';
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
      const files = filesIn(sent);
      const claims = claimsOf(files);
      const given = { answers: { ...answersIn(sent), ...claims }, cause, occurredAt, via: 'slack' } as const;
      const { clerk } = office;
      if (files.size > 0 && Object.keys(claims).length === 0) {
        // Slack waits three seconds for an answer, and a file can take longer.
        await ack({ response_action: 'update', view: cardView(noticeCard([slackWords.fetching]), nobody) });
        const late = async (card: Card): Promise<void> => {
          await client.views.update({ view_id: sent.view.id, view: cardView(card, nobody) });
        };
        return late(await withFiles(office, readings, caller, { press, by: found.person, files, given }));
      }
      await ack(viewAnswer(await answerForm({ clerk, readings }, press, found.person, given)));
      return homes.afterAct(caller);
    });
    return ack();
  };

interface FormWithFiles {
  readonly press: FormPress;
  readonly by: PersonId;
  readonly files: ReturnType<typeof filesIn>;
  readonly given: SentForm;
}

/** Carries out a form with a file once the file is here; what came of it, as a card in the place of the form. */
const withFiles = async (
  { clerk, log }: SlackOffice,
  readings: Readings,
  caller: Caller,
  { press, by, files, given }: FormWithFiles,
): Promise<Card> => {
  const received = await fetchFiles(caller, files).catch((thrown: unknown) => {
    log.warn({ reason: reasonOf(thrown) }, 'a file could not be fetched from Slack');
    return null;
  });
  if (received === null) return noticeCard([slackWords.notFetched]);
  const answer = await answerForm({ clerk, readings }, press, by, { ...given, files: received });
  return answer.kind === 'problems' ? noticeCard(answer.problems.map(({ says }) => says)) : answer.card;
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
