import type { AllianceCode } from '../../src/alliance/names.js';
import type { Card } from '../../src/cards/card.js';
import { slackIdiom } from '../../src/cards/words/visits.js';
import { unidentifiedCard as unidentified } from '../../src/clerk/visits/strangers.js';
import type { Identified } from './identity.js';
import type { Caller, SlackOffice } from './office.js';

/** What somebody is told whose account is nobody's yet. */
export const unidentifiedCard = (
  office: Pick<SlackOffice, 'clerk'>,
  alliance: AllianceCode,
  { accounts }: Pick<Caller, 'accounts'>,
  found: Exclude<Identified, { readonly person: unknown; readonly refusal?: undefined }>,
): Promise<Card> => unidentified(office, alliance, { platform: 'slack', idiom: slackIdiom, accounts }, found);
