import type { IncomingMessage } from 'node:http';

/**
 * The body of a request; null when it is more than so many bytes. Rejects where the request breaks off. By listeners, since
 * iterating costs as much as all the rest of a front door.
 */
export const bodyWithin = (request: IncomingMessage, mostBytes: number): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    // After its end a request is closed as well: the error is made where it is one, since making it is not cheap.
    request.once('close', () => {
      if (!request.complete) reject(new Error('the request ended early'));
    });
  });
