import type { Instant } from '../alliance/instant.js';
import type { AllianceCode } from '../alliance/names.js';

/**
 * Codes sent to an address on record, with which a person confirms that an account is theirs (rulings 3.1). The store
 * sees only a digest; the surface makes the code and sends it.
 */
export interface LinkCodes {
  /** Keeps it durably, in the place of an earlier one of that link. */
  keepLinkCode(code: LinkCode): Promise<void>;
  /**
   * Uses a code up. `taken`: it was the right one, and it works no second time. `wrong`: another was typed; after the
   * fifth wrong one the code is gone. `gone`: there is none, or not any more.
   */
  takeLinkCode(code: Pick<LinkCode, 'alliance' | 'link' | 'hash'>, now: Instant): Promise<'taken' | 'wrong' | 'gone'>;
}

export interface LinkCode {
  readonly alliance: AllianceCode;
  readonly link: number;
  readonly hash: string;
  readonly expires: Instant;
}
