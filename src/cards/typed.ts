import type { ActionId, AllianceCode, MeetingId, PositionKind, ProposalId, SeriesId } from '../alliance/names.js';
import type { FormName, ReadyCommand, ShowName } from './press.js';
import { typedAboutMeeting } from './typedMeetings.js';

/** What somebody typed, understood. `alliance` is the code in front, where there was one. */
export type Typed = { readonly alliance: AllianceCode | null } & (
  | {
      readonly kind: 'show';
      readonly show: ShowName;
      readonly proposal?: ProposalId;
      readonly meeting?: MeetingId;
      readonly action?: ActionId;
    }
  /** An order that needs no more words, as a button would give it. */
  | { readonly kind: 'order'; readonly command: ReadyCommand }
  | {
      readonly kind: 'form';
      readonly form: FormName;
      readonly meeting?: MeetingId;
      readonly series?: SeriesId;
      readonly action?: ActionId;
      /** Words for its field `inWords`, where they are read back before they count. */
      readonly inWords?: string;
    }
  | { readonly kind: 'table' }
  /** Counts only when the revision was typed; else it is answered with the text and a button (rulings 1.13). */
  | {
      readonly kind: 'position';
      readonly position: PositionKind;
      readonly proposal: ProposalId;
      readonly revision: number | null;
      readonly reason: string;
    }
  | { readonly kind: 'nudge'; readonly proposal: ProposalId }
  /** `words` as they were typed: "3–17 August", "from Monday until Friday". */
  | { readonly kind: 'away'; readonly words: string }
  | { readonly kind: 'back' }
  /** Until when, or between which times, in words; null ends it, and nothing asks for the form. */
  | { readonly kind: 'snooze' | 'quiet'; readonly words: string | null }
  | { readonly kind: 'here'; readonly body: string | null }
  /** `account` as it was typed: a mention. `name` is the name of record, or "person 7". */
  | { readonly kind: 'link'; readonly account: string; readonly name: string }
  | { readonly kind: 'confirm'; readonly link: number; readonly code: string }
  | { readonly kind: 'unlink'; readonly link: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'unclear'; readonly words: string }
);

/** Reads a typed command. Never throws; what it does not understand is `unclear`, with the words. */
export const typedCommand = (text: string): Typed => {
  const words = text.trim().replace(/\s+/gu, ' ').slice(0, wordsMost);
  const [, front, rest] = /^([A-Z]{2,6})(?: (.*))?$/u.exec(words) ?? [];
  const alliance = front ?? null;
  const said = front === undefined ? words : (rest ?? '');
  const understood = readings.flatMap((read) => read(said, text) ?? [])[0];
  return { ...(understood ?? { kind: 'unclear', words }), alliance: understood?.alliance ?? alliance };
};

/** Longest command that is looked at; reasons are taken from the text as it was typed. */
const wordsMost = 4_000;

type Read = Typed extends infer T
  ? T extends unknown
    ? Omit<T, 'alliance'> & { alliance?: AllianceCode }
    : never
  : never;
type Reading = (said: string, text: string) => Read | null;

/** "P-14", "p14", "LWN P-14". */
const reference = '(?:([A-Z]{2,6}) )?[Pp]-?([1-9]\\d{0,8})';

const named = (code: string | undefined): { readonly alliance?: AllianceCode } =>
  code === undefined ? {} : { alliance: code };

const readHelp: Reading = (said) => (/^(?:|help|\?|hello|hi)$/iu.test(said) ? { kind: 'help' } : null);

const readList: Reading = (said) => {
  const [, word] = /^([a-z]+)$/iu.exec(said) ?? [];
  const show = word === undefined ? undefined : lists.get(word.toLowerCase());
  return show === undefined ? null : { kind: 'show', show };
};

const lists: ReadonlyMap<string, ShowName> = new Map([
  ['mine', 'mine'],
  ['waiting', 'mine'],
  ['proposals', 'open'],
  ['open', 'open'],
  ['status', 'open'],
  ['decisions', 'decisions'],
  ['digest', 'digest'],
  ['week', 'digest'],
  ['people', 'people'],
  ['who', 'people'],
  ['change', 'changePeople'],
  ['welcome', 'welcome'],
  ['meetings', 'meetings'],
  ['meeting', 'meetings'],
  ['actions', 'actions'],
  ['calendar', 'calendar'],
]);

const readTable: Reading = (said) => (/^(?:table|propose|new)$/iu.test(said) ? { kind: 'table' } : null);

const readProposal: Reading = (said) => {
  const [, word, code, number] = new RegExp(`^(?:(status|show|history|more) )?${reference}$`, 'u').exec(said) ?? [];
  if (number === undefined) return null;
  const show = word === 'history' || word === 'more' ? word : 'proposal';
  return { kind: 'show', show, proposal: `P-${Number(number)}`, ...named(code) };
};

const readPosition: Reading = (said, text) => {
  const pattern = new RegExp(
    `^(agree(?: with (?:a )?reservation)?|object)(?: to)? ${reference}(?: r(?:evision )?([1-9]\\d{0,5}))?(?:[ :,]+(.*))?$`,
    'isu',
  );
  const [, verb, code, number, revision, after] = pattern.exec(said) ?? [];
  if (verb === undefined || number === undefined) return null;
  if (code !== undefined && code !== code.toUpperCase()) return null;
  const word = verb.toLowerCase();
  const hasReason = after !== undefined && after !== '';
  if (word === 'agree' && hasReason) return null;
  return {
    kind: 'position',
    position: word === 'object' ? 'object' : word === 'agree' ? 'agree' : 'agreeWithReservation',
    proposal: `P-${Number(number)}`,
    revision: revision === undefined ? null : Number(revision),
    reason: hasReason ? reasonIn(text, after) : '',
    ...named(code),
  };
};

/** The reason as it was typed, line ends and all, without the "because" before it. */
const reasonIn = (text: string, after: string): string => {
  const [start = ''] = after.split(' ');
  const typed = text.slice(Math.max(text.indexOf(start, text.search(/[Pp]-?[1-9]/u) + 2), 0));
  return typed.replace(/^(?:because|since|as)\s+/iu, '').trim();
};

const readNudge: Reading = (said) => {
  const [, code, number] = new RegExp(`^(?:nudge|remind|chase) ${reference}$`, 'u').exec(said) ?? [];
  return number === undefined ? null : { kind: 'nudge', proposal: `P-${Number(number)}`, ...named(code) };
};

/** "away 3–17 August", "I am away until Friday", "back", "snooze until Monday", "quiet 18:00 to 08:00". */
const readTime: Reading = (said) => {
  if (/^(?:i am |i’m |i'm )?back$/iu.test(said)) return { kind: 'back' };
  const away = /^(?:(?:i am |i’m |i'm )?away|on leave)(?:[ :,]+(.{1,120}))?$/iu.exec(said);
  if (away !== null) return { kind: 'away', words: away[1] ?? '' };
  const [, verb, words] = /^(snooze|quiet)(?: (?:until |from )?(.{1,120}))?$/iu.exec(said) ?? [];
  if (verb === undefined) return null;
  const off = words === undefined ? '' : /^(?:off|end|none|stop)$/iu.test(words) ? null : words;
  return { kind: verb.toLowerCase() === 'quiet' ? 'quiet' : 'snooze', words: off };
};

/** "calendar new", "calendar stop"; "calendar" alone shows the address. */
const readCalendar: Reading = (said) => {
  const [, word] = /^calendar (new|stop|end|off)$/iu.exec(said) ?? [];
  if (word === undefined) return null;
  return { kind: 'order', command: { kind: 'setFeed', feed: /^new$/iu.test(word) ? 'new' : 'none' } };
};

const readHere: Reading = (said) => {
  const [matched, body] = /^here(?: ([a-z][a-z0-9-]{0,39}))?$/u.exec(said) ?? [];
  return matched === undefined ? null : { kind: 'here', body: body ?? null };
};

const readLinks: Reading = (said) => {
  const [, account, name] = /^link (<@[^>\s]{1,200}>|@\S{1,80}) (.{1,150})$/u.exec(said) ?? [];
  if (account !== undefined && name !== undefined) return { kind: 'link', account, name };
  const [, verb, number, code] = /^(confirm|unlink) (?:link )?([1-9]\d{0,6})(?: (\S[\S ]{0,30}))?$/iu.exec(said) ?? [];
  if (verb === undefined || number === undefined) return null;
  if (verb.toLowerCase() === 'unlink') return code === undefined ? { kind: 'unlink', link: Number(number) } : null;
  return { kind: 'confirm', link: Number(number), code: code ?? '' };
};

const readings: readonly Reading[] = [
  readHelp,
  typedAboutMeeting,
  readList,
  readTable,
  readProposal,
  readPosition,
  readNudge,
  readTime,
  readCalendar,
  readHere,
  readLinks,
];
