import type { Block, Span } from './card.js';
import { proposalLabels } from './words/proposal.js';

/**
 * Web addresses that have a line of a text to themselves, each once, in order: links to papers, which a reader can follow.
 * Addresses in the midst of words stay words.
 */
export const webLinksIn = (text: string): readonly string[] =>
  [...new Set(text.split('\n').map((line) => line.trim()))].filter(isWebLink).slice(0, linksMost);

/** A whole address that does not hide where it leads (a name before an @). */
export const isWebLink = (address: string): boolean => {
  if (address.length > addressMost || /[\s<>|"]/u.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' && hostname.includes('.');
};

/** The addresses in a text as a line of links, each shown as it is. Nothing where there are none. */
export const linksBlocks = (text: string | null): readonly Block[] => {
  const links = webLinksIn(text ?? '');
  if (links.length === 0) return [];
  const spans = links.flatMap((url, index): Span[] => [
    { kind: 'plain', text: index === 0 ? `${proposalLabels.links}: ` : ', ' },
    { kind: 'link', text: url.length > shownMost ? `${url.slice(0, shownMost)}…` : url, url },
  ]);
  return [{ kind: 'note', spans }];
};

const linksMost = 10;
const addressMost = 500;
const shownMost = 80;
