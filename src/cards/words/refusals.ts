import type { Actor } from '../../alliance/names.js';
import type { Refusal } from '../../alliance/refusals.js';
import type { View } from '../view.js';
import { accountRefusals } from './refusalsOfAccounts.js';
import { bookRefusals } from './refusalsOfBook.js';
import { dateRefusals, textRefusals } from './refusalsOfForms.js';
import { meetingRefusals } from './refusalsOfMeetings.js';
import { actionRefusals, minutesRefusals } from './refusalsOfMinutes.js';
import { proposalRefusals } from './refusalsOfProposals.js';
import { registerRefusals } from './refusalsOfRegister.js';
import { speakerRefusals } from './refusalsOfSpeakers.js';

/** Why an order was refused. */
export type Why = Refusal['why'];
export type RefusalOf<W extends Why> = Extract<Refusal, { readonly why: W }>;

/** The sentences of each refusal in a group. A new kind of refusal without a sentence does not compile. */
export type RefusalSentences<W extends Why> = {
  readonly [K in W]: (view: View, refusal: RefusalOf<K>, by: Actor) => readonly string[];
};

/**
 * What happened, why, and who can do what next, each a whole sentence; people by their names of record. The first
 * says that nothing was recorded, unless something was.
 */
export const refusalWords = (view: View, refusal: Refusal, by: Actor): { readonly sentences: readonly string[] } => {
  const say = allRefusals[refusal.why] as (view: View, refusal: Refusal, by: Actor) => readonly string[];
  return { sentences: say(view, refusal, by) };
};

const allRefusals: RefusalSentences<Why> = {
  ...bookRefusals,
  ...speakerRefusals,
  ...proposalRefusals,
  ...textRefusals,
  ...dateRefusals,
  ...registerRefusals,
  ...accountRefusals,
  ...meetingRefusals,
  ...minutesRefusals,
  ...actionRefusals,
};
