import { z } from 'zod';
import { offices } from './names.js';

/**
 * The charter: an alliance's rules and registers, as one YAML file that a newcomer can copy. `CharterSettings` is the
 * part that stands in the book as the rules in force; members, people, offices and observers become dated entries.
 */

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use small letters, digits and hyphens, starting with a letter');
const sentence = z.string().trim().min(1).max(300);
const localDate = z.iso.date();

export const powers = [
  'table',
  'confirmRecount',
  'changePeople',
  'changeMembers',
  'extendDeadline',
  'bindRooms',
] as const;
export type Power = (typeof powers)[number];

export const rules = [
  'unanimous',
  'withoutObjection',
  'reservedHolders',
  'noting',
  'attendeesAccept',
  'advisory',
] as const;

const plannedAndActual = z.strictObject({
  planned: localDate.optional(),
  actual: localDate.optional(),
});

export const charterSettings = z.strictObject({
  name: z.string().trim().min(3).max(120),
  code: z.string().regex(/^[A-Z]{2,6}$/, 'use 2 to 6 capital letters'),
  about: z.string().trim().max(2000).optional(),
  countingLabel: sentence.default('all members'),
  phases: z.strictObject({
    shadowFrom: localDate.optional(),
    live: plannedAndActual,
    ends: plannedAndActual.optional(),
    extensions: z.array(sentence).default([]),
  }),
  calendar: z.strictObject({
    timeZone: z.string().default('Europe/London'),
    nation: z.enum(['england-and-wales', 'scotland', 'northern-ireland']).default('england-and-wales'),
    dayStarts: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .default('09:00'),
    dayEnds: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .default('17:00'),
    extraHolidays: z.array(z.strictObject({ date: localDate, name: sentence })).default([]),
  }),
  organisations: z
    .array(
      z.strictObject({
        id: slug,
        name: sentence,
        formerly: z.array(sentence).default([]),
        slackTeams: z.array(z.string().regex(/^[TE][A-Z0-9]{5,20}$/)).default([]),
        entraTenants: z.array(z.uuid()).default([]),
        mailDomains: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/)).default([]),
      }),
    )
    .min(1)
    .max(200),
  bodies: z
    .array(
      z.strictObject({
        id: slug,
        name: sentence,
        code: z.string().regex(/^[A-Z]{2,5}$/),
        purpose: z.string().trim().max(1000).optional(),
        /** Seats with a voice in it; "all" for the leadership team. */
        members: z.union([z.literal('all'), z.array(slug)]).default('all'),
        delegations: z.array(sentence).default([]),
      }),
    )
    .min(1),
  classes: z
    .array(
      z.strictObject({
        id: slug,
        name: sentence,
        rule: z.enum(rules),
        examples: z.array(sentence).default([]),
        /** Working days from opening to the deadline when none is chosen. */
        windowWorkingDays: z.int().min(1).max(20).default(5),
        minimumWorkingDays: z.int().min(0).max(20).default(2),
        considerationWorkingDays: z.int().min(0).max(20).default(0),
        minEligible: z.int().min(2).optional(),
        needs: z
          .array(z.enum(['document', 'consultation', 'signature', 'commissionerConsent', 'envelope']))
          .default([]),
      }),
    )
    .min(1),
  reserved: z.array(z.strictObject({ matter: sentence, holders: z.array(z.string()).min(1) })).default([]),
  ladder: z
    .array(z.strictObject({ step: sentence, workingDays: z.int().min(1).max(60), owner: z.string() }))
    .default([]),
  outcomes: z.array(sentence).default([]),
  values: z.array(sentence).default([]),
  priorities: z.array(sentence).default([]),
  rooms: z
    .array(
      z.strictObject({ body: slug, surface: z.enum(['slack', 'teams', 'playground']), place: z.string().optional() }),
    )
    .default([]),
  powers: z.partialRecord(z.enum(powers), z.array(z.enum(offices)).min(1)).default({}),
  limits: z
    .strictObject({
      objectionReasonLeast: z.int().min(1).max(200).default(10),
      openProposalsMost: z.int().min(1).max(500).default(100),
      noticeDays: z.int().min(0).max(730).default(90),
      reminderSteps: z
        .array(z.enum(['halfWindow', 'oneWorkingDay', 'fourWorkingHours']))
        .default(['halfWindow', 'oneWorkingDay', 'fourWorkingHours']),
    })
    .prefault({}),
});

export type CharterSettings = z.output<typeof charterSettings>;
export type DecisionClass = CharterSettings['classes'][number];

/** A charter as a person writes it: the settings, and the registers of members, people, officers and observers. */
export const charterDocument = charterSettings; // replaced by the full document
export type CharterDocument = CharterSettings;
