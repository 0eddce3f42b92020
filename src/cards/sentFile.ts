/**
 * A file that came with a form, as its answer says it: hash, size and name. The bytes travel beside the answers
 * (`Order.paper`), and the clerk holds one against the other.
 */
export interface SentFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
}

export const fileAnswer = ({ sha256, bytes, name }: SentFile): string => `${sha256} ${bytes} ${name}`;

/** What `fileAnswer` wrote; null for anything else. */
export const readFileAnswer = (answer: string): SentFile | null => {
  const [, sha256 = '', bytes = '', name = ''] = /^([0-9a-f]{64}) (\d{1,12}) (.{1,255})$/u.exec(answer) ?? [];
  return sha256 === '' ? null : { sha256, bytes: Number(bytes), name };
};
