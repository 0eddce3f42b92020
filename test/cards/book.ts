import type { Alliance } from '../../src/alliance/alliance.js';
import { atLocal } from '../../src/alliance/calendar.js';
import type { CharterDocument } from '../../src/alliance/charter.js';
import type { Command, CommandOf } from '../../src/alliance/commands.js';
import { decide } from '../../src/alliance/decide.js';
import type { Fact } from '../../src/alliance/events.js';
import { evolve, unfounded } from '../../src/alliance/evolve.js';
import { foundingFacts, saltsNeeded } from '../../src/alliance/founding.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { Actor, MemberId, PersonId, TextRef } from '../../src/alliance/names.js';
import type { Refusal } from '../../src/alliance/refusals.js';
import { appointed } from '../../src/alliance/speaking.js';
import type { SaltedText } from '../../src/alliance/texts.js';
import { saltBytes } from '../../src/alliance/texts.js';
import type { View } from '../../src/cards/view.js';
import type { Entry, Head } from '../../src/ledger/entry.js';
import { emptyHead, readEntry, seal } from '../../src/ledger/entry.js';
import { exampleCharter } from '../alliance/charters.js';
import type { Example } from '../alliance/charters.js';

/** What an order came to. */
export interface Outcome {
  readonly entries: readonly Entry[];
  readonly refusal: Refusal | null;
}

/** A minute book in memory, kept by the rules alone: the same story always gives the same cards. */
export interface Book {
  /** "2026-04-02 10:00" on the alliance's clock. */
  at(local: string): void;
  moment(local: string): Instant;
  order(by: Actor, command: Command): Outcome;
  /** The representative of a member gives the order, for that member. */
  says(member: MemberId, command: Command): Outcome;
  /** Carried out, or the test fails with the refusal. */
  does(by: Actor, command: Command): readonly Entry[];
  agree(...members: readonly MemberId[]): void;
  pass(): readonly Entry[];
  alliance(): Alliance;
  view(): View;
  entries(subject?: string): readonly Entry[];
  person(name: string): PersonId;
  representative(member: MemberId): PersonId;
  /** The words behind a reference are gone. */
  redact(ref: TextRef): void;
}

export const openBook = (
  example: Example = 'plymouth',
  change: (charter: CharterDocument) => CharterDocument = (charter) => charter,
  practice = false,
): Book => {
  const charter = change(charterOf(example));
  const texts = new Map<TextRef, string>();
  const entries: Entry[] = [];
  let now = '2026-03-01T09:00:00.000Z';
  let head: Head = emptyHead;
  let alliance = unfounded(charter.code);
  let salts = 0;
  const entropy = (count: number): Uint8Array => {
    salts += 1;
    return Uint8Array.from({ length: saltBytes * count }, (_, byte) => (byte * 31 + salts * 17) % 251);
  };
  const keep = (facts: readonly Fact[], sealedTexts: readonly SaltedText[]): readonly Entry[] => {
    for (const { ref, text } of sealedTexts) texts.set(ref, text);
    const sealed = seal(charter.code, head, facts, { via: 'web', cause: `act-${entries.length}` });
    const read = sealed.map(({ event }) => readEntry(event) as Entry);
    head = sealed.at(-1) ?? head;
    entries.push(...read);
    alliance = evolve(alliance, read);
    return read;
  };
  const founding = foundingFacts(charter, {
    practice,
    publicKey: 'key',
    at: now,
    entropy: entropy(saltsNeeded(charter)),
  });
  keep(founding.facts, founding.texts);

  const order = (by: Actor, command: Command): Outcome => {
    const context = { by, at: now, head, entropy: entropy(8), clockTrusted: true };
    const { past, facts, texts: sealedTexts, refusal } = decide(alliance, command, context);
    return { entries: keep([...past, ...facts], sealedTexts), refusal: refusal ?? null };
  };
  const representative = (member: MemberId): PersonId => appointed(alliance, member, 'representative', now)[0]!.person;
  const says = (member: MemberId, command: Command): Outcome =>
    order(representative(member), { ...command, member } as Command);
  const does = (by: Actor, command: Command): readonly Entry[] => {
    const { entries: written, refusal } = order(by, command);
    if (refusal !== null) throw new Error(`refused: ${JSON.stringify(refusal)}`);
    return written;
  };
  const momentOf = (local: string): Instant => {
    const [day, time] = local.split(' ');
    return atLocal(charter.calendar, day!, time!, 'first');
  };
  return {
    at: (local) => {
      now = momentOf(local);
    },
    moment: momentOf,
    order,
    says,
    does,
    agree: (...members) => {
      for (const member of members) {
        const { refusal } = says(member, agreeing(alliance));
        if (refusal !== null) throw new Error(`${member} was refused: ${JSON.stringify(refusal)}`);
      }
    },
    pass: () => order('clock', { kind: 'letTimePass' }).entries,
    alliance: () => alliance,
    view: () => ({ alliance, now, text: (ref) => texts.get(ref) ?? null }),
    entries: (subject) => entries.filter((entry) => subject === undefined || entry.subject === subject),
    person: (name) => [...alliance.people.values()].find((person) => texts.get(person.name) === name)!.id,
    representative,
    redact: (ref) => void texts.delete(ref),
  };
};

const read = new Map<Example, CharterDocument>();

/** Reading a charter takes longer than most of these stories. */
const charterOf = (example: Example): CharterDocument => {
  const charter = read.get(example) ?? exampleCharter(example);
  read.set(example, charter);
  return charter;
};

/** Agreement to the revision in force of the proposal tabled last. */
const agreeing = ({ proposals }: Alliance): CommandOf<'recordPosition'> => {
  const last = [...proposals.values()].at(-1)!;
  return { kind: 'recordPosition', position: 'agree', proposal: last.id, revision: last.current!.number };
};

export const everybody = [
  'council',
  'livewell',
  'hamoaze',
  'bcha',
  'harbour',
  'shekinah',
  'zone',
  'path',
  'livewest',
] as const;

/** A proposal about something that a leadership team would decide. */
export const proposal = (more: Partial<CommandOf<'tableProposal'>> = {}): CommandOf<'tableProposal'> => ({
  kind: 'tableProposal',
  class: 'routine',
  title: 'Open the Stonehouse hub on Saturdays',
  text: 'From 1 May the Stonehouse hub opens on Saturdays from 10:00 to 16:00. Two members staff it in turn. We review it in October.',
  bestForPeople: 'People in work, and those who find weekends hardest, can drop in without an appointment.',
  ...more,
});

/** A book in which P-1 was tabled by the Alliance Manager on Thursday 2 April 2026 at 10:00. */
export const tabledBook = (more: Partial<CommandOf<'tableProposal'>> = {}): Book => {
  const book = openBook();
  book.at('2026-04-02 10:00');
  book.does(book.person('Naomi Clarke'), proposal(more));
  return book;
};

export const object = (reason: string, wouldChange?: string, revision = 1): CommandOf<'recordPosition'> => ({
  kind: 'recordPosition',
  position: 'object',
  proposal: 'P-1',
  revision,
  reason,
  ...(wouldChange === undefined ? {} : { wouldChange }),
});

export const recuse: CommandOf<'declareInterest'> = {
  kind: 'declareInterest',
  proposal: 'P-1',
  revision: 1,
  level: 'recuse',
  scope: 'organisation',
  nature: 'We own the building.',
};
