import type { Alliance, Proposal } from '../../src/alliance/alliance.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Instant } from '../../src/alliance/instant.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { MemberId, PersonId } from '../../src/alliance/names.js';
import { liveProposals, officers, onRevision, speakersOf } from './cast.js';
import { pick } from './moves.js';
import type { Act } from './moves.js';
import type { Asked, Meaning } from './orders.js';

/** Several orders that belong together and would seldom come together by chance; any of them may be refused. */
export const stories: Readonly<
  Record<Extract<Act, 'recuseObjector' | 'changeOfMind' | 'departing' | 'covering' | 'tooEarly' | 'tooLate'>, Meaning>
> = {
  /** Somebody objects, then takes no part; the others agree, and the officers confirm. */
  recuseObjector: (alliance, now, { a, b, c }) =>
    told(alliance, b, (proposal) => {
      const objector = pick(onRevision(proposal), a);
      if (objector === undefined) return [];
      const others = onRevision(proposal).filter((member) => member !== objector);
      return [
        ...says(alliance, now, objector, position(proposal, objector, 'object')),
        ...says(alliance, now, objector, interest(proposal, objector)),
        ...others
          .slice(c % 5 === 4 ? 1 : 0)
          .flatMap((member) => says(alliance, now, member, position(proposal, member, 'agree'))),
        ...confirmations(alliance, now, proposal),
      ];
    }),

  /** Somebody agrees, takes no part, and takes that back; the others agree. */
  changeOfMind: (alliance, now, { a, b, c }) =>
    told(alliance, b, (proposal) => {
      const member = pick(onRevision(proposal), a);
      if (member === undefined) return [];
      const others = onRevision(proposal).filter((other) => other !== member);
      const back: Command = {
        kind: 'withdrawInterest',
        ...on(proposal),
        declaration: proposal.declarations.length + 1,
      };
      return [
        ...says(alliance, now, member, position(proposal, member, 'agree')),
        ...says(alliance, now, member, interest(proposal, member)),
        ...says(alliance, now, member, back),
        ...others
          .slice(c % 3 === 2 ? 1 : 0)
          .flatMap((other) => says(alliance, now, other, position(proposal, other, 'agree'))),
      ];
    }),

  /** Somebody leaves, perhaps having objected, and speaks once more; the others agree, and the officers confirm. */
  departing: (alliance, now, { a, b, c }) =>
    told(alliance, b, (proposal) => {
      const member = pick(onRevision(proposal), a);
      const [officer] = officers(alliance, now);
      if (member === undefined || officer === undefined) return [];
      const others = onRevision(proposal).filter((other) => other !== member);
      return [
        ...(c % 2 === 0 ? says(alliance, now, member, position(proposal, member, 'object')) : []),
        ...others.flatMap((other) => says(alliance, now, other, position(proposal, other, 'agree'))),
        { by: officer, command: { kind: 'recordDeparture', member } },
        ...says(alliance, now, member, position(proposal, member, 'agree')),
        ...(c % 3 === 0 ? [] : confirmations(alliance, now, proposal)),
      ];
    }),

  /** A deputy covers an absence of the representative, and speaks again when it is over. */
  covering: (alliance, now, { a, b }) =>
    told(alliance, b, (proposal) => {
      const covered = onRevision(proposal).filter((member) => speakersOf(alliance, member, 'deputy', now).length > 0);
      const member = pick(covered, a);
      const [person] = member === undefined ? [] : speakersOf(alliance, member, 'representative', now);
      if (member === undefined || person === undefined) return [];
      const [cover] = speakersOf(alliance, member, 'deputy', now);
      if (cover === undefined) return [];
      return [
        ...says(alliance, now, member, position(proposal, member, 'agree')),
        { by: person, command: { kind: 'recordAbsence', member, from: now, to: plusMs(now, hour), cover } },
        { by: cover, command: position(proposal, member, 'object') },
        { by: cover, command: position(proposal, member, 'agree'), wait: 2 * hour },
      ];
    }),

  /** A newcomer speaks before the appointment has begun. */
  tooEarly: (alliance, now, { a, b }) =>
    told(alliance, b, (proposal) => {
      const member = pick(onRevision(proposal), a);
      return member === undefined ? [] : newcomer(alliance, now, proposal, { member, from: plusMs(now, 20 * hour) });
    }),

  /** A newcomer speaks after the appointment has ended, the end of which was then put off. */
  tooLate: (alliance, now, { a, b }) =>
    told(alliance, b, (proposal) => {
      const member = pick(onRevision(proposal), a);
      if (member === undefined) return [];
      const [appointing, speaking] = newcomer(alliance, now, proposal, { member, to: plusMs(now, hour) });
      if (appointing === undefined || speaking === undefined) return [];
      const { by } = speaking;
      const ending = {
        kind: 'endAppointment',
        person: by as PersonId,
        member,
        as: 'deputy',
        at: plusMs(now, 30 * hour),
      } as const;
      return [appointing, { by: appointing.by, command: ending }, { ...speaking, wait: 2 * hour }];
    }),
};

const hour = 3_600_000;

/** Somebody new is appointed deputy for a time, and speaks at once. */
const newcomer = (
  alliance: Alliance,
  now: Instant,
  proposal: Proposal,
  term: { readonly member: MemberId; readonly from?: Instant; readonly to?: Instant },
): readonly Asked[] => {
  const person: PersonId = `person:${alliance.people.size + 1}`;
  return officers(alliance, now)
    .slice(0, 1)
    .flatMap((by) => [
      { by, command: { kind: 'appoint', person: { name: 'A newcomer' }, as: 'deputy', ...term } },
      { by: person, command: position(proposal, term.member, 'agree') },
    ]);
};

const told = (
  alliance: Alliance,
  figure: number,
  story: (proposal: Proposal) => readonly Asked[],
): readonly Asked[] => {
  const proposal = pick(
    liveProposals(alliance).filter(({ status }) => status === 'open'),
    figure,
  );
  return proposal === undefined ? [] : story(proposal);
};

const on = ({ id, current }: Proposal) => ({ proposal: id, revision: current?.number ?? 1 });

const says = (alliance: Alliance, now: Instant, member: MemberId, command: Command): readonly Asked[] =>
  speakersOf(alliance, member, 'representative', now)
    .slice(0, 1)
    .map((by) => ({ by, command }));

const position = (proposal: Proposal, member: MemberId, kind: 'agree' | 'object'): Command => ({
  kind: 'recordPosition',
  ...on(proposal),
  member,
  position: kind,
  ...(kind === 'agree' ? {} : { reason: 'We have not seen the figures.' }),
});

const interest = (proposal: Proposal, member: MemberId): Command => ({
  kind: 'declareInterest',
  ...on(proposal),
  member,
  level: 'recuse',
  scope: 'organisation',
  nature: 'We would be paid for it.',
});

const confirmations = (alliance: Alliance, now: Instant, proposal: Proposal): readonly Asked[] =>
  officers(alliance, now).map((by) => ({ by, command: { kind: 'confirmRecount', ...on(proposal) } }));
