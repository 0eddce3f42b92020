import type { Command, CommandOf } from '../../alliance/commands.js';
import { given } from '../../alliance/given.js';
import type { AllianceCode, PersonId } from '../../alliance/names.js';
import { mayRead } from '../../alliance/reading.js';
import { plain } from '../../cards/card.js';
import type { Block } from '../../cards/card.js';
import { formOf } from '../../cards/forms.js';
import { uploadCard } from '../../cards/meetings/papersCard.js';
import { mineCard } from '../../cards/lists.js';
import { noticeCard } from '../../cards/notice.js';
import { prefilled } from '../../cards/prefilled.js';
import { encodePress, type FormPress, type ShowPress } from '../../cards/press.js';
import { receiptCard, refusalCard } from '../../cards/replies.js';
import type { Typed } from '../../cards/typed.js';
import { typedWords, visitWords } from '../../cards/words/visits.js';
import { drawn } from '../drawing.js';
import { privateCard } from '../privateCard.js';
import type { Counter } from './visitor.js';
import { alliancesOf } from './identity.js';
import type { Answer, Asked } from './typed.js';
import { answerTime } from './typedTimes.js';

type Plain = Exclude<Typed, { readonly kind: 'help' | 'unclear' | 'link' | 'unlink' | 'confirm' }>;

export const answerAct = (asked: Asked<Plain>, alliance: AllianceCode, by: PersonId): Promise<Answer> => {
  const { typed } = asked;
  switch (typed.kind) {
    case 'show':
      return show(asked, { ...subjectOf(typed), act: 'show', alliance, show: typed.show }, by);
    case 'order':
      return serve(asked, alliance, by, typed.command);
    case 'form':
      return form(
        asked,
        { ...subjectOf(typed), ...given('series', typed.series), act: 'form', alliance, form: typed.form },
        by,
        given('inWords', typed.inWords),
      );
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

/** The proposal, meeting or action that was named. */
const subjectOf = (typed: Extract<Plain, { kind: 'show' | 'form' }>) => {
  const { proposal, meeting, action }: Pick<ShowPress, 'proposal' | 'meeting' | 'action'> = typed;
  return {
    ...(proposal === undefined ? {} : { proposal }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(action === undefined ? {} : { action }),
  };
};

/** What waits on somebody in every alliance of theirs, one under another. */
export const mineEverywhere = async ({ counter, visitor }: Asked): Promise<Answer> => {
  const blocks: Block[] = [];
  for (const { alliance, person } of await alliancesOf(counter, visitor)) {
    const card = await drawn(counter.clerk, alliance, (view): readonly Block[] => [
      { kind: 'heading', level: 1, spans: [plain(view.alliance.name)] },
      ...mineCard(view, person).blocks.filter(({ kind }) => kind !== 'heading'),
    ]);
    blocks.push(...(card ?? []));
  }
  return { card: { summary: visitWords.title, tone: 'note', blocks } };
};

export const show = async ({ counter }: Pick<Asked, 'counter'>, press: ShowPress, by: PersonId): Promise<Answer> => {
  const { alliance } = press;
  const card = await privateCard(counter.clerk, press, by, counter);
  return card === null
    ? { card: noticeCard([visitWords.noSuchAlliance(alliance)]) }
    : { card, whole: encodePress(press) };
};

export const form = async (
  { counter, visitor }: Pick<Asked, 'counter' | 'visitor'>,
  press: FormPress,
  by: PersonId,
  words: Readonly<Record<string, string>>,
): Promise<Answer> => {
  if (press.form === 'addPaper' && visitor.platform === 'teams') return handIn(counter, press, by);
  const answer = await drawn(counter.clerk, press.alliance, (view): Answer => {
    const opened = formOf(view, press, by);
    return 'why' in opened ? { card: refusalCard(view, opened, by, press) } : { form: prefilled(opened, words) };
  });
  return answer ?? { card: noticeCard([visitWords.noSuchAlliance(press.alliance)]) };
};

/** Forms of Teams take no file: the way to a page that does, for this person alone. */
const handIn = async (
  { clerk, pages }: Counter,
  { alliance, meeting: id }: FormPress,
  by: PersonId,
): Promise<Answer> => {
  const card = await drawn(clerk, alliance, (view) => {
    const meeting = id === undefined ? undefined : view.alliance.meetings.get(id);
    if (!mayRead(view.alliance, { kind: 'alliance' }, by, view.now)) return refusalCard(view, { why: 'stranger' }, by);
    if (meeting === undefined) return refusalCard(view, { why: 'noSuchMeeting', meeting: id ?? '' }, by);
    return uploadCard(view, meeting, pages?.addressOf({ kind: 'upload', alliance, meeting: meeting.id, by }) ?? null);
  });
  return { card: card ?? noticeCard([visitWords.noSuchAlliance(alliance)]) };
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
    if ('form' in answer) return answer;
    const note: Block = { kind: 'note', spans: [plain(visitWords.typedText)] };
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

/** Serves an order as it was typed, and draws the receipt or the refusal. Behind a receipt stands `after`. */
export const serve = async (
  { counter, visitor, cause, occurredAt }: Pick<Asked, 'counter' | 'visitor' | 'cause' | 'occurredAt'>,
  alliance: AllianceCode,
  by: PersonId,
  command: Command,
  { after = [] }: { readonly after?: readonly string[] } = {},
): Promise<Answer> => {
  const reply = await counter.clerk.serve({ alliance, command, by, cause, via: visitor.platform, occurredAt });
  const card = await drawn(counter.clerk, alliance, (view) =>
    reply.kind === 'done'
      ? receiptCard(view, { entries: reply.entries, repeated: reply.repeated, command, by })
      : refusalCard(view, reply.refusal, by, command),
  );
  if (card === null) return { card: noticeCard([visitWords.noSuchAlliance(alliance)]) };
  const more = reply.kind === 'done' ? noticeCard(after).blocks : [];
  return { card: { ...card, blocks: [...card.blocks, ...more] } };
};

/** `here`: this channel hears of the body's business from now on. */
const bindHere = async (
  asked: Asked<Extract<Typed, { readonly kind: 'here' }>>,
  alliance: AllianceCode,
  by: PersonId,
): Promise<Answer> => {
  const { counter, visitor, place, direct, typed } = asked;
  const { platform, tenant, idiom } = visitor;
  if (direct) return { card: noticeCard([typedWords(idiom).notInDirect]) };
  const known = await counter.clerk.view(alliance);
  const address = { platform, tenant, place };
  const here = await counter.directory.roomsAt(address);
  if (known !== null && here.some((room) => room.alliance === alliance)) {
    return { card: noticeCard([visitWords.alreadyHere(known.name), idiom.invite]) };
  }
  const body = typed.body ?? known?.charter.bodies[0]?.id ?? '';
  const name = await asked.placeName();
  return serve(asked, alliance, by, { kind: 'bindRoom', body, address, name }, { after: [idiom.invite] });
};
