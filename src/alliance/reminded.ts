import type { Alliance, Proposal } from './alliance.js';
import type { Instant } from './instant.js';
import type { MemberId, PersonId } from './names.js';
import type { Audience } from './reminders.js';
import { appointed, covers, holdersOf, isAway } from './speaking.js';
import { personalBar, tally } from './tally.js';

/** A person who is reminded, and of which members. */
export interface Reminded {
  readonly person: PersonId;
  /** Members for which the person can say a position. */
  readonly speaksFor: readonly MemberId[];
  /** Members for which the person can only see to it that somebody does. */
  readonly answersFor: readonly MemberId[];
}

/**
 * Who is reminded of an open proposal now, in the order of rulings 1.14: representative, deputies, senior sponsor where
 * one is named, Alliance Manager. Each step reaches further; where nobody of a step is there, the next one is asked
 * instead. Never somebody whose members have all spoken or take no part.
 */
export const remindedOf = (
  alliance: Alliance,
  proposal: Proposal,
  audience: Audience,
  at: Instant,
): readonly Reminded[] => {
  if (proposal.status !== 'open' || proposal.current === null) return [];
  const waiting = tally(proposal, proposal.current).waiting.map((member) => {
    const chain = chainOf(alliance, proposal, member, at);
    return { member, chain, asked: asked(chain, audience) };
  });
  const people = new Set(waiting.flatMap((each) => each.asked));
  return [...people].map((person) => ({
    person,
    // Somebody who is told anyway is told of all that they can do (domain.md BE: one message, listing both seats).
    speaksFor: waiting.filter(({ chain }) => chain.speakers.includes(person)).map(({ member }) => member),
    answersFor: waiting
      .filter((each) => each.asked.includes(person) && !each.chain.speakers.includes(person))
      .map(({ member }) => member),
  }));
};

/** Nobody can say a position for the member just now: its people are away, barred from the matter, or not appointed. */
export const cannotSpeak = (alliance: Alliance, proposal: Proposal | null, member: MemberId, at: Instant): boolean => {
  const { first, deputies } = chainOf(alliance, proposal, member, at);
  return first.length === 0 && deputies.length === 0;
};

interface Chain {
  /** Everybody who may speak for the member, there or away. */
  readonly speakers: readonly PersonId[];
  /** The representatives who are there, or who covers for them. */
  readonly first: readonly PersonId[];
  /** The deputies who are there. */
  readonly deputies: readonly PersonId[];
  readonly sponsors: readonly PersonId[];
  readonly officers: readonly PersonId[];
}

const chainOf = (alliance: Alliance, proposal: Proposal | null, member: MemberId, at: Instant): Chain => {
  const people = (as: 'representative' | 'deputy' | 'seniorSponsor'): readonly PersonId[] =>
    appointed(alliance, member, as, at)
      .map(({ person }) => person)
      .filter((person) => proposal === null || personalBar(proposal, person) === null);
  const isThere = (person: PersonId): boolean => !isAway(alliance, person, at, member);
  const representatives = people('representative');
  const deputies = people('deputy');
  const present = deputies.filter(isThere);
  const covering = present.filter((person) => covers(alliance, member, person, at) !== null);
  const there = representatives.filter(isThere);
  return {
    speakers: [...representatives, ...deputies],
    first: there.length > 0 ? there : covering,
    deputies: present,
    sponsors: people('seniorSponsor'),
    officers: officersOf(alliance, at),
  };
};

/** The Alliance Manager, or who holds that place where there is none (domain.md B13). */
const officersOf = (alliance: Alliance, at: Instant): readonly PersonId[] => {
  for (const office of ['allianceManager', 'chair', 'convenor'] as const) {
    const holders = holdersOf(alliance, office, at);
    if (holders.length > 0) return holders;
  }
  return [];
};

const asked = ({ speakers, first, deputies, sponsors, officers }: Chain, audience: Audience): readonly PersonId[] => {
  const nearest = firstOf(first, deputies, speakers, sponsors, officers);
  switch (audience) {
    case 'representatives':
      return nearest;
    case 'representativesAndDeputies':
      return unique(nearest, firstOf(deputies, sponsors));
    case 'representativesDeputiesAndAllianceManager':
      return unique(nearest, deputies, sponsors, officers);
  }
};

const firstOf = (...groups: readonly (readonly PersonId[])[]): readonly PersonId[] =>
  groups.find((group) => group.length > 0) ?? [];

const unique = (...groups: readonly (readonly PersonId[])[]): readonly PersonId[] => [...new Set(groups.flat())];
