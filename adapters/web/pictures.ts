import { createHash } from 'node:crypto';
import type { Paint } from '../../src/clerk/ports.js';

/** Pictures that stand on a page, each at an address of its own that never shows anything else. */
export interface Pictures {
  /** The name of a picture in its address; it can be asked for until many others were drawn. */
  nameOf(svg: string): string;
  /** As PNG; null for a name that was not given out, or long ago. */
  png(name: string): Promise<Uint8Array | null>;
}

/** Keeps the pictures drawn last, and paints each once, when a window asks for it. */
export const openPictures = (paint: Paint): Pictures => {
  const drawings = new Map<string, string>();
  const painted = new Map<string, Promise<Uint8Array>>();
  return {
    nameOf: (svg) => {
      const name = createHash('sha256').update(svg).digest('base64url').slice(0, 24);
      drawings.delete(name);
      drawings.set(name, svg);
      for (const oldest of [...drawings.keys()].slice(0, -keptMost)) {
        drawings.delete(oldest);
        painted.delete(oldest);
      }
      return name;
    },
    png: async (name) => {
      const svg = drawings.get(name);
      if (svg === undefined) return null;
      const painting = painted.get(name) ?? paint(svg);
      painted.set(name, painting);
      painting.catch(() => painted.delete(name));
      return painting;
    },
  };
};

const keptMost = 200;
