import { isWorkingTime, nextWorkingTime } from '../../../src/alliance/calendar.js';
import { nextDue } from '../../../src/alliance/due.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { earlierOf, instantOf, laterOf, msOf, plusMs } from '../../../src/alliance/instant.js';
import { nextDigest } from '../../../src/alliance/weeks.js';
import type { Passed } from '../../../src/clerk/orders.js';
import { diceOf, oneOf } from '../../cast/dice.js';
import type { Dice } from '../../cast/dice.js';
import { closingFrom } from './deadlines.js';
import type { Office } from './office.js';
import { openOffice } from './office.js';
import { wishOf } from './people.js';
import { compareSchedules, look, lookBack, witnessOf } from './witness.js';
import type { Witness } from './witness.js';

/** What came of a year. */
export interface Year {
  readonly seed: number;
  /** Each promise that did not hold, and where. */
  readonly broken: readonly string[];
  /**
   * As each month began and at the end: SHA-256 over everything that was sent by then, in order, with its moment; then the
   * last hash of each book.
   */
  readonly fingerprints: readonly string[];
  /** How much of what happened: a year in which nothing does proves nothing. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Lives through 2026 in all the alliances that ship as examples, from one due to the next, with people who act by the
 * dice and a process that is down for minutes or days. The same seed gives the same year to the byte.
 */
export const year = async (seed: number, until: Instant = ends): Promise<Year> => {
  const office = await openOffice(seed, begins);
  const witness = witnessOf(office);
  const from = office.clock.now();
  await look(office, witness);
  const fingerprints: string[] = [];
  await live({ office, witness, dice: diceOf(seed), until, fingerprints, ticked: from });
  await compareSchedules(office, witness);
  await lookBack(office, witness, from);
  await office.stop();
  fingerprints.push(await fingerprintOf(office, witness));
  await office.store.close();
  const { broken, counts } = witness;
  return { seed, broken, counts, fingerprints };
};

const fingerprintOf = async (office: Office, { codes }: Witness): Promise<string> => {
  const heads: string[] = [];
  for (const code of codes) heads.push((await office.store.head(code)).hash);
  return [office.fingerprint(), ...heads].join(' ');
};

const begins = '2025-12-30T09:00:00.000Z';
/** Long enough into the new year for what the old one left. */
const ends = '2027-01-05T12:00:00.000Z';

interface Life {
  readonly office: Office;
  readonly witness: Witness;
  readonly dice: Dice;
  readonly until: Instant;
  readonly fingerprints: string[];
  /** When the minute struck last. */
  ticked: Instant;
}

const live = async (life: Life): Promise<void> => {
  const { office, witness, dice } = life;
  const { clock } = office;
  let actAt = plusMs(clock.now(), hourMs);
  let downAt = plusMs(clock.now(), 3 * dayMs);
  let month = clock.now().slice(0, 7);
  for (;;) {
    const due = minuteFrom(nextMoment(life));
    const next = [due, actAt, downAt].reduce(earlierOf);
    if (next >= life.until) return;
    await advance(life, next);
    if (next === due) await strike(life, office.tick);
    else if (next === actAt) {
      await act(life);
      actAt = nextAct(life, actAt);
    } else {
      await fallSilent(life);
      downAt = plusMs(clock.now(), Math.floor((0.2 + dice() * 11) * dayMs));
      actAt = laterOf(actAt, plusMs(clock.now(), minuteMs));
    }
    if (clock.now().slice(0, 7) === month) continue;
    month = clock.now().slice(0, 7);
    await compareSchedules(office, witness);
    life.fingerprints.push(await fingerprintOf(office, witness));
  }
};

/** The next moment that matters to anybody after the minute struck last; once a day even when none does. */
const nextMoment = ({ witness: { codes, allianceOf }, ticked }: Life): Instant =>
  codes
    .map(allianceOf)
    .flatMap((alliance) => [
      nextDue(alliance, ticked) ?? ends,
      nextDigest(alliance.charter.calendar, ticked).dueAt,
      nextWorkingTime(alliance.charter.calendar, plusMs(ticked, 12 * hourMs)),
    ])
    .reduce(earlierOf);

/** Near a deadline hearts beat as often as they must; elsewhere, and out of hours, their silence costs nobody anything. */
const advance = async ({ office, witness }: Life, to: Instant): Promise<void> => {
  const { clock } = office;
  // All seed alliances keep the same hours.
  const { calendar } = witness.allianceOf(witness.codes[0]!).charter;
  const closings = witness.deadlines
    .open()
    .map((each) => closingFrom(witness.allianceOf(each.alliance).charter.calendar, each));
  const first = closings.reduce(earlierOf, to);
  while (clock.now() < to) {
    const beatAt = clock.now() < first ? first : plusMs(clock.now(), 2 * minuteMs);
    const next = earlierOf(isWorkingTime(calendar, clock.now()) ? beatAt : nextWorkingTime(calendar, clock.now()), to);
    await office.run(msOf(next) - msOf(clock.now()));
    await office.clerk().beat(['slack']);
  }
  await look(office, witness);
};

const strike = async (life: Life, how: () => Promise<Passed>): Promise<void> => {
  const { office, witness } = life;
  const passed = await how();
  life.ticked = passed.at;
  witness.messages.fellDue(passed);
  witness.count('ticks');
  await look(office, witness);
  witness.deadlines.declaredBy(life.ticked);
};

/** Somebody somewhere does something; whatever they are told, nothing may break. */
const act = async ({ office, witness, dice }: Life): Promise<void> => {
  const code = oneOf(dice, witness.codes)!;
  const wish = wishOf(witness.allianceOf(code), office.clock.now(), dice);
  if (wish === null) return;
  const { by, command } = wish;
  const reply = await office.serve(code, by, command);
  witness.count(reply.kind === 'done' ? command.kind : 'refused');
  if (reply.kind === 'done' && command.kind === 'setPreferences') witness.messages.spare(code, by, command);
  await look(office, witness);
  await office.run(5_000);
  await look(office, witness);
};

/** On working days mostly, and now and then at night. */
const nextAct = ({ witness, dice }: Life, at: Instant): Instant => {
  const next = plusMs(at, Math.floor(-Math.log(1 - dice()) * actEveryMs));
  const { calendar } = witness.allianceOf(witness.codes[0]!).charter;
  return dice() < 0.1 ? next : laterOf(next, nextWorkingTime(calendar, next));
};

/** The process ends, and another one begins on the same store. */
const fallSilent = async (life: Life): Promise<void> => {
  const { office, witness, dice } = life;
  await office.stop();
  const from = office.clock.now();
  const to = minuteFrom(plusMs(from, Math.floor(downMs(dice))));
  office.clock.runTo(to);
  witness.downs.push({ from, to });
  witness.count('outages');
  await strike(life, office.start);
};

/** Minutes, hours or days. */
const downMs = (dice: Dice): number => {
  const kind = dice();
  if (kind < 0.5) return (1 + dice() * 59) * minuteMs;
  return kind < 0.8 ? (1 + dice() * 19) * hourMs : (1 + dice() * 4) * dayMs;
};

const minuteFrom = (at: Instant): Instant => instantOf(Math.ceil(msOf(at) / minuteMs) * minuteMs);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Between two things that people do, in the middle. */
const actEveryMs = 2 * hourMs;
