import type { MemberId } from '../../alliance/names.js';
import type { Checks, Note } from './findings.js';
import { handoverBytes, isSignedBy } from '../signature.js';
import type { Of, Reading } from './reading.js';
import { keyInForce, lastOf, ofKind } from './reading.js';
import { appointedAs, holdsAnyOffice, nameOf, seatOf, speaksFor } from './seats.js';

type RegisterKind =
  | 'AllianceFounded'
  | 'KeyRotated'
  | 'CharterAdopted'
  | 'TextsRedacted'
  | 'PersonNamed'
  | 'MemberJoined'
  | 'NoticeGiven'
  | 'MemberLeft'
  | 'Appointed'
  | 'AppointmentEnded'
  | 'OfficeTaken'
  | 'OfficeLeft'
  | 'ObserverAdmitted'
  | 'ObserverLeft'
  | 'AbsenceRecorded'
  | 'AbsenceEnded';

/** Founding, rules, seats and people: dated entries by those who may make them (domain.md D5). */
export const registerChecks: Checks<RegisterKind> = {
  AllianceFounded: (entry, reading, note) => {
    if (reading.register.length > 0) note('founding', 'this book was founded before');
    if (typeof entry.body.practice !== 'boolean')
      note('founding', 'whether this is a practice book is not sealed in it');
    if (entry.body.code !== entry.alliance)
      note('founding', `${entry.body.code} was founded in the book ${entry.alliance}`);
  },

  CharterAdopted: (entry, reading, note) => {
    const { revision, under, charter } = entry.body;
    const before = ofKind(reading.register, 'CharterAdopted');
    if (revision !== before.length + 1) note('counted', `charter ${revision} follows charter ${before.length}`);
    if (charter.code !== entry.alliance) note('charter', `this charter is of ${charter.code}`);
    if (revision === 1) return;
    const used = before.some((earlier) => earlier.body.under === under);
    if (used || !wasDecided(reading, under)) note('charter', `no decision of class agreement changed the charter`);
    byOfficer(entry, reading, note);
  },

  PersonNamed: (entry, reading, note) => {
    const { person } = entry.body;
    const people = new Set(ofKind(reading.register, 'PersonNamed').map((earlier) => earlier.body.person));
    if (!people.has(person) && person !== `person:${people.size + 1}`) note('counted', `${person} is out of order`);
  },

  MemberJoined: (entry, reading, note) => {
    const { member } = entry.body;
    if (seatOf(reading, member) !== null) note('membership', `${member} has joined before`);
    byOfficer(entry, reading, note);
  },

  NoticeGiven: (entry, reading, note) => {
    checkSeat(reading, entry.body.member, note);
    byOfficer(entry, reading, note);
  },

  MemberLeft: (entry, reading, note) => {
    const { member, leftAt } = entry.body;
    checkSeat(reading, member, note);
    if (leftAt > entry.at) note('membership', `${member} cannot have left at ${leftAt}, which is still to come`);
    if (entry.by !== 'clock') byOfficer(entry, reading, note);
    else if (lastNotice(reading, member) !== leftAt) note('membership', `${member} gave no notice for ${leftAt}`);
  },

  Appointed: (entry, reading, note) => {
    const { appointment, person, member } = entry.body;
    const next = ofKind(reading.register, 'Appointed').length + 1;
    if (appointment !== next) note('counted', `appointment ${appointment} stands where ${next} comes next`);
    if (nameOf(reading, person) === null) note('membership', `${person} has no name of record`);
    checkSeat(reading, member, note);
    byNominator(entry, member, reading, note);
  },

  AppointmentEnded: (entry, reading, note) => {
    const { appointment, person, member, as } = entry.body;
    const made = ofKind(reading.register, 'Appointed').find(
      (earlier) => earlier.body.appointment === appointment,
    )?.body;
    const same = made?.person === person && made.member === member && made.as === as;
    if (!same) note('membership', `appointment ${appointment} is not of ${person} as ${as} of ${member}`);
    byNominator(entry, member, reading, note);
  },

  OfficeTaken: (entry, reading, note) => {
    if (nameOf(reading, entry.body.person) === null) note('membership', `${entry.body.person} has no name of record`);
    byOfficer(entry, reading, note);
  },

  OfficeLeft: (entry, reading, note) => byOfficer(entry, reading, note),
  ObserverAdmitted: (entry, reading, note) => byOfficer(entry, reading, note),
  ObserverLeft: (entry, reading, note) => byOfficer(entry, reading, note),

  AbsenceRecorded: (entry, reading, note) => {
    const { person, member, cover } = entry.body;
    if (!speaksFor(reading, person, member, entry.at)) note('membership', `${person} does not speak for ${member}`);
    if (cover !== undefined && !appointedAs(reading, cover, member, entry.at).includes('deputy')) {
      note('deputy', `${cover} is no deputy of ${member} and cannot cover an absence`);
    }
    if (entry.by !== person) byNominator(entry, member, reading, note);
  },

  AbsenceEnded: (entry, reading, note) => {
    if (entry.by !== entry.body.person) byNominator(entry, entry.body.member, reading, note);
  },

  KeyRotated: (entry, reading, note) => {
    const { alliance, seq, prev, by, body } = entry;
    if (by !== 'operator') note('signature', `${by} is not the operator and cannot change the key`);
    const bytes = handoverBytes(alliance, { seq: seq - 1, hash: prev }, body.publicKey);
    if (!isSignedBy(keyInForce(reading), bytes, body.handover)) {
      note('signature', 'the key before did not hand over to this one');
    }
  },

  // The chain and the signature say all there is to say of this.
  TextsRedacted: () => undefined,
};

type Registered = Of<RegisterKind>;

/** At founding the operator writes the registers of the charter; afterwards officers do. */
const isFounding = ({ cause }: Registered, { register }: Reading): boolean =>
  register[0]?.kind === 'AllianceFounded' && register[0].cause === cause;

const byOfficer = (entry: Registered, reading: Reading, note: Note): void => {
  if (isFounding(entry, reading)) return;
  const { by, at } = entry;
  if (by === 'clock' || by === 'operator' || !holdsAnyOffice(reading, by, at)) {
    note('membership', `${by} holds no office and may not record this`);
  }
};

const byNominator = (entry: Registered, member: MemberId, reading: Reading, note: Note): void => {
  const { by, at } = entry;
  const nominates =
    by !== 'clock' && by !== 'operator' && appointedAs(reading, by, member, at).includes('nominatingOfficer');
  if (!nominates) byOfficer(entry, reading, note);
};

const checkSeat = (reading: Reading, member: MemberId, note: Note): void => {
  const left = ofKind(reading.register, 'MemberLeft').some((entry) => entry.body.member === member);
  if (seatOf(reading, member) === null || left) note('membership', `${member} holds no seat`);
};

const lastNotice = (reading: Reading, member: MemberId): string | undefined =>
  ofKind(reading.register, 'NoticeGiven').findLast((entry) => entry.body.member === member)?.body.leavesAt;

const wasDecided = (reading: Reading, number: string | undefined): boolean =>
  [...reading.proposals.values()].some(
    (pages) =>
      lastOf(pages, 'ProposalAdopted')?.body.number === number &&
      lastOf(pages, 'ProposalTabled')?.body.class === 'agreement',
  );
