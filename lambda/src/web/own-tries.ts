/** Tries by address, counted in this process alone. */
export interface OwnTries {
  /** Counts one try; gives the tries of the address's present window. */
  increment(address: string): number;
  decrement(address: string): void;
}

interface Window {
  readonly endsAtMs: number;
  readonly hits: number;
}

/** More addresses than this are not kept; those whose window is over go first. */
const MAX_ADDRESSES = 10_000;

/** Makes an empty count. `windowMs`: from an address's first try until it is counted anew. */
export function createOwnTries(now: () => number, windowMs: number): OwnTries {
  const windows = new Map<string, Window>();

  const present = (address: string): Window | undefined => {
    const window = windows.get(address);
    return window !== undefined && window.endsAtMs > now() ? window : undefined;
  };
  const makeRoom = (): void => {
    if (windows.size < MAX_ADDRESSES) return;
    for (const [address, { endsAtMs }] of windows) if (endsAtMs <= now()) windows.delete(address);
    const [oldest] = windows.keys();
    if (windows.size >= MAX_ADDRESSES && oldest !== undefined) windows.delete(oldest);
  };

  return {
    increment(address) {
      const window = present(address);
      if (window === undefined) makeRoom();
      const hits = (window?.hits ?? 0) + 1;
      windows.set(address, { endsAtMs: window?.endsAtMs ?? now() + windowMs, hits });
      return hits;
    },
    decrement(address) {
      const window = present(address);
      if (window !== undefined && window.hits > 0) windows.set(address, { ...window, hits: window.hits - 1 });
    },
  };
}
