import type { Proposal } from '../../alliance/alliance.js';
import { localDateOf } from '../../alliance/calendar.js';
import { msOf, plusMs } from '../../alliance/instant.js';
import type { Instant, LocalDate } from '../../alliance/instant.js';
import { recountEnds } from '../../alliance/passing.js';
import { termDates, termNoticeDays } from '../../alliance/term.js';
import type { TermDate } from '../../alliance/term.js';
import { bold, plain } from '../card.js';
import type { Block } from '../card.js';
import { liveProposals } from '../lists.js';
import { comingWords } from '../words/digest.js';
import { quoted } from '../words/general.js';
import { appointmentNames, memberName, officeNames, personName } from '../words/names.js';
import { nameInMessages } from '../words/proposal.js';
import { dateWords } from '../words/moments.js';
import type { DigestView } from './digest.js';

/** What happens in the weeks ahead, day by day: deadlines, openings, people and members who leave, the term's end (ID-7). */
export const coming = (view: DigestView): readonly Block[] => {
  const lines = [...ofProposals(view), ...ofMembers(view), ...ofPeople(view), ...ofTerm(view)];
  const inOrder = lines.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const items = inOrder.map(({ on, words }) => [bold(dateWords(on)), plain(`: ${words}`)]);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
};

interface Line {
  readonly on: LocalDate;
  readonly words: string;
}

const dayMs = 86_400_000;
/** Four weeks of business, and a year's quarter of people and members who leave. */
const businessDays = 28;
const leavingDays = 91;

const ofProposals = (view: DigestView): readonly Line[] =>
  liveProposals(view).flatMap((proposal) => {
    const next = nextOf(view, proposal);
    return next === null || !isAhead(view, next.at, businessDays)
      ? []
      : [{ on: dayOf(view, next.at), words: next.words(nameInMessages(view, proposal)) }];
  });

const nextOf = (
  { alliance, now }: DigestView,
  { status, current, opensAt, referral }: Proposal,
): { readonly at: Instant; readonly words: (name: string) => string } | null => {
  if (status === 'tabled') return { at: opensAt, words: comingWords.opens };
  if (status === 'referred') return referral === null ? null : { at: referral.lapsesAt, words: comingWords.meeting };
  if (status !== 'open' || current === null) return null;
  if (current.recount !== null && current.deadline <= now) {
    return { at: recountEnds(alliance, current), words: comingWords.recount };
  }
  return { at: current.deadline, words: comingWords.deadline };
};

const ofMembers = (view: DigestView): readonly Line[] =>
  [...view.alliance.members.values()].flatMap(({ id, noticeOf, leftAt }) =>
    noticeOf === null || leftAt !== null || !isAhead(view, noticeOf, leavingDays)
      ? []
      : [{ on: lastDay(view, noticeOf), words: comingWords.leaves(memberName(view, id)) }],
  );

/** Appointments, offices and observers that come to their end. */
const ofPeople = (view: DigestView): readonly Line[] => {
  const { appointments, officers, observers, members } = view.alliance;
  const ending = (to: Instant | null, words: () => string): readonly Line[] =>
    to === null || !isAhead(view, to, businessDays) ? [] : [{ on: lastDay(view, to), words: words() }];
  return [
    ...appointments
      .filter(({ member }) => members.get(member)?.leftAt === null)
      .flatMap(({ person, member, as, to }) =>
        ending(to, () =>
          comingWords.appointmentEnds(personName(view, person), appointmentNames[as], memberName(view, member)),
        ),
      ),
    ...officers.flatMap(({ person, office, to }) =>
      ending(to, () => comingWords.officeEnds(personName(view, person), officeNames[office])),
    ),
    ...observers.flatMap(({ person, to }) => ending(to, () => comingWords.observerEnds(personName(view, person)))),
  ];
};

/** From twelve weeks before until twelve weeks after: an end that nobody settled is not forgotten at once. */
const ofTerm = (view: DigestView): readonly Line[] =>
  termDates(view.alliance.charter).flatMap((date) => {
    const days = (msOf(`${date.on}T00:00:00.000Z`) - msOf(`${dayOf(view, view.now)}T00:00:00.000Z`)) / dayMs;
    const from = date.kind === 'termEnds' ? -termNoticeDays : 0;
    // The day of the week does not matter: "in 12 weeks" begins with the first Monday of which that is true.
    return from <= days && days < termNoticeDays + 7 ? [{ on: date.on, words: termWords(date, days) }] : [];
  });

const termWords = ({ kind, option }: TermDate, days: number): string => {
  switch (kind) {
    case 'termEnds':
      return comingWords.termEnds(days);
    case 'optionDecided':
      return comingWords.optionDecided(quoted(option ?? ''));
    case 'reviewBegins':
      return comingWords.reviewBegins;
    case 'pilotDecided':
      return comingWords.pilotDecided;
  }
};

const isAhead = ({ now }: DigestView, at: Instant, days: number): boolean =>
  now < at && at <= plusMs(now, days * dayMs);

const dayOf = (view: DigestView, at: Instant): LocalDate => localDateOf(view.alliance.charter.calendar, at);

/** What ends at midnight ended with the day before. */
const lastDay = (view: DigestView, at: Instant): LocalDate => dayOf(view, plusMs(at, -1));
