import type { Block, Span } from './card.js';
import { proposalLabels } from './words/proposal.js';

/**
 * Web addresses that stand in a text, each once, in order, so that a reader can follow them where the platform shows the
 * text itself exactly as it was written. Those that hide where they lead (a name before an @) are left out.
 */
export const webLinksIn = (text: string): readonly string[] => {
  const found = [...text.matchAll(/https?:\/\/[^\s<>|"“”]+/gu)].map(([address]) =>
    address.replace(/[.,;:!?’')\]]+$/u, ''),
  );
  return [...new Set(found)].filter(isWebLink).slice(0, linksMost);
};

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
