import { useSyncExternalStore } from 'react';

/** The keys that somebody typed; they live in this module's memory and go with the page. */
export type Role = 'caller' | 'admin';

let keys: Readonly<Record<Role, string | null>> = { caller: null, admin: null };
const listeners = new Set<() => void>();

export function keyFor(path: string): string | null {
  return isAdminRoute(path) ? (keys.admin ?? keys.caller) : (keys.caller ?? keys.admin);
}

/** Whether a route is an operator's. */
export function isAdminRoute(path: string): boolean {
  return (
    (path.startsWith('/api/v1/models/') && !path.startsWith('/api/v1/models/status')) ||
    path.startsWith('/api/v1/service/') ||
    path.startsWith('/api/v1/keys') ||
    path.startsWith('/api/v1/audit')
  );
}

export function setKey(role: Role, key: string | null): void {
  keys = { ...keys, [role]: key === null || key.trim() === '' ? null : key.trim() };
  listeners.forEach((listener) => listener());
}

export function useKeys(): Readonly<Record<Role, string | null>> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => keys,
  );
}
