import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, type ReceiverEvent } from '@slack/bolt';
import { requestedAt, type Verified } from './door.js';

/**
 * Hands a verified request to Bolt and answers it once: with what a listener said, else empty, or with 500 where `work`
 * rejects, so that Slack delivers it again. In place of Bolt's own receiver, which reads the body a second time and sets a
 * timer for each request; a disk may take longer than Slack waits, and the act is answered when it is durable, however late.
 */
export const receive = async (
  work: (event: ReceiverEvent) => Promise<void>,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { body }: Verified,
): Promise<void> => {
  const told = body as { readonly ssl_check?: unknown; readonly type?: unknown };
  if (told.ssl_check === '1') {
    HTTPModuleFunctions.buildSSLCheckResponse(response);
    return;
  }
  if (told.type === 'url_verification') {
    HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    return;
  }
  const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
  const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request);
  try {
    await work({
      body: body as ReceiverEvent['body'],
      ack: async (said: unknown) => HTTPModuleFunctions.buildContentResponse(response, said),
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
      customProperties: { requestedAt: requestedAt(request) },
    });
  } catch {
    if (!response.headersSent) HTTPModuleFunctions.buildNoBodyResponse(response, 500);
  }
};
