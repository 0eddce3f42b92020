import type { Typeset } from '../../src/clerk/ports.js';

/** Files that documents are set as, each by its ending. The libraries are brought in with the first document. */
export const typeset = {
  docx: async (document) => (await import('./docx.js')).asDocx(document),
  pdf: async (document) => (await import('./pdf.js')).asPdf(document),
} as const satisfies Readonly<Record<string, Typeset>>;
