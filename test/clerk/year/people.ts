import type { Alliance, Proposal } from '../../../src/alliance/alliance.js';
import { nextWorkingTime, plusWorkingDays } from '../../../src/alliance/calendar.js';
import type { Command } from '../../../src/alliance/commands.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { plusMs } from '../../../src/alliance/instant.js';
import type { Actor, MemberId, PersonId } from '../../../src/alliance/names.js';
import { oneOf } from '../../cast/dice.js';
import type { Dice } from '../../cast/dice.js';
import { meeting } from './meetings.js';
import { allProposals, holders, liveProposals, speakersOf, unheard } from '../../histories/cast.js';

/** What somebody of an alliance takes it into their head to do. */
export interface Wish {
  readonly by: Actor;
  readonly command: Command;
}

/**
 * The next thing that somebody does, by the dice; null where there is nothing to do. Not everything is allowed: people
 * nudge twice a day, vote for a member while its representative is there, and extend beyond what the charter allows.
 */
export const wishOf = (alliance: Alliance, at: Instant, dice: Dice): Wish | null => {
  const live = liveProposals(alliance).filter(({ status }) => status === 'open').length;
  if (live < liveMost && dice() < (live === 0 ? 0.25 : 0.05)) return tabling(alliance, at, dice);
  let left = dice() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act(alliance, at, dice);
  }
  return null;
};

/** More at a time than an alliance has on its table. */
const liveMost = 3;

type ActOf = (alliance: Alliance, at: Instant, dice: Dice) => Wish | null;

const tabling: ActOf = (alliance, at, dice) => {
  const member = oneOf(dice, voting(alliance));
  const by = member === undefined ? undefined : speakerOf(alliance, member, at, dice);
  if (by === undefined) return null;
  const title = `Matter ${allProposals(alliance).length + 1}`;
  const { calendar } = alliance.charter;
  // A third choose the time themselves, some of them in the middle of a day.
  const hours = Math.floor(dice() * 8) * hourMs;
  const chosen = nextWorkingTime(calendar, plusMs(plusWorkingDays(calendar, at, 2 + Math.floor(dice() * 12)), -hours));
  return {
    by,
    command: {
      kind: 'tableProposal',
      class: dice() < 0.8 ? 'routine' : 'plan',
      title,
      text: `${title}, as discussed.`,
      bestForPeople: 'People meet one service that acts alike.',
      member,
      ...(dice() < 0.33 ? { deadline: chosen } : {}),
    },
  };
};

const voting = ({ members }: Alliance): readonly MemberId[] =>
  [...members.values()].filter((member) => member.voting && member.leftAt === null).map(({ id }) => id);

/** Mostly the representative. */
const speakerOf = (alliance: Alliance, member: MemberId, at: Instant, dice: Dice): PersonId | undefined =>
  oneOf(dice, speakersOf(alliance, member, dice() < 0.8 ? 'representative' : 'deputy', at));

const open = (alliance: Alliance, dice: Dice): Proposal | undefined =>
  oneOf(
    dice,
    liveProposals(alliance).filter(({ status, current }) => status === 'open' && current !== null),
  );

const saying: ActOf = (alliance, at, dice) => {
  const proposal = open(alliance, dice);
  const member = proposal === undefined ? undefined : oneOf(dice, unheard(proposal));
  const by = member === undefined ? undefined : speakerOf(alliance, member, at, dice);
  if (proposal?.current == null || by === undefined) return null;
  const said = dice();
  const position = said < 0.9 ? 'agree' : said < 0.96 ? 'agreeWithReservation' : 'object';
  return {
    by,
    command: {
      kind: 'recordPosition',
      proposal: proposal.id,
      revision: proposal.current.number,
      member,
      position,
      ...(position === 'agree' ? {} : { reason: 'We have not seen the figures.' }),
    },
  };
};

const goingAway: ActOf = (alliance, at, dice) => {
  const member = oneOf(dice, voting(alliance));
  const by = member === undefined ? undefined : oneOf(dice, speakersOf(alliance, member, 'representative', at));
  if (member === undefined || by === undefined) return null;
  if (alliance.absences.some(({ person, to }) => person === by && to > at) && dice() < 0.5) {
    return { by, command: { kind: 'endAbsence', member } };
  }
  const from = plusMs(at, Math.floor(dice() * 3 * dayMs));
  const cover = dice() < 0.5 ? oneOf(dice, speakersOf(alliance, member, 'deputy', at)) : undefined;
  const to = plusMs(from, Math.floor((1 + dice() * 13) * dayMs));
  return { by, command: { kind: 'recordAbsence', member, from, to, ...(cover === undefined ? {} : { cover }) } };
};

const nudging: ActOf = (alliance, at, dice) => {
  const proposal = open(alliance, dice);
  const by = oneOf(dice, officersOf(alliance));
  return proposal === undefined || by === undefined ? null : { by, command: { kind: 'nudge', proposal: proposal.id } };
};

const officersOf = (alliance: Alliance): readonly PersonId[] =>
  ['allianceManager', 'chair', 'convenor'].flatMap((office) => holders(alliance, office));

const sparing: ActOf = (alliance, at, dice) => {
  const by = oneOf(dice, [...alliance.people.keys()]);
  if (by === undefined) return null;
  const what = dice();
  const change =
    what < 0.5
      ? { snoozedUntil: plusMs(at, Math.floor((2 + dice() * 70) * hourMs)) }
      : what < 0.75
        ? { quiet: dice() < 0.5 ? { from: '15:00', to: '09:30' } : { from: '12:00', to: '13:30' } }
        : { snoozedUntil: null, quiet: null };
  return { by, command: { kind: 'setPreferences', ...change } };
};

const extending: ActOf = (alliance, _at, dice) => {
  const proposal = open(alliance, dice);
  const by = oneOf(dice, officersOf(alliance));
  if (proposal?.current == null || by === undefined) return null;
  const deadline = plusWorkingDays(alliance.charter.calendar, proposal.current.deadline, 1 + Math.floor(dice() * 4));
  return {
    by,
    command: { kind: 'extendDeadline', proposal: proposal.id, deadline, reason: 'Two members are away.' },
  };
};

const amending: ActOf = (alliance, _at, dice) => {
  const proposal = open(alliance, dice);
  if (proposal?.current == null) return null;
  const { number: revision } = proposal.current;
  const text = `As discussed, and put better the ${revision + 1}th time.`;
  return {
    by: proposal.proposer,
    command: { kind: 'amendProposal', proposal: proposal.id, revision, text, why: 'It meets what members said.' },
  };
};

const acts: readonly (readonly [weight: number, act: ActOf])[] = [
  [70, saying],
  [7, goingAway],
  [9, nudging],
  [7, sparing],
  [4, extending],
  [3, amending],
  [30, meeting],
];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
