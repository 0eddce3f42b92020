import type { Logger } from 'pino';
import type { Card, Picture } from '../../src/cards/card.js';
import type { Paint } from '../../src/clerk/ports.js';
import { teamsLimits } from './limits.js';

export interface Painting {
  readonly paint: Paint;
  readonly log: Pick<Logger, 'warn'>;
}

/** The pictures of a card, in the message itself: Teams has no place for files of a bot. */
export interface Pictures {
  /** The address of each picture; null where the card has none that could be painted. */
  of(card: Card): Promise<((picture: Picture) => string | null) | null>;
}

export const picturesWith = ({ paint, log }: Painting): Pictures => {
  const painted = new Map<string, string>();
  const addressOf = async ({ svg, width, height }: Picture): Promise<string | null> => {
    const there = painted.get(svg);
    if (there !== undefined) return there;
    try {
      const png = Buffer.from(await paint(svg, Math.min(3, teamsLimits.picturePixels / Math.max(width, height))));
      const address = `data:image/png;base64,${png.toString('base64')}`;
      if (address.length > teamsLimits.pictureBytes) return null;
      painted.set(svg, address);
      const [oldest] = painted.keys();
      if (painted.size > paintedMost && oldest !== undefined) painted.delete(oldest);
      return address;
    } catch (thrown) {
      log.warn({ reason: (thrown as Error).name }, 'a picture could not be painted; its words stand in its place');
      return null;
    }
  };
  return {
    of: async (card) => {
      const found = new Map<string, string>();
      for (const block of card.blocks) {
        if (block.kind !== 'picture') continue;
        const address = await addressOf(block.picture);
        if (address !== null) found.set(block.picture.svg, address);
      }
      return found.size === 0 ? null : ({ svg }) => found.get(svg) ?? null;
    },
  };
};

/** A digest goes to all rooms of an alliance within a moment; after that it is of no use. */
const paintedMost = 20;
