import type { Instant } from '../alliance/instant.js';
import type { AllianceCode, MeetingId, MemberId, PersonId } from '../alliance/names.js';
import type { MeetingCalendar } from './calendarEntries.js';

/**
 * A neutral card: what a room or a person is shown, as data. Slack, Teams and the playground each render the same
 * card; a renderer is one `switch` without `default`, so that a new block kind fails to compile everywhere at once.
 */
export interface Card {
  /** One line of plain text for notifications, screen readers and typed surfaces. */
  readonly summary: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
}

export type Tone = 'open' | 'agreed' | 'objected' | 'ended' | 'note' | 'refused';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly spans: readonly Span[] }
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  /** Somebody's own words, verbatim: shown literally, white space kept. */
  | { readonly kind: 'quote'; readonly text: string; readonly more?: Button }
  /** Small print. */
  | { readonly kind: 'note'; readonly spans: readonly Span[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly spans: readonly Span[] }[] }
  /** Member by member: the roll of positions. */
  | { readonly kind: 'roll'; readonly label: string; readonly rows: readonly RollRow[] }
  /** A word-level difference between two texts. */
  | { readonly kind: 'diff'; readonly label: string; readonly parts: readonly DiffPart[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'divider' };

/** A drawing of ours. A platform shows it as an image; where it cannot, it shows the words. */
export interface Picture {
  /** Complete SVG in the bundled letters. */
  readonly svg: string;
  /** Pixels at which it is legible. */
  readonly width: number;
  readonly height: number;
  /** Everything that the picture says, at most 2,000 characters. */
  readonly alt: string;
}

/**
 * Meetings for the calendars of a whole room: a file where a platform takes one, else an address for each meeting. It
 * holds what calendars may know, that there is a meeting, when and where.
 */
export interface Invitation {
  readonly alliance: AllianceCode;
  readonly calendar: MeetingCalendar;
  /** Name of the file: "LWN-M-3.ics". */
  readonly file: string;
  /** "For your calendar" */
  readonly lead: string;
  /** Each meeting in it, with its day in words. */
  readonly meetings: readonly { readonly meeting: MeetingId; readonly day: string }[];
}

export interface RollRow {
  readonly member: MemberId;
  readonly name: string;
  readonly mark: 'agreed' | 'reserved' | 'objected' | 'waiting' | 'noPart' | 'left';
  /** "Agreed", "Waiting" … the mark in words; never colour or sign alone. */
  readonly words: string;
  readonly detail: readonly Span[];
  /** Verbatim reason of an objection or reservation. */
  readonly reason?: string;
}

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

export type Span =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  /** A mention where the platform has one, else the name of record. */
  | { readonly kind: 'person'; readonly person: PersonId; readonly name: string }
  | { readonly kind: 'member'; readonly member: MemberId; readonly name: string }
  /** In the reader's local time where the platform can, and always with `words` (alliance time). */
  | { readonly kind: 'instant'; readonly at: Instant; readonly words: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export interface Button {
  readonly label: string;
  /** What the press means: the encoded command or form (see `press`). At most 2,000 characters. */
  readonly press: string;
  readonly style: 'primary' | 'danger' | 'plain';
  /** Said by screen readers where the label alone is not enough. */
  readonly spoken?: string;
}

/** A form, as data: a modal in Slack, a dialog in Teams, a page part in the playground. */
export interface Form {
  readonly title: string;
  readonly intro: readonly Span[];
  readonly fields: readonly Field[];
  readonly submit: string;
  /** Encoded context that comes back with the answers. At most 2,000 characters. */
  readonly press: string;
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
} & (
  | {
      readonly kind: 'text';
      readonly lines: 'one' | 'many';
      readonly most: number;
      readonly least?: number;
      readonly value?: string;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
      readonly value?: string;
    }
  | { readonly kind: 'instant'; readonly value?: Instant; readonly timeZone: string }
  | { readonly kind: 'date'; readonly value?: string }
  /** One file, of one of these endings. Where a platform has no such field the form is not given out there. */
  | {
      readonly kind: 'file';
      readonly endings: readonly string[];
      readonly bytesMost: number;
      readonly value?: undefined;
    }
);

export const plain = (text: string): Span => ({ kind: 'plain', text });
export const bold = (text: string): Span => ({ kind: 'bold', text });
