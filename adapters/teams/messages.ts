import { plain } from '../../src/cards/card.js';
import type { Card, Form } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { decodePress } from '../../src/cards/press.js';
import { typedCommand } from '../../src/cards/typed.js';
import { teamsWords } from '../../src/cards/words/teams.js';
import { visitWords } from '../../src/cards/words/visits.js';
import type { Readings } from '../../src/clerk/readings.js';
import { type Answer, answerTyped } from '../../src/clerk/visits/typed.js';
import type { Surface } from '../../src/clerk/surfaces.js';
import { answersIn } from './answers.js';
import type { Caller } from './callers.js';
import { sentForm } from './dialogs.js';
import { formCard } from './forms.js';
import { mentionedIn, typedText } from './mentions.js';
import { attachmentOf, messageOf } from './message.js';
import type { TeamsOffice } from './office.js';
import { answerBy } from './presses.js';
import { type Activity, sentShape } from './shapes.js';
import { placeName } from './placeName.js';
import type { OutActivity, TeamsWire } from './wire.js';

/** Through what answers go out that are no answer to an invoke. */
export interface Ways {
  readonly wire: TeamsWire;
  readonly surface: Pick<Surface, 'whisper'>;
  readonly readings: Readings;
}

/**
 * Words to the bot, or a form in a message. What is asked for is done, and durable, when this resolves; the answer goes to
 * the person alone, by what it resolves with.
 */
export const messageAnswer = async (
  office: TeamsOffice,
  ways: Ways,
  caller: Caller,
  activity: Activity,
): Promise<() => Promise<void>> => {
  const sent = sentShape.safeParse(activity.value);
  if (sent.success) return submitted(office, ways, caller, sent.data, activity.replyToId ?? null);
  const { visitor, cause, occurredAt, here, direct } = caller;
  const answer = await answerTyped({
    counter: office,
    visitor,
    typed: typedCommand(typedText(activity)),
    place: here.place,
    direct,
    placeName: () => placeName(ways.wire, here, activity),
    cause,
    occurredAt,
    mentioned: mentionedIn(ways.wire, here),
  });
  return () => tell(office, ways, caller, answer, activity);
};

/** A press or a form that came as a message, from a client without dialogs: answered in the place of the form. */
const submitted = async (
  office: TeamsOffice,
  ways: Ways,
  caller: Caller,
  data: { readonly press: string; readonly sent?: true | undefined },
  replyTo: string | null,
): Promise<() => Promise<void>> => {
  const press = decodePress(data.press);
  if (press === null) return () => alone(ways, caller, noticeCard([visitWords.unreadable]));
  if (press.act !== 'form' || data.sent !== true) {
    const { answer } = await answerBy(office, caller, press);
    return () => inChat(office, ways, caller, answer);
  }
  const { form, title } = await sentForm(office, ways.readings, caller, press, answersIn(data));
  const message = carrying(form, title);
  return async () => {
    const shown = caller.direct && replyTo !== null ? await ways.wire.update(caller.here, replyTo, message) : null;
    if (shown?.kind !== 'shown' && caller.direct) await ways.wire.post(caller.here, message);
  };
};

const tell = async (
  office: TeamsOffice,
  ways: Ways,
  caller: Caller,
  answer: Answer,
  activity: Activity,
): Promise<void> => {
  // In a room the button that opens the form is for everybody: whoever presses it gets the form as their own.
  if ('form' in answer && !caller.direct && isEmpty(answer.form)) {
    const to = { ...caller.here, conversation: activity.conversation.id };
    await ways.wire.post(to, messageOf(buttonTo(answer.form)));
  } else await inChat(office, ways, caller, answer);
};

/** In a chat with the person alone: a card, or the form itself, since words cannot open a dialog. */
const inChat = async (office: TeamsOffice, ways: Ways, caller: Caller, answer: Answer): Promise<void> => {
  if ('card' in answer) return alone(ways, caller, answer.card, answer.whole);
  const message = carrying(formCard(answer.form), answer.form.title);
  if (caller.direct) await ways.wire.post(caller.here, message);
  else {
    const opened = await ways.wire.openPersonal(caller.here, caller.account.user);
    if (!('conversation' in opened)) return cannot(ways, caller);
    await office.conversations.keepConversation(opened);
    await ways.wire.post(opened, message);
  }
};

const alone = async (ways: Ways, caller: Caller, card: Card, whole?: string): Promise<void> => {
  const sent = caller.direct
    ? await ways.wire.post(caller.here, messageOf(card, undefined, whole))
    : await ways.surface.whisper(caller.account, card);
  if (sent.kind === 'failed' && !caller.direct) await cannot(ways, caller);
};

/** Seen by the room, so it says nothing of what was asked. */
const cannot = async ({ wire }: Ways, { here }: Caller): Promise<void> => {
  await wire.post(here, messageOf(noticeCard([teamsWords.cannotWriteToYou])));
};

/** Nothing that the person typed is in it yet. */
const isEmpty = ({ fields }: Form): boolean =>
  fields.every((field) => field.kind !== 'text' || (field.value ?? '') === '');

const buttonTo = ({ title, press }: Form): Card => {
  const words = teamsWords.openForm(title);
  return {
    summary: words,
    tone: 'note',
    blocks: [
      { kind: 'text', spans: [plain(words)] },
      { kind: 'buttons', buttons: [{ label: title, press, style: 'primary' }] },
    ],
  };
};

const carrying = (content: ReturnType<typeof formCard>, summary: string): OutActivity => ({
  type: 'message',
  summary,
  attachments: [attachmentOf(content)],
});
