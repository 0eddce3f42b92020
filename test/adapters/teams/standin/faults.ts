/** What can be wrong between us and Teams. Without `times` it goes on until it is lifted. */
export interface Fault {
  /** Which calls: of these operations, in this conversation, of this tenant; all of them where nothing is named. */
  readonly on?: readonly Operation[];
  readonly conversation?: string;
  readonly tenant?: string;
  /** So many calls, and no more. */
  readonly times?: number;
  /** Of the calls that it is about, this share is hit: 0.01 is every hundredth. */
  readonly share?: number;
  readonly does: Deed;
  /** Called when a call is hit, before anything else happens. */
  readonly met?: () => void;
}

export type Operation = 'create' | 'send' | 'update' | 'delete' | 'members' | 'channels' | 'token' | 'keys';

export type Deed =
  /** The work is done, and then the connection breaks: nobody hears of it. */
  | { readonly kind: 'lostAfter' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'lostBefore' }
  /** The work is done at once, and the answer comes when this resolves. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** The work itself waits for this. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> }
  /** Nothing is done, and nobody ever answers. */
  | { readonly kind: 'never' }
  | { readonly kind: 'limited'; readonly retryAfter: string | null }
  /** An answer as Teams gives it: status and code. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** A gateway on the way answers with a page of its own. */
  | { readonly kind: 'status'; readonly status: number };

export interface CallSeen {
  readonly operation: Operation;
  readonly conversation: string | null;
  readonly tenant: string | null;
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

const isAbout = ({ on, conversation, tenant }: Fault, call: CallSeen): boolean =>
  (on === undefined || on.includes(call.operation)) &&
  (conversation === undefined || conversation === call.conversation) &&
  (tenant === undefined || tenant === call.tenant);
