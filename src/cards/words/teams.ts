/** What the Teams surface says around the cards and dialogs. */
export const teamsWords = {
  openForm: (title: string): string => `This needs a form: ${title}.`,
  cannotWriteToYou:
    'Roundtable answers such words in a chat with you alone, and could not open one. Add the app Roundtable for yourself in Teams (Apps, then Roundtable, then Add), and write again.',
  notYours: 'Nothing was recorded. Only people with an account in this organisation can act here.',
  unknownAction: 'Nothing was recorded. Roundtable has no such action.',
} as const;
