import type { PersonId } from './names.js';

/** The chat platforms on which people act and rooms are kept. */
export const platforms = ['slack', 'teams'] as const;
export type Platform = (typeof platforms)[number];

/**
 * Which rooms hear of the alliance's business, and whose accounts may act. Platform ids are not in the book: the
 * erasable directory says which room and which account a number stands for (rulings 3.1, 4.2).
 */
export interface AccountEvents {
  RoomBound: {
    /** Counted per alliance. */
    readonly room: number;
    /** The body whose business it hears: "leadership". */
    readonly body: string;
    readonly platform: Platform;
  };
  RoomReleased: { readonly room: number; readonly because: 'asked' | 'unreachable' };
  /** Somebody other than the person says that an account is theirs; it may not act until confirmed. */
  LinkProposed: { readonly link: number; readonly person: PersonId; readonly platform: Platform };
  AccountLinked: {
    /** Counted per alliance, with the proposals. */
    readonly link: number;
    readonly person: PersonId;
    readonly platform: Platform;
    /** By the charter's lists of workspaces and mail domains, or by confirmation through an address on record. */
    readonly how: 'register' | 'confirmed';
  };
  AccountUnlinked: { readonly link: number; readonly person: PersonId; readonly because: 'asked' | 'gone' };
}
