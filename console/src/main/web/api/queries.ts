import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schemas } from '@skillpod/client';
import { api } from './client.ts';
import { useKeys } from './keys.ts';

export type Profile = Schemas['UserContext'];
export type Model = Schemas['Model'];
export type ModelsStatus = Schemas['Models'];

/** Changes when a key is given or forgotten, so that what was refused is asked again. */
export function useKeyState(): string {
  const keys = useKeys();
  return `${keys.caller === null ? '-' : 'c'}${keys.admin === null ? '-' : 'a'}`;
}

export function useHealth() {
  return useQuery({ queryKey: ['health'], queryFn: ({ signal }) => api.get('/health', { signal }), refetchInterval: 10_000, staleTime: 0 });
}

/** What does not work just now, in plain sentences. */
export function useDegraded(): readonly string[] {
  return useHealth().data?.degraded ?? [];
}

export function useReady() {
  return useQuery({
    queryKey: ['ready'],
    queryFn: ({ signal }) => api.get('/ready', { signal }),
    refetchInterval: (query) => (query.state.error === null ? 10_000 : 2_000),
    staleTime: 0,
    retry: false,
  });
}

export function useModels(every: number | false = 30_000) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['models', keys],
    queryFn: ({ signal }) => api.get('/api/v1/models/status', { signal }),
    refetchInterval: every,
    staleTime: 5_000,
  });
}

/** All rows of a list of the catalogue, page by page, up to a number that a browser still likes. */
const MOST = 10_000;

export function useSkills() {
  const keys = useKeyState();
  return useQuery({ queryKey: ['skills', keys], queryFn: ({ signal }) => all((query) => api.get('/api/v1/skills', { query, signal })), staleTime: 300_000 });
}

export function useRoles() {
  const keys = useKeyState();
  return useQuery({ queryKey: ['roles', keys], queryFn: ({ signal }) => all((query) => api.get('/api/v1/roles', { query, signal })), staleTime: 300_000 });
}

async function all<T>(page: (query: { offset?: number; limit: number }) => Promise<{ items: T[]; total: number }>): Promise<T[]> {
  const first = await page({ limit: 1000 });
  const rows = [...first.items];
  while (rows.length < Math.min(first.total, MOST)) {
    const next = await page({ offset: rows.length, limit: 1000 });
    if (next.items.length === 0) {
      break;
    }
    rows.push(...next.items);
  }
  return rows;
}

export function useFound(tenant: string, prefix: string) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['learners', tenant, prefix, keys],
    queryFn: ({ signal }) => api.get('/api/v1/learners', { query: { tenant_id: tenant, user_id_prefix: prefix || undefined, limit: 12 }, signal }),
    placeholderData: keepPreviousData,
    enabled: tenant !== '',
  });
}

export function useLearner(tenant: string, user: string) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['learner', tenant, user, keys],
    queryFn: ({ signal }) => api.get('/api/v1/learners/{tenant_id}/{user_id}', { path: { tenant_id: tenant, user_id: user }, signal }),
    enabled: tenant !== '' && user !== '',
  });
}

export function useRecommendations(profile: Profile | null, most = 10) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['generate', profile, most, keys],
    queryFn: ({ signal }) =>
      api.post('/api/v1/recommendations/generate', {
        body: { user_context: profile as Profile, max_recommendations: most },
        signal,
      }),
    enabled: profile !== null,
    placeholderData: (old, query) => (sameLearner(query?.queryKey[1], profile) ? old : undefined),
  });
}

export function useGaps(profile: Profile | null) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['gaps', profile, keys],
    queryFn: ({ signal }) => api.post('/api/v1/skill-gaps/analyze', { body: { user_context: profile as Profile }, signal }),
    enabled: profile !== null,
    placeholderData: (old, query) => (sameLearner(query?.queryKey[1], profile) ? old : undefined),
  });
}

function sameLearner(before: unknown, now: Profile | null): boolean {
  const old = before as Profile | null | undefined;
  return old?.user_id === now?.user_id && old?.tenant_id === now?.tenant_id;
}
