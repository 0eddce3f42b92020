import type { PersonId } from '../../src/alliance/names.js';
import type { Card } from '../../src/cards/card.js';
import { formOf } from '../../src/cards/forms.js';
import { noticeCard } from '../../src/cards/notice.js';
import { prefilled } from '../../src/cards/prefilled.js';
import type { FormPress, OrderPress, ShowPress } from '../../src/cards/press.js';
import { decodePress } from '../../src/cards/press.js';
import { receiptCard, refusalCard } from '../../src/cards/replies.js';
import { homeWords, slackWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import { privateCard } from '../../src/clerk/privateCard.js';
import type { Order, Reply } from '../../src/clerk/orders.js';
import { livingRevisionOf } from '../../src/clerk/twins.js';
import { answering, type Given, safely } from './answering.js';
import { callerOf } from './callers.js';
import { causeOfClick, momentOfClick } from './causes.js';
import { formView } from './forms.js';
import type { Homes } from './home.js';
import { identify } from './identity.js';
import { fitsTable, keptWords } from './kept.js';
import type { Caller, SlackOffice } from './office.js';
import { answerPrivately, nobody, present, type Where } from './private.js';
import type { ReceiptLine, Send } from './receiptLine.js';
import { type ActionPayload, actionShape } from './shapes.js';
import { unidentifiedCard } from './strangers.js';
import { cardView, pageOf } from './views.js';

/**
 * Every button of every card. An order is acknowledged only when the clerk has answered, so when it is durable; a form
 * or a card opens a window at once, while Slack's trigger lives.
 */
export const pressListener =
  (office: SlackOffice, homes: Homes, receipts: ReceiptLine) =>
  async ({ body, client, ack }: Given): Promise<void> => {
    const read = actionShape.safeParse(body);
    const caller = read.success ? callerOf(read.data, client) : null;
    if (!read.success || caller === null) return ack();
    const { data: click } = read;
    const where = whereOf(click);
    const send = sendingTo({ office, homes, caller, where });
    const tell = async (card: Card): Promise<void> => {
      await send(card);
    };
    await answering(office, tell, () => pressed({ office, homes, receipts, caller, click, where, ack, tell }));
    return ack();
  };

interface Pressed {
  readonly office: SlackOffice;
  readonly homes: Homes;
  readonly receipts: ReceiptLine;
  readonly caller: Caller;
  readonly click: ActionPayload;
  readonly where: Where;
  readonly ack: () => Promise<void>;
  readonly tell: (card: Card) => Promise<void>;
}

const whereOf = ({ container, channel, view }: ActionPayload): Where => {
  if (view != null) return view.type === 'home' ? { kind: 'home' } : { kind: 'modal', view: view.id };
  return container.type === 'message' && channel != null
    ? { kind: channel.id.startsWith('D') ? 'direct' : 'channel', channel: channel.id }
    : { kind: 'home' };
};

const pressed = async (visit: Pressed): Promise<void> => {
  const { office, caller, click, ack, tell } = visit;
  const press = decodePress(click.actions[0]?.value ?? '');
  if (press === null) {
    await ack();
    return tell(noticeCard([slackWords.unreadable]));
  }
  const found = await identify(office, caller, press.alliance, causeOfClick(click));
  if (!('person' in found) || 'refusal' in found) {
    await ack();
    return tell(await unidentifiedCard(office, press.alliance, caller, found));
  }
  switch (press.act) {
    case 'order':
      return serveOrder(visit, press, found.person);
    case 'form':
      return openForm(visit, press, found.person);
    case 'show':
      return showCard(visit, press, found.person);
  }
};

const serveOrder = async (visit: Pressed, press: OrderPress, by: PersonId): Promise<void> => {
  const { office, receipts, click, ack } = visit;
  const { alliance, command } = press;
  const order: Order = {
    alliance,
    command,
    by,
    cause: causeOfClick(click),
    via: 'slack',
    occurredAt: momentOfClick(click),
  };
  const reply = await receipts.during(() => office.clerk.serve(order));
  await ack();
  receipts.add(receiptOf({ ...spotOf(visit), press, by, told: toldOf(reply) }));
};

/** Where an order was given, and what its answer goes through: as little as can be, since it waits until a storm is over. */
type Spot = Pick<Pressed, 'office' | 'homes' | 'caller' | 'where'> & {
  /** The message with the button, where it is a living card in a channel. */
  readonly card: string | null;
};

const spotOf = ({ office, homes, caller, click, where }: Pressed): Spot => ({
  office,
  homes,
  caller,
  where,
  card: isCard(click) ? (click.container.message_ts ?? null) : null,
});

/** What a reply says without the alliance as it stood: the receipt is drawn on what it has become. */
type Told = Pick<Extract<Reply, { kind: 'done' }>, 'entries' | 'repeated'> | Pick<Refused, 'refusal'>;
type Refused = Extract<Reply, { kind: 'refused' }>;

const toldOf = (reply: Reply): Told =>
  reply.kind === 'refused' ? { refusal: reply.refusal } : { entries: reply.entries, repeated: reply.repeated };

/** Tells the person where they acted; milliseconds after which to tell it again, where Slack took nothing. */
const sendingTo =
  ({ office, homes, caller, where }: Omit<Spot, 'card'>) =>
  (card: Card): Promise<number | null> =>
    answerPrivately(office, caller, where, card, (top) => homes.draw(caller, top));

interface Receipt extends Spot {
  readonly press: OrderPress;
  readonly by: PersonId;
  readonly told: Told;
}

/** Tells one person what became of their order. It must hold neither the request nor its body: thousands may wait. */
const receiptOf =
  (receipt: Receipt): Send =>
  async () => {
    const { office, homes, caller, where, press, by, told } = receipt;
    const send = sendingTo(receipt);
    let againMs: number | null = null;
    await answering(office, send, async () => {
      const card = await drawn(office.clerk, press.alliance, (view) =>
        'refusal' in told
          ? refusalCard(view, told.refusal, by, press)
          : receiptCard(view, { ...told, command: press.command, by }),
      );
      if (card !== null) againMs = await send(card);
      if (againMs !== null) return;
      if (where.kind !== 'home') await homes.afterAct(caller);
      await cardSeen(receipt, press);
    });
    return againMs;
  };

/** A living card that was posted twice is retired once somebody presses it (rulings 5). */
const cardSeen = async ({ office, caller, where, card }: Spot, press: OrderPress | FormPress): Promise<void> => {
  const living = livingRevisionOf(press);
  if (where.kind !== 'channel' || card === null || living === null) return;
  const room = { platform: 'slack', tenant: caller.tenant, place: where.channel } as const;
  try {
    await office.announcer.seen(room, card, living);
  } catch (thrown) {
    office.log.warn(safely(thrown), 'a twin of a card could not be retired');
  }
};

/** Only a living card has a heading: receipts, reminders and announcements with the same buttons are never taken for one. */
const isCard = ({ container, message }: ActionPayload): boolean =>
  container.is_ephemeral !== true && message?.blocks?.[0]?.type === 'header';

const openForm = async (visit: Pressed, press: FormPress, by: PersonId): Promise<void> => {
  const { office, caller, click, where, ack, tell } = visit;
  const kept = press.form === 'table' && fitsTable(click) ? keptWords(click) : {};
  const opened = await drawn(office.clerk, press.alliance, (view) => {
    const form = formOf(view, press, by);
    return 'why' in form ? { card: refusalCard(view, form, by, press) } : { view: formView(prefilled(form, kept)) };
  });
  if (opened === null || (opened.card !== undefined && where.kind !== 'modal')) {
    await ack();
    return tell(opened?.card ?? noticeCard([slackWords.noSuchAlliance(press.alliance)]));
  }
  const window = opened.view ?? cardView(opened.card, nobody);
  const shown = await present(office, caller, where, click.trigger_id, window);
  await ack();
  if (!shown) await tell(noticeCard([homeWords.tooSlow]));
  await cardSeen(spotOf(visit), press);
};

const showCard = async (visit: Pressed, press: ShowPress, by: PersonId): Promise<void> => {
  const { office, caller, click, where, ack, tell } = visit;
  const { alliance } = press;
  const card = await privateCard(office.clerk, press, by, office);
  if (card === null) {
    await ack();
    return tell(noticeCard([slackWords.noSuchAlliance(alliance)]));
  }
  const page = pageOf(click.actions[0]?.action_id ?? '');
  const view = cardView(card, nobody, { show: press, page: page ?? 1 });
  if (page !== null && where.kind === 'modal') {
    await caller.client.views.update({ view_id: where.view, view });
    return;
  }
  const shown = await present(office, caller, where, click.trigger_id, view);
  await ack();
  if (!shown) await tell(card);
};
