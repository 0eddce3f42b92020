import type { PersonId } from '../../alliance/names.js';
import type { DigestWeek } from '../../alliance/weeks.js';
import type { Entry, Head } from '../../ledger/entry.js';
import { witness } from '../../ledger/witness.js';
import { plain } from '../card.js';
import type { Block, Card } from '../card.js';
import { practiceBlocks } from '../proposalCard.js';
import type { View } from '../view.js';
import {
  digestHeading,
  emptySections,
  nothingWords,
  pageWords,
  sectionWords,
  spanWords,
  witnessWords,
} from '../words/digest.js';
import type { SectionName } from '../words/digest.js';
import { changesOfPeople } from './changesOfPeople.js';
import { coming } from './coming.js';
import { decided } from './decided.js';
import { actions, meetings } from './meetings.js';
import { objections } from './objections.js';
import { openDecisions } from './openDecisions.js';
import { pagesOf } from './pages.js';
import { whole } from './steps.js';
import type { Steps } from './steps.js';
import { undelivered } from './undelivered.js';
import type { UndeliveredMessage } from './undelivered.js';
import { vacancies } from './vacancies.js';

/** What a digest is drawn from: an alliance as it stood at a moment, and what was written down in the week before. */
export interface DigestView extends View {
  readonly week: DigestWeek;
  /** Written down after `week.since` and up to `now`, oldest first. */
  readonly entries: readonly Entry[];
  /** Of the book as it stood at that moment. */
  readonly head: Head;
  /** Messages of the week that failed or may not have arrived. */
  readonly undelivered: readonly UndeliveredMessage[];
  /** Who asks for it; null for a leadership room. Papers that the reader may not see are left out (rulings 3.3). */
  readonly reader: PersonId | null;
}

/** A section's blocks, in steps; none where it has nothing to say. */
export type Section = (view: DigestView) => Steps<readonly Block[]>;

/** A section that is quickly drawn. */
const inOne = (draw: (view: DigestView) => readonly Block[]): Section =>
  function* (view) {
    yield;
    return draw(view);
  };

/** The registry, in the order in which people read it: a noun that is added here has its place in every digest. */
export const sections: Readonly<Record<SectionName, Section>> = {
  open: openDecisions,
  objections: inOne(objections),
  vacancies: inOne(vacancies),
  decided: inOne(decided),
  undelivered: inOne(undelivered),
  people: inOne(changesOfPeople),
  meetings: inOne(meetings),
  actions: inOne(actions),
  coming: inOne(coming),
};

/**
 * The weekly governance digest, on as many cards as every platform takes; at least one, and nothing left out. The same
 * view gives the same cards. One line where there is nothing; else the sections that have something, one line that names
 * the empty ones, and the witness of the book's head (rulings 1.19).
 */
export const digestCards = (view: DigestView): readonly Card[] => whole(digestInSteps(view));

/** The same, so that others can be served meanwhile. */
export const digestInSteps = function* (view: DigestView): Steps<readonly Card[]> {
  const blocks = yield* digestBlocks(view);
  yield;
  const pages = pagesOf(blocks);
  const heading = digestHeading(view.week);
  return pages.map((blocks, at): Card => {
    const page = pages.length === 1 ? '' : ` · ${pageWords(at + 1, pages.length)}`;
    return {
      summary: `${heading}${page}`,
      tone: 'note',
      blocks: [...practiceBlocks(view), { kind: 'heading', level: 1, spans: [plain(`${heading}${page}`)] }, ...blocks],
    };
  });
};

/** The same on one card, for whoever asks and turns its pages themselves. */
export const digestCard = (view: DigestView): Card => {
  const heading = digestHeading(view.week);
  return {
    summary: heading,
    tone: 'note',
    blocks: [
      ...practiceBlocks(view),
      { kind: 'heading', level: 1, spans: [plain(heading)] },
      ...whole(digestBlocks(view)),
    ],
  };
};

const digestBlocks = function* (view: DigestView): Steps<readonly Block[]> {
  const drawn: { readonly name: SectionName; readonly blocks: readonly Block[] }[] = [];
  for (const name of Object.keys(sections) as SectionName[]) drawn.push({ name, blocks: yield* sections[name](view) });
  const full = drawn.filter(({ blocks }) => blocks.length > 0);
  const empty = drawn.filter(({ blocks }) => blocks.length === 0).map(({ name }) => name);
  const head = witness(view.head);
  if (full.length === 0) return [{ kind: 'text', spans: [plain(nothingWords(view, head))] }];
  return [
    note(spanWords(view, view.week)),
    ...full.flatMap(({ name, blocks }): readonly Block[] => [
      { kind: 'heading', level: 2, spans: [plain(sectionWords[name].heading)] },
      ...blocks,
    ]),
    { kind: 'divider' },
    ...(empty.length === 0 ? [] : [note(emptySections(empty))]),
    note(witnessWords(head)),
  ];
};

const note = (text: string): Block => ({ kind: 'note', spans: [plain(text)] });
