import { ownerWords } from '../words/historyOfActions.js';
import { actionsTable } from '../words/minutes.js';
import { dateWords } from '../words/moments.js';
import { textOf } from '../words/names.js';
import type { DocumentBlock } from './document.js';
import type { MinutesSource } from './minutes.js';

/** The actions that the meeting gave out, as they were given out: what became of them stands in the action log. */
export const actionBlocks = ({ view, meeting, until }: MinutesSource): readonly DocumentBlock[] => {
  const given = [...view.alliance.actions.values()].filter(
    ({ source, recordedAt }) => source.at === meeting.id && (until === null || recordedAt <= until),
  );
  return [
    { kind: 'heading', level: 2, text: actionsTable.heading },
    given.length === 0
      ? { kind: 'paragraph', text: actionsTable.none }
      : {
          kind: 'table',
          caption: actionsTable.caption,
          headers: actionsTable.headers,
          rows: given.map(({ id, text, first }) => [
            id,
            textOf(view, text),
            ownerWords(view, first.owner),
            dateWords(first.due),
          ]),
        },
  ];
};
