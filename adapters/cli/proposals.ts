import type { Command } from 'commander';
import type { Proposal } from '../../src/alliance/alliance.js';
import type { ProposalId } from '../../src/alliance/names.js';
import { mayRead } from '../../src/alliance/reading.js';
import type { Card } from '../../src/cards/card.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { proposalCard } from '../../src/cards/proposalCard.js';
import type { View } from '../../src/cards/view.js';
import { practiceNote } from '../../src/cards/words/general.js';
import { historyWords } from '../../src/cards/words/history.js';
import { momentWords } from '../../src/cards/words/moments.js';
import { actorName, memberName, titleOf } from '../../src/cards/words/names.js';
import { outcomeLabel } from '../../src/cards/words/outcomes.js';
import { headingWords, noSuchProposalWords } from '../../src/cards/words/proposal.js';
import { statusLine } from '../../src/cards/words/status.js';
import type { Entry } from '../../src/ledger/entry.js';
import type { Desk } from './desk.js';
import { unable } from './desk.js';
import type { Reading } from './places.js';
import { ofAlliance, reading, unreadableNote, withReading } from './places.js';
import { asJson, examples, paragraphs, table } from './print.js';

/** `proposals`, `proposal` and `decisions`: what was put forward, and what came of it. */
export const addProposals = (program: Command, desk: Desk): void => {
  const said = (draw: (view: View) => string) => (code: string, options: Reading) =>
    reading(desk, options, async (books) => desk.say(await ofAlliance(books, code, draw)));
  withReading(program.command('proposals'))
    .summary('list the proposals of an alliance')
    .description('Lists every proposal, the newest first, with how it stands or its outcome.')
    .argument('<alliance>', 'its code, such as PLY')
    .addHelpText('after', examples(['proposals PLY', '']))
    .action((code: string, options: Reading) => said(options.json === true ? allAsJson : all)(code, options));
  withReading(program.command('proposal'))
    .summary('show one proposal with its full history')
    .description(
      'Shows a proposal as its card stands, and every entry about it: who spoke, for whom, when, and on which revision.\n\n' +
        'Positions are recorded by the people who speak for a member, in chat; there is no command for it.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .argument('<proposal>', 'such as P-14')
    .addHelpText(
      'after',
      examples(['proposal PLY P-14', ''], ['proposal PLY P-14 --json', 'the entries as they stand']),
    )
    .action((code: string, id: string, options: Reading) => one(desk, code, id, options));
  withReading(program.command('decisions'))
    .summary('list the decisions of an alliance')
    .description('Lists the numbered decisions in the order of their numbers: the decision register.')
    .argument('<alliance>', 'its code, such as PLY')
    .addHelpText('after', examples(['decisions PLY', '']))
    .action((code: string, options: Reading) =>
      said(options.json === true ? decisionsAsJson : decisions)(code, options),
    );
};

const all = (view: View): string => {
  const lines = newestFirst(view).map((proposal) => `${headingWords(view, proposal)}\n  ${statusLine(view, proposal)}`);
  return framed(view, lines.length === 0 ? 'No proposal was tabled yet.' : lines.join('\n'));
};

const allAsJson = (view: View): string => asJson(newestFirst(view).map((proposal) => lineOf(view, proposal)));

const newestFirst = ({ alliance }: View): readonly Proposal[] => [...alliance.proposals.values()].reverse();

const lineOf = (view: View, proposal: Proposal) => ({
  id: proposal.id,
  title: titleOf(view, proposal),
  class: proposal.class,
  status: proposal.status,
  says: statusLine(view, proposal),
  tabledAt: proposal.tabledAt,
  deadline: proposal.current?.deadline ?? proposal.deadline,
  revision: proposal.current?.number ?? null,
  decision: proposal.outcome?.kind === 'ProposalAdopted' ? proposal.outcome.body.number : null,
});

const one = (desk: Desk, code: string, given: string, options: Reading): Promise<void> =>
  reading(desk, options, async (books) => {
    const id = given.toUpperCase() as ProposalId;
    const entries = await ofAlliance(books, code, ({ alliance, now }) => {
      if (!alliance.proposals.has(id)) throw unable(noSuchProposalWords(given));
      if (!mayRead(alliance, { kind: 'papers', proposal: id }, 'operator', now))
        throw unable(noSuchProposalWords(given));
    }).then(() => books.clerk.history(code, id));
    desk.say(
      await ofAlliance(books, code, (view) =>
        options.json === true ? proposalAsJson(view, id, entries) : proposalInWords(view, id, entries),
      ),
    );
  });

const proposalInWords = (view: View, id: ProposalId, entries: readonly Entry[]): string =>
  paragraphs(
    ...unreadableNote(view.alliance),
    cardAsText(withoutButtons(proposalCard(view, id))),
    `History\n${entries.map((entry) => historyLine(view, entry)).join('\n')}`,
  );

const proposalAsJson = (view: View, id: ProposalId, entries: readonly Entry[]): string => {
  const proposal = view.alliance.proposals.get(id);
  return asJson({
    ...(proposal && lineOf(view, proposal)),
    history: entries.map((entry) => ({ says: historyWords(view, entry), entry })),
  });
};

/** Who acts is asked in chat: the command line has nothing to press. */
const withoutButtons = (card: Card): Card => ({
  ...card,
  blocks: card.blocks.filter(({ kind }) => kind !== 'buttons'),
});

const historyLine = (view: View, entry: Entry): string => {
  const forMember = entry.for === undefined ? '' : `, for ${memberName(view, entry.for)}`;
  return `  ${entry.seq}  ${momentWords(view, entry.at)}  ${actorName(view, entry.by)}${forMember}\n     ${historyWords(view, entry)}`;
};

const decisions = (view: View): string => {
  const rows = decided(view).map(({ number, proposal, at }) => [
    number,
    momentWords(view, at),
    proposal.id,
    `${titleOf(view, proposal)} · ${outcomeLabel(view, proposal) ?? ''}`,
  ]);
  return framed(view, rows.length === 0 ? 'Nothing was decided yet.' : table(rows));
};

const decisionsAsJson = (view: View): string =>
  asJson(
    decided(view).map(({ number, proposal, at }) => ({
      number,
      proposal: proposal.id,
      title: titleOf(view, proposal),
      outcome: outcomeLabel(view, proposal),
      at,
    })),
  );

const decided = ({ alliance }: View) =>
  [...alliance.decisions].flatMap(([number, id]) => {
    const proposal = alliance.proposals.get(id);
    return proposal?.outcome == null ? [] : [{ number, proposal, at: proposal.outcome.at }];
  });

const framed = ({ alliance }: View, text: string): string =>
  paragraphs(alliance.practice ? practiceNote : '', ...unreadableNote(alliance), text);
