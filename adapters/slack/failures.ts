import { brief, later, lost } from '../../src/clerk/outage.js';
import type { FailureReason, Sent } from '../../src/clerk/surfaces.js';

/**
 * What an error of the Web API means for a message: refused for now, refused for good, or unknown, where the request
 * had left and nobody knows what became of it (rulings 5).
 */
export const sentBy = (thrown: unknown): Sent => {
  const error = thrown as WebError;
  switch (error.code) {
    case 'slack_webapi_rate_limited_error':
      return later(error.retryAfter, 'workspace');
    case 'slack_webapi_platform_error':
      return refused(error.data?.error ?? 'unknown_error');
    case 'slack_webapi_http_error':
      return httpFailure(error.statusCode ?? 0);
    case 'slack_webapi_request_error':
      return lost(error.original?.cause?.code);
    case undefined:
    default:
      return { kind: 'unknown', reason: 'unexpected' };
  }
};

interface WebError {
  readonly code?: string;
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly data?: { readonly error?: string };
  readonly original?: { readonly cause?: { readonly code?: string } };
}

const httpFailure = (status: number): Sent =>
  status >= 500 ? { kind: 'unknown', reason: `status ${status}` } : { kind: 'failed', reason: 'unexpected' };

/** Slack's own words. What it may have done all the same is unknown; what it will not do is failed. */
const refused = (error: string): Sent => {
  if (error === 'ratelimited' || error === 'rate_limited' || error === 'message_limit_exceeded')
    return later(undefined, 'workspace');
  if (['internal_error', 'fatal_error', 'request_timeout'].includes(error)) return { kind: 'unknown', reason: error };
  if (['service_unavailable', 'team_added_to_org', 'org_login_required'].includes(error)) return brief;
  return { kind: 'failed', reason: permanent.get(error) ?? 'unexpected' };
};

const permanent: ReadonlyMap<string, FailureReason> = new Map([
  ['channel_not_found', 'roomGone'],
  ['is_archived', 'roomArchived'],
  ['not_in_channel', 'botNotInRoom'],
  ['message_not_found', 'messageGone'],
  ['cant_update_message', 'messageGone'],
  ['edit_window_closed', 'messageGone'],
  ['msg_too_long', 'tooLong'],
  ['msg_blocks_too_long', 'tooLong'],
  ['invalid_blocks', 'tooLong'],
  ['account_inactive', 'botRemoved'],
  ['token_revoked', 'botRemoved'],
  ['token_expired', 'botRemoved'],
  ['invalid_auth', 'botRemoved'],
  ['not_authed', 'botRemoved'],
  ['missing_scope', 'notAllowed'],
  ['restricted_action', 'notAllowed'],
  ['restricted_action_read_only_channel', 'notAllowed'],
  ['no_permission', 'notAllowed'],
  ['access_denied', 'notAllowed'],
  ['ekm_access_denied', 'notAllowed'],
  ['cannot_dm_bot', 'personUnreachable'],
  ['user_not_found', 'personUnreachable'],
  ['users_not_found', 'personUnreachable'],
  ['user_disabled', 'personUnreachable'],
  ['user_not_visible', 'personUnreachable'],
  ['user_not_in_channel', 'personUnreachable'],
]);
