import type { AllianceCode } from '../../alliance/names.js';
import type { Card } from '../../cards/card.js';
import { noticeCard } from '../../cards/notice.js';
import { typedWords, visitWords } from '../../cards/words/visits.js';
import { alliancesOf } from './identity.js';
import { tenantsIn } from './linking.js';
import type { Counter, Visitor } from './visitor.js';

/** The alliances that could be meant where somebody typed. */
export interface Meant {
  /** Those whose room this channel is. */
  readonly bound: readonly AllianceCode[];
  /** Those in which the account is known. */
  readonly own: readonly AllianceCode[];
}

/** `place` is the channel or conversation, by the platform's own name of it. */
export const meantAt = async (counter: Counter, visitor: Visitor, place: string): Promise<Meant> => {
  const { platform, tenant } = visitor;
  const own = (await alliancesOf(counter, visitor)).map(({ alliance }) => alliance);
  const here = await counter.directory.roomsAt({ platform, tenant, place });
  if (here.length > 0) return { bound: [...new Set(here.map(({ alliance }) => alliance))], own };
  // A channel that is shared between workspaces has one id, and was bound in another of them.
  const shared = await Promise.all(
    own.map(async (alliance) =>
      (await counter.directory.rooms(alliance)).some(
        ({ address }) => address.platform === platform && address.place === place,
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
  counter: Pick<Counter, 'clerk'>,
  visitor: Visitor,
  { bound, own }: Meant,
  code: AllianceCode | null,
): Promise<{ readonly alliance: AllianceCode } | { readonly card: Card }> => {
  const words = typedWords(visitor.idiom);
  if (code !== null) {
    const isTheirs = bound.includes(code) || own.includes(code) || (await mayKnow(counter, visitor, code));
    return isTheirs ? { alliance: code } : { card: noticeCard([visitWords.noSuchAlliance(code)]) };
  }
  const [room] = bound;
  const [only] = own;
  if (room !== undefined && bound.length === 1) return { alliance: room };
  if (bound.length > 1) return { card: noticeCard([words.whichAlliance(bound)]) };
  if (only !== undefined && own.length === 1) return { alliance: only };
  return { card: noticeCard([own.length > 1 ? words.whichAlliance(own) : words.codeFirst]) };
};

/** Accounts of a workspace that the charter names may hear that the alliance is here. */
const mayKnow = async (
  { clerk }: Pick<Counter, 'clerk'>,
  { accounts, platform }: Visitor,
  code: AllianceCode,
): Promise<boolean> => {
  const alliance = await clerk.view(code);
  const listed = alliance === null ? [] : tenantsIn(alliance, platform);
  return accounts.some(({ tenant }) => listed.includes(tenant));
};
