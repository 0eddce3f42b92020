import type { PageFile } from '../src/clerk/pages.js';

/** How a file is sent: for keeping unless it is for looking at, never guessed at, and never kept by anything between. */
export const fileHeaders = ({ name, type, shown }: PageFile): Readonly<Record<string, string>> => ({
  'Content-Type': type,
  'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, percent)}`,
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** How a calendar is sent to a program that asks for it again and again. */
export const feedHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Cache-Control': 'private, max-age=300',
};
