import { later, lost } from '../../src/clerk/outage.js';
import type { FailureReason, Sent } from '../../src/clerk/surfaces.js';

/** What the Bot Connector answered: a body where it did what was asked, else what that means for a message. */
export type Answered = { readonly body: unknown } | { readonly sent: Sent };

/** Refused for now, refused for good, or unknown, where it may have been done all the same (platforms.md 7). */
export const answered = async (response: Response): Promise<Answered> => {
  const { status, headers } = response;
  if (response.ok) return { body: await jsonOf(response) };
  const code = codeIn(await jsonOf(response));
  if (status === 429) return { sent: later(secondsIn(headers.get('retry-after')), 'room') };
  if (status === 412) return { sent: later(1, 'room') };
  if (status >= 500) return { sent: { kind: 'unknown', reason: `status ${status}` } };
  return { sent: { kind: 'failed', reason: reasons.get(code) ?? byStatus.get(status) ?? 'unexpected' } };
};

/** The request never left, or nobody knows what became of it. */
export const broken = (thrown: unknown): Sent => {
  const { cause } = thrown as { readonly cause?: { readonly code?: string } };
  return lost(cause?.code);
};

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};

const codeIn = (body: unknown): string => {
  const code = (body as { readonly error?: { readonly code?: unknown } } | null)?.error?.code;
  return typeof code === 'string' ? code : '';
};

const secondsIn = (header: string | null): number | undefined =>
  /^\s*\d{1,6}\s*$/u.test(header ?? '') ? Number(header) : undefined;

const reasons: ReadonlyMap<string, FailureReason> = new Map([
  ['ConversationBlockedByUser', 'personUnreachable'],
  ['UserNotFound', 'personUnreachable'],
  ['BotNotInConversationRoster', 'botNotInRoom'],
  ['BotDisabledByAdmin', 'botRemoved'],
  ['ConversationNotFound', 'roomGone'],
  ['ActivityNotFoundInConversation', 'messageGone'],
  ['MessageNotFound', 'messageGone'],
  ['MessageSizeTooBig', 'tooLong'],
]);

const byStatus: ReadonlyMap<number, FailureReason> = new Map([
  [401, 'botRemoved'],
  [403, 'notAllowed'],
  [404, 'roomGone'],
  [413, 'tooLong'],
]);
