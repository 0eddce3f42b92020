import type { Alliance, Member, Proposal } from '../../alliance/alliance.js';
import type {
  Actor,
  AppointmentKind,
  Capacity,
  MemberId,
  ObserverRole,
  Office,
  PersonId,
  TextRef,
} from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { speakersFor } from '../../alliance/speaking.js';
import { visible, visibleLine } from '../fit.js';
import type { View } from '../view.js';
import { listedUpTo, removedText } from './general.js';

/** The name of record in force, safe to show; never a platform's display name (domain.md E83). */
export const personName = (view: View, person: PersonId): string => {
  const known = view.alliance.people.get(person);
  return known === undefined ? 'a person not in the register' : nameOfRecord(view, known.name);
};

/** Everybody of that name, in any case of letters; or the one person meant by "person 7". */
export const peopleCalled = (view: View, named: string): readonly PersonId[] => {
  const [, number] = /^person[ :]([1-9]\d{0,8})$/iu.exec(named.trim()) ?? [];
  const wanted = named.trim().toLowerCase();
  return [...view.alliance.people.keys()].filter((person) =>
    number === undefined ? personName(view, person).toLowerCase() === wanted : person === `person:${number}`,
  );
};

/** A name as it stood when it was written down. */
export const nameOfRecord = (view: View, name: TextRef): string => {
  const words = view.text(name);
  return words === null ? '[name removed]' : visibleLine(words) || '[no name]';
};

/** Who did it: a person, the clock or the operator. */
export const actorName = (view: View, actor: Actor): string => {
  if (isPerson(actor)) return personName(view, actor);
  return actor === 'clock' ? 'the clock' : 'the operator';
};

/** "Rowan Ellis or Sam Okafor": who can be asked. Nobody on record gives an empty text. */
export const peopleNames = (view: View, people: readonly PersonId[], joiner: 'and' | 'or' = 'or'): string =>
  listedUpTo(
    people.map((person) => personName(view, person)),
    4,
    joiner,
  );

/** Who may speak for a member now, or that nobody is appointed. */
export const speakersOrVacancy = (view: View, member: MemberId): string => {
  const speakers = speakersFor(view.alliance, member, view.now);
  return speakers.length === 0 ? 'nobody (no one is appointed)' : peopleNames(view, speakers);
};

/**
 * The member's name of today, safe to show. Two seats whose names look alike are told apart by the short name that the
 * charter gave them.
 */
export const memberName = (view: View, member: MemberId): string =>
  apartNames(view.alliance).get(member) ?? visibleLine(member);

export const memberNames = (view: View, members: readonly MemberId[]): readonly string[] =>
  members.map((member) => memberName(view, member));

/** A name that the record kept, told apart from look-alikes of today. */
export const recordedMemberName = (view: View, member: MemberId, name: string): string =>
  view.alliance.members.get(member)?.name === name ? memberName(view, member) : visibleLine(name);

/** The words behind a reference, safe to show; a redacted text says so. */
export const textOf = (view: View, ref: TextRef): string => {
  const words = view.text(ref);
  return words === null ? removedText : visible(words);
};

/** The title of a proposal on one line. */
export const titleOf = (view: View, { title }: Pick<Proposal, 'title'>): string => {
  const words = view.text(title);
  return words === null ? removedText : visibleLine(words);
};

export const officeNames: Readonly<Record<Office, string>> = {
  allianceManager: 'Alliance Manager',
  chair: 'chair',
  deputyChair: 'deputy chair',
  secretary: 'secretary',
  facilitator: 'facilitator',
  convenor: 'convenor',
};

export const appointmentNames: Readonly<Record<AppointmentKind, string>> = {
  representative: 'representative',
  deputy: 'deputy',
  nominatingOfficer: 'nominating officer',
  seniorSponsor: 'senior sponsor',
};

export const observerNames: Readonly<Record<ObserverRole, string>> = {
  observer: 'observer',
  adviser: 'adviser',
  networkProvider: 'network provider',
  livedExperience: 'lived-experience adviser',
  evaluator: 'evaluator',
};

export const capacityNames: Readonly<Record<Capacity, string>> = {
  commissioner: 'commissioner',
  provider: 'provider',
  other: 'member',
};

/** "an observer", "a deputy". */
export const withArticle = (noun: string): string => `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${noun}`;

const apart = new WeakMap<Alliance['members'], ReadonlyMap<MemberId, string>>();

/** Worked out once for each register of members: the same register always gives the same names. */
const apartNames = ({ members }: Alliance): ReadonlyMap<MemberId, string> => {
  const known = apart.get(members);
  if (known !== undefined) return known;
  const alike = new Map<string, number>();
  for (const { name } of members.values()) alike.set(look(name), (alike.get(look(name)) ?? 0) + 1);
  const shown = ({ id, name }: Member): string =>
    (alike.get(look(name)) ?? 0) > 1 ? `${visibleLine(name)} (${id})` : visibleLine(name);
  const names = new Map([...members.values()].map((member) => [member.id, shown(member)]));
  apart.set(members, names);
  return names;
};

/** What a name looks like: invisible characters, width, case, accents and letters of other scripts make no difference. */
const look = (name: string): string =>
  Array.from(name.normalize('NFKD').replace(/[\p{Default_Ignorable_Code_Point}\p{Mark}\p{White_Space}]/gu, ''))
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replace(/[il1|]/gu, 'l')
    .replace(/0/gu, 'o');

const lookAlikes: ReadonlyMap<string, string> = new Map(
  ['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'ХX', 'УY', 'ІI', 'ЅS', 'ЈJ']
    .concat(['аa', 'еe', 'оo', 'рp', 'сc', 'хx', 'уy', 'іi', 'ѕs', 'јj', 'ԁd', 'һh', 'ԛq', 'ԝw', 'ӏl'])
    .concat(['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX', 'οo', 'νv'])
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
