import type { Card } from './card.js';
import { noticeCard } from './notice.js';
import { practiceBlocks } from './proposalCard.js';
import type { View } from './view.js';
import { installedWords, roomBoundWords } from './words/arrival.js';
import type { EntryOfKind } from './words/history.js';
import { type Idiom, slackIdiom, teamsIdiom } from './words/visits.js';

/** Said once in a channel or chat that was bound to a body: what it is for from now on. */
export const roomBoundCard = (view: View, { body, by }: EntryOfKind<'RoomBound'>): Card => {
  const idiom = body.platform === 'slack' ? slackIdiom : teamsIdiom;
  const card = noticeCard(roomBoundWords(view, body.body, by, idiom));
  return { ...card, tone: 'note', blocks: [...practiceBlocks(view), ...card.blocks] };
};

/** Said once where Roundtable was installed; `alone` in a chat with one person. */
export const installedCard = (idiom: Idiom, alone: boolean): Card => ({
  ...noticeCard(installedWords(idiom, alone)),
  tone: 'note',
});
