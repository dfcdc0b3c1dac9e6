import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@skillpod/client';
import { api } from '../api/client.ts';
import { useKeyState, type Profile } from '../api/queries.ts';

export type Path = Schemas['LearningPath'];
export type PathChange = Schemas['PathChange'];

/** The path of a profile, planned when it is first looked at, and how to change it. */
export function usePath(profile: Profile) {
  const cache = useQueryClient();
  const keys = useKeyState();
  const key = ['path', profile, keys];
  const path = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.post('/api/v1/learning-paths/generate', { body: { user_context: profile, max_items: 20 }, signal }),
    staleTime: Infinity,
  });
  const change = useMutation({
    mutationFn: async ({ of, ...body }: PathChange & { of: Path }) => {
      if (of.path_id == null) {
        throw new Error('This path could not be kept, so it cannot be changed. Plan it again.');
      }
      return api.patch('/api/v1/learning-paths/{path_id}', {
        path: { path_id: of.path_id },
        query: { tenant_id: of.tenant_id },
        body,
      });
    },
    onSuccess: (planned) => cache.setQueryData(key, planned),
  });
  return { path, change };
}
