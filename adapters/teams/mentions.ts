import type { Account } from '../../src/alliance/directory.js';
import type { Conversation } from '../../src/clerk/conversations.js';
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
  return decoded(typed).trim();
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

/** Teams writes a few signs as entities, and spaces that do not break. */
const decoded = (text: string): string =>
  text
    .replace(/<\/?(?:p|div|br)\s*\/?>/giu, '\n')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/gu, (whole, name: string) => signs.get(name) ?? whole)
    .replace(/\u00a0/gu, ' ');

const signs: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', '’'],
  ['amp', '&'],
]);
