import type { EventKind } from '../../alliance/events.js';
import type { Entry } from '../../ledger/entry.js';
import { plain } from '../card.js';
import type { Block } from '../card.js';
import { historyWords } from '../words/history.js';
import type { DigestView } from './digest.js';

/** Who joined, left, was appointed, took office or was linked in the week, in the words of the record. */
export const changesOfPeople = (view: DigestView): readonly Block[] => {
  const changes = view.entries.filter((entry) => isChange(view, entry));
  return changes.length === 0
    ? []
    : [{ kind: 'list', items: changes.map((entry) => [plain(historyWords(view, entry))]) }];
};

/** The registers of a new alliance are its beginning, not news; an absence matters to the room where somebody covers. */
const isChange = ({ alliance }: DigestView, entry: Entry): boolean => {
  if (entry.at === alliance.founded) return false;
  return entry.kind === 'AbsenceRecorded' ? entry.body.cover !== undefined : told.includes(entry.kind);
};

const told: readonly EventKind[] = [
  'MemberJoined',
  'NoticeGiven',
  'MemberLeft',
  'Appointed',
  'AppointmentEnded',
  'OfficeTaken',
  'OfficeLeft',
  'ObserverAdmitted',
  'ObserverLeft',
  'LinkProposed',
  'AccountLinked',
  'AccountUnlinked',
  'RoomBound',
  'RoomReleased',
  'CharterAdopted',
  'KeyRotated',
  'TextsRedacted',
];
