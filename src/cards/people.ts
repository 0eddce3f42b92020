import type { Member } from '../alliance/alliance.js';
import { isPerson } from '../alliance/names.js';
import type { Actor, PersonId } from '../alliance/names.js';
import { appointed, isInOffice, officesOf, voicesOf } from '../alliance/speaking.js';
import { buttonBlock, formButton, orderButton, showButton } from './buttons.js';
import { plain } from './card.js';
import type { Block, Button, Card } from './card.js';
import { listCard } from './lists.js';
import type { View } from './view.js';
import { buttonWords } from './words/buttons.js';
import { formTitles } from './words/forms.js';
import { listed, sentenceCase } from './words/general.js';
import { awayUntil, deputiesWords, deputyWords, lineOf, listWords, noticeWords, welcomeWords } from './words/lists.js';
import { dayWords } from './words/moments.js';
import {
  appointmentNames,
  capacityNames,
  memberName,
  observerNames,
  officeNames,
  peopleNames,
  personName,
  withArticle,
} from './words/names.js';

/** Seats with who speaks for each, deputies, vacancies and absences; officers; observers; former members. */
export const peopleCard = (view: View): Card => {
  const { alliance, now } = view;
  const members = [...alliance.members.values()];
  const seated = members.filter((member) => isInOffice(member, now));
  const former = members.filter(({ leftAt }) => leftAt !== null);
  const officers = alliance.officers.filter(({ from, to }) => from <= now && (to === null || now < to));
  const observers = alliance.observers.filter(({ from, to }) => from <= now && (to === null || now < to));
  return listCard(view, listWords.people, [
    facts(seated.map((member) => [memberName(view, member.id), seatWords(view, member)])),
    ...section(
      listWords.officers,
      officers.map(({ office, person }) => [sentenceCase(officeNames[office]), personName(view, person)]),
    ),
    ...section(
      listWords.observers,
      observers.map(({ person, role, of }) => [personName(view, person), lineOf([observerNames[role], of ?? ''])]),
    ),
    ...section(
      listWords.formerMembers,
      former.map(({ id, leftAt }) => [memberName(view, id), leftAt === null ? '' : dayWords(view, leftAt)]),
    ),
    ...buttonBlock([showButton(view, buttonWords.changePeople, { show: 'changePeople' })]),
  ]);
};

/** Every change of people and seats as a button; who may make each is decided when it is asked. */
export const changePeopleCard = (view: View): Card => {
  const forms = [
    'appoint',
    'endAppointment',
    'absence',
    'takeOffice',
    'leaveOffice',
    'admitObserver',
    'endObserver',
    'rename',
    'join',
    'notice',
    'departure',
  ] as const;
  const buttons = forms.map((form): Button => formButton(view, formTitles[form][0], { form }));
  return listCard(view, listWords.changePeople, [
    { kind: 'text', spans: [plain(listWords.changePeopleNote)] },
    ...buttonBlock(buttons),
  ]);
};

/** What this person can do here, and the buttons to begin with. */
export const welcomeCard = (view: View, person: Actor): Card => {
  const { alliance } = view;
  const sentences = isPerson(person) && alliance.people.has(person) ? standing(view, person) : [welcomeWords.stranger];
  const buttons = [
    showButton(view, buttonWords.mine, { show: 'mine' }, 'primary'),
    showButton(view, buttonWords.open, { show: 'open' }),
    showButton(view, buttonWords.decisions, { show: 'decisions' }),
    showButton(view, buttonWords.people, { show: 'people' }),
    formButton(view, buttonWords.table, { form: 'table' }),
    formButton(view, buttonWords.absence, { form: 'absence' }),
    formButton(view, buttonWords.preferences, { form: 'preferences' }),
    ...backButtons(view, person),
  ];
  const heading = `${listWords.welcome}, ${isPerson(person) ? personName(view, person) : alliance.name}`;
  return listCard(view, heading, [
    ...sentences.map((words): Block => ({ kind: 'text', spans: [plain(words)] })),
    ...buttonBlock(buttons),
  ]);
};

/** "I am back", for each absence of the person. */
const backButtons = (view: View, person: Actor): readonly Button[] =>
  view.alliance.absences
    .filter((absence) => absence.person === person && view.now < absence.to)
    .map(({ member }) => orderButton(view, buttonWords.endAbsence, { kind: 'endAbsence', member }));

const standing = (view: View, person: PersonId): readonly string[] => {
  const { alliance, now } = view;
  const voices = voicesOf(alliance, person, now);
  const offices = officesOf(alliance, person, now);
  const observer = alliance.observers.find((each) => each.person === person && (each.to === null || now < each.to));
  return [
    ...voices.map(({ member, as }) => welcomeWords.speaks(memberName(view, member), appointmentNames[as])),
    ...(voices.length > 1 ? [welcomeWords.several] : []),
    ...(voices.length > 0 ? [welcomeWords.votes, welcomeWords.silence] : []),
    ...(offices.length > 0 ? [welcomeWords.office(listed(offices.map((office) => officeNames[office])))] : []),
    ...(observer === undefined ? [] : [welcomeWords.observer(withArticle(observerNames[observer.role]))]),
  ];
};

/** "Rowan Ellis · deputy: Sam Okafor · away until …": one line a seat. */
const seatWords = (view: View, { id, capacity, voting, noticeOf }: Member): string => {
  const { alliance, now } = view;
  const [representative] = appointed(alliance, id, 'representative', now);
  const deputies = appointed(alliance, id, 'deputy', now).map(({ person }) => person);
  const away = alliance.absences.find(
    ({ person, member, from, to }) => person === representative?.person && member === id && from <= now && now < to,
  );
  return lineOf([
    representative === undefined ? listWords.nobody : personName(view, representative.person),
    deputies.length === 0
      ? listWords.noDeputy
      : (deputies.length === 1 ? deputyWords : deputiesWords)(peopleNames(view, deputies, 'and')),
    away === undefined
      ? ''
      : awayUntil(dayWords(view, away.to), away.cover === null ? null : personName(view, away.cover)),
    capacityNames[capacity],
    voting ? '' : listWords.nonVoting,
    noticeOf === null ? '' : noticeWords(dayWords(view, noticeOf)),
  ]);
};

const facts = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  facts: rows.map(([label, words]) => ({ label, spans: [plain(words)] })),
});

const section = (heading: string, rows: readonly (readonly [string, string])[]): readonly Block[] =>
  rows.length === 0 ? [] : [{ kind: 'heading', level: 2, spans: [plain(heading)] }, facts(rows)];
