/**
 * A document as data, from top to bottom: minutes, an agenda. Markdown, HTML, DOCX and PDF are made from the same one,
 * and the same document gives the same bytes. Texts are plain: each renderer escapes them for its own format.
 */
export interface Document {
  readonly title: string;
  /** In whose name: the alliance. */
  readonly author: string;
  /** BCP 47. */
  readonly language: 'en-GB';
  /** When it was made true, for formats that carry a date: never when it was rendered. */
  readonly at: string;
  /** Names it among documents: "LWN-M-3-minutes-v2". */
  readonly reference: string;
  readonly blocks: readonly DocumentBlock[];
  /** On every page: where in the minute book it stands. */
  readonly footer: string;
}

export type DocumentBlock =
  /** Level 1 is the title of the document and comes once. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  /** Somebody's own words, verbatim, line ends kept. */
  | { readonly kind: 'quotation'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** Said above it, and to screen readers. */
      readonly caption: string;
      /** The first column names its row. */
      readonly headers: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };
