import type { Position } from '../../alliance/alliance.js';
import type { RollRow } from '../card.js';

/** The marks of the roll in words: never colour or sign alone. */
export const markWords: Readonly<Record<RollRow['mark'], string>> = {
  agreed: 'Agreed',
  reserved: 'Agreed with reservation',
  objected: 'Objected',
  waiting: 'Waiting',
  noPart: 'Taking no part',
  left: 'Left',
};

/** "representative", "deputy", "deputy, covering": as what a person spoke. */
export const spokeAs = ({ as, covering }: Pick<Position, 'as' | 'covering'>): string =>
  covering ? `${as}, covering` : as;

/** In place of "Waiting" once there is an outcome. */
export const noPosition = 'No position recorded';

export const rollLabel = 'Member by member';
export const interestNoPart = 'interest declared';
export const interestSpeakOnly = 'interest declared: may speak, has no vote';
export const leftWords = 'left the alliance and no longer counts';
export const vacancyWords = 'nobody is appointed to speak for it';
export const awayWords = (name: string, cover: string | null): string =>
  cover === null ? `${name} is away, nobody covers` : `${name} is away, ${cover} covers`;
export const wouldChangeLabel = 'What would change it';
export const personalInterest = (name: string): string => `${name} declared a personal interest; a deputy may act`;
export const declaredAndStays = 'declared an interest and takes part';
