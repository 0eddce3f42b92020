import { z } from 'zod';
import { timeOfDayPattern } from './instant.js';
import { isTimeZone } from './zone.js';

/** The kinds of value that a charter is made of, each with the sentence that a person reads when it is wrong. */

/**
 * No control characters, no NUL, no half of a surrogate pair: such text is not hashed the same way everywhere. No marks
 * that turn the direction of writing either: a name must read as it is stored.
 */
const oneLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;
const manyLines = /^(?:[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|[\n\r\t])*$/u;

export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use up to 40 small letters, digits and hyphens, starting with a letter');

/** One line of text. */
export const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(oneLine, 'must be one line of ordinary text, without line breaks or invisible control characters');

export const sentence = line(1, 300);

/** Text that may run over several lines. */
export const paragraph = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(manyLines, 'must be ordinary text, without invisible control characters');

export const sentences = z.array(sentence).max(100).default([]);

export const localDate = z.iso.date('must be a date written year-month-day, such as 2019-04-01');

/** A year, a month or a day: as exactly as it is known. */
export const roughDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be 2018, 2018-06 or 2018-06-14, in quotes');

export const timeOfDay = z
  .string()
  .regex(timeOfDayPattern, 'must be a time of day between "00:00" and "23:59", such as "09:00"');

export const pounds = z.number().min(0).max(100_000_000_000);

export const mailDomain = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    'must be what follows the @ in a mail address, in small letters, such as harbour.example.org',
  );

export const timeZone = z
  .string()
  .max(60)
  .refine(
    (name) => /^[A-Z]/.test(name) && isTimeZone(name),
    'must be a time zone by its international name, such as Europe/London',
  );

export const plannedAndActual = z.strictObject({
  planned: localDate.optional().describe('The date that was planned.'),
  actual: localDate.optional().describe('The date on which it happened. Labels follow this one once it is known.'),
});
