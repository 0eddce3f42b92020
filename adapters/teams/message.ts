import type { Card } from '../../src/cards/card.js';
import { shorten, visibleLine } from '../../src/cards/fit.js';
import type { AdaptiveCard, Element } from './elements.js';
import { adaptiveCard, fitted, inConversation } from './fit.js';
import { teamsLimits } from './limits.js';
import type { Place } from './render.js';
import { entityOf, type Mentioned } from './texts.js';

/** A message as the Bot Connector takes it: the card, and one line for notifications. */
export type TeamsMessage = {
  readonly type: 'message';
  readonly summary: string;
  readonly attachments: readonly CardAttachment[];
};

export interface CardAttachment {
  readonly contentType: typeof cardContentType;
  readonly content: AdaptiveCard;
}

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

export const messageOf = (card: Card, place: Place = inConversation, whole?: string | null): TeamsMessage =>
  messageWith(card.summary, fitted(card, place, whole));

/** The same with somebody called above it: the one place where we call anybody by a mention. */
export const messageTo = (mentioned: Mentioned, card: Card): TeamsMessage => {
  const { body } = fitted(card);
  const entity = entityOf(mentioned);
  const call: Element = { type: 'TextBlock', text: entity.text, wrap: true };
  return messageWith(card.summary, adaptiveCard([call, ...body], { entities: [entity] }));
};

export const attachmentOf = (content: AdaptiveCard): CardAttachment => ({ contentType: cardContentType, content });

const messageWith = (summary: string, content: AdaptiveCard): TeamsMessage => ({
  type: 'message',
  summary: shorten(visibleLine(summary), teamsLimits.summary, ''),
  attachments: [attachmentOf(content)],
});
