/** What pages say that lead one person to a file, or take one from them. */
export const pageWords = {
  nothing: 'Nothing here',
  noSuchPage:
    'There is nothing at this address. Addresses that Roundtable gives out are for one person and end after an hour: ask for the card in chat again.',
  refused: 'Not shown',
  done: 'Recorded',
  once: 'This page is yours alone. It works once, and ends an hour after it was given to you.',
  unreadable: 'Nothing was recorded. This form could not be read: open the page again and choose the file once more.',
  tooMany: 'Too many requests came in. Wait a minute, and try again.',
  broken: 'Something went wrong on our side, and it may not have been recorded. Look at the card of the meeting.',
} as const;
