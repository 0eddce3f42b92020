import type { Press } from '../../src/cards/press.js';

/** How one person gives one order on one platform: by a button or form, by typing, or by what the platform itself tells. */
export type Gesture =
  | Pressing
  | { readonly by: 'typing'; readonly who: string; readonly words: string }
  /** Not a gesture of a person here, and why. */
  | { readonly by: 'nobody'; readonly because: string };

/** `day(n)` is the date n days after the story began. */
type Day = (days: number) => string;

export interface Pressing {
  readonly by: 'press';
  readonly who: string;
  readonly press: Press;
  readonly answers?: (day: Day) => Readonly<Record<string, string>>;
  /** A file that is chosen in the field "paper". */
  readonly paper?: { readonly name: string; readonly bytes: Uint8Array };
  /** So many days after the story began, at ten o'clock; left out, when the one before was made. */
  readonly on?: number;
  /** What else must be done first, in the same way everywhere. */
  readonly first?: readonly Pressing[];
}

export type Door = 'slack' | 'teams' | 'playground';

const alliance = 'PLY';
type FormOf = Omit<Extract<Press, { readonly act: 'form' }>, 'act' | 'alliance'>;
type CommandOfButton = Extract<Press, { readonly act: 'order' }>['command'];
type When = Pick<Pressing, 'on' | 'first' | 'paper'>;

export const formBy = (who: string, asked: FormOf, answers: Pressing['answers'], when: When = {}): Pressing => ({
  by: 'press',
  who,
  press: { act: 'form', alliance, ...asked },
  ...(answers === undefined ? {} : { answers }),
  ...when,
});
export const buttonBy = (who: string, command: CommandOfButton, when: When = {}): Pressing => ({
  by: 'press',
  who,
  press: { act: 'order', alliance, command },
  ...when,
});

/** The same form or button everywhere: cards are drawn from one source. */
const everywhere = (gesture: Gesture): Readonly<Record<Door, Gesture>> => ({
  slack: gesture,
  teams: gesture,
  playground: gesture,
});
export const form = (...how: Parameters<typeof formBy>) => everywhere(formBy(...how));
export const button = (...how: Parameters<typeof buttonBy>) => everywhere(buttonBy(...how));
export const typed = (who: string, words: string) => ({
  slack: { by: 'typing', who, words } as const,
  teams: { by: 'typing', who, words } as const,
  playground: noAccounts,
});
export const nobody = (because: string) => everywhere({ by: 'nobody', because });

export const noAccounts = {
  by: 'nobody',
  because: 'The playground has chairs to sit on, and no accounts or channels.',
} as const;
