import type { Account } from '../../src/alliance/directory.js';
import type { Conversation } from '../../src/clerk/conversations.js';
import { decoded } from './markup.js';
import type { Activity } from './shapes.js';
import type { TeamsWire } from './wire.js';

/** What was typed, without the mention that called us; others stand as "<@id>", by Teams' own id of them. */
export const typedText = ({ text, entities, recipient }: Activity): string => {
  let typed = text ?? '';
  for (const { type, mentioned, text: shown } of entities ?? []) {
    if (type !== 'mention' || mentioned == null || shown == null || shown === '') continue;
    const word = mentioned.id === recipient.id ? ' ' : ` <@${mentioned.id.replace(/[<>\s]/gu, '')}> `;
    typed = typed.replaceAll(shown, word);
  }
  // Not every tag is taken out: a mention stands as one.
  return decoded(typed.replace(/<\/?(?:p|div|br)\s*\/?>/giu, '\n')).trim();
};

/** The account that words like "<@29:…>" mention, as the roster of the conversation knows it. */
export const mentionedIn =
  (wire: TeamsWire, here: Conversation) =>
  async (words: string): Promise<Account | null> => {
    const [, id] = /^<@(29:[^<>\s]{1,300})>$/u.exec(words) ?? [];
    const member = id === undefined ? null : await wire.member(here, id);
    if (member?.aadObjectId == null) return null;
    return { platform: 'teams', tenant: member.tenantId ?? here.tenant, user: member.aadObjectId };
  };
