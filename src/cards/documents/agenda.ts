import type { Alliance } from '../../alliance/alliance.js';
import type { Instant } from '../../alliance/instant.js';
import { consentBlock } from '../../alliance/meetings/consent.js';
import type { AgendaItem, Meeting, Pack } from '../../alliance/meetings/meeting.js';
import { standingAgenda } from '../../alliance/meetings/standingAgenda.js';
import { timetable } from '../../alliance/meetings/timetable.js';
import type { MeetingId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { agendaWords, reviewWords } from '../words/agenda.js';
import { practiceNote } from '../words/general.js';
import { bodyName, consentWords, itemTitle, meetingTimes, timetableWords } from '../words/meetings.js';
import { dateWords, dayWords, momentWords, shortClock } from '../words/moments.js';
import { nameOfRecord, personName, textOf, titleOf } from '../words/names.js';
import { outcomeLabel } from '../words/outcomes.js';
import { paperOfRecord } from '../words/papers.js';
import type { Document, DocumentBlock } from './document.js';
import type { Seal } from './minutes.js';

/** An agenda as a pack sent it out, or as it stands where none did. */
export interface AgendaDrawn {
  readonly meeting: Meeting;
  /** Null for an agenda that has not gone out yet. */
  readonly pack: Pack | null;
  readonly at: Instant;
}

/** The edition that is meant: the last that went out when none is named. */
export const agendaDrawn = ({ meetings }: Alliance, id: MeetingId, wanted: number | null): AgendaDrawn | null => {
  const meeting = meetings.get(id);
  if (meeting === undefined) return null;
  const pack = meeting.packs.find(({ edition }) => edition === (wanted ?? meeting.packs.length)) ?? null;
  if (pack !== null) return { meeting, pack, at: pack.at };
  return (wanted ?? 0) === 0 && meeting.packs.length === 0 ? { meeting, pack, at: meeting.changedAt } : null;
};

/**
 * The agenda that writes itself: standing business out of the book, then the items with their papers (domain.md B52). That
 * of a pack is drawn from the alliance as it was when the pack went out, so that it says the same for good.
 */
export const agendaDocument = (view: View, drawn: AgendaDrawn, seal: Seal): Document => {
  const { alliance } = view;
  const { meeting, pack, at } = drawn;
  const name = agendaWords.title(bodyName(view, meeting.body));
  const status = agendaWords.status(dayWords(view, meeting.startsAt), pack?.edition ?? null);
  return {
    reference: `${alliance.code}-${meeting.id}-agenda-${pack?.edition ?? 0}`,
    language: 'en-GB',
    author: alliance.name,
    title: `${name}, ${meeting.id}`,
    at,
    footer: agendaWords.seal(alliance.name, meeting.id, pack?.edition ?? null, seal),
    blocks: [
      heading(1, name),
      ...(alliance.practice ? [strong(practiceNote)] : []),
      strong(`${alliance.name} · ${meeting.id} · ${status}`),
      ...factsOf(view, drawn),
      heading(2, agendaWords.opening),
      { kind: 'list', items: agendaWords.openingItems },
      ...arising(view, drawn),
      ...sinceLast(view, drawn),
      ...reviewBlocks(view, drawn),
      heading(2, agendaWords.items),
      ...together(view, drawn),
      ...meeting.items.flatMap((item) => itemBlocks(view, drawn, item)),
      heading(2, agendaWords.closing),
      { kind: 'list', items: agendaWords.closingItems },
    ],
  };
};

const factsOf = (view: View, { meeting, pack }: AgendaDrawn): readonly DocumentBlock[] =>
  [
    agendaWords.fact(agendaWords.facts.when, meetingTimes(view, meeting)),
    ...(meeting.place === null ? [] : [agendaWords.fact(agendaWords.facts.place, textOf(view, meeting.place))]),
    ...(meeting.link === null ? [] : [agendaWords.fact(agendaWords.facts.link, textOf(view, meeting.link))]),
    ...(pack === null ? [] : [agendaWords.fact(agendaWords.facts.sent, momentWords(view, pack.at))]),
  ].map(paragraph);

/** The meeting of the same body before this one. */
const before = ({ meetings }: Alliance, { body, startsAt, id }: Meeting): Meeting | null =>
  [...meetings.values()]
    .filter((each) => each.body === body && each.id !== id && each.status === 'ended' && each.startsAt < startsAt)
    .reduce<Meeting | null>((last, each) => (last === null || each.startsAt > last.startsAt ? each : last), null);

const arising = (view: View, { meeting }: AgendaDrawn): readonly DocumentBlock[] => {
  const last = before(view.alliance, meeting);
  const actions = [...view.alliance.openActions].flatMap((id) => view.alliance.actions.get(id) ?? []);
  return [
    heading(2, agendaWords.arising),
    paragraph(
      last === null ? agendaWords.noLastMinutes : agendaWords.lastMinutes(last.id, dayWords(view, last.startsAt)),
    ),
    actions.length === 0
      ? paragraph(agendaWords.noActions)
      : {
          kind: 'table',
          caption: agendaWords.actions.caption,
          headers: agendaWords.actions.columns,
          rows: actions.map(({ id, text, owner, due }) => [
            id,
            textOf(view, text),
            owner === null ? agendaWords.actions.nobody : nameOfRecord(view, owner.personName),
            dateWords(due),
          ]),
        },
  ];
};

/** Every decision by circulation is noted at the next meeting (domain.md B21). */
const sinceLast = (view: View, { meeting }: AgendaDrawn): readonly DocumentBlock[] => {
  const { alliance } = view;
  const since = before(alliance, meeting)?.startedAt ?? '';
  const decided = [...alliance.decisions].flatMap(([number, id]) => {
    const proposal = alliance.proposals.get(id);
    const decidedAt = proposal?.outcome?.at ?? '';
    if (proposal === undefined || decidedAt <= since) return [];
    return [agendaWords.decided(number, titleOf(view, proposal), outcomeLabel(view, proposal) ?? '')];
  });
  return [
    heading(2, agendaWords.toNote),
    decided.length === 0 ? paragraph(agendaWords.nothingToNote) : { kind: 'list', items: decided },
  ];
};

/** Dates of the term that fall due, as an item that nobody has to think of. */
const reviewBlocks = ({ alliance }: View, { meeting }: AgendaDrawn): readonly DocumentBlock[] => {
  const { reviews } = standingAgenda(alliance, meeting);
  return reviews.length === 0
    ? []
    : [heading(2, agendaWords.reviews), { kind: 'list', items: reviews.map(reviewWords) }];
};

/** What is taken without discussion, and how long everything takes. */
const together = ({ alliance }: View, { meeting }: AgendaDrawn): readonly DocumentBlock[] => {
  const block = consentBlock(alliance, meeting).map(({ number }) => number);
  const { planned, over } = timetable(meeting, meeting.items);
  return [
    ...(block.length === 0 ? [] : [paragraph(consentWords.block(block))]),
    ...(planned === null ? [] : [paragraph(timetableWords(planned, over))]),
  ];
};

const itemBlocks = (view: View, { meeting }: AgendaDrawn, item: AgendaItem): readonly DocumentBlock[] => {
  const { number, kind, minutes } = item;
  const begins = timetable(meeting, meeting.items).begins.get(number);
  const papers = meeting.papers.filter((paper) => paper.item === number && !paper.withdrawn);
  const time = begins === undefined ? '' : shortClock(view, begins);
  return [
    heading(3, agendaWords.item(number, itemTitle(view, item), { kind, minutes, begins: time })),
    ...whoAndWhat(view, item),
    ...papers.map((paper) => paragraph(paperOfRecord(view, paper))),
  ];
};

const whoAndWhat = (view: View, { presenter, about, text, late }: AgendaItem): readonly DocumentBlock[] => {
  const proposal = about === null ? undefined : view.alliance.proposals.get(about);
  return [
    ...(presenter === null ? [] : [paragraph(agendaWords.presenter(personName(view, presenter)))]),
    ...(text === null ? [] : [paragraph(textOf(view, text))]),
    // What was tabled for the meeting opens in it, and is read before.
    ...(proposal === undefined || about === null
      ? []
      : [
          paragraph(agendaWords.proposed(about)),
          { kind: 'quotation' as const, text: textOf(view, proposal.current?.text ?? proposal.text) },
        ]),
    ...(late === null ? [] : [paragraph(agendaWords.late(textOf(view, late.reason)))]),
  ];
};

const heading = (level: 1 | 2 | 3, text: string): DocumentBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const strong = (text: string): DocumentBlock => ({ kind: 'paragraph', text, strong: true });
