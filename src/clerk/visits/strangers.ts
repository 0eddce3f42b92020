import type { AllianceCode } from '../../alliance/names.js';
import type { Card } from '../../cards/card.js';
import { noticeCard } from '../../cards/notice.js';
import { refusalCard } from '../../cards/replies.js';
import { unknownAccountWords, visitWords } from '../../cards/words/visits.js';
import { drawn } from '../drawing.js';
import type { Identified } from './identity.js';
import { accountMeant } from './linking.js';
import type { Counter, Visitor } from './visitor.js';

/** What somebody is told whose account is nobody's yet: why, who can propose the link, and who where that is themselves. */
export const unidentifiedCard = async (
  { clerk }: Pick<Counter, 'clerk'>,
  alliance: AllianceCode,
  visitor: Pick<Visitor, 'accounts' | 'platform' | 'idiom'>,
  found: Exclude<Identified, { readonly person: unknown; readonly refusal?: undefined }>,
): Promise<Card> => {
  const card = await drawn(clerk, alliance, (view) => {
    if ('refusal' in found) return refusalCard(view, found.refusal, found.person);
    if (!('unknown' in found)) return null;
    // The account as the operator types it.
    const own = accountMeant(view.alliance, visitor);
    const account = own === undefined ? '' : `${own.platform}:${own.tenant}:${own.user}`;
    return noticeCard(unknownAccountWords(view, found.unknown, account, visitor.idiom));
  });
  return card ?? noticeCard([visitWords.noSuchAlliance(alliance)]);
};
