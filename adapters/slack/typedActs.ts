import type { types } from '@slack/bolt';
import type { Command, CommandOf } from '../../src/alliance/commands.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { plain } from '../../src/cards/card.js';
import type { Block, Card } from '../../src/cards/card.js';
import { formOf } from '../../src/cards/forms.js';
import { mineCard } from '../../src/cards/lists.js';
import { noticeCard } from '../../src/cards/notice.js';
import { prefilled } from '../../src/cards/prefilled.js';
import { encodePress, type FormPress, type ShowPress } from '../../src/cards/press.js';
import { receiptCard, refusalCard } from '../../src/cards/replies.js';
import type { Typed } from '../../src/cards/typed.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import { privateCard } from '../../src/clerk/privateCard.js';
import { formView } from './forms.js';
import { alliancesOf } from './identity.js';
import type { Caller, SlackOffice } from './office.js';
import { answerTime } from './typedTimes.js';

/** A command as it was typed, and by whom. */
export interface Asked<T extends Typed = Typed> {
  readonly office: SlackOffice;
  readonly caller: Caller;
  readonly typed: T;
  readonly channel: string;
  readonly cause: string;
  readonly occurredAt: Instant | undefined;
}

/** A card to the person alone, with the press that shows it whole, or a form. */
export type Answer = { readonly card: Card; readonly whole?: string } | { readonly view: types.ModalView };

type Plain = Exclude<Typed, { readonly kind: 'help' | 'unclear' | 'link' | 'unlink' | 'confirm' }>;

export const answerTyped = (asked: Asked<Plain>, alliance: AllianceCode, by: PersonId): Promise<Answer> => {
  const { typed } = asked;
  switch (typed.kind) {
    case 'show':
      return show(asked, { act: 'show', alliance, show: typed.show, proposal: typed.proposal }, by);
    case 'table':
      return form(asked, { act: 'form', alliance, form: 'table' }, by, {});
    case 'position':
      return position({ ...asked, typed }, alliance, by);
    case 'nudge':
      return serve(asked, alliance, by, { kind: 'nudge', proposal: typed.proposal });
    case 'away':
    case 'back':
    case 'snooze':
    case 'quiet':
      return answerTime({ ...asked, typed }, alliance, by);
    case 'here':
      return bindHere({ ...asked, typed }, alliance, by);
  }
};

/** What waits on somebody in every alliance of theirs, one under another. */
export const mineEverywhere = async ({ office, caller }: Asked): Promise<Answer> => {
  const blocks: Block[] = [];
  for (const { alliance, person } of await alliancesOf(office, caller)) {
    const card = await drawn(office.clerk, alliance, (view): readonly Block[] => [
      { kind: 'heading', level: 1, spans: [plain(view.alliance.name)] },
      ...mineCard(view, person).blocks.filter(({ kind }) => kind !== 'heading'),
    ]);
    blocks.push(...(card ?? []));
  }
  return { card: { summary: slackWords.modalTitle, tone: 'note', blocks } };
};

const show = async ({ office }: Asked, press: ShowPress, by: PersonId): Promise<Answer> => {
  const { alliance } = press;
  const card = await privateCard(office.clerk, press, by, office.posts);
  return card === null
    ? { card: noticeCard([slackWords.noSuchAlliance(alliance)]) }
    : { card, whole: encodePress(press) };
};

export const form = async (
  { office }: Asked,
  press: FormPress,
  by: PersonId,
  words: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const answer = await drawn(office.clerk, press.alliance, (view): Answer => {
    const opened = formOf(view, press, by);
    return 'why' in opened
      ? { card: refusalCard(view, opened, by, press) }
      : { view: formView(prefilled(opened, words)) };
  });
  return answer ?? { card: noticeCard([slackWords.noSuchAlliance(press.alliance)]) };
};

/**
 * A typed position counts when its revision was typed. Otherwise the current text comes back with the buttons that
 * carry the revision, or, for a reason that was typed, the form that holds it (rulings 1.13).
 */
const position = async (
  asked: Asked<Extract<Typed, { readonly kind: 'position' }>>,
  alliance: AllianceCode,
  by: PersonId,
): Promise<Answer> => {
  const { typed } = asked;
  const { proposal, revision, reason } = typed;
  if (revision !== null) return serve(asked, alliance, by, positionCommand(typed, revision));
  if (typed.position === 'agree') {
    const answer = await show(asked, { act: 'show', alliance, show: 'proposal', proposal }, by);
    if ('view' in answer) return answer;
    const note: Block = { kind: 'note', spans: [plain(slackWords.typedText)] };
    return { ...answer, card: { ...answer.card, blocks: [note, ...answer.card.blocks] } };
  }
  const name = typed.position === 'object' ? 'object' : 'reservation';
  return form(asked, { act: 'form', alliance, form: name, proposal }, by, { reason });
};

const positionCommand = (
  { position: said, proposal, reason }: Extract<Typed, { readonly kind: 'position' }>,
  revision: number,
): CommandOf<'recordPosition'> => ({
  kind: 'recordPosition',
  position: said,
  proposal,
  revision,
  ...(reason === '' ? {} : { reason }),
});

/** Serves an order as it was typed, and draws the receipt or the refusal. */
export const serve = async (
  { office, cause, occurredAt }: Pick<Asked, 'office' | 'cause' | 'occurredAt'>,
  alliance: AllianceCode,
  by: PersonId,
  command: Command,
  after: readonly string[] = [],
): Promise<Answer> => {
  const reply = await office.clerk.serve({ alliance, command, by, cause, via: 'slack', occurredAt });
  const card = await drawn(office.clerk, alliance, (view) =>
    reply.kind === 'done'
      ? receiptCard(view, { entries: reply.entries, repeated: reply.repeated, command, by })
      : refusalCard(view, reply.refusal, by, command),
  );
  if (card === null) return { card: noticeCard([slackWords.noSuchAlliance(alliance)]) };
  const more = reply.kind === 'done' ? noticeCard(after).blocks : [];
  return { card: { ...card, blocks: [...card.blocks, ...more] } };
};

/** `/alliance here`: this channel hears of the body's business from now on. */
const bindHere = async (
  asked: Asked<Extract<Typed, { readonly kind: 'here' }>>,
  alliance: AllianceCode,
  by: PersonId,
): Promise<Answer> => {
  const { office, caller, channel, typed } = asked;
  if (channel.startsWith('D')) return { card: noticeCard([slackWords.notInDirect]) };
  const known = await office.clerk.view(alliance);
  const address = { platform: 'slack', tenant: caller.tenant, place: channel } as const;
  const here = await office.directory.roomsAt(address);
  if (known !== null && here.some((room) => room.alliance === alliance)) {
    return { card: noticeCard([slackWords.alreadyHere(known.name), slackWords.inviteBot]) };
  }
  const body = typed.body ?? known?.charter.bodies[0]?.id ?? '';
  return serve(asked, alliance, by, { kind: 'bindRoom', body, address }, [slackWords.inviteBot]);
};
