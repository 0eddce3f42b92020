import { paperLimits, paperTypeOf } from '../../alliance/meetings/paperLimits.js';
import type { Answers } from '../answers.js';
import { choiceField, option, textField } from '../fields.js';
import { graphemesWithin } from '../fit.js';
import type { FormPress } from '../press.js';
import { readFileAnswer, type SentFile } from '../sentFile.js';
import type { View } from '../view.js';
import { meetingHints, meetingLabels } from '../words/meetingForms.js';
import { textOf } from '../words/names.js';
import { paperProblems } from '../words/papers.js';
import { itemField, itemIn, meetingField, meetingIn, meetingOf } from './meetings.js';
import type { FormSpecs } from './spec.js';

/** Forms about the papers under the items of an agenda. */
export const paperForms: FormSpecs<'addPaper' | 'withdrawPaper'> = {
  addPaper: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...itemField(view, press, true),
      {
        kind: 'file',
        name: 'paper',
        label: meetingLabels.paper,
        hint: meetingHints.paper,
        required: true,
        endings: Object.keys(paperLimits.types),
        bytesMost: paperLimits.bytesMost,
      },
      textField('name', meetingLabels.paperName, 'name', { required: false, hint: meetingHints.paperName }),
    ],
    command: (view, press, answers) => {
      const { sha256, bytes, name } = fileIn(answers);
      const type = paperTypeOf(name);
      if (bytes > 0 && type === null) answers.refuse('paper', paperProblems.kind);
      if (bytes > paperLimits.bytesMost) answers.refuse('paper', paperProblems.size(bytes));
      return {
        kind: 'addPaper',
        meeting: meetingIn(view, press, answers),
        item: itemIn(press, answers) ?? 0,
        sha256,
        bytes,
        name: named(answers, name),
        type: type ?? '',
      };
    },
  },
  withdrawPaper: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...whichPaper(view, press),
      textField('why', meetingLabels.why, 'why'),
    ],
    command: (view, press, answers) => ({
      kind: 'withdrawPaper',
      meeting: meetingIn(view, press, answers),
      paper: /^[1-9]\d{0,3}$/u.test(answers.raw('paper')) ? Number(answers.raw('paper')) : 0,
      why: answers.text('why', 'why'),
    }),
  },
};

const fileIn = (answers: Answers): SentFile => {
  const sent = readFileAnswer(answers.raw('paper'));
  if (sent === null || sent.bytes === 0) answers.refuse('paper', paperProblems.missing);
  return sent ?? { sha256: '', bytes: 0, name: '' };
};

/** The name that was typed keeps the ending of the file, so that computers know what it is. */
const named = (answers: Answers, file: string): string => {
  const typed = answers.optionalText('name', 'name');
  const [ending = ''] = /\.[a-z0-9]{1,5}$/iu.exec(file) ?? [];
  const own = (typed ?? file).toLowerCase().endsWith(ending.toLowerCase())
    ? (typed ?? file).slice(0, (typed ?? file).length - ending.length)
    : (typed ?? file);
  return `${graphemesWithin(own.trim() === '' ? paperProblems.unnamed : own, nameMost - ending.length)}${ending}`;
};

const nameMost = 120;

const whichPaper = (view: View, press: FormPress) => {
  const papers = meetingOf(view, press)?.papers.filter(({ withdrawn }) => !withdrawn) ?? [];
  return press.meeting === undefined
    ? [textField('paper', meetingLabels.whichPaper, 'name')]
    : [
        choiceField(
          'paper',
          meetingLabels.whichPaper,
          papers.map(({ number, name }) => option(String(number), `${number}: ${textOf(view, name)}`.slice(0, 75))),
        ),
      ];
};
