import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@skillpod/client';
import { api } from '../api/client.ts';
import { useKeyState } from '../api/queries.ts';

export type ModelVersion = Schemas['ModelVersion'];
export type Alias = 'champion' | 'challenger' | 'shadow';

export function useVersions(model: string) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['versions', model, keys],
    queryFn: ({ signal }) => api.get('/api/v1/models/{name}/versions', { path: { name: model }, signal }),
  });
}

export function useHistory(model: string) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['history', model, keys],
    queryFn: ({ signal }) => api.get('/api/v1/models/{name}/history', { path: { name: model }, signal }),
  });
}

export function useDiff(model: string, from: string, to: string) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['diff', model, from, to, keys],
    queryFn: ({ signal }) => api.get('/api/v1/models/{name}/diff', { path: { name: model }, query: { from, to }, signal }),
    enabled: from !== to,
  });
}

/** What changes which version answers; afterwards everything that shows versions is asked again. */
export function useModelChange(model: string) {
  const cache = useQueryClient();
  const path = { name: model };
  const onSettled = () => {
    for (const key of ['models', 'versions', 'history', 'diff']) {
      void cache.invalidateQueries({ queryKey: [key] });
    }
  };
  const promote = useMutation({
    mutationFn: (body: Schemas['Promote']) => api.post('/api/v1/models/{name}/promote', { path, body }),
    onSettled,
  });
  const rollback = useMutation({
    mutationFn: (body: Schemas['Rollback']) => api.post('/api/v1/models/{name}/rollback', { path, body }),
    onSettled,
  });
  const traffic = useMutation({
    mutationFn: (challenger_share: number) => api.put('/api/v1/models/{name}/traffic', { path, body: { challenger_share } }),
    onSettled,
  });
  const clear = useMutation({
    mutationFn: (alias: Alias) => api.delete('/api/v1/models/{name}/aliases/{alias}', { path: { ...path, alias } }),
    onSettled,
  });
  return { promote, rollback, traffic, clear };
}

export type Training = Schemas['Training'];

const OVER = new Set(['succeeded', 'failed', 'cancelled']);
export const isOver = (training: Pick<Training, 'state'>) => OVER.has(training.state);

export function useTraining(job: string | null) {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['training', job, keys],
    queryFn: ({ signal }) => api.get('/api/v1/models/retrain/{job_id}', { path: { job_id: job ?? '' }, signal }),
    enabled: job !== null,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data !== undefined && isOver(query.state.data) ? false : 1_000),
  });
}

export function useRetrain() {
  return useMutation({ mutationFn: (body: Schemas['RetrainRequest']) => api.post('/api/v1/models/retrain', { body }) });
}

export function useCancel() {
  return useMutation({
    mutationFn: (job: string) => api.delete('/api/v1/models/retrain/{job_id}', { path: { job_id: job } }),
  });
}
