import type { Command } from 'commander';
import type { Alliance } from '../../src/alliance/alliance.js';
import { isShadow } from '../../src/alliance/phases.js';
import { holdersOf, isInOffice } from '../../src/alliance/speaking.js';
import { offices } from '../../src/alliance/names.js';
import type { View } from '../../src/cards/view.js';
import { counted, listed, practiceNote, practiceWord, sentenceCase } from '../../src/cards/words/general.js';
import { momentWords } from '../../src/cards/words/moments.js';
import { officeNames, personName } from '../../src/cards/words/names.js';
import { headingWords } from '../../src/cards/words/proposal.js';
import { statusLine } from '../../src/cards/words/status.js';
import type { SignedHead } from '../../src/ledger/signature.js';
import { verifyHead } from '../../src/ledger/signature.js';
import { witness, witnessLine } from '../../src/ledger/witness.js';
import type { Desk } from './desk.js';
import type { Reading } from './places.js';
import { fileOf, ofAlliance, reading, unreadableNote, withReading } from './places.js';
import { asJson, examples, paragraphs, table } from './print.js';

/** `alliances` and `show`: which books there are, and how one of them stands. */
export const addAlliances = (program: Command, desk: Desk): void => {
  withReading(program.command('alliances'))
    .summary('list the alliances of a file')
    .description('Lists the alliances of the record. Practice books live in a file of their own: add --practice.')
    .addHelpText('after', examples(['alliances', 'of the record'], ['alliances --practice', 'of the playground']))
    .action((options: Reading) => list(desk, options));
  withReading(program.command('show'))
    .summary('show how an alliance stands')
    .description(
      'Shows one alliance: its phase, members and officers, what is open, and the head of its book.\n\n' +
        'The witness is the head in twelve words: whoever wrote it down can later tell whether the book was rewritten.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .addHelpText('after', examples(['show PLY', 'from the record'], ['show PLY --practice --json', 'for a program']))
    .action((code: string, options: Reading) => show(desk, code, options));
};

const list = (desk: Desk, options: Reading): Promise<void> =>
  reading(desk, options, async ({ ledger }) => {
    const lines = await ledger.alliances();
    if (options.json === true) {
      desk.say(asJson(lines));
      return;
    }
    const rows = lines.map(({ code, name, practice, head }) => [
      code,
      name,
      counted(head.seq, 'entry', 'entries'),
      practice ? practiceWord : '',
    ]);
    const elsewhere = options.database === undefined && options.practice !== true && desk.isThere(desk.practice);
    desk.say(
      paragraphs(
        rows.length === 0 ? `${fileOf(desk, options)} holds no alliance yet.` : table(rows),
        elsewhere ? `The practice books of the playground are in ${desk.practice}: add --practice.` : '',
      ),
    );
  });

const show = (desk: Desk, code: string, options: Reading): Promise<void> =>
  reading(desk, options, async (books) => {
    const head = await books.ledger.signedHead(code);
    const drawing = await ofAlliance(books, code, (view) =>
      options.json === true ? asJson(standing(view, head)) : standingInWords(view, head),
    );
    desk.say(drawing);
  });

const standing = (view: View, head: SignedHead | null): unknown => {
  const { alliance } = view;
  const { code, name, practice, publicKey, founded, charterRevision, unreadable } = alliance;
  return {
    code,
    name,
    practice,
    phase: phaseOf(view),
    founded,
    charterRevision,
    members: inOffice(view).map(({ id, name: shown, voting }) => ({ id, name: shown, voting })),
    officers: officersOf(view),
    open: live(alliance).map((proposal) => ({
      id: proposal.id,
      status: proposal.status,
      deadline: proposal.current?.deadline ?? proposal.deadline,
      says: statusLine(view, proposal),
    })),
    decisions: alliance.decisions.size,
    publicKey,
    head: head === null ? null : { ...head, signed: verifyHead(publicKey, head), witness: witness(head) },
    unreadable,
  };
};

const standingInWords = (view: View, head: SignedHead | null): string => {
  const { alliance } = view;
  const { name, code, practice, charter, charterRevision, founded, decisions } = alliance;
  const members = inOffice(view);
  const voting = members.filter((member) => member.voting).length;
  const open = live(alliance);
  return paragraphs(
    `${name} (${code})`,
    practice ? practiceNote : '',
    ...unreadableNote(alliance),
    table([
      ['Phase', phaseOf(view)],
      ['Founded', founded === null ? '' : momentWords(view, founded)],
      ['Charter', `revision ${charterRevision}`],
      ['Members', `${members.length}, of which ${voting} vote (counted: ${charter.countingLabel})`],
      ...officersOf(view).map(({ office, people }) => [sentenceCase(office), listed(people)]),
      ['Decisions', `${decisions.size}`],
    ]),
    open.length === 0
      ? 'Nothing is open.'
      : `Open:\n${open.map((proposal) => `  ${headingWords(view, proposal)}\n    ${statusLine(view, proposal)}`).join('\n')}`,
    headInWords(view, head),
  );
};

const headInWords = (view: View, head: SignedHead | null): string => {
  if (head === null) return 'The book has no signed head: run "roundtable verify".';
  const signed = verifyHead(view.alliance.publicKey, head)
    ? 'signed by the key of the book'
    : 'NOT signed by the key of the book: run "roundtable verify"';
  return table([
    ['Head', `entry ${head.seq}, ${momentWords(view, head.at)}, ${signed}`],
    ['Hash', head.hash],
    ['Witness', witnessLine(witness(head))],
  ]);
};

const phaseOf = ({ alliance, now }: View): 'shadow' | 'live' => (isShadow(alliance.charter, now) ? 'shadow' : 'live');

const inOffice = ({ alliance, now }: View) =>
  [...alliance.members.values()].filter((member) => isInOffice(member, now));

const officersOf = (view: View): readonly { readonly office: string; readonly people: readonly string[] }[] =>
  offices
    .map((office) => ({
      office: officeNames[office],
      people: holdersOf(view.alliance, office, view.now).map((person) => personName(view, person)),
    }))
    .filter(({ people }) => people.length > 0);

const live = ({ live: ids, proposals }: Alliance) => [...ids].flatMap((id) => proposals.get(id) ?? []);
