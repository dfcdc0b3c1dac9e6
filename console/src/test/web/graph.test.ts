import { describe, expect, it } from 'vitest';
import { edgesOf, layout, levelsAfter } from '../../main/web/learner/graph.ts';

const estimate = (expected: number) => ({ expected, lower: 0, upper: 100 });
const step = (position: number, content_id: string, ...skills: string[]) => ({
  position,
  content_id,
  mastery: skills.map((skill_id) => ({ skill_id, skill_name: skill_id, required_level: 50, before: estimate(10 * position), after: estimate(10 * position + 10) })),
});

describe('what builds on what', () => {
  const steps = [step(1, 'a', 'sql'), step(2, 'b', 'python'), step(3, 'c', 'sql'), step(4, 'd', 'ml', 'python')];

  it('comes from the catalogue, from skills behind skills, and from levels', () => {
    const edges = edgesOf(steps, new Map([['d', ['a', 'not in the path']]]), new Map([['ml', ['python', 'maths']]]));
    expect(edges).toEqual([
      { from: 1, to: 3, kind: 'level' },
      { from: 1, to: 4, kind: 'content' },
      { from: 2, to: 4, kind: 'skill' },
    ]);
  });

  it('never leads backwards', () => {
    expect(edgesOf(steps, new Map([['a', ['d']]]), new Map())).toEqual([{ from: 1, to: 3, kind: 'level' }]);
  });

  it('puts each step behind all that it builds on', () => {
    const { places, columns, rows } = layout([1, 2, 3, 4], [
      { from: 1, to: 3, kind: 'level' },
      { from: 3, to: 4, kind: 'content' },
      { from: 2, to: 4, kind: 'skill' },
    ]);
    expect([...places.values()]).toEqual([
      { column: 0, row: 0 },
      { column: 0, row: 1 },
      { column: 1, row: 0 },
      { column: 2, row: 0 },
    ]);
    expect([columns, rows]).toEqual([3, 2]);
  });
});

it('lets mastery grow along the path', () => {
  const plan = {
    skills: [{ skill_id: 'sql', skill_name: 'SQL', required_level: 60, weight: 1, before: estimate(5), after: estimate(40) }],
    steps: [step(1, 'a', 'sql'), step(2, 'b', 'sql')],
  } as unknown as Parameters<typeof levelsAfter>[0];
  expect([0, 1, 2].map((steps) => levelsAfter(plan, steps).get('sql'))).toEqual([5, 20, 30]);
});
