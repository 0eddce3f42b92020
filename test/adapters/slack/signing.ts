import { createHmac } from 'node:crypto';
import { request as open } from 'node:http';

/** What came back to a request. */
export interface Arrived {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** One request as it goes out: to be sent once, twice, or later. */
export interface Outgoing {
  readonly path: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers as Slack signs a body: HMAC-SHA256 over "v0", the time in seconds and the body. */
export const signed = (
  secret: string,
  body: string | Buffer,
  { atMs, type = formType }: { readonly atMs: number; readonly type?: string },
): Readonly<Record<string, string>> => {
  const stamp = String(Math.floor(atMs / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex');
  return {
    'content-type': type,
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${signature}`,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
  };
};

export const formType = 'application/x-www-form-urlencoded';

/** Sends one request and reads all of the answer. Rejects when the connection breaks. */
export const sendTo = (origin: string, { path, body, headers }: Outgoing): Promise<Arrived> =>
  new Promise((resolve, reject) => {
    const outgoing = open(
      `${origin}${path}`,
      { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers });
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
