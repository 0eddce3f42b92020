import type { AllianceCode, TextRef } from '../src/alliance/names.js';

type Found = ReadonlyMap<TextRef, string>;

/**
 * Words as they were last read: drawn at every act, and never changed. Whoever writes through the same store forgets them
 * all when any are removed (rulings 4.2); nobody else writes to the file. A long text is read each time, and so many
 * characters are kept at most, so that what is kept stays small.
 */
export interface Wording {
  readonly texts: (
    alliance: AllianceCode,
    refs: readonly TextRef[],
    read: (refs: readonly TextRef[]) => Found,
  ) => Found;
  readonly forget: () => void;
}

export const keptWording = (charactersMost = 2_000_000, longest = 1_000): Wording => {
  const known = new Map<AllianceCode, Map<TextRef, string>>();
  let characters = 0;
  const forget = (): void => {
    known.clear();
    characters = 0;
  };
  return {
    texts: (alliance, refs, read) => {
      const before = known.get(alliance);
      const found = new Map<TextRef, string>();
      const unknown: TextRef[] = [];
      for (const ref of refs) {
        const text = before?.get(ref);
        if (text === undefined) unknown.push(ref);
        else found.set(ref, text);
      }
      if (unknown.length === 0) return found;
      if (characters > charactersMost) forget();
      const kept = known.get(alliance) ?? new Map<TextRef, string>();
      known.set(alliance, kept);
      for (const [ref, text] of read(unknown)) {
        found.set(ref, text);
        if (text.length > longest) continue;
        kept.set(ref, text);
        characters += text.length + besideText;
      }
      return found;
    },
    forget,
  };
};

/** What a text costs beside its own characters. */
const besideText = 100;
