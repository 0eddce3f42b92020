import type { Alliance, Proposal } from '../../src/alliance/alliance.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Instant } from '../../src/alliance/instant.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { Actor, MemberId, PersonId } from '../../src/alliance/names.js';
import { allProposals, holders, liveProposals, officers, onRevision, people, speakersOf, unheard } from './cast.js';
import { meetingOrders } from './meetingOrders.js';
import { pick } from './moves.js';
import type { Act, Move } from './moves.js';
import { peopleOrders } from './peopleOrders.js';
import { stories } from './stories.js';

/** Who asks for what. */
export interface Asked {
  readonly by: Actor;
  readonly command: Command;
  /** Milliseconds that pass before it is asked. */
  readonly wait?: number;
}

export type Meaning = (alliance: Alliance, now: Instant, move: Move) => readonly Asked[];

/** What a move means as things stand: no order, one, or several one after another. */
export const ordersOf: Meaning = (alliance, now, move) => {
  // With nothing before the alliance most moves would come to nothing, so something is tabled first.
  const first = alliance.live.size === 0 && move.c % 8 !== 7 ? meanings.table(alliance, now, move) : [];
  const waits = liveProposals(alliance).some(hasRecount) && move.b % 4 === 0;
  const changes = move.a % 2 === 0 ? meanings.charter(alliance, now, move) : [];
  const outdated = liveProposals(alliance).some((proposal) => isOutdated(alliance, proposal)) && move.b % 3 === 0;
  return [
    ...first,
    ...changes,
    ...(outdated ? meanings.amend(alliance, now, move) : []),
    ...(waits ? meanings.confirm(alliance, now, move) : []),
    ...meanings[move.act](alliance, now, move),
  ];
};

const words = 'We have read it and this is what we say.';
const day = 86_400_000;

/** The proposal that a move is about: a live one, if there is any, nearly always. */
const aboutOf = (alliance: Alliance, { b }: Move): Proposal | undefined =>
  (b % 20 === 19 ? undefined : pick(liveProposals(alliance), b)) ?? pick(allProposals(alliance), b);

const speaker = (alliance: Alliance, member: MemberId, now: Instant, as: 'representative' | 'deputy', figure = 0) =>
  pick(speakersOf(alliance, member, as, now), figure) ?? pick(speakersOf(alliance, member, 'deputy', now), figure);

/** Those who tabled it, or an officer who may stand in for them. */
const sponsor = (alliance: Alliance, proposal: Proposal, now: Instant, { a }: Move): PersonId | undefined => {
  const own =
    proposal.proposingFor === null ? undefined : speaker(alliance, proposal.proposingFor, now, 'representative', a);
  return a % 7 === 6
    ? pick(people(alliance), a)
    : a % 7 === 5
      ? pick(officers(alliance, now), a)
      : (own ?? proposal.proposer);
};

const position = (
  proposal: Proposal,
  member: MemberId,
  kind: 'agree' | 'agreeWithReservation' | 'object',
): Command => ({
  kind: 'recordPosition',
  proposal: proposal.id,
  revision: proposal.current?.number ?? 1,
  position: kind,
  member,
  ...(kind === 'agree' ? {} : { reason: words }),
});

const one = (by: Actor | '' | undefined, command: Asked['command'] | '' | undefined): readonly Asked[] =>
  !by || !command ? [] : [{ by, command }];

/** Makes a meaning of something done to one proposal, if there is one to which it can be done. */
const on =
  (
    what: (proposal: Proposal, alliance: Alliance, now: Instant, move: Move) => readonly Asked[],
    fits?: (proposal: Proposal) => boolean,
  ): Meaning =>
  (alliance, now, move) => {
    const fitting = fits === undefined ? [] : liveProposals(alliance).filter(fits);
    const proposal = pick(fitting, move.b) ?? aboutOf(alliance, move);
    return proposal === undefined ? [] : what(proposal, alliance, now, move);
  };

const hasObjection = ({ current }: Proposal): boolean =>
  [...(current?.positions.values() ?? [])].some((each) => each.position === 'object');

const hasRecount = ({ current }: Proposal): boolean => current?.recount != null;

/** Opened under a charter that is no longer in force. */
const isOutdated = (alliance: Alliance, { current }: Proposal): boolean =>
  current !== null && current.rule.charterRevision < alliance.charterRevision;

const revisionOf = ({ id, current }: Proposal) => ({ proposal: id, revision: current?.number ?? 1 });

const meanings: Readonly<Record<Act, Meaning>> = {
  ...peopleOrders,
  ...stories,
  ...meetingOrders,

  pass: () => [{ by: 'clock', command: { kind: 'letTimePass' } }],

  table: (alliance, now, { a, b, c }) => {
    const seats = [...alliance.members.keys()];
    const member = pick(seats, a);
    const officer = a % 5 === 4;
    const by = officer ? pick(officers(alliance, now), b) : member && speaker(alliance, member, now, 'representative');
    return one(by, {
      kind: 'tableProposal',
      class: ['routine', 'routine', 'agreement', 'routine', 'agreement', 'routine', 'reserved'][b % 7] ?? 'routine',
      title: 'Move the Thursday session',
      text: 'Move the Thursday session to the new centre from 1 June.',
      bestForPeople: 'People can get there on foot.',
      ...(officer ? {} : { member }),
      ...(c % 10 === 9 ? { deadline: plusMs(now, (c % 35) * day) } : {}),
      ...(c % 10 === 8 ? { opensAt: plusMs(now, (1 + (c % 4)) * day) } : {}),
    });
  },

  agreeAll: on((proposal, alliance, now, { a, c }) =>
    unheard(proposal)
      .slice(c % 4 === 3 ? 1 : 0)
      .flatMap((member) =>
        one(
          speaker(alliance, member, now, a % 5 === 4 ? 'deputy' : 'representative', c),
          position(proposal, member, c % 6 === 5 ? 'agreeWithReservation' : 'agree'),
        ),
      ),
  ),

  vote: on((proposal, alliance, now, { a, c }) => {
    const member = pick(a % 3 === 0 ? onRevision(proposal) : unheard(proposal), a);
    const kind = c % 8 === 7 ? 'object' : c % 8 === 6 ? 'agreeWithReservation' : 'agree';
    return member === undefined
      ? []
      : one(speaker(alliance, member, now, 'representative', c), position(proposal, member, kind));
  }),

  object: on((proposal, alliance, now, { a, c }) => {
    const member = pick(onRevision(proposal), a);
    const by = member && speaker(alliance, member, now, c % 3 === 2 ? 'deputy' : 'representative', c);
    const command = member && position(proposal, member, 'object');
    return one(
      by,
      command && c % 9 === 8 ? ({ ...command, reason: c % 2 === 0 ? '   ' : undefined } as Command) : command,
    );
  }),

  deputy: on((proposal, alliance, now, { a, c }) => {
    const member = pick(onRevision(proposal), a);
    const by = member && pick(speakersOf(alliance, member, 'deputy', now), c);
    return one(
      by,
      member && position(proposal, member, (['agree', 'object', 'agreeWithReservation'] as const)[c % 3] ?? 'agree'),
    );
  }),

  /** Somebody who should not, for a member that is not theirs, on a revision that is not in force, without reasons. */
  stray: on((proposal, alliance, now, { a, b, c }) => {
    const by = pick([...people(alliance), 'operator' as const, 'clock' as const], a);
    const member = pick([...alliance.members.keys()], b);
    const right = member && speaker(alliance, member, now, c % 2 === 0 ? 'representative' : 'deputy', c);
    const command = member && position(proposal, member, c % 5 === 4 ? 'object' : 'agree');
    const ended = alliance.appointments.filter(({ to, effectiveFrom }) => to !== null || effectiveFrom > now);
    switch (c % 5) {
      case 0:
        return one(
          right,
          command && ({ ...command, revision: revisionOf(proposal).revision + ((c % 3) - 1) } as Command),
        );
      case 1:
        return one(pick(ended, a)?.person, pick(ended, a) && position(proposal, pick(ended, a)?.member ?? '', 'agree'));
      case 2:
        return one(right, command && ({ ...command, member: undefined } as Command));
      case 3:
        return one(pick(alliance.observers, a)?.person, command);
      default:
        return one(by, command);
    }
  }),

  withdrawObjection: on((proposal, alliance, now, { a, c }) => {
    const objecting = [...(proposal.current?.positions.values() ?? [])].filter((each) => each.position === 'object');
    const member = pick(objecting, a)?.member ?? pick(onRevision(proposal), a);
    const by = member && speaker(alliance, member, now, c % 4 === 3 ? 'deputy' : 'representative', c);
    return one(by, member && { kind: 'withdrawObjection', ...revisionOf(proposal), member });
  }, hasObjection),

  declare: on((proposal, alliance, now, { a, b, c }) => {
    const objecting = [...(proposal.current?.positions.values() ?? [])].filter((each) => each.position === 'object');
    const wanted = b % 3 === 0 ? objecting.map((each) => each.member) : b % 3 === 1 ? unheard(proposal) : [];
    const member = pick(wanted, a) ?? pick(onRevision(proposal), a);
    const by = member && speaker(alliance, member, now, c % 4 === 3 ? 'deputy' : 'representative', c);
    return one(
      by,
      member && {
        kind: 'declareInterest',
        ...revisionOf(proposal),
        member,
        level: (['recuse', 'speakOnly', 'recuse', 'note'] as const)[c % 4] ?? 'recuse',
        scope: b % 5 === 4 ? 'personal' : 'organisation',
        nature: words,
      },
    );
  }),

  withdrawInterest: on(
    (proposal, alliance, now, { a, c }) => {
      const declaration = pick(
        proposal.declarations.filter((each) => !each.withdrawn),
        a,
      );
      const by =
        c % 3 === 2 && declaration ? speaker(alliance, declaration.member, now, 'deputy', c) : declaration?.person;
      return one(
        by,
        declaration && { kind: 'withdrawInterest', ...revisionOf(proposal), declaration: declaration.number },
      );
    },
    (proposal) => proposal.declarations.some((each) => !each.withdrawn),
  ),

  confirm: on((proposal, alliance, now, { a, c }) => {
    const by = c % 4 === 3 ? pick(people(alliance), a) : pick(officers(alliance, now), a);
    return one(by, { kind: 'confirmRecount', ...revisionOf(proposal) });
  }, hasRecount),

  amend: on((proposal, alliance, now, move) => {
    const open = proposal.suggestions.filter((each) => each.answer === null);
    const suggestion = move.c % 3 === 2 ? pick(open, move.a)?.number : undefined;
    const by = move.c % 8 === 7 ? pick(holders(alliance, 'chair'), 0) : sponsor(alliance, proposal, now, move);
    return one(by, {
      kind: 'amendProposal',
      ...revisionOf(proposal),
      why: words,
      ...(suggestion === undefined ? { text: `${words} The ${move.a}th wording.` } : { suggestion }),
    });
  }),

  suggest: on((proposal, alliance, now, { a, c }) => {
    const member = pick(onRevision(proposal), a);
    const by =
      c % 4 === 3
        ? pick(holders(alliance, 'facilitator'), 0)
        : member && speaker(alliance, member, now, 'representative');
    return one(by, { kind: 'suggestAmendment', ...revisionOf(proposal), text: words, why: words });
  }),

  decline: on((proposal, alliance, now, move) =>
    one(sponsor(alliance, proposal, now, move), {
      kind: 'declineSuggestion',
      proposal: proposal.id,
      suggestion: 1 + (move.c % 2),
      reason: words,
    }),
  ),

  letChairAmend: on((proposal, alliance, now, move) =>
    one(sponsor(alliance, proposal, now, move), { kind: 'letChairAmend', proposal: proposal.id }),
  ),

  withdraw: on((proposal, alliance, now, move) =>
    one(sponsor(alliance, proposal, now, move), { kind: 'withdrawProposal', proposal: proposal.id, reason: words }),
  ),

  extend: on((proposal, alliance, now, move) => {
    const present = proposal.current?.deadline ?? proposal.deadline;
    const deadline = plusMs(present, (move.c % 2 === 0 ? (move.c % 7) - 4 : move.c % 36) * day);
    return one(sponsor(alliance, proposal, now, move), {
      kind: 'extendDeadline',
      proposal: proposal.id,
      deadline,
      reason: words,
    });
  }),

  nudge: on((proposal, alliance, now, move) =>
    one(sponsor(alliance, proposal, now, move), { kind: 'nudge', proposal: proposal.id }),
  ),

  callMeeting: on((proposal, alliance, now, { a }) => {
    const member = pick(onRevision(proposal), a);
    const by = member && speaker(alliance, member, now, 'representative');
    return one(by, { kind: 'callMeeting', ...revisionOf(proposal), member, reason: words });
  }),

  reopen: on(
    (proposal, alliance, now, move) =>
      one(sponsor(alliance, proposal, now, move), { kind: 'reopenProposal', proposal: proposal.id }),
    ({ status }) => status === 'referred',
  ),
};
