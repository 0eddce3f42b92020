import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { textRefusal } from '../limits.js';
import type { Refusal } from '../refusals.js';
import { addReferred } from './agenda.js';
import { itemOn, liveOn, whyNotRunner, writeAt } from './meetingDesk.js';
import { isPaperType, paperLimits } from './paperLimits.js';
import { papersDue } from './standingOrders.js';

/** A paper for an item, known by the hash of its bytes; the bytes are kept beside the book. */
export const addPaper = (desk: Desk, command: CommandOf<'addPaper'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item.refusal;
  const { sha256, name, type, bytes } = command;
  const refusal =
    whyNotRunner(desk, 'addPaper', [item.addedBy]) ??
    textRefusal('name', name) ??
    (/^[0-9a-f]{64}$/.test(sha256) && isPaperType(type) && bytes > 0 ? null : { why: 'notAPaper' as const }) ??
    (bytes > paperLimits.bytesMost ? { why: 'paperTooLarge' as const, bytes, most: paperLimits.bytesMost } : null) ??
    (meeting.papers.length >= paperLimits.papersMost
      ? { why: 'tooManyPapers' as const, meeting: meeting.id, most: paperLimits.papersMost }
      : null);
  if (refusal !== null) return refusal;
  const known = meeting.papers.some(
    (paper) => paper.item === item.number && paper.sha256 === sha256 && !paper.withdrawn,
  );
  if (known) return null;
  writeAt(desk, meeting.id, 'PaperAdded', {
    item: item.number,
    paper: meeting.papers.length + 1,
    sha256,
    name: desk.sealer.seal(name),
    type,
    bytes,
    late: meeting.status === 'inSession' || desk.context.at > papersDue(desk.alliance, meeting),
  });
  return null;
};

/** Out of the packs to come; in those that went out it stays. */
export const withdrawPaper = (desk: Desk, command: CommandOf<'withdrawPaper'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const paper = meeting.papers.find(({ number, withdrawn }) => number === command.paper && !withdrawn);
  if (paper === undefined) return { why: 'noSuchPaper', meeting: meeting.id, paper: command.paper };
  const owner = meeting.items.find(({ number }) => number === paper.item)?.addedBy;
  const refusal = whyNotRunner(desk, 'addPaper', owner === undefined ? [] : [owner]) ?? textRefusal('why', command.why);
  if (refusal !== null) return refusal;
  writeAt(desk, meeting.id, 'PaperWithdrawn', { paper: paper.number, why: desk.sealer.seal(command.why) });
  return null;
};

/** Agenda and papers go out together; from then on this edition never changes, and a change makes another one. */
export const publishPack = (desk: Desk, command: CommandOf<'publishPack'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal = whyNotRunner(desk, 'publishPack');
  if (refusal !== null) return refusal;
  addReferred(desk, meeting);
  const present = desk.alliance.meetings.get(meeting.id) ?? meeting;
  const items = present.items.map(({ number }) => number);
  const papers = present.papers
    .filter(({ withdrawn, item }) => !withdrawn && items.includes(item))
    .map(({ number: paper, sha256 }) => ({ paper, sha256 }));
  const last = present.packs.at(-1);
  const same = last !== undefined && JSON.stringify([last.items, last.papers]) === JSON.stringify([items, papers]);
  if (same) return null;
  writeAt(desk, meeting.id, 'PackPublished', {
    edition: present.packs.length + 1,
    items,
    papers,
    late: desk.context.at > papersDue(desk.alliance, present),
  });
  return null;
};
