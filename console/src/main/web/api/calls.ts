import type { Exchange } from '@skillpod/client';
import { useSyncExternalStore } from 'react';

/** The calls that this page made, newest first; kept in memory only. */
const MOST = 60;
let calls: readonly (Exchange & { id: number })[] = [];
let next = 1;
const listeners = new Set<() => void>();

export type Call = (typeof calls)[number];

export function noteCall(exchange: Exchange): void {
  calls = [{ ...exchange, id: next++ }, ...calls].slice(0, MOST);
  listeners.forEach((listener) => listener());
}

export function useCalls(): readonly Call[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => calls,
  );
}
