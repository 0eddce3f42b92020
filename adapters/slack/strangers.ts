import type { AllianceCode } from '../../src/alliance/names.js';
import type { Card } from '../../src/cards/card.js';
import { noticeCard } from '../../src/cards/notice.js';
import { refusalCard } from '../../src/cards/replies.js';
import type { View } from '../../src/cards/view.js';
import { slackWords, unknownAccountWords } from '../../src/cards/words/slack.js';
import { drawn } from '../../src/clerk/drawing.js';
import type { Identified } from './identity.js';
import type { Caller, SlackOffice } from './office.js';

/** What somebody is told whose account is nobody's yet: why, who can propose the link, and who where that is themselves. */
export const unidentifiedCard = async (
  { clerk }: Pick<SlackOffice, 'clerk'>,
  alliance: AllianceCode,
  { accounts }: Pick<Caller, 'accounts'>,
  found: Exclude<Identified, { readonly person: unknown; readonly refusal?: undefined }>,
): Promise<Card> => {
  const card = await drawn(clerk, alliance, (view) =>
    'unknown' in found
      ? noticeCard(unknownAccountWords(view, found.unknown, accountNamed(view, accounts)))
      : 'refusal' in found
        ? refusalCard(view, found.refusal, found.person)
        : null,
  );
  return card ?? noticeCard([slackWords.noSuchAlliance(alliance)]);
};

/** The account as the operator types it: in the workspace or organisation that the charter names, else in its own. */
const accountNamed = ({ alliance }: View, accounts: Caller['accounts']): string => {
  const listed = alliance.charter.organisations.flatMap(({ slackTeams }) => slackTeams);
  const own = accounts.find(({ tenant }) => listed.includes(tenant)) ?? accounts.at(-1);
  return own === undefined ? '' : `${own.platform}:${own.tenant}:${own.user}`;
};
