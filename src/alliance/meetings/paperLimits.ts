/** What a paper may be: its size, and its kinds by the ending of the file's name, each with the type it is sent as. */
export const paperLimits = {
  bytesMost: 10_000_000,
  papersMost: 200,
  types: {
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    odt: 'application/vnd.oasis.opendocument.text',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
    odp: 'application/vnd.oasis.opendocument.presentation',
    txt: 'text/plain',
    md: 'text/markdown',
    csv: 'text/csv',
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
  },
} as const satisfies { readonly types: Readonly<Record<string, string>>; [limit: string]: unknown };

/** The type of a file by its name; null where a paper cannot be of that kind. */
export const paperTypeOf = (name: string): string | null => {
  const [, ending = ''] = /\.([a-z0-9]{1,5})$/iu.exec(name.trim()) ?? [];
  return Object.entries(paperLimits.types).find(([known]) => known === ending.toLowerCase())?.[1] ?? null;
};

/** The same of a type: whether a paper can be sent as that. */
export const isPaperType = (type: string): boolean => Object.values<string>(paperLimits.types).includes(type);
