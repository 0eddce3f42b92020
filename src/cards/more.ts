import type { Proposal } from '../alliance/alliance.js';
import type { PersonId } from '../alliance/names.js';
import { voicesOf } from '../alliance/speaking.js';
import { tally } from '../alliance/tally.js';
import { buttonBlock, formButton, orderButton, showButton } from './buttons.js';
import { plain } from './card.js';
import type { Block, Button, Card } from './card.js';
import { listCard, suggestionButtons, withdrawObjectionButton } from './lists.js';
import type { View } from './view.js';
import { buttonWords, withdrawInterestWords, withdrawObjectionWords } from './words/buttons.js';
import { listWords } from './words/lists.js';
import { memberName } from './words/names.js';
import { headingWords } from './words/proposal.js';
import { isClosing } from './words/status.js';

/**
 * The choice behind More: what can be done with a proposal besides voting, for this person. Buttons follow the state of
 * the proposal; whether this person may is said kindly when it is pressed.
 */
export const moreCard = (view: View, proposal: Proposal, person: PersonId): Card => {
  const members = memberButtons(view, proposal, person);
  const proposers = proposerButtons(view, proposal);
  const heading = `${listWords.more} ${headingWords(view, proposal)}`;
  return listCard(view, heading, [
    ...buttonBlock([showButton(view, buttonWords.history, { show: 'history', proposal: proposal.id })]),
    ...section(listWords.forMembers, members),
    ...section(listWords.forProposer, proposers),
  ]);
};

const memberButtons = (view: View, proposal: Proposal, person: PersonId): readonly Button[] => {
  const { id, current, declarations } = proposal;
  if (current === null || proposal.outcome !== null) return [];
  const on = { proposal: id, revision: current.number };
  const open = proposal.status === 'open' && !isClosing(view, proposal);
  const own = voicesOf(view.alliance, person, view.now).map(({ member }) => member);
  const objecting = own.filter((member) => current.positions.get(member)?.position === 'object');
  const declared = declarations.filter(({ member, withdrawn }) => own.includes(member) && !withdrawn);
  return [
    ...(open
      ? [
          formButton(view, buttonWords.suggest, { form: 'suggest', ...on }),
          formButton(view, buttonWords.callMeeting, { form: 'callMeeting', ...on }),
          ...objecting.map((member) => ({
            ...withdrawObjectionButton(view, proposal, member),
            label: withdrawObjectionWords(memberName(view, member)),
          })),
        ]
      : []),
    ...declared.map(({ number, member }) =>
      orderButton(view, withdrawInterestWords(memberName(view, member)), {
        kind: 'withdrawInterest',
        ...on,
        declaration: number,
      }),
    ),
  ];
};

const proposerButtons = (view: View, proposal: Proposal): readonly Button[] => {
  const { id, current, status, suggestions } = proposal;
  if (proposal.outcome !== null) return [formButton(view, buttonWords.retable, { form: 'table', retables: id })];
  const open = status === 'open' && current !== null && !isClosing(view, proposal);
  return [
    ...(open ? openButtons(view, proposal) : []),
    ...(open
      ? suggestions
          .filter(({ answer }) => answer === null)
          .flatMap(({ number }) => suggestionButtons(view, proposal, number))
      : []),
    ...(status === 'referred' ? [formButton(view, buttonWords.reopen, { form: 'reopen', proposal: id })] : []),
    formButton(view, buttonWords.withdraw, { form: 'withdraw', proposal: id }, 'danger'),
  ];
};

const openButtons = (view: View, proposal: Proposal): readonly Button[] => {
  const { id, current, chairMayAmend } = proposal;
  const waits = current !== null && tally(proposal, current).waiting.length > 0;
  return [
    formButton(view, buttonWords.amend, { form: 'amend', proposal: id, revision: current?.number }),
    formButton(view, buttonWords.extend, { form: 'extend', proposal: id }),
    ...(waits ? [orderButton(view, buttonWords.nudge, { kind: 'nudge', proposal: id })] : []),
    ...(chairMayAmend ? [] : [orderButton(view, buttonWords.letChairAmend, { kind: 'letChairAmend', proposal: id })]),
  ];
};

const section = (heading: string, buttons: readonly Button[]): readonly Block[] =>
  buttons.length === 0 ? [] : [{ kind: 'heading', level: 2, spans: [plain(heading)] }, ...buttonBlock(buttons)];
