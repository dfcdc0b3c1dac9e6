import { SkillPodClient, SkillPodError } from '@skillpod/client';
import { noteCall } from './calls.ts';
import { keyFor } from './keys.ts';

/** Asks the service that served this page. The key goes with a request and is never noted. */
export const api = new SkillPodClient({
  key: keyFor,
  headers: { 'x-calling-service': 'skillpod-console' },
  onExchange: noteCall,
});

export function statusOf(error: unknown): number {
  return error instanceof SkillPodError ? error.status : 0;
}

/** Whether a later try may succeed: no answer came, or the service said "not now". */
export function maySucceedLater(error: unknown): boolean {
  const status = statusOf(error);
  return status === 0 || status === 429 || status === 503;
}
