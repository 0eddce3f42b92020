import type { Sent } from './surfaces.js';

/** Refused for now: again after what the platform asked, half a minute where it asks for nothing, an hour at most. */
export const later = (seconds: number | undefined, whole: 'room' | 'workspace'): Sent => ({
  kind: 'later',
  afterMs: Math.min(seconds !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : 30, 3_600) * 1_000,
  whole,
});

/** A brief outage before anything was sent. */
export const brief: Sent = later(5, 'workspace');

/** What an error of a connection means: nothing had left by some, and nobody knows what became of it by all others. */
export const lost = (code: string | undefined): Sent =>
  neverLeft.includes(code ?? '') ? brief : { kind: 'unknown', reason: 'connection' };

/** The name was not found, or the connection was refused or not made: the platform has not seen the request. */
const neverLeft: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
];
