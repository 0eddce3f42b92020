import type { Law } from '../../src/ledger/auditor.js';

/** One way of breaking the rules, and who must notice. */
export interface Sabotage {
  /** What the broken rules do, as a person would complain of it. */
  readonly name: string;
  readonly edits: readonly Edit[];
  /** One of these laws is what the auditor must find broken. */
  readonly laws: readonly Law[];
  readonly test: NamedTest;
}

export interface Edit {
  /** Under src/alliance. */
  readonly file: string;
  /** Stands exactly once in the file; a sabotage that no longer fits the rules is no proof of anything. */
  readonly find: string;
  readonly replace: string;
}

export interface NamedTest {
  /** Under test/. */
  readonly file: string;
  /** Part of the title of one test in it. */
  readonly title: string;
}

/** The text with the edits made. Throws, naming the sabotage, when one does not fit exactly once. */
export const edited = ({ name, edits }: Sabotage, file: string, text: string): string =>
  edits
    .filter((edit) => edit.file === file)
    .reduce((present, { find, replace }) => {
      const places = present.split(find).length - 1;
      if (places !== 1) throw new Error(`"${name}" fits ${places} places of ${file}, not one: ${find}`);
      return present.replace(find, () => replace);
    }, text);
