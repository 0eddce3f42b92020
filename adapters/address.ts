import type { IncomingMessage } from 'node:http';

/**
 * The path that a request asks for, without what follows a question mark; null where the address cannot be taken apart,
 * which some cannot that the parser of HTTP lets through. Plain addresses are read without taking them apart: every
 * surface asks this of every request.
 */
export const pathOf = ({ url = '' }: Pick<IncomingMessage, 'url'>): string | null => {
  if (plain.test(url)) return url;
  try {
    return new URL(url, 'http://localhost').pathname;
  } catch {
    return null;
  }
};

/** Nothing in it that an address changes the meaning of: no dots, no empty part, no query, nothing encoded. */
const plain = /^(?:\/[\w-]+)+$/u;
