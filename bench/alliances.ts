import { charterDocument, type CharterDocument } from '../src/alliance/charter.js';

/** The charter of a made-up alliance with nine voting members, each with one representative: person:1 to person:9. */
export const charterOfNine = (code: string): CharterDocument =>
  charterDocument.parse({
    name: `Alliance ${code}`,
    code,
    phases: { live: { actual: '2026-01-05' } },
    organisations: seats.map((id) => ({ id, name: `Organisation ${id}` })),
    bodies: [{ id: 'leadership', name: 'Alliance Leadership Team', code: 'ALT' }],
    classes: [{ id: 'routine', name: 'Routine', rule: 'unanimous', windowWorkingDays: 10 }],
    limits: { openProposalsMost: 500 },
    members: seats.map((id, at) => ({
      id,
      organisation: id,
      name: `Member ${id}`,
      capacity: at === 0 ? 'commissioner' : 'provider',
    })),
    people: seats.map((id) => ({
      id: `representative-${id}`,
      name: `Representative of ${id}`,
      organisation: id,
      appointments: [{ as: 'representative', member: id }],
    })),
    officers: [{ office: 'chair', person: 'representative-one' }],
  });

const seats = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The nth code of four capital letters. */
export const codeOf = (n: number): string =>
  [17_576, 676, 26, 1].map((power) => String.fromCharCode(65 + (Math.floor(n / power) % 26))).join('');
