import type { ProposalId } from '../../src/alliance/names.js';
import type { Card } from '../../src/cards/card.js';

/** A receipt or refusal, for the chair that pressed and nobody else. */
export interface PrivateAnswer {
  readonly id: string;
  readonly card: Card;
  /** Shown beside the living card of this proposal; at the end of the room when null. */
  readonly proposal: ProposalId | null;
  /** The page of the chair on which the button was pressed, "" for the room. */
  readonly page: string;
}

/** What was answered privately to each chair since the start. Not the record: a restart forgets it, as chat platforms do. */
export interface PrivateAnswers {
  give(chair: string, answer: Omit<PrivateAnswer, 'id'>): PrivateAnswer;
  /** Oldest first. */
  of(chair: string): readonly PrivateAnswer[];
}

/** Keeps the last few answers of the chairs that pressed last, so that memory is bounded. */
export const openPrivateAnswers = (): PrivateAnswers => {
  const byChair = new Map<string, readonly PrivateAnswer[]>();
  let count = 0;
  return {
    give: (chair, given) => {
      count += 1;
      const answer = { ...given, id: `only-you-${count}` };
      // The newest about a proposal says all that its chair needs to know.
      const others = (byChair.get(chair) ?? []).filter((other) => other.proposal !== given.proposal);
      byChair.delete(chair);
      byChair.set(chair, [...others, answer].slice(-answersMost));
      if (byChair.size > chairsMost) byChair.delete(byChair.keys().next().value!);
      return answer;
    },
    of: (chair) => byChair.get(chair) ?? [],
  };
};

const answersMost = 6;
const chairsMost = 2_000;
