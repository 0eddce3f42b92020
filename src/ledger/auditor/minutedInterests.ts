import type { Entry } from '../entry.js';
import type { ProposalId } from '../../alliance/names.js';
import type { Note } from './findings.js';
import type { Of, Reading } from './reading.js';
import { ofKind, pagesOf } from './reading.js';
import { speaksFor } from './seats.js';
import type { Standing } from './standing.js';

/**
 * Every member that said in a meeting, while an item about the proposal was on its agenda, that it takes no part, takes no
 * part in the proposal, unless it took that back (domain.md B32, rulings 1.9).
 */
export const checkMinutedInterests = (
  reading: Reading,
  proposal: ProposalId,
  { eligible }: Pick<Standing, 'eligible'>,
  note: Note,
): void => {
  const withdrawn = ofKind(pagesOf(reading, proposal), 'InterestWithdrawn');
  for (const { seq, body } of minutedAbout(reading, proposal)) {
    const member = body.member?.member;
    if (body.level === 'note' || member === undefined || !eligible.includes(member)) continue;
    if (withdrawn.some((back) => back.seq > seq && back.body.member === member)) continue;
    note('interest', `${member} takes no part in ${proposal}, as was minuted, and is counted all the same`);
  }
};

/** Who said in a meeting that they take no part themselves says no position on the proposal, unless they took that back. */
export const checkOwnInterest = (entry: Of<'PositionRecorded'>, reading: Reading, note: Note): void => {
  const { proposal, person } = entry.body;
  const pages = pagesOf(reading, proposal);
  const opened = ofKind(pages, 'RevisionOpened')[0];
  const minuted = minutedAbout(reading, proposal).filter(
    ({ body, at }) =>
      body.person === person &&
      body.member === undefined &&
      body.level !== 'note' &&
      // Who spoke for nobody when it opened had nothing to stay away from.
      (opened?.body.eligible ?? []).some(
        (member) => speaksFor(reading, person, member, opened?.at ?? at) && speaksFor(reading, person, member, at),
      ),
  );
  const last = minuted.at(-1);
  if (last === undefined) return;
  const back = ofKind(pages, 'InterestWithdrawn').some(({ seq, body }) => seq > last.seq && body.person === person);
  if (!back) note('interest', `${person} said in a meeting that they take no part in ${proposal}`);
};

/** The declaration repeats, word for word, what the same person had minuted on an item about the proposal. */
export const isFromMinutes = ({ body, seq }: Of<'InterestDeclared'>, reading: Reading): boolean =>
  minutedAbout(reading, body.proposal).some(
    (line) =>
      line.seq < seq &&
      line.body.nature === body.nature &&
      line.body.person === body.person &&
      line.body.level === body.level &&
      line.body.member?.member === (body.scope === 'organisation' ? body.member : undefined),
  );

const minutedAbout = (reading: Reading, proposal: ProposalId): readonly Of<'InterestMinuted'>[] =>
  [...reading.meetings.values()].flatMap((pages) =>
    ofKind(pages, 'InterestMinuted').filter(({ body }) => itemsAbout(pages, proposal).includes(body.item ?? 0)),
  );

const itemsAbout = (pages: readonly Entry[], proposal: ProposalId): readonly number[] =>
  ofKind(pages, 'AgendaItemAdded').flatMap(({ body }) => (body.about === proposal ? [body.item] : []));
