import type { Command } from 'commander';
import type { Appointment, Member } from '../../src/alliance/alliance.js';
import type { Instant } from '../../src/alliance/instant.js';
import { isAway, isInOffice, isLive } from '../../src/alliance/speaking.js';
import type { View } from '../../src/cards/view.js';
import { practiceNote, sentenceCase } from '../../src/cards/words/general.js';
import { dayWords } from '../../src/cards/words/moments.js';
import {
  appointmentNames,
  capacityNames,
  memberName,
  observerNames,
  officeNames,
  personName,
} from '../../src/cards/words/names.js';
import type { Desk } from './desk.js';
import type { Reading } from './places.js';
import { ofAlliance, reading, unreadableNote, withReading } from './places.js';
import { asJson, examples, paragraphs } from './print.js';

/** `people`: the register, by seat. */
export const addPeople = (program: Command, desk: Desk): void => {
  withReading(program.command('people'))
    .summary('list members, people, officers and observers')
    .description(
      'Lists who speaks for each member, who holds which office, and who is heard without a vote, with their dates. ' +
        'People are appointed and changed by people of the alliance, never from here.',
    )
    .argument('<alliance>', 'its code, such as PLY')
    .addHelpText('after', examples(['people PLY', ''], ['people PLY --json', 'former people too']))
    .action((code: string, options: Reading) =>
      reading(desk, options, async (books) => {
        desk.say(await ofAlliance(books, code, options.json === true ? register : registerInWords));
      }),
    );
};

const register = (view: View): string => {
  const { members, people, appointments, officers, observers } = view.alliance;
  return asJson({
    members: [...members.values()],
    people: [...people.values()].map(({ id, organisation }) => ({ id, name: personName(view, id), organisation })),
    appointments,
    officers,
    observers,
  });
};

const registerInWords = (view: View): string => {
  const { alliance, now } = view;
  const officers = alliance.officers.filter((holding) => isNow(holding, now));
  const observers = alliance.observers.filter((observer) => isNow(observer, now));
  return paragraphs(
    alliance.practice ? practiceNote : '',
    ...unreadableNote(alliance),
    ...[...alliance.members.values()].map((member) => seatInWords(view, member)),
    group(
      'Officers (an office carries no vote)',
      officers.map(({ office, person }) => `${sentenceCase(officeNames[office])}: ${personName(view, person)}`),
    ),
    group(
      'Observers (no vote)',
      observers.map(
        ({ person, role, of }) => `${personName(view, person)}, ${observerNames[role]}${of === null ? '' : `, ${of}`}`,
      ),
    ),
  );
};

const seatInWords = (view: View, member: Member): string => {
  const { alliance, now } = view;
  const appointments = alliance.appointments.filter((each) => each.member === member.id && isLive(alliance, each, now));
  const lines = appointments.map((appointment) => appointmentInWords(view, appointment));
  return group(headingOf(view, member), lines.length === 0 ? ['nobody is appointed'] : lines);
};

const headingOf = (view: View, member: Member): string => {
  const { id, capacity, voting, from, noticeOf, leftAt } = member;
  const leaving = leftAt ?? noticeOf;
  const dates = [
    from > view.now ? `from ${dayWords(view, from)}` : `since ${dayWords(view, from)}`,
    ...(leaving === null ? [] : [isInOffice(member, view.now) ? `leaves on ${dayWords(view, leaving)}` : 'has left']),
  ];
  return `${memberName(view, id)} (${id}, ${capacityNames[capacity]}${voting ? '' : ', no vote'}; ${dates.join('; ')})`;
};

const appointmentInWords = (view: View, { person, as, from, to, limits }: Appointment): string => {
  const dates = `since ${dayWords(view, from)}${to === null ? '' : `, until ${dayWords(view, to)}`}`;
  const away = isAway(view.alliance, person, view.now) ? ', away' : '';
  const spend = limits?.spendUpTo === undefined ? '' : `, up to £${limits.spendUpTo.toLocaleString('en-GB')}`;
  return `${personName(view, person)}, ${appointmentNames[as]}, ${dates}${spend}${away}`;
};

const isNow = ({ from, to }: { readonly from: Instant; readonly to: Instant | null }, now: Instant): boolean =>
  from <= now && (to === null || now < to);

const group = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`;
