import type { View } from '../cards/view.js';
import type { Agenda } from './agenda.js';
import type { Clerk } from './orders.js';
import { postsWanted } from './wanted.js';

/** Reads what the book says since it was last looked at, and writes down which messages that asks for, exactly once. */
export const noticeNews = async (clerk: Pick<Clerk, 'view' | 'entries' | 'now'>, agenda: Agenda): Promise<void> => {
  for (;;) {
    const entries = await clerk.entries(agenda.alliance, agenda.cursor(), pageEntries);
    const alliance = await clerk.view(agenda.alliance);
    const last = entries.at(-1);
    if (last === undefined || alliance === null) return;
    // Which messages are wanted does not hang on words, so none are fetched.
    const view: View = { alliance, text: () => null, now: clerk.now() };
    await agenda.want(
      entries.flatMap((entry) => postsWanted(view, entry)),
      last.seq,
    );
  }
};

const pageEntries = 500;
