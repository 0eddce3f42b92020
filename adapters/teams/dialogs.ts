import type { AllianceCode } from '../../src/alliance/names.js';
import { plain } from '../../src/cards/card.js';
import type { Block, Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { decodePress, encodePress, type Press } from '../../src/cards/press.js';
import { teamsIdiom, typedWords, visitWords } from '../../src/cards/words/visits.js';
import type { Readings } from '../../src/clerk/readings.js';
import { answerForm } from '../../src/clerk/visits/forms.js';
import { identify } from '../../src/clerk/visits/identity.js';
import { meantAt } from '../../src/clerk/visits/places.js';
import { unidentifiedCard } from '../../src/clerk/visits/strangers.js';
import type { Answer } from '../../src/clerk/visits/typed.js';
import { answersIn } from './answers.js';
import type { Caller } from './callers.js';
import { pageOf } from './fit.js';
import { formCard, formTitle } from './forms.js';
import { readable } from './markup.js';
import { attachmentOf } from './message.js';
import type { TeamsOffice } from './office.js';
import { answerBy, type Body } from './presses.js';
import { type DialogPayload, dialogShape } from './shapes.js';

/** Everything that is asked for or sent in a dialog: from a button of a card, or from where messages are written. */
export const dialogAnswer = async (
  office: TeamsOffice,
  readings: Readings,
  caller: Caller,
  value: unknown,
): Promise<Body> => {
  const read = dialogShape.safeParse(value);
  const data = read.success ? read.data.data : null;
  if (read.success && data == null && read.data.commandId != null) return tableAnswer(office, caller, read.data);
  const press = data == null ? null : decodePress(data.press);
  if (data == null || press === null) return dialogOf(noticeCard([visitWords.unreadable]));
  if (press.act === 'form' && data.sent === true) {
    const typed = answersIn(data);
    const { form: content, title } = await sentForm(office, readings, caller, press, typed);
    return task(title, content);
  }
  const { answer } = await answerBy(office, caller, press);
  return answered(answer, press, data.page);
};

/** A form that was sent: what came of it, or the form again with what is wrong beside its fields. */
export const sentForm = async (
  office: TeamsOffice,
  readings: Readings,
  { visitor, cause, occurredAt }: Caller,
  press: Extract<Press, { readonly act: 'form' }>,
  typed: Readonly<Record<string, string>>,
): Promise<{ readonly form: ReturnType<typeof formCard>; readonly title: string }> => {
  const found = await identify(office, visitor, press.alliance, cause);
  if (!('person' in found) || 'refusal' in found) {
    return {
      form: pageOf(await unidentifiedCard(office, press.alliance, visitor, found), null),
      title: visitWords.title,
    };
  }
  const sent = { answers: typed, cause, occurredAt, via: 'teams' } as const;
  const answer = await answerForm({ clerk: office.clerk, readings }, press, found.person, sent);
  switch (answer.kind) {
    case 'receipt':
    case 'refused':
      return { form: pageOf(answer.card, null), title: visitWords.title };
    case 'problems':
      return { form: formCard(answer.form, { typed, problems: answer.problems }), title: formTitle(answer.form) };
  }
};

const answered = (answer: Answer, press: Press, page = 1): Body => {
  if ('form' in answer) return task(formTitle(answer.form), formCard(answer.form));
  return task(visitWords.title, pageOf(answer.card, press.act === 'show' ? press : null, page));
};

/** "Table a proposal", where messages are written: the form, with the words of a message in it where it began with one. */
const tableAnswer = async (office: TeamsOffice, caller: Caller, { messagePayload }: DialogPayload): Promise<Body> => {
  const { bound, own } = await meantAt(office, caller.visitor, caller.here.place);
  const meant = bound.length > 0 ? bound : own;
  const [only] = meant;
  if (only === undefined) return dialogOf(noticeCard([typedWords(teamsIdiom).codeFirst]));
  if (meant.length > 1) return dialogOf(await choice(office, meant));
  const press = { act: 'form', alliance: only, form: 'table' } as const;
  const { answer } = await answerBy(office, caller, press, { text: readable(messagePayload?.body?.content ?? '') });
  return answered(answer, press);
};

/** Somebody of several alliances chooses. */
const choice = async ({ clerk }: TeamsOffice, codes: readonly AllianceCode[]): Promise<Card> => {
  const names = await Promise.all(codes.map(async (code) => (await clerk.view(code))?.name ?? code));
  const buttons = codes.slice(0, 24).map((alliance, index) => ({
    label: visitWords.tableHere(names[index] ?? alliance),
    press: encodePress({ act: 'form', alliance, form: 'table' }),
    style: 'plain' as const,
  }));
  const blocks: readonly Block[] = [
    { kind: 'text', spans: [plain(visitWords.chooseAlliance)] },
    { kind: 'buttons', buttons },
  ];
  return { summary: visitWords.chooseAlliance, tone: 'note', blocks };
};

export const dialogOf = (card: Card): Body => task(visitWords.title, pageOf(card, null));

const task = (title: string, content: ReturnType<typeof formCard>): Body => ({
  task: { type: 'continue', value: { title, width: 'medium', height: 'large', card: attachmentOf(content) } },
});
