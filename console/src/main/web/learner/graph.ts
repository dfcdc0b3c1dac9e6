import type { Schemas } from '@skillpod/client';

type Step = Pick<Schemas['PathStep'], 'position' | 'content_id' | 'mastery'>;

export interface Edge {
  from: number;
  to: number;
  /** content: the catalogue says so; skill: another skill is built on; level: the same skill goes on. */
  kind: 'content' | 'skill' | 'level';
}

/**
 * What builds on what within a path, by positions. A step is tied to the nearest earlier step that prepares it in each
 * respect, so that the drawing shows the reasons for the order and not all that follows from them.
 */
export function edgesOf(
  steps: readonly Step[],
  prerequisitesOf: ReadonlyMap<string, readonly string[]>,
  skillsBehind: ReadonlyMap<string, readonly string[]>,
): Edge[] {
  const edges = new Map<string, Edge>();
  const add = (edge: Edge) => {
    const key = `${edge.from}-${edge.to}`;
    if (!edges.has(key)) {
      edges.set(key, edge);
    }
  };
  const lastTeaching = new Map<string, number>();
  const positions = new Map(steps.map((step) => [step.content_id, step.position]));
  for (const step of steps) {
    for (const id of prerequisitesOf.get(step.content_id) ?? []) {
      const from = positions.get(id);
      if (from !== undefined && from < step.position) {
        add({ from, to: step.position, kind: 'content' });
      }
    }
    for (const { skill_id } of step.mastery) {
      for (const behind of skillsBehind.get(skill_id) ?? []) {
        const from = lastTeaching.get(behind);
        if (from !== undefined) {
          add({ from, to: step.position, kind: 'skill' });
        }
      }
    }
    const main = step.mastery[0]?.skill_id;
    const from = main === undefined ? undefined : lastTeaching.get(main);
    if (from !== undefined) {
      add({ from, to: step.position, kind: 'level' });
    }
    for (const { skill_id } of step.mastery) {
      lastTeaching.set(skill_id, step.position);
    }
  }
  return [...edges.values()];
}

export interface Place {
  column: number;
  row: number;
}

/** Puts each step one column behind the last that it builds on, and steps of a column below each other in their order. */
export function layout(positions: readonly number[], edges: readonly Edge[]): { places: Map<number, Place>; columns: number; rows: number } {
  const columns = new Map<number, number>();
  for (const position of positions) {
    const before = edges.filter((edge) => edge.to === position).map((edge) => (columns.get(edge.from) ?? 0) + 1);
    columns.set(position, Math.max(0, ...before));
  }
  const used = new Map<number, number>();
  const places = new Map<number, Place>();
  for (const position of positions) {
    const column = columns.get(position) ?? 0;
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    places.set(position, { column, row });
  }
  return { places, columns: Math.max(0, ...columns.values()) + 1, rows: Math.max(0, ...used.values()) };
}

/** The expected level of each skill after some steps, from the levels before the path. */
export function levelsAfter(plan: Pick<Schemas['LearningPlan'], 'skills' | 'steps'>, steps: number): Map<string, number> {
  const levels = new Map(plan.skills.map((skill) => [skill.skill_id, skill.before.expected]));
  for (const step of plan.steps.slice(0, steps)) {
    for (const { skill_id, after } of step.mastery) {
      levels.set(skill_id, after.expected);
    }
  }
  return levels;
}
