import type { Correction } from '../../alliance/minutes/minutes.js';
import type { MeetingId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { quoted } from './general.js';
import { memberName, nameOfRecord, textOf } from './names.js';

export const minutesHeading = (meeting: MeetingId): string => `Minutes of ${meeting}`;

export const correctionWords = (view: View, { number, member, personName, line, text, absent }: Correction): string =>
  `Correction ${number}, asked for by ${memberName(view, member)} (${nameOfRecord(view, personName)}${absent ? ', which was not there' : ''}): line ${line} should read ${quoted(textOf(view, text))}`;
