import type { EventBodies } from '../../alliance/events.js';
import type { AgendaItem } from '../../alliance/meetings/meeting.js';
import type { Correction } from '../../alliance/minutes/minutes.js';
import type { MinutedDecision } from '../../alliance/minutes/minutesEvents.js';
import type { View } from '../view.js';
import { attendedAsWords, consentWords, itemKindWords, itemTitle } from '../words/meetings.js';
import { accountWords, decisionWords, interestLine, itemWords, lineText } from '../words/minutes.js';
import { momentWords } from '../words/moments.js';
import { nameOfRecord, recordedMemberName, textOf } from '../words/names.js';
import { outcomeLabel, outcomeNotes } from '../words/outcomes.js';
import type { DocumentBlock } from './document.js';
import type { MinutesSource } from './minutes.js';

/** The business, item by item in the order of the agenda: interests, what was noted, what was decided. */
export const itemBlocks = (source: MinutesSource): readonly DocumentBlock[] => {
  const { view, meeting } = source;
  const general = linesUnder(source, null);
  return [
    ...(general.length === 0
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: itemWords.general }, ...general]),
    ...meeting.items.flatMap((item): readonly DocumentBlock[] => [
      {
        kind: 'heading',
        level: 2,
        text: `${item.number}. ${itemTitle(view, item)} (${itemKindWords[item.kind]})`,
      },
      ...(item.text === null ? [] : [{ kind: 'paragraph' as const, text: textOf(view, item.text) }]),
      ...(item.late === null
        ? []
        : [{ kind: 'paragraph' as const, text: itemWords.late(textOf(view, item.late.reason), item.late.inSession) }]),
      ...(item.consent === 'taken' ? [{ kind: 'paragraph' as const, text: consentWords.minuted }] : []),
      ...linesUnder(source, item.number),
      ...putBlocks(source, item),
      ...source.decisions.filter(({ item: on }) => on === item.number).flatMap((each) => decisionBlocks(source, each)),
    ]),
  ];
};

/** Lines under one item, by number; a disputed one prints both accounts (domain.md E62). */
const linesUnder = ({ view, meeting, lines, version }: MinutesSource, item: number | null): readonly DocumentBlock[] =>
  meeting.lines.flatMap(({ number, interest, kind }): readonly DocumentBlock[] => {
    const line = lines.get(number);
    if (line === undefined || line.item !== item) return [];
    if (interest !== null) {
      return [{ kind: 'paragraph', text: interestLine(view, interest, textOf(view, line.text)) }];
    }
    const disputes = (meeting.minutes?.corrections ?? []).filter(
      (each) =>
        each.line === number &&
        each.answer?.kind === 'declined' &&
        (version === null || each.version <= version.version),
    );
    return [
      { kind: 'paragraph', text: lineText(number, kind === 'recommendation', textOf(view, line.text)) },
      ...disputes.map((each): DocumentBlock => ({ kind: 'paragraph', text: accountOf(view, each) })),
    ];
  });

const accountOf = (view: View, { member, personName, text, answer }: Correction): string => {
  const reason = answer?.reason == null ? null : textOf(view, answer.reason);
  return accountWords(view, member, nameOfRecord(view, personName), textOf(view, text), reason);
};

const putBlocks = ({ view, meeting }: MinutesSource, { number }: AgendaItem): readonly DocumentBlock[] =>
  meeting.put
    .filter(({ item }) => item === number)
    .map((put): DocumentBlock => ({ kind: 'paragraph', text: decisionWords.put(view, put) }));

/** As the register has it: the number, the text word for word, the outcome and what is printed beside it. */
const decisionBlocks = ({ view, whole }: MinutesSource, { about, came }: MinutedDecision): readonly DocumentBlock[] => {
  const proposal = view.alliance.proposals.get(about);
  if (proposal === undefined) return [];
  if (came.to !== 'adopted') return [{ kind: 'paragraph', text: decisionWords.stands[came.to](about) }];
  return [
    { kind: 'heading', level: 3, text: decisionWords.heading(came.number, came.inRoom) },
    { kind: 'quotation', text: textOf(view, proposal.current?.text ?? proposal.text) },
    { kind: 'paragraph', text: `${outcomeLabel(view, proposal) ?? ''} (${about}).` },
    ...outcomeNotes(view, proposal).map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    ...(whole && proposal.outcome?.kind === 'ProposalAdopted' ? [positionsTable(view, proposal.outcome.body)] : []),
  ];
};

/** Member by member as the register has it, under the names of the day. */
const positionsTable = (view: View, { number, agreed, tookNoPart }: EventBodies['ProposalAdopted']): DocumentBlock => {
  const { caption, headers, agreed: agreedWords, noPart, nobody } = decisionWords.positions;
  return {
    kind: 'table',
    caption: caption(number),
    headers,
    rows: [
      ...agreed.map(({ member, name, position, personName, as, at }) => [
        recordedMemberName(view, member, name),
        agreedWords[position],
        `${nameOfRecord(view, personName)}, ${attendedAsWords[as]}`,
        momentWords(view, at),
      ]),
      ...tookNoPart.map(({ member, name, why }) => [
        recordedMemberName(view, member, name),
        noPart[why],
        nobody,
        nobody,
      ]),
    ],
  };
};
