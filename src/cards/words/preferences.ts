import type { CommandOf } from '../../alliance/commands.js';
import type { View } from '../view.js';
import { dayOrMoment } from './moments.js';

/** What was kept of a person's preferences, said to them alone. */
export const preferenceWords = (
  view: View,
  { snoozedUntil, quiet }: Omit<CommandOf<'setPreferences'>, 'kind'>,
): readonly string[] => [
  ...(snoozedUntil === undefined
    ? []
    : snoozedUntil === null
      ? ['You are reminded as usual.']
      : [
          `You get no reminders before ${dayOrMoment(view, snoozedUntil)}. Deadlines do not wait: a proposal can lapse meanwhile.`,
        ]),
  ...(quiet === undefined
    ? []
    : quiet === null
      ? ['You have no quiet hours.']
      : [`Nothing unasked is sent to you between ${quiet.from} and ${quiet.to}, on the clock of the alliance.`]),
];

/** What was typed about quiet times and not understood. */
export const unclearQuiet =
  'Nothing was changed. Write the hours like “/alliance quiet 18:00 to 08:00”, or “/alliance quiet off”.';
export const unclearSnooze = (why: string): string => `Nothing was changed. ${why}`;
export const unclearAway = (why: string): string =>
  `Nothing was recorded. ${why} For days write, for example, “3–17 August” or “until Friday”.`;
