import type { AllianceCode } from '../../src/alliance/names.js';
import { noticeCard } from '../../src/cards/notice.js';
import type { Card } from '../../src/cards/card.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { alliancesOf } from './identity.js';
import type { Caller, SlackOffice } from './office.js';

/** The alliances that could be meant where somebody typed. */
export interface Place {
  /** Those whose room this channel is. */
  readonly bound: readonly AllianceCode[];
  /** Those in which the account is known. */
  readonly own: readonly AllianceCode[];
}

export const placeOf = async (office: SlackOffice, caller: Caller, channel: string): Promise<Place> => {
  const own = (await alliancesOf(office, caller)).map(({ alliance }) => alliance);
  const here = await office.directory.roomsAt({ platform: 'slack', tenant: caller.tenant, place: channel });
  if (here.length > 0) return { bound: [...new Set(here.map(({ alliance }) => alliance))], own };
  // A channel that is shared between workspaces has one id, and was bound in another of them.
  const shared = await Promise.all(
    own.map(async (alliance) =>
      (await office.directory.rooms(alliance)).some(
        ({ address }) => address.platform === 'slack' && address.place === channel,
      )
        ? [alliance]
        : [],
    ),
  );
  return { bound: shared.flat(), own };
};

/**
 * The alliance that a command is about: the code in front, else that of the room, else the only one the account knows.
 * Else the card that says what is missing. A code is answered as unknown to those who have nothing to do with it.
 */
export const allianceMeant = async (
  office: SlackOffice,
  caller: Caller,
  { bound, own }: Place,
  code: AllianceCode | null,
): Promise<{ readonly alliance: AllianceCode } | { readonly card: Card }> => {
  if (code !== null) {
    const isTheirs = bound.includes(code) || own.includes(code) || (await mayKnow(office, caller, code));
    return isTheirs ? { alliance: code } : { card: noticeCard([slackWords.noSuchAlliance(code)]) };
  }
  const [room] = bound;
  const [only] = own;
  if (room !== undefined && bound.length === 1) return { alliance: room };
  if (bound.length > 1) return { card: noticeCard([slackWords.whichAlliance(bound)]) };
  if (only !== undefined && own.length === 1) return { alliance: only };
  return { card: noticeCard([own.length > 1 ? slackWords.whichAlliance(own) : slackWords.codeFirst]) };
};

/** Accounts of a workspace that the charter names may hear that the alliance is here. */
const mayKnow = async ({ clerk }: SlackOffice, { accounts }: Caller, code: AllianceCode): Promise<boolean> => {
  const alliance = await clerk.view(code);
  const teams = new Set(alliance?.charter.organisations.flatMap(({ slackTeams }) => slackTeams));
  return accounts.some(({ tenant }) => teams.has(tenant));
};
