import { inflateSync } from 'node:zlib';

/** A PNG as its pixels: what somebody's screen would show. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** "#ffc42e" at a point. */
  readonly at: (x: number, y: number) => string;
  /** How many different colours there are. */
  readonly colours: () => number;
}

/** Decodes a PNG of 8 bits a channel, with or without transparency, not interlaced; throws on anything else. */
export const decodePng = (png: Uint8Array): Pixels => {
  const bytes = Buffer.from(png);
  if (bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') throw new Error('no PNG');
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')!.body;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, , , interlace] = header.subarray(8);
  const channels = new Map([
    [2, 3],
    [6, 4],
  ]).get(kind ?? 0);
  if (depth !== 8 || channels === undefined || interlace !== 0) throw new Error(`PNG of kind ${kind}, ${depth} bits`);
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)));
  const rows = unfiltered(data, width * channels, height, channels);
  const at = (x: number, y: number): string =>
    `#${rows.subarray((y * width + x) * channels, (y * width + x) * channels + 3).toString('hex')}`;
  return {
    width,
    height,
    at,
    colours: () => {
      const found = new Set<string>();
      for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) found.add(at(x, y));
      return found.size;
    },
  };
};

const chunksOf = (bytes: Buffer): readonly { readonly type: string; readonly body: Buffer }[] => {
  const chunks: { readonly type: string; readonly body: Buffer }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.push({
      type: bytes.subarray(at + 4, at + 8).toString('latin1'),
      body: bytes.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
};

/** Takes back the filter of each line (PNG specification, 9.2). */
const unfiltered = (data: Buffer, stride: number, height: number, channels: number): Buffer => {
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : rows[y * stride + x - channels]!;
      const up = y === 0 ? 0 : rows[(y - 1) * stride + x]!;
      const corner = x < channels || y === 0 ? 0 : rows[(y - 1) * stride + x - channels]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      rows[y * stride + x] = (data[y * (stride + 1) + 1 + x]! + guess) & 255;
    }
  }
  return rows;
};

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};
