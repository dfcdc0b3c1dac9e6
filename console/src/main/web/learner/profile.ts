import type { Profile } from '../api/queries.ts';

/** Levels that are tried out, by skill. */
export type WhatIf = Readonly<Record<string, { name: string; level: number }>>;

/** Lays the levels that are tried out over a profile; the rest of a stored profile stays with the service. */
export function tried(profile: Profile, whatIf: WhatIf): Profile {
  const changes = Object.entries(whatIf);
  if (changes.length === 0) {
    return profile;
  }
  const kept = (profile.skills ?? []).filter((skill) => !(skill.skill_id in whatIf));
  const added = changes.map(([skill_id, { name, level }]) => ({ skill_id, skill_name: name, current_level: level }));
  return { ...profile, skills: [...kept, ...added] };
}

/** Reads what was pasted: a user_context, or a request that has one. Throws an Error that says what is wrong. */
export function pasted(text: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const outer = record(value, 'It must be an object');
  const context = 'user_context' in outer ? record(outer['user_context'], 'user_context must be an object') : outer;
  const { warnings: _, ...rest } = context;
  const user = rest['user_id'] ?? 'pasted';
  const tenant = rest['tenant_id'] ?? 'default';
  if (typeof user !== 'string' || typeof tenant !== 'string') {
    throw new Error('user_id and tenant_id must be texts');
  }
  if (rest['skills'] !== undefined && !Array.isArray(rest['skills'])) {
    throw new Error('skills must be a list, such as [{"skill_id": "sql", "skill_name": "SQL", "current_level": 40}]');
  }
  return { ...rest, user_id: user, tenant_id: tenant } as Profile;
}

function record(value: unknown, otherwise: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(otherwise);
  }
  return value as Record<string, unknown>;
}

/** How an item moved against the list without what is tried out. */
export interface Move {
  /** Places gained; null for an item that was not there. */
  places: number | null;
  score: number;
}

export function moves(
  before: readonly { content_id: string; overall_score: number }[],
  now: readonly { content_id: string; overall_score: number }[],
): Map<string, Move> {
  const places = new Map(before.map((item, place) => [item.content_id, { place, score: item.overall_score }]));
  return new Map(
    now.map((item, place) => {
      const old = places.get(item.content_id);
      return [
        item.content_id,
        old === undefined ? { places: null, score: item.overall_score } : { places: old.place - place, score: item.overall_score - old.score },
      ];
    }),
  );
}

export const EXAMPLE = `{
  "user_id": "ada",
  "tenant_id": "acme",
  "target_role": "Data Engineer",
  "weekly_learning_hours": 6,
  "skills": [
    { "skill_id": "python", "skill_name": "Python", "current_level": 55 },
    { "skill_id": "sql", "skill_name": "SQL", "current_level": 40 }
  ]
}`;
