import type { CommandOf } from '../alliance/commands.js';
import type { ActionId, AllianceCode, MeetingId, MemberId, PersonId, ProposalId, SeriesId } from '../alliance/names.js';
import { pressShape } from './pressShape.js';
import type { FormName, ShowName } from './pressShape.js';

export type { FormName, ShowName };

/**
 * What a button means. Surfaces compare `alliance` with where the press came from, then: an `order` is served as it is
 * (`commandOf`); a `form` is opened (`formOf`) and comes back with answers (`commandOf`); a `show` is answered with a
 * card (`shownCard`).
 */
export type Press = OrderPress | FormPress | ShowPress;

export interface OrderPress {
  readonly act: 'order';
  readonly alliance: AllianceCode;
  readonly command: ReadyCommand;
}

/** Commands that need no words of the person who presses. */
export type ReadyCommand =
  | (Pick<CommandOf<'recordPosition'>, 'kind' | 'proposal' | 'revision' | 'member'> & { readonly position: 'agree' })
  | CommandOf<'withdrawObjection'>
  | CommandOf<'withdrawInterest'>
  | CommandOf<'letChairAmend'>
  | CommandOf<'confirmRecount'>
  | CommandOf<'nudge'>
  | Pick<CommandOf<'endAbsence'>, 'kind' | 'person' | 'member'>
  | Pick<CommandOf<'answerInvitation'>, 'kind' | 'meeting' | 'answer' | 'member'>
  | CommandOf<'waiveNotice'>
  | CommandOf<'takeOutOfConsent'>
  | CommandOf<'takeConsent'>
  | CommandOf<'publishPack'>
  | CommandOf<'startMeeting'>
  | Pick<CommandOf<'recordAttendance'>, 'kind' | 'meeting' | 'mode'>
  | Pick<CommandOf<'endAttendance'>, 'kind' | 'meeting'>
  | CommandOf<'putDecision'>
  | CommandOf<'circulateItem'>
  | CommandOf<'declareInquorate'>
  | CommandOf<'answerEntered'>
  | CommandOf<'endMeeting'>
  | CommandOf<'circulateMinutes'>
  | CommandOf<'acceptMinutes'>
  | (Pick<CommandOf<'answerCorrection'>, 'kind' | 'meeting' | 'correction'> & { readonly answer: 'accepted' })
  | CommandOf<'confirmMinutes'>
  | CommandOf<'setFeed'>
  | CommandOf<'acceptAction'>
  | CommandOf<'closeAction'>;

export interface FormPress {
  readonly act: 'form';
  readonly alliance: AllianceCode;
  readonly form: FormName;
  readonly proposal?: ProposalId;
  readonly revision?: number;
  readonly member?: MemberId;
  readonly person?: PersonId;
  readonly suggestion?: number;
  /** Table: the proposal whose text is taken over, or whose decision is to be rescinded. */
  readonly retables?: ProposalId;
  readonly rescinds?: ProposalId;
  readonly meeting?: MeetingId;
  readonly series?: SeriesId;
  readonly item?: number;
  readonly line?: number;
  readonly version?: number;
  readonly correction?: number;
  readonly action?: ActionId;
}

export interface ShowPress {
  readonly act: 'show';
  readonly alliance: AllianceCode;
  readonly show: ShowName;
  readonly proposal?: ProposalId;
  readonly meeting?: MeetingId;
  readonly action?: ActionId;
}

/** Longest encoded press (platforms.md 3: Slack's button value). */
export const pressMost = 2000;

/** The press as a button carries it; never longer than `pressMost`. */
export const encodePress = (press: Press): string => JSON.stringify({ v: pressVersion, ...press });

/** The press behind a button's value; null for anything that `encodePress` does not make. Never throws. */
export const decodePress = (text: string): Press | null => {
  if (typeof text !== 'string' || text.length > pressMost) return null;
  const before = decodedBefore.get(text);
  if (before !== undefined) return before;
  const parsed = pressShape.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { v: _version, ...press } = parsed.data;
  if (decodedBefore.size >= decodedMost) decodedBefore.clear();
  decodedBefore.set(text, press);
  return press;
};

/** One button is pressed by a member after another, and each time it says the same. */
const decodedBefore = new Map<string, Press>();
const decodedMost = 1_000;

/**
 * What a button of ours does, by its value alone, without reading the rest. Only for what `encodePress` made: no text in it
 * can hold a quotation mark that is not escaped. Null for anything else.
 */
export const actIn = (encoded: string): Press['act'] | null =>
  acts.find((act) => encoded.includes(`"act":"${act}"`)) ?? null;

const acts = ['order', 'form', 'show'] as const satisfies readonly Press['act'][];

const pressVersion = 1;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
