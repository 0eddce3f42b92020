import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a request may take to arrive once its headers are there. */
export interface Patience {
  readonly ordinaryMs: number;
  /** For one that brings a file which somebody was asked for, over whatever line they have. */
  readonly fileMs: number;
  /** So many of those at once; any more are ordinary ones, so that nobody holds the server by being slow. */
  readonly filesMost: number;
  /** So many of them for what one person was asked for, so that no one of them takes all the places. */
  readonly filesOfOneMost: number;
}

/** 10 MB within five minutes is a slow telephone. */
export const usualPatience: Patience = { ordinaryMs: 20_000, fileMs: 300_000, filesMost: 20, filesOfOneMost: 2 };

/** Watches a request until it has arrived, and ends its connection where that takes too long. */
export const patienceOf = (
  { ordinaryMs, fileMs, filesMost, filesOfOneMost }: Patience,
  bringsFile: (request: IncomingMessage) => string | null,
): ((request: IncomingMessage, response: ServerResponse) => void) => {
  let files = 0;
  const each = new Map<string, number>();
  const count = (asked: string, by: 1 | -1): void => {
    files += by;
    const left = (each.get(asked) ?? 0) + by;
    if (left === 0) each.delete(asked);
    else each.set(asked, left);
  };
  return (request, response) => {
    const asked = files < filesMost ? bringsFile(request) : null;
    const isFile = asked !== null && (each.get(asked) ?? 0) < filesOfOneMost;
    if (isFile) count(asked, 1);
    const late = setTimeout(
      () => {
        if (!request.complete) turnAway(request, response);
      },
      isFile ? fileMs : ordinaryMs,
    );
    late.unref();
    request.once('close', () => {
      clearTimeout(late);
      if (isFile) count(asked, -1);
    });
  };
};

const turnAway = ({ socket }: IncomingMessage, { headersSent }: ServerResponse): void => {
  if (!headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  socket.destroySoon();
};
