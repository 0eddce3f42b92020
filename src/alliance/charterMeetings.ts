import { z } from 'zod';

/** Standing orders: how the meetings of an alliance are called, when they can decide, and how minutes are agreed. */
export const meetings = z.strictObject({
  quorum: z
    .union([z.literal('all'), z.int().min(2).max(60)], 'must be the word all, or a number of members from 2 to 60')
    .default('all')
    .describe('Voting members that must be represented for a decision in the room: the word all, or how many.'),
  noticeWorkingDays: z.int().min(0).max(60).default(10).describe('Clear working days of notice of a meeting.'),
  papersWorkingDays: z.int().min(0).max(30).default(5).describe('Clear working days for agenda and papers.'),
  requisitionWorkingDays: z
    .int()
    .min(1)
    .max(60)
    .default(10)
    .describe('Working days within which a meeting that a member asks for is held.'),
  inquorateMinutes: z
    .int()
    .min(5)
    .max(120)
    .default(30)
    .describe('Minutes that a meeting waits for its quorum; then it takes notes only.'),
  minutesWorkingDays: z.int().min(1).max(30).default(5).describe('Working days until draft minutes go round.'),
  correctionWorkingDays: z
    .int()
    .min(1)
    .max(30)
    .default(5)
    .describe('Working days to accept them or to ask for changes.'),
  actionsVerified: z.boolean().default(false).describe('Whether an officer verifies an action before it is closed.'),
});

export type StandingOrders = z.output<typeof meetings>;

/** Where the charter is silent (domain.md B29, B48 to B50, B54, E57). */
export const usualStandingOrders: StandingOrders = meetings.parse({});
