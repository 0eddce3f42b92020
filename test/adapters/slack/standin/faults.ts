/** What can be wrong between us and Slack. Without `times` it goes on until it is lifted. */
export interface Fault {
  /** Which calls: of these methods, in this channel, of this workspace; all of them where nothing is named. */
  readonly methods?: readonly string[];
  readonly channel?: string;
  readonly team?: string;
  /** So many calls, and no more. */
  readonly times?: number;
  /** Of the calls that it is about, this share is hit: 0.01 is every hundredth. */
  readonly share?: number;
  readonly does: Deed;
  /** Called when a call is hit, before anything else happens. */
  readonly met?: () => void;
}

export type Deed =
  /** The work is done, and then the connection breaks: nobody hears of it. */
  | { readonly kind: 'lostAfter' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'lostBefore' }
  /** The work is done at once, and the answer comes when this resolves. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** The work itself waits for this. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> }
  | { readonly kind: 'limited'; readonly retryAfter: string | null }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'refused'; readonly error: string };

export interface CallSeen {
  readonly method: string;
  readonly channel: string | null;
  readonly team: string | null;
}

export interface Faults {
  readonly add: (fault: Fault) => () => void;
  /** What happens to this call; null where nothing does. Counts the call. */
  of(call: CallSeen): Deed | null;
}

export const faultsOf = (): Faults => {
  const standing = new Set<{ readonly fault: Fault; seen: number; left: number }>();
  return {
    add: (fault) => {
      const one = { fault, seen: 0, left: fault.times ?? Infinity };
      standing.add(one);
      return () => void standing.delete(one);
    },
    of: (call) => {
      for (const one of standing) {
        if (!isAbout(one.fault, call) || one.left <= 0) continue;
        one.seen += 1;
        if (one.seen % Math.round(1 / (one.fault.share ?? 1)) !== 0) continue;
        one.left -= 1;
        one.fault.met?.();
        return one.fault.does;
      }
      return null;
    },
  };
};

const isAbout = ({ methods, channel, team }: Fault, call: CallSeen): boolean =>
  (methods === undefined || methods.includes(call.method)) &&
  (channel === undefined || channel === call.channel) &&
  (team === undefined || team === call.team);
