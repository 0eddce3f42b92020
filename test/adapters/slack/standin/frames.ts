import type { Duplex } from 'node:stream';

/** One unmasked text frame of RFC 6455, as servers send them. */
export const textFrame = (text: string): Buffer => frame(1, Buffer.from(text));

/** Calls back with every text that arrives; answers pings, and closes when it is asked to. */
export const framesIn = (socket: Duplex, onText: (text: string) => void): void => {
  let kept = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]);
    for (let read = firstFrame(kept); read !== null; read = firstFrame(kept)) {
      kept = kept.subarray(read.length);
      if (read.opcode === 1) onText(read.payload.toString('utf8'));
      if (read.opcode === 9) socket.write(frame(10, read.payload));
      if (read.opcode === 8) socket.end(frame(8, read.payload));
    }
  });
};

const frame = (opcode: number, payload: Buffer): Buffer => {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0]), lengthBytes(length)]);
  return Buffer.concat([head, payload]);
};

const lengthBytes = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};

/** The first whole frame, unmasked; null while it has not all arrived. */
const firstFrame = (
  bytes: Buffer,
): { readonly opcode: number; readonly payload: Buffer; readonly length: number } | null => {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const lengthAt = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 2 + lengthAt + 4) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const from = 2 + lengthAt + 4;
  if (bytes.length < from + size) return null;
  const mask = bytes.subarray(from - 4, from);
  const payload = Buffer.from(bytes.subarray(from, from + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload, length: from + size };
};
