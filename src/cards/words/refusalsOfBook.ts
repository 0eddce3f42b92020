import { figure } from './general.js';
import { powerHolders } from './officers.js';
import type { RefusalSentences } from './refusals.js';

type BookWhy =
  | 'unreadableHere'
  | 'noSuchAlliance'
  | 'codeTaken'
  | 'notRecordedTryAgain'
  | 'operatorOnly'
  | 'notByOperator'
  | 'noSuchDecision'
  | 'charterNotSound'
  | 'notAChangeOfCharter';

export const bookRefusals: RefusalSentences<BookWhy> = {
  unreadableHere: (_view, { seq, kind }) => [
    `Nothing was recorded. Entry ${figure(seq)} of this minute book (${kind}) was written by a newer version of Roundtable, which this one cannot read.`,
    'Nobody can act here until the operator has installed the newer version; the record itself is safe.',
  ],
  noSuchAlliance: (_view, { code }) => [
    `Nothing was recorded. There is no alliance with the code ${code} here.`,
    'Check the code, or use a channel that belongs to the alliance.',
  ],
  codeTaken: (_view, { code }) => [
    `Nothing was founded. There is an alliance with the code ${code} here already.`,
    'Choose another code in the charter, or work with the alliance that is there.',
  ],
  notRecordedTryAgain: () => [
    'Nothing was recorded, because the minute book could not be written just now.',
    'Please try again in a moment; if it happens again, tell the operator.',
  ],
  operatorOnly: (view) => [
    'Nothing was recorded. Only the operator can do this, at the command line.',
    `Ask ${powerHolders(view, 'changePeople')} to arrange it with the operator.`,
  ],
  notByOperator: () => [
    'Nothing was recorded. The operator has no voice: positions and rulings are recorded by people of the alliance.',
    'Ask the person concerned to do it from the alliance’s own channel.',
  ],
  noSuchDecision: (_view, { number }) => [
    `Nothing was recorded. There is no decision ${number} in the register.`,
    'Look up the number in the register of decisions and try again.',
  ],
  charterNotSound: (_view, { says }) => [
    `Nothing was recorded. The alliance could not work under this charter: ${says}`,
    'Mend the charter and try again; the decision that allows the change stands.',
  ],
  notAChangeOfCharter: (_view, { number }) => [
    `Nothing was recorded. Decision ${number} does not change the charter, or the charter was changed under it before.`,
    'Table a proposal to change the charter, and cite its decision once it is adopted.',
  ],
};
