import { z } from 'zod';
import { line, localDate, pounds, sentence, slug } from './charterFields.js';
import { appointmentKinds, capacities, observerRoles, offices } from './names.js';

/**
 * The registers of a charter: who is in the alliance on the day it is founded. At founding each line becomes a dated
 * entry of the book; from then on they change by entries, never by editing the file.
 */

const from = localDate.optional().describe('First day. The day on which the alliance goes live when left out.');
const to = localDate.optional().describe('Last day, itself included. Left out: until further notice.');

export const memberLine = z.strictObject({
  id: slug.describe('Short name used elsewhere in this file and at the command line. It never changes.'),
  organisation: slug.describe('The organisation that holds the seat.'),
  name: line(1, 120).describe('The name shown on cards and in the record.'),
  capacity: z
    .enum(capacities)
    .describe('An organisation that sits twice, as commissioner and as provider, holds two seats.'),
  voting: z.boolean().default(true).describe('Whether its agreement is needed. Every voting member has one vote.'),
  from,
  to,
});

const authorityLimits = z.strictObject({
  note: sentence.optional().describe('What this person may and may not bind the member to.'),
  spendUpTo: pounds.optional().describe('Pounds.'),
  ratifiedBy: sentence.optional().describe('Who must confirm within the organisation, such as a board.'),
});

const appointmentLine = z.strictObject({
  as: z
    .enum(appointmentKinds)
    .describe('Only a representative or a deputy speaks for the member. A nominating officer appoints them.'),
  member: slug.describe('The seat, by its id under members.'),
  from: localDate.optional().describe('First day. The first day of the member when left out.'),
  to,
  personalTo: slug
    .optional()
    .describe('For a deputy of one representative only: the appointment ends with that person’s.'),
  limits: authorityLimits.optional().describe('Limits of authority.'),
});

export const personLine = z.strictObject({
  id: slug.describe('Short name used elsewhere in this file only.'),
  name: line(1, 120).describe('Name of record, as decisions print it.'),
  email: z
    .email('must be a mail address, such as rowan.ellis@harbour.example.org')
    .max(254)
    .optional()
    .describe('Kept in the directory, which can be erased; never in the book.'),
  organisation: slug.optional().describe('The organisation the person works for.'),
  appointments: z
    .array(appointmentLine)
    .max(50)
    .default([])
    .describe('For which members the person acts, and as what.'),
});

export const officerLine = z.strictObject({
  office: z.enum(offices).describe('An office carries no vote of its own.'),
  person: slug.describe('The holder, by id under people.'),
  from,
  to,
});

export const observerLine = z.strictObject({
  person: slug.describe('Who, by id under people.'),
  role: z.enum(observerRoles).describe('Observers may comment and have no vote.'),
  of: sentence.optional().describe('On whose behalf, such as University of Brighton.'),
  from,
  to,
});

/** The four registers, as fields of the charter. */
export const registers = {
  members: z.array(memberLine).min(1).max(60).describe('The seats: one organisation in one capacity each.'),
  people: z.array(personLine).min(1).max(1000).describe('Everybody who acts in the alliance, voting or not.'),
  officers: z.array(officerLine).max(60).default([]).describe('Who holds which office.'),
  observers: z.array(observerLine).max(200).default([]).describe('People who are heard and do not vote.'),
} as const;
