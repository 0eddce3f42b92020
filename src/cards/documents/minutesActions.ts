import type { ActionSource } from '../../alliance/actions/actionEvents.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
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
          rows: given.map(({ id, text, first, source }) => [
            id,
            textOf(view, text),
            ownerWords(view, first.owner),
            dateWords(first.due),
            sourceWords(meeting, source),
          ]),
        },
  ];
};

/** The item of this agenda, and the decision where it came out of one. */
const sourceWords = ({ items }: Meeting, { item, decision }: ActionSource): string => {
  const place = items.findIndex(({ number }) => number === item) + 1;
  return [place === 0 ? '' : actionsTable.item(place), decision ?? ''].filter((words) => words !== '').join(', ');
};
