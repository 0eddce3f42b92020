import { describe, expect, it } from 'vitest';
import { sentBy } from '../../../adapters/slack/failures.js';
import { withoutTokens } from '../../../adapters/slack/log.js';

const platform = (error: string) => ({ code: 'slack_webapi_platform_error', data: { ok: false, error } });
const request = (code: string) => ({ code: 'slack_webapi_request_error', original: { cause: { code } } });

describe('[F48] what an error of Slack means for a message', () => {
  it.each([
    [
      { code: 'slack_webapi_rate_limited_error', retryAfter: 7 },
      { kind: 'later', afterMs: 7_000, whole: 'workspace' },
    ],
    [{ code: 'slack_webapi_rate_limited_error' }, { kind: 'later', afterMs: 30_000, whole: 'workspace' }],
    [platform('ratelimited'), { kind: 'later', afterMs: 30_000, whole: 'workspace' }],
    [request('ECONNREFUSED'), { kind: 'later', afterMs: 5_000, whole: 'workspace' }],
    [request('ENOTFOUND'), { kind: 'later', afterMs: 5_000, whole: 'workspace' }],
    [request('ECONNRESET'), { kind: 'unknown', reason: 'connection' }],
    [
      { code: 'slack_webapi_request_error', original: {} },
      { kind: 'unknown', reason: 'connection' },
    ],
    [
      { code: 'slack_webapi_http_error', statusCode: 503 },
      { kind: 'unknown', reason: 'status 503' },
    ],
    [platform('internal_error'), { kind: 'unknown', reason: 'internal_error' }],
    [platform('channel_not_found'), { kind: 'failed', reason: 'roomGone' }],
    [platform('is_archived'), { kind: 'failed', reason: 'roomArchived' }],
    [platform('not_in_channel'), { kind: 'failed', reason: 'botNotInRoom' }],
    [platform('message_not_found'), { kind: 'failed', reason: 'messageGone' }],
    [platform('edit_window_closed'), { kind: 'failed', reason: 'messageGone' }],
    [platform('msg_blocks_too_long'), { kind: 'failed', reason: 'tooLong' }],
    [platform('account_inactive'), { kind: 'failed', reason: 'botRemoved' }],
    [platform('token_revoked'), { kind: 'failed', reason: 'botRemoved' }],
    [platform('missing_scope'), { kind: 'failed', reason: 'notAllowed' }],
    [platform('cannot_dm_bot'), { kind: 'failed', reason: 'personUnreachable' }],
    [platform('something_new'), { kind: 'failed', reason: 'unexpected' }],
    [new TypeError('a bug of ours'), { kind: 'unknown', reason: 'unexpected' }],
  ])('%j', (thrown, means) => {
    expect(sentBy(thrown)).toEqual(means);
  });
});

it('the log holds no token', () => {
  const line = withoutTokens(
    'failed with xoxb-12-ab and xapp-1-A and xoxe.xoxp-1-M at https://hooks.slack.com/services/T/B/x',
  );
  expect(line).toBe('failed with [token] and [token] and [token] at [address]');
});
