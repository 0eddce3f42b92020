import { graphemesWithin } from '../../src/cards/fit.js';
import { slackLimits } from './limits.js';
import type { ActionPayload } from './shapes.js';

/** Words of a message on their way into a form, while the person still chooses the alliance: kept in the modal itself. */
export const keepWords = (text: string): string => graphemesWithin(text, slackLimits.privateMetadata);

/** Whether the press comes from the modal in which the alliance is chosen. */
export const fitsTable = ({ view }: ActionPayload): boolean =>
  view?.type === 'modal' && (view.private_metadata ?? '') !== '';

export const keptWords = ({ view }: ActionPayload): { readonly text: string } => ({
  text: view?.private_metadata ?? '',
});
