import type { AllianceCode, MeetingId } from '../alliance/names.js';
import type { FormName, ReadyCommand } from './press.js';
import type { Typed } from './typed.js';

type AboutMeeting = Extract<Typed, { readonly kind: 'show' | 'order' | 'form' }>;
type Read = AboutMeeting extends infer T
  ? T extends unknown
    ? Omit<T, 'alliance'> & { alliance?: AllianceCode }
    : never
  : never;

/** "M-3", "minutes M-3", "meeting start M-3", "coming M-3", "note M-3", "A-7", "done A-7", "action", "meeting new", "meeting plan", "change S-1". */
export const typedAboutMeeting = (said: string): Read | null => {
  const bare = withoutNumber(said) ?? ofSeries(said);
  if (bare !== null) return bare;
  const [, verb = '', code, letter, digits] = pattern.exec(said) ?? [];
  if (letter === undefined || digits === undefined) return null;
  const named = code === undefined ? {} : { alliance: code };
  const word = verb.trim().toLowerCase();
  if (letter.toUpperCase() === 'M') {
    const meeting: MeetingId = `M-${Number(digits)}`;
    const read = ofMeeting(word, meeting);
    return read === null ? null : { ...read, ...named };
  }
  const action = `A-${Number(digits)}` as const;
  if (word === '' || word === 'action') return { kind: 'show', show: 'action', action, ...named };
  if (word === 'take') return { kind: 'order', command: { kind: 'acceptAction', action }, ...named };
  const form = actionForms.get(word);
  return form === undefined ? null : { kind: 'form', form, action, ...named };
};

const pattern = /^((?:[a-z]+ ){0,2})(?:([A-Z]{2,6}) )?([MmAa])-?([1-9]\d{0,8})$/u;

/** "new" alone is the word for a proposal. */
const withoutNumber = (said: string): Read | null => {
  if (/^action(?: (?:new|call|convene))?$/iu.test(said)) return { kind: 'form', form: 'recordAction' };
  if (/^(?:meeting (?:new|call|convene)|convene)$/iu.test(said)) return { kind: 'form', form: 'convene' };
  const [plan, words] = /^meetings? (?:plan|recurring|repeat)(?: (.+))?$/iu.exec(said) ?? [];
  if (plan === undefined) return null;
  return { kind: 'form', form: 'conveneSeries', ...(words === undefined ? {} : { inWords: words }) };
};

/** "change S-1", "meetings end S-1". */
const ofSeries = (said: string): Read | null => {
  const [, verb = '', code, digits] = seriesPattern.exec(said) ?? [];
  if (digits === undefined) return null;
  const form = verb.toLowerCase() === 'change' ? 'changeSeries' : 'endSeries';
  return { kind: 'form', form, series: `S-${Number(digits)}`, ...(code === undefined ? {} : { alliance: code }) };
};

const seriesPattern = /^(?:[Mm]eetings? |[Ss]eries )?([Cc]hange|[Ee]nd) (?:([A-Z]{2,6}) )?[Ss]-?([1-9]\d{0,8})$/u;

const ofMeeting = (said: string, meeting: MeetingId): Read | null => {
  const word = said.replace(/^meeting ?/u, '');
  if (word === '') return { kind: 'show', show: 'meeting', meeting };
  if (word === 'minutes' || word === 'papers') return { kind: 'show', show: word, meeting };
  const command = orders.get(word)?.(meeting);
  if (command !== undefined) return { kind: 'order', command };
  const form = meetingForms.get(word);
  return form === undefined ? null : { kind: 'form', form, meeting };
};

const orders: ReadonlyMap<string, (meeting: MeetingId) => ReadyCommand> = new Map<
  string,
  (meeting: MeetingId) => ReadyCommand
>([
  ['start', (meeting) => ({ kind: 'startMeeting', meeting })],
  ['open', (meeting) => ({ kind: 'startMeeting', meeting })],
  ['end', (meeting) => ({ kind: 'endMeeting', meeting })],
  ['pack', (meeting) => ({ kind: 'publishPack', meeting })],
  ['coming', (meeting) => ({ kind: 'answerInvitation', answer: 'room', meeting })],
  ['remote', (meeting) => ({ kind: 'answerInvitation', answer: 'remote', meeting })],
  ['present', (meeting) => ({ kind: 'recordAttendance', mode: 'room', meeting })],
  ['leave', (meeting) => ({ kind: 'endAttendance', meeting })],
]);

const meetingForms: ReadonlyMap<string, FormName> = new Map([
  ['apologies', 'apologies'],
  ['item', 'addItem'],
  ['paper', 'addPaper'],
  ['table', 'tableForMeeting'],
  ['note', 'takeNote'],
  ['action', 'recordAction'],
  ['interest', 'minuteInterest'],
  ['roll', 'rollCall'],
  ['chair', 'takeChair'],
  ['move', 'moveMeeting'],
  ['cancel', 'cancelMeeting'],
] as const);

const actionForms: ReadonlyMap<string, FormName> = new Map([
  ['done', 'claimAction'],
  ['update', 'updateAction'],
  ['later', 'putOffAction'],
  ['give', 'transferAction'],
] as const);
