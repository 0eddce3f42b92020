import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { plain } from '../../src/cards/card.js';
import type { Block, Card } from '../../src/cards/card.js';
import { formOf } from '../../src/cards/forms.js';
import { noticeCard } from '../../src/cards/notice.js';
import { prefilled } from '../../src/cards/prefilled.js';
import { encodePress, type FormPress } from '../../src/cards/press.js';
import { refusalCard } from '../../src/cards/replies.js';
import { homeWords, slackWords } from '../../src/cards/words/slack.js';
import { typedWords, slackIdiom } from '../../src/cards/words/visits.js';
import { drawn } from '../../src/clerk/drawing.js';
import { meantAt } from '../../src/clerk/visits/places.js';
import { answering, type Given } from './answering.js';
import { callerOf } from './callers.js';
import { causeOfClick } from './causes.js';
import { formView } from './forms.js';
import { identify, visitorOf } from './identity.js';
import { keepWords } from './kept.js';
import { unescaped } from './mrkdwn.js';
import type { Caller, SlackOffice } from './office.js';
import { answerPrivately, nobody, present, type Where } from './private.js';
import { type ShortcutPayload, shortcutShape } from './shapes.js';
import { unidentifiedCard } from './strangers.js';
import { cardView } from './views.js';

/** "Table as proposal" on a message: the form to table, with the words of the message in it. */
export const shortcutListener =
  (office: SlackOffice) =>
  async ({ body, client, ack }: Given): Promise<void> => {
    const read = shortcutShape.safeParse(body);
    const caller = read.success ? callerOf(read.data, client) : null;
    if (!read.success || caller === null) return ack();
    const { data: sent } = read;
    const { id: channel } = sent.channel;
    const where: Where = { kind: channel.startsWith('D') ? 'direct' : 'channel', channel };
    const tell = async (card: Card): Promise<void> => {
      await answerPrivately(office, caller, where, card, async () => undefined);
    };
    await answering(office, tell, async () => {
      await tableMessage(office, caller, sent, tell);
    });
    return ack();
  };

const tableMessage = async (
  office: SlackOffice,
  caller: Caller,
  sent: ShortcutPayload,
  tell: (card: Card) => Promise<void>,
): Promise<void> => {
  const text = readable(sent.message.text ?? '');
  const { bound, own } = await meantAt(office, visitorOf(office, caller), sent.channel.id);
  const meant = bound.length > 0 ? bound : own;
  const [only] = meant;
  if (only === undefined) return tell(noticeCard([typedWords(slackIdiom).codeFirst]));
  const view =
    meant.length === 1 ? await tableView(office, caller, only, sent, text) : await choice(office, meant, text);
  if ('card' in view) return tell(view.card);
  const shown = await present(office, caller, { kind: 'home' }, sent.trigger_id, view.view);
  if (!shown) await tell(noticeCard([homeWords.tooSlow]));
};

type Opened = { readonly view: ReturnType<typeof formView> } | { readonly card: Card };

const tableView = async (
  office: SlackOffice,
  caller: Caller,
  alliance: AllianceCode,
  sent: ShortcutPayload,
  text: string,
): Promise<Opened> => {
  const found = await identify(office, caller, alliance, causeOfClick(sent));
  if (!('person' in found) || 'refusal' in found)
    return { card: await unidentifiedCard(office, alliance, caller, found) };
  return tableForm(office, { act: 'form', alliance, form: 'table' }, found.person, text);
};

const tableForm = async (office: SlackOffice, press: FormPress, by: PersonId, text: string): Promise<Opened> => {
  const opened = await drawn(office.clerk, press.alliance, (view): Opened => {
    const form = formOf(view, press, by);
    return 'why' in form ? { card: refusalCard(view, form, by, press) } : { view: formView(prefilled(form, { text })) };
  });
  return opened ?? { card: noticeCard([slackWords.noSuchAlliance(press.alliance)]) };
};

/** Somebody of several alliances chooses; the words wait in the window. */
const choice = async (office: SlackOffice, codes: readonly AllianceCode[], text: string): Promise<Opened> => {
  const names = await Promise.all(codes.map(async (code) => (await office.clerk.view(code))?.name ?? code));
  const buttons = codes.slice(0, 25).map((alliance, index) => ({
    label: slackWords.tableHere(names[index] ?? alliance),
    press: encodePress({ act: 'form', alliance, form: 'table' }),
    style: 'plain' as const,
  }));
  const blocks: readonly Block[] = [
    { kind: 'text', spans: [plain(slackWords.chooseAlliance)] },
    { kind: 'buttons', buttons },
  ];
  const card: Card = { summary: slackWords.chooseAlliance, tone: 'note', blocks };
  return { view: cardView(card, nobody, { kept: keepWords(text) }) };
};

/** A message's mark-up as people read it: links by their words or address, mentions by their names where Slack gives them. */
const readable = (text: string): string =>
  unescaped(
    text
      .slice(0, 12_000)
      .replace(/<(?:[@#!][^>|]*)\|([^>]+)>/gu, '$1')
      .replace(/<[!]([a-z]+)(?:\^[^>]*)?>/gu, '@$1')
      .replace(/<([@#][A-Z0-9]+)>/gu, '$1')
      .replace(/<((?:https?|mailto):[^>|]+)(?:\|([^>]+))?>/gu, (_all, url: string, words?: string) =>
        words === undefined || words === url ? url : `${words} (${url})`,
      ),
  );
