import type { Member } from '../../src/alliance/alliance.js';
import { appointmentKinds, type PersonId } from '../../src/alliance/names.js';
import { appointed, isInOffice, officesOf } from '../../src/alliance/speaking.js';
import type { View } from '../../src/cards/view.js';
import { listed } from '../../src/cards/words/general.js';
import { appointmentNames, memberName, observerNames, officeNames, personName } from '../../src/cards/words/names.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { html, type Markup } from './html.js';

const words = playgroundWords.chairs;

/** Everybody of an alliance under the seat or part they have now, as links that lead into their chairs. */
export const renderChairs = (view: View, base: string, current: PersonId | null): Markup => {
  const groups = chairsOf(view);
  return html`<div class="seats">
    ${groups.map(
      ({ heading, note, chairs }) =>
        html`<section class="seat">
          <h3>${heading}</h3>
          ${note !== '' && html`<p class="soft">${note}</p>`}
          <ul>
            ${chairs.map(
              ({ person, role }) =>
                html`<li>
                  <a href="${chairAddress(base, person)}/#latest" ${person === current && html` aria-current="true"`}
                    ><bdi>${personName(view, person)}</bdi> <span class="role">${role}</span></a
                  >
                </li>`,
            )}
          </ul>
        </section>`,
    )}
  </div>`;
};

/** Address of a chair within an alliance, without a slash at its end. */
export const chairAddress = (base: string, person: PersonId): string => `${base}/${person.replace(':', '-')}`;

/** "You are Rowan Ellis, representative for Harbour". */
export const chairWords = (view: View, person: PersonId): string => {
  const roles = rolesOf(view, person);
  const name = personName(view, person);
  return roles.length === 0 ? words.youAreNobody(name) : words.youAre(name, listed(roles));
};

interface Group {
  readonly heading: string;
  readonly note: string;
  readonly chairs: readonly { readonly person: PersonId; readonly role: string }[];
}

const chairsOf = (view: View): readonly Group[] => {
  const { alliance, now } = view;
  const seats = [...alliance.members.values()].filter((member) => isInOffice(member, now));
  const groups: Group[] = [officersOf(view), ...seats.map((member) => seatOf(view, member)), observersOf(view)];
  const seated = new Set(groups.flatMap(({ chairs }) => chairs.map(({ person }) => person)));
  const others = [...alliance.people.keys()].filter((person) => !seated.has(person));
  groups.push({ heading: words.others, note: '', chairs: others.map((person) => ({ person, role: '' })) });
  return groups.filter(({ chairs, note }) => chairs.length > 0 || note !== '');
};

const seatOf = (view: View, member: Member): Group => {
  const roles = new Map<PersonId, string[]>();
  for (const as of appointmentKinds) {
    for (const { person } of appointed(view.alliance, member.id, as, view.now)) {
      roles.set(person, [...(roles.get(person) ?? []), appointmentNames[as]]);
    }
  }
  const chairs = [...roles].map(([person, names]) => ({ person, role: listed(names) }));
  return { heading: memberName(view, member.id), note: chairs.length === 0 ? words.vacant : '', chairs };
};

const officersOf = (view: View): Group => {
  const holders = [...new Set(view.alliance.officers.map(({ person }) => person))];
  const chairs = holders.flatMap((person) => {
    const held = officesOf(view.alliance, person, view.now).map((office) => officeNames[office]);
    return held.length === 0 ? [] : [{ person, role: listed(held) }];
  });
  return { heading: words.officers, note: '', chairs };
};

const observersOf = ({ alliance, now }: View): Group => ({
  heading: words.observers,
  note: '',
  chairs: alliance.observers
    .filter(({ from, to }) => from <= now && (to === null || now < to))
    .map(({ person, role, of }) => ({
      person,
      role: of === null ? observerNames[role] : words.observerOf(observerNames[role], of),
    })),
});

const rolesOf = (view: View, person: PersonId): readonly string[] => {
  const { alliance, now } = view;
  const seats = [...alliance.members.values()].filter((member) => isInOffice(member, now));
  return [
    ...officesOf(alliance, person, now).map((office) => officeNames[office]),
    ...seats.flatMap((member) =>
      appointmentKinds
        .filter((as) => appointed(alliance, member.id, as, now).some((appointment) => appointment.person === person))
        .map((as) => words.roleFor(appointmentNames[as], memberName(view, member.id))),
    ),
    ...observersOf(view)
      .chairs.filter((chair) => chair.person === person)
      .map(({ role }) => role),
  ];
};
