/** How often Teams lets a bot call (platforms.md 7): in one conversation, and in one tenant. */
export interface Rates {
  /** Seconds to wait before this may be done; 0 lets it be done now. */
  send(conversation: string, tenant: string, now: number): number;
  /** The same for anything that is not for one conversation. */
  other(tenant: string, now: number): number;
}

export const ratesOf = (): Rates => {
  const seen = new Map<string, readonly number[]>();
  const waitMs = (name: string, windows: readonly Window[], now: number): number => {
    const past = (seen.get(name) ?? []).filter((at) => at > now - longest(windows));
    seen.set(name, past);
    return Math.max(
      0,
      ...windows.map(({ ms, most }) => {
        const recent = past.filter((at) => at > now - ms);
        const first = recent.at(-most);
        return recent.length < most || first === undefined ? 0 : first + ms - now;
      }),
    );
  };
  const note = (name: string, now: number): void => void seen.set(name, [...(seen.get(name) ?? []), now]);
  const asked = (all: readonly (readonly [string, readonly Window[]])[], now: number): number => {
    const wait = Math.max(...all.map(([name, windows]) => waitMs(name, windows, now)));
    if (wait > 0) return Math.ceil(wait / 1_000);
    for (const [name] of all) note(name, now);
    return 0;
  };
  return {
    send: (conversation, tenant, now) =>
      asked(
        [
          [`conversation ${conversation}`, inConversation],
          [`tenant ${tenant}`, inTenant],
        ],
        now,
      ),
    other: (tenant, now) => asked([[`tenant ${tenant}`, inTenant]], now),
  };
};

interface Window {
  readonly ms: number;
  readonly most: number;
}

const longest = (windows: readonly Window[]): number => Math.max(...windows.map(({ ms }) => ms));

const inConversation: readonly Window[] = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
];

const inTenant: readonly Window[] = [{ ms: 1_000, most: 30 }];
