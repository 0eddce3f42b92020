import { z } from 'zod';

/** https, or http to this computer itself; nothing secret travels in the open. */
export const secureUrl = (sentence: string) =>
  z.string().refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.username !== '' || url.search !== '' || url.hash !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  }, sentence);

/** Nobody but this computer answers there. */
export const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(host);
