import { acceptanceWords } from '../words/minutesAcceptance.js';
import { momentWords } from '../words/moments.js';
import { memberName, nameOfRecord, recordedMemberName } from '../words/names.js';
import type { DocumentBlock } from './document.js';
import type { MinutesSource } from './minutes.js';

/**
 * Member by member, who accepted this version and who asked for a correction of it (rulings 1.18). An amended version is
 * made by a decision: nobody was asked about it.
 */
export const acceptanceBlocks = (source: MinutesSource): readonly DocumentBlock[] => {
  const { version } = source;
  if (version === null || version.amended !== null || version.asked.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: acceptanceWords.heading },
    {
      kind: 'table',
      caption: acceptanceWords.caption(version.version),
      headers: acceptanceWords.headers,
      rows: [...memberRows(source), ...correctionRows(source)],
    },
    { kind: 'paragraph', text: acceptanceWords.silence },
  ];
};

const memberRows = ({ view, version }: MinutesSource): readonly (readonly string[])[] =>
  (version?.asked ?? []).map(({ member, name }) => {
    const shown = recordedMemberName(view, member, name);
    const accepted = version?.accepted.get(member);
    return accepted === undefined
      ? [shown, acceptanceWords.waiting, acceptanceWords.nobody, acceptanceWords.nobody]
      : [shown, acceptanceWords.accepted, nameOfRecord(view, accepted.personName), momentWords(view, accepted.at)];
  });

const correctionRows = ({ view, meeting, version }: MinutesSource): readonly (readonly string[])[] =>
  (meeting.minutes?.corrections ?? [])
    .filter((correction) => correction.version === version?.version)
    .map((correction) => [
      memberName(view, correction.member),
      acceptanceWords.correction(correction),
      nameOfRecord(view, correction.personName),
      momentWords(view, correction.at),
    ]);
