import type { PersonId } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import { buttonBlock, formButton, showButton } from './buttons.js';
import { bold, plain } from './card.js';
import type { Block, Card } from './card.js';
import { listCard, mineCard, openCard } from './lists.js';
import type { View } from './view.js';
import { buttonWords } from './words/buttons.js';
import { lineOf, listWords } from './words/lists.js';
import { dayWords } from './words/moments.js';
import { outcomeLabel } from './words/outcomes.js';
import { headingWords } from './words/proposal.js';
import { homeWords } from './words/slack.js';

/** What waits on this person, what is open and what was decided lately, in one alliance: the page that is theirs alone. */
export const homeCard = (view: View, person: PersonId): Card => {
  const { alliance, now } = view;
  if (!mayRead(alliance, { kind: 'alliance' }, person, now)) return listCard(view, alliance.name, []);
  return listCard(view, alliance.name, [
    ...part(listWords.mine, mineCard(view, person)),
    { kind: 'divider' },
    ...part(listWords.open, openCard(view)),
    { kind: 'divider' },
    ...recentDecisions(view),
    ...buttonBlock([
      showButton(view, buttonWords.decisions, { show: 'decisions' }),
      showButton(view, buttonWords.people, { show: 'people' }),
      formButton(view, buttonWords.absence, { form: 'absence' }),
      formButton(view, buttonWords.preferences, { form: 'preferences' }),
    ]),
  ]);
};

/** A card of its own as part of another: its first heading becomes a smaller one. */
const part = (heading: string, card: Card): readonly Block[] => [
  { kind: 'heading', level: 2, spans: [plain(heading)] },
  ...card.blocks.filter((block) => block.kind !== 'heading' && !isPractice(block)),
];

/** PRACTICE stands once on the page. */
const isPractice = (block: Block): boolean =>
  block.kind === 'note' && block.spans.length === 1 && block.spans[0]?.kind === 'bold';

const recentDecisions = (view: View): readonly Block[] => {
  const { decisions, proposals } = view.alliance;
  const rows = [...decisions]
    .slice(-decisionsShown)
    .reverse()
    .flatMap(([number, id]): readonly Block[] => {
      const proposal = proposals.get(id);
      if (proposal === undefined) return [];
      const on = proposal.outcome === null ? '' : dayWords(view, proposal.outcome.at);
      const words = ` ${headingWords(view, proposal)} · ${lineOf([outcomeLabel(view, proposal) ?? '', on])}`;
      return [{ kind: 'text', spans: [bold(number), plain(words)] }];
    });
  return [
    { kind: 'heading', level: 2, spans: [plain(homeWords.recent)] },
    ...(rows.length === 0 ? [{ kind: 'text' as const, spans: [plain(listWords.noDecisions)] }] : rows),
  ];
};

const decisionsShown = 5;
