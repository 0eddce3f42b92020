/** What of meetings, minutes and actions waits on a person. */
export const waitingWords = {
  answer: (member: string): string => `Say whether somebody comes for ${member}.`,
  entered: (member: string, position: string, proposal: string): string =>
    `In the meeting “${position}” was entered for ${member} on ${proposal}. It counts once you confirm it.`,
  minutes: (member: string): string => `The minutes wait for ${member}: accept them, or ask for a correction.`,
  correction: 'A correction of the minutes waits for an answer.',
  draft: 'The draft minutes wait to be circulated.',
  /** Where there are too many for one card. */
  more: (count: number): string => `${count} more wait: look under meetings and actions.`,
} as const;
