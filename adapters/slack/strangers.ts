import type { AllianceCode } from '../../src/alliance/names.js';
import type { Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { refusalCard } from '../../src/cards/replies.js';
import { powerHolders } from '../../src/cards/words/officers.js';
import { slackWords, unknownAccountWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import type { Identified } from './identity.js';
import type { SlackOffice } from './office.js';

/** What somebody is told whose account is nobody's yet: why, and who can propose the link. */
export const unidentifiedCard = async (
  { clerk }: Pick<SlackOffice, 'clerk'>,
  alliance: AllianceCode,
  found: Exclude<Identified, { readonly person: unknown; readonly refusal?: undefined }>,
): Promise<Card> => {
  const card = await drawn(clerk, alliance, (view) =>
    'unknown' in found
      ? noticeCard(unknownAccountWords(found.unknown, view.alliance.name, powerHolders(view, 'changePeople')))
      : 'refusal' in found
        ? refusalCard(view, found.refusal, found.person)
        : null,
  );
  return card ?? noticeCard([slackWords.noSuchAlliance(alliance)]);
};
