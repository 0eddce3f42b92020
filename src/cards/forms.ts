import type { Proposal } from '../alliance/alliance.js';
import type { Command } from '../alliance/commands.js';
import type { Actor } from '../alliance/names.js';
import { mayRead } from '../alliance/reading.js';
import type { Refusal } from '../alliance/refusals.js';
import { holdersOfPower, officesOf, voiceOf } from '../alliance/speaking.js';
import { isPerson } from '../alliance/names.js';
import { readAnswers } from './answers.js';
import type { Problem, ShownReading } from './answers.js';
import type { Form } from './card.js';
import { plain } from './card.js';
import { actionForms } from './forms/actions.js';
import { agendaForms } from './forms/agenda.js';
import { appointingForms } from './forms/appointing.js';
import { decidingForms } from './forms/deciding.js';
import { draftingForms } from './forms/drafting.js';
import { meetingForms } from './forms/meetings.js';
import { minutesForms } from './forms/minutes.js';
import { paperForms } from './forms/papers.js';
import { peopleForms } from './forms/people.js';
import { preferenceForms } from './forms/preferences.js';
import { seatForms } from './forms/seats.js';
import { seriesForms } from './forms/series.js';
import { sessionForms } from './forms/sessions.js';
import type { FormSpecs } from './forms/spec.js';
import { tablingForms } from './forms/tabling.js';
import { encodePress } from './press.js';
import type { FormName, FormPress, OrderPress } from './press.js';
import type { View } from './view.js';
import { formIntros, formTitles, tooLateToObject } from './words/forms.js';
import { practiceNote } from './words/general.js';
import { outcomeLabel } from './words/outcomes.js';
import { headingWords } from './words/proposal.js';
import { isClosing } from './words/status.js';

export type { Problem, ShownReading } from './answers.js';

/**
 * The form that a press opens, or why it does not open: an old revision, a closed proposal, a person without a voice
 * are told before they write, not after. What may be done is decided by `decide` all the same.
 */
export const formOf = (view: View, press: FormPress, by: Actor): Form | Refusal => {
  const proposal = press.proposal === undefined ? undefined : view.alliance.proposals.get(press.proposal);
  const refusal = whyNotOpened(view, press, proposal, by) ?? whyNotRead(view, by);
  if (refusal !== null) return refusal;
  const [title, submit] = formTitles[press.form];
  const revision = press.revision ?? (onRevision.has(press.form) ? proposal?.current?.number : undefined);
  const intro = [
    ...(view.alliance.practice ? [practiceNote] : []),
    ...(proposal === undefined ? [] : [`${headingWords(view, proposal)}.`]),
    introOf(view, press, proposal),
  ].filter((words) => words !== '');
  return {
    title,
    intro: [plain(intro.join(' '))],
    fields: specs[press.form].fields(view, press, by),
    submit,
    press: encodePress({ ...press, ...(revision === undefined ? {} : { revision }) }),
  };
};

/** The command of a ready press, or of a form with its answers; else everything that is wrong, each beside its field. */
export const commandOf = (
  view: View,
  press: OrderPress | FormPress,
  answers: Readonly<Record<string, string>>,
  shown?: ShownReading,
): { readonly command: Command } | { readonly problems: readonly Problem[] } => {
  if (press.act === 'order') return { command: press.command };
  const read = readAnswers(view, answers, shown);
  const command = specs[press.form].command(view, press, read);
  const problems = read.problems();
  return problems.length === 0 ? { command } : { problems };
};

const specs: FormSpecs<FormName> = {
  ...tablingForms,
  ...decidingForms,
  ...draftingForms,
  ...appointingForms,
  ...peopleForms,
  ...preferenceForms,
  ...seatForms,
  ...meetingForms,
  ...agendaForms,
  ...seriesForms,
  ...paperForms,
  ...sessionForms,
  ...minutesForms,
  ...actionForms,
};

/** Forms whose answers count for one revision only. */
const onRevision: ReadonlySet<FormName> = new Set([
  'object',
  'reservation',
  'interest',
  'suggest',
  'amend',
  'callMeeting',
]);

/** Forms that speak for a member, so that people without a voice are told at once. */
const needsVoice: ReadonlySet<FormName> = new Set(['object', 'reservation', 'interest', 'callMeeting']);

const whyNotOpened = (view: View, press: FormPress, proposal: Proposal | undefined, by: Actor): Refusal | null => {
  const aboutProposal = onRevision.has(press.form) || ['decline', 'withdraw', 'extend', 'reopen'].includes(press.form);
  const closed = aboutProposal ? whyNotProposal(view, press, proposal) : null;
  return closed ?? whyNoVoice(view, press, by);
};

/** A form shows what there is to change: to nobody who may not read it (rulings 3.3). */
const whyNotRead = ({ alliance, now }: View, by: Actor): Refusal | null =>
  mayRead(alliance, { kind: 'alliance' }, by, now) ? null : { why: 'stranger' };

const whyNotProposal = (view: View, press: FormPress, proposal: Proposal | undefined): Refusal | null => {
  if (proposal === undefined) return { why: 'noSuchProposal', proposal: press.proposal ?? '' };
  const { id, status, current } = proposal;
  if (proposal.outcome !== null) return isLateObjection(press, proposal) ? null : { why: 'closed', proposal: id };
  if (press.form === 'reopen') return status === 'referred' ? null : { why: 'notReferred', proposal: id };
  if (press.form === 'withdraw' || press.form === 'decline') return null;
  if (status === 'referred') return { why: 'referred', proposal: id };
  if (current === null) return { why: 'notOpenYet', proposal: id, opensAt: proposal.opensAt };
  if (isClosing(view, proposal)) return { why: 'closing', proposal: id, deadline: current.deadline };
  return press.revision === undefined || press.revision === current.number || !onRevision.has(press.form)
    ? null
    : { why: 'oldRevision', proposal: id, asked: press.revision, current: current.number };
};

/** An objection after the adoption is taken down, without effect (rulings 1.2). */
const isLateObjection = ({ form }: FormPress, { outcome }: Proposal): boolean =>
  form === 'object' && outcome?.kind === 'ProposalAdopted';

const whyNoVoice = (view: View, { form, member }: FormPress, by: Actor): Refusal | null => {
  const { alliance, now } = view;
  const isOfficer =
    isPerson(by) &&
    (form === 'table'
      ? holdersOfPower(alliance, 'table', now).includes(by)
      : officesOf(alliance, by, now).includes('facilitator'));
  if (!needsVoice.has(form) && !((form === 'table' || form === 'suggest') && !isOfficer)) return null;
  const voice = voiceOf(alliance, by, member, now);
  return 'refusal' in voice && voice.refusal.why !== 'chooseCapacity' ? voice.refusal : null;
};

const introOf = (view: View, press: FormPress, proposal: Proposal | undefined): string => {
  const outcome = proposal === undefined ? null : outcomeLabel(view, proposal);
  return proposal !== undefined && outcome !== null && isLateObjection(press, proposal)
    ? tooLateToObject(proposal.id, outcome)
    : formIntros[press.form];
};
