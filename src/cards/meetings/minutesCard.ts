import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { Minutes } from '../../alliance/minutes/minutes.js';
import { voicesOf } from '../../alliance/speaking.js';
import type { PersonId } from '../../alliance/names.js';
import { buttonBlock, formButton, orderButton } from '../buttons.js';
import { bold, plain } from '../card.js';
import type { Block, Button, Card } from '../card.js';
import type { DocumentBlock } from '../documents/document.js';
import { minutesDocument } from '../documents/minutes.js';
import { listCard } from '../lists.js';
import type { View } from '../view.js';
import {
  acceptCorrectionWords,
  declineCorrectionWords,
  meetingButtons,
  meetingStatus,
  minutesStates,
} from '../words/meetingCards.js';
import { practiceNote } from '../words/general.js';
import { correctionWords, minutesHeading } from '../words/minutesCard.js';
import { runs } from './runners.js';

/** The minutes as they stand, to read and to answer: the version that is out, else the draft. */
export const minutesCard = (view: View, meeting: Meeting, by: PersonId): Card => {
  const { minutes } = meeting;
  const version = minutes?.versions.at(-1)?.version ?? null;
  const shown = minutes?.status === 'draft' ? null : version;
  const document = minutesDocument(view, meeting.id, shown, null, false);
  if (document === null || minutes === null) {
    return listCard(view, minutesHeading(meeting.id), [text(`${meetingStatus(view, meeting)}.`)]);
  }
  const [, ...blocks] = document.blocks;
  return listCard(view, document.title, [
    { kind: 'text', spans: [bold(minutesHeading(meeting.id)), plain(`: ${minutesStates[minutes.status]}.`)] },
    ...blocks.filter((block) => block.kind !== 'paragraph' || block.text !== practiceNote).flatMap(blocksOf),
    ...correctionBlocks(view, meeting, minutes, by),
    ...buttonBlock(buttonsFor(view, meeting, minutes, by)),
  ]);
};

const correctionBlocks = (view: View, meeting: Meeting, { corrections }: Minutes, by: PersonId): readonly Block[] =>
  corrections
    .filter(({ answer }) => answer === null)
    .flatMap((correction): readonly Block[] => [
      text(correctionWords(view, correction)),
      ...buttonBlock(
        runs(view, by) || meeting.chairs.some(({ person }) => person === by)
          ? [
              orderButton(view, acceptCorrectionWords(correction.number), {
                kind: 'answerCorrection',
                meeting: meeting.id,
                correction: correction.number,
                answer: 'accepted',
              }),
              formButton(view, declineCorrectionWords(correction.number), {
                form: 'declineCorrection',
                meeting: meeting.id,
                correction: correction.number,
              }),
            ]
          : [],
      ),
    ]);

/** One pair of buttons for each member that the reader speaks for: acceptance is a member's, to a version. */
const buttonsFor = (view: View, { id: meeting }: Meeting, minutes: Minutes, by: PersonId): readonly Button[] => {
  const latest = minutes.versions.at(-1);
  const out = latest !== undefined && minutes.status !== 'draft' && minutes.status !== 'confirmed';
  const members = voicesOf(view.alliance, by, view.now).map(({ member }) => member);
  return [
    ...(out
      ? members.flatMap((member): readonly Button[] => {
          const { version, asked, accepted } = latest;
          const asks = asked.some((each) => each.member === member) && !accepted.has(member);
          return [
            ...(asks
              ? [
                  orderButton(
                    view,
                    meetingButtons.accept,
                    { kind: 'acceptMinutes', meeting, version, member },
                    'primary',
                  ),
                ]
              : []),
            formButton(view, meetingButtons.correction, { form: 'requestCorrection', meeting, version, member }),
          ];
        })
      : []),
    ...(runs(view, by)
      ? [
          ...(minutes.status === 'draft'
            ? [
                ...(latest === undefined
                  ? [formButton(view, meetingButtons.write, { form: 'writeMinutes', meeting })]
                  : []),
                orderButton(view, meetingButtons.circulate, { kind: 'circulateMinutes', meeting }, 'primary'),
              ]
            : []),
          ...(out
            ? [orderButton(view, meetingButtons.confirm, { kind: 'confirmMinutes', meeting, version: latest.version })]
            : []),
          ...(minutes.status === 'confirmed'
            ? [formButton(view, meetingButtons.amend, { form: 'amendMinutes', meeting })]
            : []),
        ]
      : []),
  ];
};

/** A part of the document as parts of a card: tables become lists, since telephones are narrow. */
const blocksOf = (block: DocumentBlock): readonly Block[] => {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 2, spans: [plain(block.text)] }];
    case 'paragraph':
      return [block.strong === true ? { kind: 'text', spans: [bold(block.text)] } : text(block.text)];
    case 'quotation':
      return [{ kind: 'quote', text: block.text }];
    case 'list':
      return [{ kind: 'list', items: block.items.map((item) => [plain(item)]) }];
    case 'table':
      return [
        { kind: 'note', spans: [plain(block.caption)] },
        {
          kind: 'list',
          items: block.rows.map(([first = '', ...rest]) => [
            bold(first),
            plain(`: ${rest.filter((cell) => cell !== '').join(' · ')}`),
          ]),
        },
      ];
  }
};

const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
