/** All that a calendar, which others may look into, says of a meeting; and what a feed answers a stranger. */
export const calendarWords = {
  summary: 'Alliance meeting',
  noSuchFeed:
    'There is no calendar at this address, or it was revoked. Whoever looks after Roundtable can give you a new one.',
} as const;
