import { expect } from 'vitest';
import type { CharterDocument } from '../../src/alliance/charter.js';
import type { EventKind } from '../../src/alliance/events.js';
import type { Entry } from '../../src/ledger/entry.js';
import { exampleCharter } from '../alliance/charters.js';

/** What one person has before them on one platform, and what they are told when they press something. */
export interface FrontDoor {
  /** It is now this local time of the alliance: "2026-04-30 10:00". */
  readonly until: (said: string) => Promise<void>;
  /** The words on a card that somebody asks for: "meetings", "meeting M-1", "minutes M-1", "proposal P-1", "action A-1". */
  readonly sees: (who: string, card: string) => Promise<string>;
  /** They press the button of this label on it, fill in the form where one opens, and are told this. */
  readonly presses: (who: string, card: string, label: string, answers?: Answers) => Promise<string>;
}

/** By the name of the field; a choice by its value, a moment as local time. */
export type Answers = Readonly<Record<string, string>>;

const secretary = 'Victoria Sayer';
const chair = 'George Amponsah';
const [deborah, emmanuel] = ['person:10', 'person:17'] as const;
/** Who speaks in the meeting for those who take part in the first decision: Emmanuel Tetteh stands in for Chloe Bennett. */
const deciding = ['Rosalind Amadi', 'Errol Watkins', 'Kavita Menon', 'Deborah Asante', 'Emmanuel Tetteh'] as const;
const conflicted = 'Hassan Iqbal';

/**
 * The monthly meeting of the Lambeth Living Well Network Alliance, from its notice to confirmed minutes, as people do it:
 * by the buttons on the cards that they see. It is called on `first`, a Wednesday, for the Thursday four weeks later.
 */
export const lambethMeeting = async (door: FrontDoor, first: string): Promise<void> => {
  const day = (days: number): string => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
  await notice(door, day);
  await agenda(door);
  await door.until(`${day(held)} 10:00`);
  await roll(door);
  await inTheRoom(door, first.slice(0, 4));
  await withoutQuorum(door, day);
  await door.until(`${day(held + 1)} 10:00`);
  await circulation(door, first.slice(0, 4));
  await minutes(door);
  await confirmation(door, day);
};

type Day = (days: number) => string;
const held = 29;
const next = 57;

const notice = async (door: FrontDoor, day: Day): Promise<void> => {
  const called = await door.presses(secretary, 'meetings', 'Call a meeting', {
    body: 'leadership',
    startsAt: `${day(held)}T10:00`,
    endsAt: `${day(held)}T12:00`,
    place: 'Winterbourne Room, 336 Brixton Road, London',
  });
  expect(called).toContain('Everybody is invited.');
  const card = await door.sees('Errol Watkins', 'meeting M-1');
  expect(card).toContain('M-1, Alliance Leadership Team');
  expect(card).toContain('Winterbourne Room, 336 Brixton Road, London');
  expect(card).toContain('No items yet.');
  expect(await door.sees('Errol Watkins', 'mine')).toContain('Say whether somebody comes for Lambeth Council.');
};

const agenda = async (door: FrontDoor): Promise<void> => {
  for (const [who, title] of [
    ['Errol Watkins', 'Open the Brixton hub on Saturdays'],
    ['Kavita Menon', 'Renew the lease of the Streatham house'],
  ] as const) {
    const tabled = await door.presses(who, 'meeting M-1', 'Table for the meeting', {
      class: 'routine',
      title,
      bestForPeople: 'People find help near to where they live, on more days.',
      text: `${title}, for one year from June.`,
    });
    expect(tabled).toContain('It opens when it is put to the meeting');
  }
  await door.presses(secretary, 'meeting M-1', 'Put on the agenda', {
    as: 'noting',
    title: 'Performance in March',
    text: 'Waiting times fell to nine days.',
  });
  await door.presses('Chloe Bennett', 'meeting M-1', 'Send apologies', { deputy: emmanuel });
  expect(await door.presses(secretary, 'meeting M-1', 'Send out the pack')).toContain('It never changes.');
  const card = await door.sees(conflicted, 'meeting M-1');
  expect(card).toContain('Apologies: Chloe Bennett (Emmanuel Tetteh comes instead).');
  expect(card).toContain('1. Open the Brixton hub on Saturdays');
  expect(card).toContain('3. Performance in March');
  expect(card).toContain('Pack sent out on');
};

const roll = async (door: FrontDoor): Promise<void> => {
  await door.presses(secretary, 'meeting M-1', 'Open the meeting');
  await door.presses(secretary, 'meeting M-1', 'I am here');
  expect(await door.presses(chair, 'meeting M-1', 'I am here')).toContain(
    'George Amponsah presides over M-1, as chair.',
  );
  for (const who of deciding) await door.presses(who, 'meeting M-1', 'I am here');
  expect(await door.sees(chair, 'meeting M-1')).toContain('not quorate yet');
  expect(await door.presses(conflicted, 'meeting M-1', 'I am here, remote')).toContain('M-1 is quorate');
};

const inTheRoom = async (door: FrontDoor, year: string): Promise<void> => {
  await door.presses(conflicted, 'meeting M-1', 'Declare interest', {
    item: '1',
    nature: 'We own the building of the hub.',
    level: 'recuse',
    scope: 'organisation',
  });
  expect(await door.presses(secretary, 'meeting M-1', 'Put item 1')).toContain(
    'Every member says its position with the buttons on the card.',
  );
  for (const who of deciding) await door.presses(who, 'proposal P-1', 'Agree');
  expect(await door.sees(conflicted, 'proposal P-1')).toContain(
    'Adopted by all 5 eligible members; Charity A took no part (interest declared)',
  );
  expect(await door.sees(conflicted, 'proposal P-1')).toContain(`LWN-${year}-001`);
  await door.presses(secretary, 'meeting M-1', 'Take a note on item 1', { text: 'Two members staff the hub in turn.' });
};

const withoutQuorum = async (door: FrontDoor, day: Day): Promise<void> => {
  expect(await door.presses('Kavita Menon', 'meeting M-1', 'I am leaving')).toContain(
    'M-1 is not quorate any more: Mental health trust absent.',
  );
  expect(await door.presses(secretary, 'meeting M-1', 'Put item 2')).toContain(
    'M-1 has no quorum for item 2 (Renew the lease of the Streatham house): Mental health trust absent.',
  );
  await door.presses(secretary, 'meeting M-1', 'Take a note', { item: '2', text: 'The rent rises by 4 per cent.' });
  for (const text of ['Write the rota for Saturdays', 'Ask the landlord for the new lease']) {
    const recorded = await door.presses(secretary, 'meeting M-1', 'Record an action', {
      ...{ text, owner: deborah, member: 'social-care' },
      due: day(held + 14),
    });
    expect(recorded).toContain('Its owner is reminded before it is due.');
  }
  expect(await door.presses(secretary, 'meeting M-1', 'End the meeting')).toContain('The draft minutes are ready.');
};

/** The decision that the meeting could not make is made by all, the day after. */
const circulation = async (door: FrontDoor, year: string): Promise<void> => {
  for (const who of [...deciding, conflicted]) await door.presses(who, 'proposal P-2', 'Agree');
  const card = await door.sees(chair, 'proposal P-2');
  expect(card).toContain('Adopted unanimously, 6 of 6');
  expect(card).toContain(`LWN-${year}-002`);
};

const minutes = async (door: FrontDoor): Promise<void> => {
  expect(await door.sees(chair, 'minutes M-1')).toContain('The rent rises by 4 per cent.');
  await door.presses(secretary, 'minutes M-1', 'Circulate the minutes');
  const waiting = await door.sees('Deborah Asante', 'mine');
  expect(waiting).toContain('The minutes wait for Adult social care: accept them, or ask for a correction.');
  expect(waiting).toContain('Write the rota for Saturdays');
  await door.presses('Errol Watkins', 'minutes M-1', 'Ask for a correction', {
    line: '3',
    text: 'The rent rises by 3 per cent.',
  });
  await door.presses(chair, 'minutes M-1', 'Accept correction 1');
  for (const who of [...deciding, conflicted]) await door.presses(who, 'minutes M-1', 'Accept the minutes');
  const card = await door.sees(conflicted, 'minutes M-1');
  expect(card).toContain('agreed, subject to confirmation');
  expect(card).toContain('The rent rises by 3 per cent.');
  expect(card).not.toContain('The rent rises by 4 per cent.');
};

const confirmation = async (door: FrontDoor, day: Day): Promise<void> => {
  await door.presses(secretary, 'meetings', 'Call a meeting', {
    body: 'leadership',
    startsAt: `${day(next)}T10:00`,
    endsAt: `${day(next)}T12:00`,
  });
  expect(await door.sees(chair, 'meeting M-2')).toContain('Minutes to confirm: M-1');
  expect(await door.sees(chair, 'meeting M-2')).toContain('Matters arising: 2 open actions');
  await door.presses('Deborah Asante', 'action A-1', 'It is done', { evidence: 'The rota hangs in the hub.' });
  await door.until(`${day(next)} 10:00`);
  await door.presses(secretary, 'meeting M-2', 'Open the meeting');
  await door.presses(chair, 'meeting M-2', 'I am here');
  await door.presses(chair, 'minutes M-1', 'Confirm the minutes');
  expect(await door.sees(chair, 'minutes M-1')).toContain('Confirmed as a correct record at M-2');
};

/** What the book must hold of it, whatever the platform. */
export const expectLambethBook = (entries: readonly Entry[]): void => {
  const of = (kind: EventKind): readonly object[] =>
    entries.flatMap((entry) => (entry.kind === kind ? [entry.body] : []));
  expect(of('InvitationAnswered')).toMatchObject([{ answer: 'apologies', deputy: { person: emmanuel } }]);
  expect(of('InterestMinuted')).toMatchObject([{ item: 1, level: 'recuse', member: { member: 'charity-a' } }]);
  expect(of('InterestDeclared')).toMatchObject([{ proposal: 'P-1', member: 'charity-a', level: 'recuse' }]);
  expect(of('QuorumLost')).toMatchObject([{ absent: [{ member: 'trust' }] }]);
  expect(of('DecisionPut')).toMatchObject([
    { item: 1, about: 'P-1', how: 'room', absent: [] },
    { item: 2, about: 'P-2', how: 'circulation', because: 'noQuorum', absent: [{ member: 'trust' }] },
  ]);
  expect(of('ProposalAdopted')).toMatchObject([
    { proposal: 'P-1', agreed: { length: 5 } },
    { proposal: 'P-2', agreed: { length: 6 } },
  ]);
  expect(of('ActionRecorded')).toHaveLength(2);
  expect(of('CorrectionAnswered')).toMatchObject([{ correction: 1, answer: 'accepted' }]);
  expect(of('MinutesCirculated')).toMatchObject([
    { version: 1, asked: { length: 6 } },
    { version: 2, asked: { length: 6 } },
  ]);
  expect(of('MinutesAccepted')).toHaveLength(6);
  expect(of('MinutesAgreed')).toMatchObject([{ version: 2 }]);
  expect(of('MinutesConfirmed')).toMatchObject([{ version: 2, at: 'M-2', disputed: [] }]);
};

/** The Living Well Network Alliance with everybody in one place, from which their accounts may speak. */
export const lambethIn = (place: {
  readonly slackTeams?: readonly string[];
  readonly entraTenants?: readonly string[];
}): CharterDocument => {
  const charter = exampleCharter('lwn');
  const here = { slackTeams: [...(place.slackTeams ?? [])], entraTenants: [...(place.entraTenants ?? [])] };
  const office = { id: 'office', name: 'LWN Alliance Office', formerly: [], mailDomains: ['lwn-alliance.example.org'] };
  return {
    ...charter,
    organisations: [...charter.organisations, { ...office, ...here }].map((each) => ({ ...each, ...here })),
    people: charter.people.map((each) => ({ ...each, organisation: each.organisation ?? office.id })),
  };
};

/** The same card, asked for by typing. */
export const typedFor = (card: string): string =>
  card.replace(/^(?:meeting|action) /u, '').replace(/^proposal /u, 'status ');

/** What the room was told of it. */
export const expectLambethRoom = (told: readonly string[]): void => {
  const room = told.join('\n');
  expect(room).toContain('Victoria Sayer called M-1');
  expect(room).toContain('M-1 is not quorate any more: Mental health trust absent.');
  expect(room).toContain('Adopted by all 5 eligible members; Charity A took no part (interest declared)');
};
