import { inConversation } from '../../../adapters/teams/fit.js';
import type { Place } from '../../../adapters/teams/render.js';

/** A conversation in which pictures are shown: one pixel stands for each, so that golden cards stay readable. */
export const picturesOf: Place = {
  ...inConversation,
  pictures: () =>
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};
