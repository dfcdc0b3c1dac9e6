import { useSyncExternalStore } from 'react';

/** Which calls the drawer of API calls shows: null while it is closed, '' for all. */
let shown: string | null = null;
const listeners = new Set<() => void>();

export function openCalls(prefix: string): void {
  shown = prefix;
  listeners.forEach((listener) => listener());
}

export function closeCalls(): void {
  shown = null;
  listeners.forEach((listener) => listener());
}

export function useShownCalls(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
