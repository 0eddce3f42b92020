import type { Paper } from '../../alliance/meetings/meeting.js';
import type { View } from '../view.js';
import { textOf } from './names.js';

/** "Paper 2, late: Lease of the house (SHA-256 …)": a paper as the record knows it. */
export const paperOfRecord = (view: View, { number, name, sha256, late }: Paper): string =>
  `Paper ${number}${late ? ', late' : ''}: ${textOf(view, name)} (SHA-256 ${sha256})`;

export const papersOfMinutes = {
  heading: 'Papers',
  intro: 'What the meeting had before it. A paper is the one meant if its SHA-256 is the same.',
  forItem: (place: number, paper: string): string => `Item ${place}: ${paper}`,
} as const;

/** "1.2 MB", "300 KB": how large a file is, never said smaller than it is. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${Math.ceil(bytes / 100_000) / 10} MB` : `${Math.max(1, Math.ceil(bytes / 1_000))} KB`;
