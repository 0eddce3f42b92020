/** The name under which the time of day of a field comes back. */
export const timeOfDay = (field: string): string => `${field}.time`;

/**
 * What was typed and chosen in a dialog, by field, as forms read it; what was left empty is absent. A day and its time of
 * day are one answer, in the alliance's time.
 */
export const answersIn = (given: unknown): Readonly<Record<string, string>> => {
  if (typeof given !== 'object' || given === null) return {};
  const said = Object.entries(given)
    .slice(0, fieldsMost)
    .filter((each): each is [string, string] => typeof each[1] === 'string' && each[1] !== '');
  const times = new Map(said.filter(([name]) => isTime(name)));
  return Object.fromEntries(
    said
      .filter(([name]) => !isTime(name) && name !== 'press')
      .map(([name, answer]) => {
        const time = times.get(timeOfDay(name));
        return [name, time === undefined ? answer : `${answer}T${time}`] as const;
      }),
  );
};

const isTime = (name: string): boolean => name.endsWith('.time');

/** More fields than any form of ours has. */
const fieldsMost = 60;
