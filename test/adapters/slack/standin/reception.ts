import type { IncomingMessage } from 'node:http';

/** One call as it came in, before anything is known of who calls. */
export interface Call {
  readonly method: string;
  readonly token: string | null;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Reads a call as Slack does: a form or JSON, the token in a header or among the arguments. */
export const callIn = async (request: IncomingMessage): Promise<Call> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const { token, ...args } = argumentsIn(body, request.headers['content-type'] ?? '');
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const method = /^\/api\/([A-Za-z0-9.]+)$/.exec(new URL(request.url ?? '/', 'http://slack').pathname)?.[1] ?? '';
  return { method, token: bearer ?? (typeof token === 'string' ? token : null), args };
};

const argumentsIn = (body: string, type: string): Readonly<Record<string, unknown>> =>
  type.startsWith('application/json')
    ? (JSON.parse(body || '{}') as Record<string, unknown>)
    : Object.fromEntries(new URLSearchParams(body));
