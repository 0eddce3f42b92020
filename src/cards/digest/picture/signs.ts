import type { Cell } from './grid.js';

/** How a cell looks: a colour of its own and a sign of its own, so that either alone is enough. */
export interface Look {
  readonly fill: string;
  readonly ink: string;
  /** Around the cell, where the fill is pale. */
  readonly edge: string;
  /** The sign as SVG in a field of 20 × 20. */
  readonly sign: (ink: string) => string;
}

/** Ink against fill is at least 4.5 to 1 throughout. The signs are those of the cards: ✓ ≈ ✕ … – ↗. */
export const looks: Readonly<Record<Cell, Look>> = {
  waiting: { fill: '#ffc42e', ink: '#1d1400', edge: '#8a5a00', sign: (ink) => dots(ink) },
  objected: { fill: '#b3211b', ink: '#ffffff', edge: '#b3211b', sign: (ink) => stroke('M5 5 L15 15 M15 5 L5 15', ink) },
  agreed: { fill: '#dff1e4', ink: '#0f5c30', edge: '#dff1e4', sign: (ink) => stroke('M4 10.5 L8.5 15 L16 5.5', ink) },
  reserved: {
    fill: '#dff1e4',
    ink: '#0f5c30',
    edge: '#0f5c30',
    sign: (ink) => stroke('M4 8 Q7 4.5 10 8 T16 8 M4 13 Q7 9.5 10 13 T16 13', ink, 2.2),
  },
  noPart: { fill: '#ffffff', ink: '#4a5563', edge: '#aab2bd', sign: (ink) => stroke('M5.5 10 H14.5', ink) },
  left: {
    fill: '#ffffff',
    ink: '#4a5563',
    edge: '#aab2bd',
    sign: (ink) => stroke('M5.5 14.5 L14 6 M8 6 H14 V12', ink, 2),
  },
  notAsked: { fill: '#ffffff', ink: '#4a5563', edge: '#e3e7ec', sign: () => '' },
};

const stroke = (path: string, ink: string, width = 2.8): string =>
  `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const dots = (ink: string): string =>
  [4.5, 10, 15.5].map((x) => `<circle cx="${x}" cy="10" r="2.1" fill="${ink}"/>`).join('');
