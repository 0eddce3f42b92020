import { given } from '../../alliance/given.js';
import { attendingMembers } from '../../alliance/minutes/minutesDesk.js';
import { changesNamesOnly } from '../../alliance/minutes/wording.js';
import { isPerson } from '../../alliance/names.js';
import type { Actor } from '../../alliance/names.js';
import { voicesOf } from '../../alliance/speaking.js';
import { capacityField, choiceField, option, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { meetingHints, meetingLabels } from '../words/meetingForms.js';
import { inCapacity } from './deciding.js';
import { itemField, itemIn, meetingField, meetingIn, meetingOf } from './meetings.js';
import { lineField, lineIn } from './sessions.js';
import type { FormSpecs } from './spec.js';

/** Forms about minutes: writing the draft, corrections, amendment by resolution. */
export const minutesForms: FormSpecs<'writeMinutes' | 'requestCorrection' | 'declineCorrection' | 'amendMinutes'> = {
  writeMinutes: {
    fields: (view, press) => [
      ...meetingField(view, press),
      textField('line', meetingLabels.optionalLine, 'name', { required: false, hint: meetingHints.newLine }),
      ...itemField(view, press, false),
      textField('text', meetingLabels.lineText, 'note', { required: false, hint: meetingHints.strike }),
    ],
    command: (view, press, answers) => ({
      kind: 'writeMinutes',
      meeting: meetingIn(view, press, answers),
      ...given('line', press.line ?? (answers.raw('line') === '' ? undefined : lineIn(press, answers))),
      ...given('item', itemIn(press, answers)),
      ...given('text', answers.optionalText('text', 'note')),
    }),
  },
  requestCorrection: {
    fields: (view, press, by) => [
      ...meetingField(view, press),
      ...capacityField(view, by, press.member),
      ...lineField(view, press),
      textField('text', meetingLabels.correction, 'note', absentHint(view, press, by)),
    ],
    command: (view, press, answers) => {
      const meeting = meetingIn(view, press, answers);
      const line = lineIn(press, answers);
      const text = answers.text('text', 'note');
      const member = inCapacity(view, press, answers).member;
      const now = view.alliance.meetings.get(meeting);
      const before = now?.lines.find(({ number }) => number === line)?.text;
      const absent =
        member !== undefined && now !== undefined && !attendingMembers(now).some((each) => each.member === member);
      if (absent && before != null && !changesNamesOnly(view.text(before) ?? '', text)) {
        answers.refuse('text', meetingHints.namesOnly);
      }
      const version = press.version ?? now?.minutes?.versions.at(-1)?.version ?? 1;
      return { kind: 'requestCorrection', meeting, version, line, text, ...given('member', member) };
    },
  },
  declineCorrection: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...(press.correction === undefined ? [textField('correction', meetingLabels.correctionNumber, 'name')] : []),
      textField('reason', meetingLabels.why, 'reason'),
    ],
    command: (view, press, answers) => ({
      kind: 'answerCorrection',
      meeting: meetingIn(view, press, answers),
      correction: press.correction ?? (Number(answers.raw('correction')) || 0),
      answer: 'declined',
      reason: answers.text('reason', 'reason'),
    }),
  },
  amendMinutes: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...lineField(view, press),
      choiceField(
        'under',
        meetingLabels.under,
        [...view.alliance.decisions.keys()]
          .slice(-50)
          .reverse()
          .map((number) => option(number, number)),
        { hint: meetingHints.under },
      ),
    ],
    command: (view, press, answers) => ({
      kind: 'amendMinutes',
      meeting: meetingIn(view, press, answers),
      line: lineIn(press, answers),
      under: answers.choice('under', [...view.alliance.decisions.keys()]),
    }),
  },
};

/** Who was not there is told what may be corrected (rulings 1.18). */
const absentHint = (view: View, press: FormPress, by: Actor): { readonly hint?: string } => {
  const meeting = meetingOf(view, press);
  if (meeting === null || !isPerson(by)) return {};
  const members = voicesOf(view.alliance, by, view.now).map(({ member }) => member);
  const there = attendingMembers(meeting).some(({ member }) => members.includes(member));
  return there ? {} : { hint: meetingHints.namesOnly };
};
