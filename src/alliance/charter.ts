import { z } from 'zod';
import {
  line,
  localDate,
  mailDomain,
  paragraph,
  plannedAndActual,
  sentence,
  sentences,
  slug,
  timeOfDay,
  timeZone,
} from './charterFields.js';
import { meetings } from './charterMeetings.js';
import { registers } from './charterRegisters.js';
import { standing } from './charterStanding.js';
import { offices } from './names.js';

/**
 * The charter: an alliance's rules and registers, as one YAML file that a newcomer can copy. `CharterSettings` is the
 * part that stands in the book as the rules in force; members, people, offices and observers become dated entries.
 */

/** Powers of officers that this release knows (rulings 1.15). */
export const powers = [
  'table',
  'confirmRecount',
  'changePeople',
  'changeMembers',
  'extendDeadline',
  'bindRooms',
  'runMeetings',
] as const;
export type Power = (typeof powers)[number];

/** What each power is for, in words (rulings 1.15). */
export const powerInWords: Readonly<Record<Power, string>> = {
  table: 'table proposals for the alliance',
  confirmRecount: 'confirm a recount',
  changePeople: 'change who speaks for a member',
  changeMembers: 'record members who join and leave',
  extendDeadline: 'extend a deadline',
  bindRooms: 'bind rooms',
  runMeetings: 'call and run meetings',
};

export const rules = [
  'unanimous',
  'withoutObjection',
  'reservedHolders',
  'noting',
  'attendeesAccept',
  'advisory',
] as const;

const phases = z.strictObject({
  shadowFrom: localDate
    .optional()
    .describe('From when decisions were made in shadow form: not binding before signature.'),
  live: plannedAndActual.describe('When the alliance agreement takes effect.'),
  ends: plannedAndActual.optional().describe('The last day of the term.'),
  extensions: sentences.describe('Options to extend, in words.'),
});

const calendar = z.strictObject({
  timeZone: timeZone.default('Europe/London'),
  nation: z
    .enum(['england-and-wales', 'scotland', 'northern-ireland'])
    .default('england-and-wales')
    .describe('Whose bank holidays are not working days.'),
  dayStarts: timeOfDay.default('09:00'),
  dayEnds: timeOfDay.default('17:00').describe('Deadlines fall at this time unless chosen otherwise.'),
  extraHolidays: z
    .array(z.strictObject({ date: localDate, name: sentence }))
    .max(200)
    .default([])
    .describe('Further days on which nobody is expected to answer.'),
});

const organisation = z.strictObject({
  id: slug.describe('Short name used elsewhere in this file. It never changes.'),
  name: sentence.describe('Legal or usual name.'),
  formerly: sentences.describe('Earlier names.'),
  slackTeams: z
    .array(z.string().regex(/^[TE][A-Z0-9]{5,20}$/, 'must be a Slack team id, such as T0123ABCD'))
    .max(20)
    .default([])
    .describe('Slack teams whose accounts may speak for it.'),
  entraTenants: z
    .array(z.uuid('must be an Entra tenant id: 32 hexadecimal digits in five groups'))
    .max(20)
    .default([])
    .describe('Entra tenants whose accounts may speak for it.'),
  mailDomains: z.array(mailDomain).max(20).default([]).describe('Mail domains whose accounts may speak for it.'),
});

const body = z.strictObject({
  id: slug,
  name: sentence,
  code: z
    .string()
    .regex(/^[A-Z]{2,5}$/, 'use 2 to 5 capital letters')
    .describe('Stands in the numbers of its decisions; the first body’s decisions carry none.'),
  purpose: paragraph.optional(),
  members: z
    .union([z.literal('all'), z.array(slug).min(1).max(60)], 'must be the word all, or a list of member ids')
    .default('all')
    .describe('Seats with a voice in it: the word all, or a list of member ids.'),
  delegations: sentences.describe('What it may decide on behalf of the leadership team.'),
});

const decisionClass = z.strictObject({
  id: slug,
  name: sentence,
  rule: z.enum(rules).describe('How it is decided. This release decides by unanimity; the others are kept for later.'),
  examples: sentences,
  windowWorkingDays: z
    .int()
    .min(1)
    .max(20)
    .default(5)
    .describe('Working days from opening to the deadline when none is chosen; 20 are the 28 days that are the most.'),
  minimumWorkingDays: z.int().min(0).max(20).default(2).describe('The shortest window that may be chosen.'),
  considerationWorkingDays: z.int().min(0).max(20).default(0).describe('Not adopted sooner, however many agree.'),
  minEligible: z
    .int()
    .min(2)
    .max(60)
    .optional()
    .describe('Fewest members that may decide it. More than half of the voting members when left out.'),
  needs: z
    .array(z.enum(['document', 'consultation', 'signature', 'commissionerConsent', 'envelope']))
    .max(5)
    .default([])
    .describe('What must stand beside the text.'),
});

const limits = z.strictObject({
  objectionReasonLeast: z.int().min(1).max(200).default(10).describe('Fewest characters of an objection’s reason.'),
  openProposalsMost: z.int().min(1).max(500).default(100).describe('Most proposals open at one time.'),
  noticeDays: z.int().min(0).max(730).default(90).describe('Days of notice when a member leaves.'),
  reminderSteps: z
    .array(z.enum(['halfWindow', 'oneWorkingDay', 'fourWorkingHours']))
    .max(3)
    .default(['halfWindow', 'oneWorkingDay', 'fourWorkingHours'])
    .describe('When those who have not answered are reminded.'),
});

const settings = {
  name: line(3, 120).describe('Full name of the alliance.'),
  code: z
    .string()
    .regex(/^[A-Z]{2,6}$/, 'use 2 to 6 capital letters')
    .describe('Short code. It opens every decision number, PLY-2026-014, and never changes.'),
  about: paragraph.optional().describe('What the alliance is for.'),
  countingLabel: sentence
    .default('all members')
    .describe('Whom a count such as "9 of 9" counts: all members, provider members …'),
  phases: phases.describe('Shadow, live, end.'),
  calendar: calendar.prefault({}).describe('Time zone and working days.'),
  organisations: z.array(organisation).min(1).max(200).describe('Legal bodies, and whose accounts speak for them.'),
  bodies: z.array(body).min(1).max(20).describe('The first is the leadership team, in which every member has a voice.'),
  classes: z.array(decisionClass).min(1).max(40).describe('Kinds of decision, and how each is made.'),
  reserved: z
    .array(z.strictObject({ matter: sentence, holders: z.array(slug).min(1).max(20) }))
    .max(60)
    .default([])
    .describe('Matters that named members or organisations decide, outside unanimity.'),
  ladder: z
    .array(
      z.strictObject({
        step: sentence,
        workingDays: z.int().min(1).max(60),
        owner: line(1, 60).describe(
          'An office, seniorSponsor, representative, or the id of a member, body or organisation.',
        ),
      }),
    )
    .max(12)
    .default([])
    .describe('What happens, step by step, when an objection stands.'),
  meetings: meetings.optional().describe('Standing orders of meetings. The usual ones when left out.'),
  outcomes: sentences.describe('Outcomes that proposals can be tagged with.'),
  values: sentences.describe('Values that the alliance works to.'),
  priorities: sentences.describe('Commissioning priorities.'),
  ...standing,
  rooms: z
    .array(
      z.strictObject({
        body: slug,
        surface: z.enum(['slack', 'teams', 'playground']),
        place: line(1, 200).optional().describe('Channel or conversation id.'),
      }),
    )
    .max(40)
    .default([])
    .describe('Where the cards of a body are shown.'),
  powers: z
    .partialRecord(z.enum(powers), z.array(z.enum(offices)).min(1).max(offices.length))
    .default({})
    .describe('Which offices hold each power. Left out: the Alliance Manager, else the chair, else the convenor.'),
  limits: limits.prefault({}).describe('Figures that may be changed.'),
} as const;

export const charterSettings = z.strictObject(settings);
export type CharterSettings = z.output<typeof charterSettings>;
export type DecisionClass = CharterSettings['classes'][number];

/** A charter as a person writes it: the settings, and the registers of members, people, officers and observers. */
export const charterDocument = z.strictObject({ ...settings, ...registers });
export type CharterDocument = z.output<typeof charterDocument>;

/** The part that stands in the book as the rules in force. */
export const settingsOf = (charter: CharterDocument): CharterSettings => z.object(settings).parse(charter);
