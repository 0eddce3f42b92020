import type { Instant } from '../../alliance/instant.js';
import { helpCard } from '../../cards/help.js';
import { noticeCard } from '../../cards/notice.js';
import type { Card, Form } from '../../cards/card.js';
import type { Account } from '../../alliance/directory.js';
import type { Typed } from '../../cards/typed.js';
import { typedWords, visitWords } from '../../cards/words/visits.js';
import { identify } from './identity.js';
import { linkAct } from './linkActs.js';
import { allianceMeant, type Meant, meantAt } from './places.js';
import { unidentifiedCard } from './strangers.js';
import { answerAct, mineEverywhere } from './typedActs.js';
import type { Counter, Visitor } from './visitor.js';

/** A command as it was typed, by whom, and where. */
export interface Asked<T extends Typed = Typed> {
  readonly counter: Counter;
  readonly visitor: Visitor;
  readonly typed: T;
  /** The platform's own name of the channel or conversation; `direct` where it is one with the bot alone. */
  readonly place: string;
  readonly direct: boolean;
  /** What people call that channel or conversation; null where the platform does not tell. Asked for only where it is said. */
  readonly placeName: () => Promise<string | null>;
  readonly cause: string;
  readonly occurredAt: Instant | undefined;
  /** The account that was mentioned in the words; null where they mention nobody's. */
  readonly mentioned: (words: string, listed: readonly string[]) => Promise<Account | null>;
}

/** A card to the person alone, with the press that shows it whole, or a form. */
export type Answer = { readonly card: Card; readonly whole?: string } | { readonly form: Form };

/** Does what was typed, or says why not. What was recorded is durable before this resolves. */
export const answerTyped = async (asked: Asked): Promise<Answer> => {
  const { counter, visitor, typed, place, cause } = asked;
  const { idiom } = visitor;
  if (typed.kind === 'help') return { card: helpCard(idiom) };
  if (typed.kind === 'unclear') return { card: helpCard(idiom, visitWords.unclear(typed.words.slice(0, 100))) };
  const meantHere = await meantAt(counter, visitor, place);
  const outside =
    typed.alliance === null && meantHere.bound.length === 0 ? await answerOutside(asked, meantHere) : null;
  if (outside !== null) return outside;
  const meant = await allianceMeant(counter, visitor, meantHere, typed.alliance);
  if ('card' in meant) return meant;
  const { alliance } = meant;
  // Whoever confirms a link is not known by that account yet.
  if (typed.kind === 'confirm') return linkAct({ ...asked, typed }, alliance, null);
  const found = await identify(counter, visitor, alliance, cause);
  if (!('person' in found) || 'refusal' in found)
    return { card: await unidentifiedCard(counter, alliance, visitor, found) };
  return typed.kind === 'link' || typed.kind === 'unlink'
    ? linkAct({ ...asked, typed }, alliance, found.person)
    : answerAct({ ...asked, typed }, alliance, found.person);
};

/** Outside a bound room a proposal needs the code of its alliance, and what waits is shown of all alliances. */
const answerOutside = async (asked: Asked, { own }: Meant): Promise<Answer | null> => {
  const { typed, visitor } = asked;
  const proposal = 'proposal' in typed ? typed.proposal : undefined;
  if (proposal !== undefined) {
    return { card: noticeCard([typedWords(visitor.idiom).codeNeeded(own[0] ?? 'LWN', proposal)]) };
  }
  return typed.kind === 'show' && typed.show === 'mine' && own.length > 1 ? mineEverywhere(asked) : null;
};
