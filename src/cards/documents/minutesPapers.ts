import type { Meeting, Paper } from '../../alliance/meetings/meeting.js';
import { paperOfRecord, papersOfMinutes } from '../words/papers.js';
import type { DocumentBlock } from './document.js';
import type { MinutesSource } from './minutes.js';

/** The papers that the meeting had before it, each with the hash of its bytes, in the order of the agenda. */
export const paperBlocks = ({ view, meeting }: MinutesSource): readonly DocumentBlock[] => {
  const items = meeting.items.flatMap(({ number }) =>
    before(meeting)
      .filter(({ item }) => item === number)
      .map((paper) => papersOfMinutes.forItem(number, paperOfRecord(view, paper))),
  );
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: papersOfMinutes.heading },
    { kind: 'paragraph', text: papersOfMinutes.intro },
    { kind: 'list', items },
  ];
};

/** In the last pack, or handed in since; withdrawn papers that never went out were before nobody. */
const before = ({ papers, packs }: Meeting): readonly Paper[] => {
  const last = packs.at(-1);
  return papers.filter(({ number, withdrawn }) => !withdrawn || last?.papers.some(({ paper }) => paper === number));
};
