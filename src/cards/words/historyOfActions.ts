import type { ActionEvents, ActionOwner } from '../../alliance/actions/actionEvents.js';
import type { EventKind } from '../../alliance/events.js';
import type { View } from '../view.js';
import { quotedLast } from './general.js';
import type { HistoryOf } from './history.js';
import { dateWords } from './moments.js';
import { actorName, memberName, nameOfRecord, personName, textOf } from './names.js';

export const actionHistory: HistoryOf<keyof ActionEvents & EventKind> = {
  ActionRecorded: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} recorded ${body.action} for ${ownerWords(view, body.owner)}, due ${dateWords(body.due)}: ${quotedLast(textOf(view, body.text))}`,
  ActionAccepted: (view, { body, by }) => `${actorName(view, by)} took on ${body.action}.`,
  ActionUpdated: (view, { body }) =>
    `${body.action} is ${body.state === 'blocked' ? 'blocked' : 'in progress'} (${nameOfRecord(view, body.personName)}): ${quotedLast(textOf(view, body.note))}`,
  ActionClaimed: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} says that ${body.action} is done: ${quotedLast(textOf(view, body.evidence))}`,
  ActionClosed: (view, { body }) => `${body.action} is closed (${nameOfRecord(view, body.personName)}).`,
  ActionReturned: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} sent ${body.action} back: ${quotedLast(textOf(view, body.reason))}`,
  ActionPutOff: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} put off ${body.action} from ${dateWords(body.from)} to ${dateWords(body.to)}, slip ${body.slips}: ${quotedLast(textOf(view, body.reason))}`,
  ActionTransferred: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} gave ${body.action} to ${ownerWords(view, body.to)}: ${quotedLast(textOf(view, body.reason))}`,
  ActionNeedsOwner: (view, { body }) =>
    `${body.action} needs an owner, because ${body.because === 'memberLeft' ? 'the member that owned it has left' : 'its owner acts for the member no more'}${body.fallsTo === undefined ? '.' : `; it falls to ${personName(view, body.fallsTo)} until then.`}`,
  ActionCancelled: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} cancelled ${body.action}: ${quotedLast(textOf(view, body.reason))}`,
};

/** "Rowan Ellis (Harbour)". */
export const ownerWords = (view: View, { personName: name, member }: ActionOwner): string =>
  `${nameOfRecord(view, name)}${member === undefined ? '' : ` (${memberName(view, member)})`}`;
