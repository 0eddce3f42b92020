import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a request may take to arrive once its headers are there. */
export interface Patience {
  readonly ordinaryMs: number;
  /** For one that brings a file which somebody was asked for, over whatever line they have. */
  readonly fileMs: number;
  /** So many of those at once; any more are ordinary ones, so that nobody holds the server by being slow. */
  readonly filesMost: number;
}

/** 10 MB within five minutes is a slow telephone. */
export const usualPatience: Patience = { ordinaryMs: 20_000, fileMs: 300_000, filesMost: 20 };

/** Watches a request until it has arrived, and ends its connection where that takes too long. */
export const patienceOf = (
  { ordinaryMs, fileMs, filesMost }: Patience,
  bringsFile: (request: IncomingMessage) => boolean,
): ((request: IncomingMessage, response: ServerResponse) => void) => {
  let files = 0;
  return (request, response) => {
    const isFile = files < filesMost && bringsFile(request);
    if (isFile) files += 1;
    const late = setTimeout(
      () => {
        if (!request.complete) turnAway(request, response);
      },
      isFile ? fileMs : ordinaryMs,
    );
    late.unref();
    request.once('close', () => {
      clearTimeout(late);
      if (isFile) files -= 1;
    });
  };
};

const turnAway = ({ socket }: IncomingMessage, { headersSent }: ServerResponse): void => {
  if (!headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  socket.destroySoon();
};
