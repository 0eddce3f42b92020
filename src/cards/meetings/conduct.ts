import { consentBlock } from '../../alliance/meetings/consent.js';
import type { AgendaItem, Meeting } from '../../alliance/meetings/meeting.js';
import type { PersonId } from '../../alliance/names.js';
import { formButton, orderButton } from '../buttons.js';
import type { Button } from '../card.js';
import type { View } from '../view.js';
import { circulateWords, enterWords, meetingButtons, noteWords, putWords } from '../words/meetingCards.js';

/** What everybody who is there can press, and what whoever runs the meeting can besides. */
export const conductButtons = (
  view: View,
  present: Meeting,
  { by, runs }: { readonly by: PersonId; readonly runs: boolean },
): readonly Button[] => {
  const { id: meeting, quorum, attendance } = present;
  const items = consentBlock(view.alliance, present).map(({ number }) => number);
  return [
    ...(attendance.some(({ person, leftAt }) => person === by && leftAt === null)
      ? [orderButton(view, meetingButtons.leave, { kind: 'endAttendance', meeting })]
      : [
          orderButton(view, meetingButtons.here, { kind: 'recordAttendance', mode: 'room', meeting }, 'primary'),
          orderButton(view, meetingButtons.hereRemote, { kind: 'recordAttendance', mode: 'remote', meeting }),
        ]),
    formButton(view, meetingButtons.interest, { form: 'minuteInterest', meeting }),
    formButton(view, meetingButtons.action, { form: 'recordAction', meeting }),
    formButton(view, meetingButtons.chair, { form: 'takeChair', meeting }),
    ...(runs
      ? [
          formButton(view, meetingButtons.roll, { form: 'rollCall', meeting }),
          formButton(view, meetingButtons.note, { form: 'takeNote', meeting }),
          formButton(view, meetingButtons.correct, { form: 'correctLine', meeting }),
          formButton(view, meetingButtons.table, { form: 'tableForMeeting', meeting }),
          formButton(view, meetingButtons.addItem, { form: 'addItem', meeting }),
          formButton(view, meetingButtons.consent, { form: 'placeInConsent', meeting }),
          ...(items.length === 0
            ? []
            : [orderButton(view, meetingButtons.takeConsent, { kind: 'takeConsent', meeting, items }, 'primary')]),
          ...(quorum === 'reached'
            ? []
            : [orderButton(view, meetingButtons.inquorate, { kind: 'declareInquorate', meeting })]),
          orderButton(view, meetingButtons.end, { kind: 'endMeeting', meeting }, 'danger'),
        ]
      : []),
  ];
};

/** What can be done with one item: putting a decision, or sending it to all; and entering what was said once it was put. */
export const itemButtons = (
  view: View,
  { id: meeting, status, put, quorum }: Meeting,
  { number: item, kind, about }: AgendaItem,
  runs: boolean,
): readonly Button[] => {
  if (status !== 'inSession' || !runs) return [];
  const wasPut = put.find((each) => each.item === item);
  const isOpen = about !== null && view.alliance.proposals.get(about)?.outcome === null;
  if (kind !== 'decision' || !isOpen) return [formButton(view, noteWords(item), { form: 'takeNote', meeting, item })];
  if (wasPut === undefined) {
    return [
      orderButton(
        view,
        putWords(item),
        { kind: 'putDecision', meeting, item },
        quorum === 'reached' ? 'primary' : 'plain',
      ),
      orderButton(view, circulateWords(item), { kind: 'circulateItem', meeting, item }),
    ];
  }
  return wasPut.how === 'room' ? [formButton(view, enterWords(item), { form: 'enterPosition', meeting, item })] : [];
};
