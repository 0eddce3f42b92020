import { createHash } from 'node:crypto';
import { instantOf } from '../../src/alliance/instant.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { ActionPayload, SubmissionPayload } from './shapes.js';

/**
 * The name of one act: the click itself, never person plus choice, so that a redelivered or replayed click is the same
 * act and a second click is another (rulings 6).
 */
export const causeOfClick = ({ trigger_id: trigger }: Pick<ActionPayload, 'trigger_id'>): string => `slack:${trigger}`;

/**
 * A form sent twice is one act; a form that came back with a problem and is sent again with other answers is another,
 * although Slack gives it the same id and hash.
 */
export const causeOfForm = ({ view }: Pick<SubmissionPayload, 'view'>): string => {
  const answers = createHash('sha256').update(JSON.stringify(view.state.values)).digest('base64url').slice(0, 22);
  return `slack:view:${view.id}:${view.hash}:${answers}`;
};

export const causeOfEvent = (eventId: string): string => `slack:event:${eventId}`;

/** When the button was pressed, by Slack's clock: `action_ts` (rulings 1.3). */
export const momentOfClick = ({ actions }: Pick<ActionPayload, 'actions'>): Instant | undefined =>
  momentOf(Number(actions[0]?.action_ts) * 1000);

/** When the request was made, in seconds, for forms and commands (rulings 1.3); undefined where nobody says it. */
export const momentOfRequest = (requestedAt: unknown): Instant | undefined =>
  typeof requestedAt === 'number' ? momentOf(requestedAt * 1000) : undefined;

const momentOf = (ms: number): Instant | undefined =>
  Number.isFinite(ms) && ms > 0 && ms < latestMs ? instantOf(Math.floor(ms)) : undefined;

/** The year 2200: beyond it lies nonsense. */
const latestMs = 7_258_118_400_000;
