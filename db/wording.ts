import type { AllianceCode, TextRef } from '../src/alliance/names.js';

type Found = ReadonlyMap<TextRef, string>;

/**
 * Words as they were last read: drawn at every act, and never changed. Whoever writes through the same store forgets them
 * all when any are removed (rulings 4.2); nobody else writes to the file. A long text is read each time, so that what is
 * kept stays small.
 */
export interface Wording {
  readonly texts: (
    alliance: AllianceCode,
    refs: readonly TextRef[],
    read: (refs: readonly TextRef[]) => Found,
  ) => Found;
  readonly forget: () => void;
}

export const keptWording = (most = 4_000, longest = 1_000): Wording => {
  const known = new Map<string, string>();
  return {
    texts: (alliance, refs, read) => {
      const found = new Map<TextRef, string>();
      const unknown: TextRef[] = [];
      for (const ref of refs) {
        const text = known.get(`${alliance} ${ref}`);
        if (text === undefined) unknown.push(ref);
        else found.set(ref, text);
      }
      if (unknown.length === 0) return found;
      if (known.size > most) known.clear();
      for (const [ref, text] of read(unknown)) {
        found.set(ref, text);
        if (text.length <= longest) known.set(`${alliance} ${ref}`, text);
      }
      return found;
    },
    forget: () => known.clear(),
  };
};
