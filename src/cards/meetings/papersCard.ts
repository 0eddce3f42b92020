import type { AgendaItem, Meeting } from '../../alliance/meetings/meeting.js';
import type { PersonId } from '../../alliance/names.js';
import { mayRead } from '../../alliance/reading.js';
import { buttonBlock, formButton } from '../buttons.js';
import { plain } from '../card.js';
import type { Block, Card, Span } from '../card.js';
import { listCard } from '../lists.js';
import type { View } from '../view.js';
import { itemTitle } from '../words/meetings.js';
import { textOf } from '../words/names.js';
import { papersCardWords, sizeWords } from '../words/papers.js';

/** Where a file of this meeting can be had by the reader; null where Roundtable has no address. */
export type FileAddress = (
  file:
    | { readonly kind: 'agenda' | 'minutes'; readonly as: 'html' | 'pdf' | 'docx' }
    | { readonly kind: 'paper'; readonly paper: number }
    | { readonly kind: 'invitation' | 'upload' },
) => string | null;

/** The pack of a meeting for one reader: agenda, minutes and papers, as files that only they can fetch. */
export const papersCard = (view: View, meeting: Meeting, by: PersonId, addressOf: FileAddress): Card => {
  const link = (file: Parameters<FileAddress>[0], words: string): Span => {
    const url = addressOf(file);
    return url === null ? plain(words) : { kind: 'link', text: words, url };
  };
  const formats = (kind: 'agenda' | 'minutes', name: string): readonly Span[] => [
    plain(`${name}: `),
    link({ kind, as: 'html' }, papersCardWords.read),
    plain(' · '),
    link({ kind, as: 'pdf' }, 'PDF'),
    plain(' · '),
    link({ kind, as: 'docx' }, 'Word'),
  ];
  const canFetch = addressOf({ kind: 'agenda', as: 'html' }) !== null;
  return listCard(view, papersCardWords.title(meeting.id), [
    ...(canFetch ? [] : [text(papersCardWords.noAddress(view, meeting.id))]),
    {
      kind: 'list',
      items: [
        formats('agenda', papersCardWords.agenda),
        ...(meeting.minutes === null ? [] : [formats('minutes', papersCardWords.minutes)]),
        [link({ kind: 'invitation' }, papersCardWords.invitation)],
      ],
    },
    ...meeting.items.flatMap((item) => itemBlocks(view, meeting, item, { by, link })),
    ...(canFetch ? [note(papersCardWords.yours)] : []),
    ...(meeting.status === 'called' || meeting.status === 'inSession'
      ? buttonBlock([
          formButton(view, papersCardWords.add, { form: 'addPaper', meeting: meeting.id }),
          ...(meeting.papers.some(({ withdrawn }) => !withdrawn)
            ? [formButton(view, papersCardWords.withdraw, { form: 'withdrawPaper', meeting: meeting.id })]
            : []),
        ])
      : []),
  ]);
};

interface Reading {
  readonly by: PersonId;
  readonly link: (file: Parameters<FileAddress>[0], words: string) => Span;
}

const itemBlocks = (view: View, meeting: Meeting, item: AgendaItem, { by, link }: Reading): readonly Block[] => {
  const { number } = item;
  const papers = meeting.papers.filter((paper) => paper.item === number && !paper.withdrawn);
  if (papers.length === 0) return [];
  const heading: Block = { kind: 'heading', level: 2, spans: [plain(`${number}. ${itemTitle(view, item)}`)] };
  if (!mayRead(view.alliance, { kind: 'itemPapers', meeting: meeting.id, item: number }, by, view.now)) {
    return [heading, text(papersCardWords.withheld)];
  }
  return [
    heading,
    {
      kind: 'list',
      items: papers.map(({ number, name, bytes, late }) => [
        link({ kind: 'paper', paper: number }, textOf(view, name)),
        plain(` (${sizeWords(bytes)}${late ? papersCardWords.late : ''})`),
      ]),
    },
  ];
};

/** Where a platform's forms take no file: the way to a page that does. */
export const uploadCard = (view: View, meeting: Meeting, address: string | null): Card =>
  listCard(view, papersCardWords.title(meeting.id), [
    address === null
      ? text(papersCardWords.noUpload(view))
      : {
          kind: 'text',
          spans: [
            plain(papersCardWords.uploadIntro),
            { kind: 'link', text: papersCardWords.upload(meeting.id), url: address },
          ],
        },
  ]);

const text = (words: string): Block => ({ kind: 'text', spans: [plain(words)] });
const note = (words: string): Block => ({ kind: 'note', spans: [plain(words)] });
