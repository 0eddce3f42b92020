import { once } from 'node:events';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Storm {
  readonly ms: number;
  /** Milliseconds from click to answer, one a click. */
  readonly waits: readonly number[];
}

/**
 * Sends requests, so many in flight, over connections that stay open. They are written out before the clock runs, what that
 * left in memory is cleared up, and they go through plain sockets: on a machine of two cores a client that costs as much as
 * the server would be what is measured. Throws at an answer that is not right.
 */
export const stormOf = async (
  url: string,
  requests: readonly Buffer[],
  inFlight: number,
  isRight: (answer: string) => boolean,
): Promise<Storm> => {
  const lines = await Promise.all(Array.from({ length: inFlight }, () => lineTo(url)));
  const waits: number[] = [];
  let next = 0;
  const person = async (line: Line): Promise<void> => {
    for (let request = requests[next]; request !== undefined; request = requests[next]) {
      next += 1;
      const sent = performance.now();
      const answer = await line.send(request);
      waits.push(performance.now() - sent);
      if (!isRight(answer)) throw new Error(`a click was answered ${answer.slice(0, 300)}`);
    }
  };
  clearUp();
  const from = performance.now();
  await Promise.all(lines.map(person));
  const ms = performance.now() - from;
  for (const line of lines) line.end();
  return { ms, waits };
};

/** A request as it goes over the wire. */
export const written = (url: string, path: string, headers: Readonly<Record<string, string>>, body: string): Buffer => {
  const all = { host: new URL(url).host, ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${fields.join('')}\r\n${body}`, 'utf8');
};

/** One connection, on which one request is answered before the next is sent. */
interface Line {
  /** Resolves with the whole answer, head and body, a character a byte. */
  readonly send: (request: Buffer) => Promise<string>;
  readonly end: () => void;
}

const lineTo = async (url: string): Promise<Line> => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let said = '';
  let waiting: { readonly resolve: (answer: string) => void; readonly reject: (reason: Error) => void } | null = null;
  const failed = (reason: Error): void => waiting?.reject(reason);
  socket.setEncoding('latin1').on('error', failed);
  socket.on('close', () => failed(new Error('the connection was closed')));
  socket.on('data', (chunk: string) => {
    said += chunk;
    if (!isWhole(said)) return;
    const answer = said;
    said = '';
    waiting?.resolve(answer);
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    end: () => socket.destroy(),
  };
};

/** Whether an answer has come to its end, whichever way that is written. */
const isWhole = (said: string): boolean => {
  const head = said.indexOf(blankLine);
  if (head === -1) return false;
  const length = /^content-length: (\d+)\r$/imu.exec(said.slice(0, head + 2))?.[1];
  return length === undefined ? said.endsWith(lastChunk) : said.length - head - blankLine.length >= Number(length);
};

const blankLine = '\r\n\r\n';
const lastChunk = `\r\n0${blankLine}`;

/** The client's own memory, which it would else clear up while the clock runs. */
const clearUp = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};
