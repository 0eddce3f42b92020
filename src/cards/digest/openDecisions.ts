import type { Alliance, Proposal } from '../../alliance/alliance.js';
import type { Instant } from '../../alliance/instant.js';
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
import type { DigestView, Section } from './digest.js';
import { drawing } from './picture/draw.js';
import { gridOf } from './picture/grid.js';
import { layoutOf } from './picture/layout.js';
import { sheetsOf } from './picture/sheets.js';
import { eachInSteps } from './steps.js';
import type { Steps } from './steps.js';

/** First the picture, members × open decisions; then each decision in a line, the one that closes first on top. */
export const openDecisions: Section = function* (view) {
  const proposals = liveProposals(view);
  if (proposals.length === 0) return [];
  const pictures = yield* picturesOf(
    view,
    proposals.filter(({ status }) => status === 'open'),
  );
  const items = yield* eachInSteps(proposals, linesAStep, (proposal) => lineOf(view, proposal));
  return [...pictures, { kind: 'list', items }];
};

const linesAStep = 20;

/** Pictures hold no words of people, so they stay as they are while those are fetched and all is drawn once more. */
const picturesOf = function* (view: DigestView, open: readonly Proposal[]): Steps<readonly Block[]> {
  const known = pictured.get(view.alliance);
  if (known?.now === view.now) return known.blocks;
  const grid = gridOf(view, open);
  yield;
  const sheets = sheetsOf(grid);
  yield;
  const day = dayWords(view, view.now);
  const practice = view.alliance.practice ? `${practiceWord} · ` : '';
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: at + 1 }));
  const blocks = yield* eachInSteps(numbered, 1, ({ grid: part, alt, number }): Block => {
    const note = `${practice}${pictureWords.heading(number, sheets.length)} · ${day}`;
    const svg = drawing(part, { title: view.alliance.name, note });
    const { width, height } = layoutOf(part);
    return { kind: 'picture', picture: { svg, width, height, alt } };
  });
  pictured.set(view.alliance, { now: view.now, blocks });
  return blocks;
};

const pictured = new WeakMap<Alliance, { readonly now: Instant; readonly blocks: readonly Block[] }>();

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
