/**
 * Canonical JSON: keys sorted by UTF-16 code units, no white space, absent and undefined members left out, numbers as
 * ECMAScript writes them (RFC 8785 for the values that the book uses). Throws on what JSON cannot say.
 */
export const canonical = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no such number');
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : members(value);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      throw new TypeError(`canonical JSON cannot say ${typeof value}`);
  }
};

/** Every entry goes through here, so it builds one text and no lists of pairs. */
const members = (value: object): string => {
  const record = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
};
