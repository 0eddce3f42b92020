import type { Proposal } from '../../alliance/alliance.js';
import { bold, plain } from '../card.js';
import type { Block, Span } from '../card.js';
import { liveProposals } from '../lists.js';
import { practiceWord } from '../words/general.js';
import { closesOn, openWords, opensOn } from '../words/digest.js';
import { pictureWords } from '../words/digestPicture.js';
import { tabledAgo } from '../words/lists.js';
import { ageWords, dayWords, momentWords } from '../words/moments.js';
import { nameInMessages } from '../words/proposal.js';
import { statusLine } from '../words/status.js';
import type { DigestView } from './digest.js';
import { drawing } from './picture/draw.js';
import { gridOf } from './picture/grid.js';
import { layoutOf } from './picture/layout.js';
import { sheetsOf } from './picture/sheets.js';

/** First the picture, members × open decisions; then each decision in a line, the one that closes first on top. */
export const openDecisions = (view: DigestView): readonly Block[] => {
  const proposals = liveProposals(view);
  if (proposals.length === 0) return [];
  return [
    ...pictureBlocks(
      view,
      proposals.filter(({ status }) => status === 'open'),
    ),
    { kind: 'list', items: proposals.map((proposal) => lineOf(view, proposal)) },
  ];
};

const pictureBlocks = (view: DigestView, open: readonly Proposal[]): readonly Block[] => {
  const sheets = sheetsOf(gridOf(view, open));
  return sheets.map(({ grid, alt }, at): Block => {
    const day = dayWords(view, view.now);
    const practice = view.alliance.practice ? `${practiceWord} · ` : '';
    const svg = drawing(grid, {
      title: view.alliance.name,
      note: `${practice}${pictureWords.heading(at + 1, sheets.length)} · ${day}`,
    });
    const { width, height } = layoutOf(grid);
    return { kind: 'picture', picture: { svg, width, height, alt } };
  });
};

const lineOf = (view: DigestView, proposal: Proposal): readonly Span[] => [
  bold(nameInMessages(view, proposal)),
  plain(
    `: ${statusLine(view, proposal)}. ${openWords([tabledAgo(ageWords(view, proposal.tabledAt)), timeOf(view, proposal)])}`,
  ),
];

const timeOf = (view: DigestView, { status, current, opensAt }: Proposal): string => {
  if (status === 'tabled') return opensOn(momentWords(view, opensAt));
  return status === 'open' && current !== null ? closesOn(momentWords(view, current.deadline)) : '';
};
