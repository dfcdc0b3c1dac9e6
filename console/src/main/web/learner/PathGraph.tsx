import { useQueries } from '@tanstack/react-query';
import type { Schemas } from '@skillpod/client';
import { api } from '../api/client.ts';
import { useSkills } from '../api/queries.ts';
import { LevelBar } from '../ui/Bars.tsx';
import { minutes } from '../ui/format.ts';
import { edgesOf, layout, type Edge } from './graph.ts';

const WIDE = 190;
const HIGH = 96;
const GAP_X = 46;
const GAP_Y = 18;

const KINDS: Record<Edge['kind'], string> = {
  content: 'is needed first',
  skill: 'teaches a skill that this one builds on',
  level: 'brings the same skill to where this one starts',
};

interface GraphProps {
  plan: Schemas['LearningPlan'];
  after: number;
  onPick: (position: number) => void;
}

/** The path as a graph: each step behind what prepares it. */
export function PathGraph({ plan, after, onPick }: GraphProps) {
  const skills = useSkills();
  const contents = useQueries({
    queries: plan.steps.map((step) => ({
      queryKey: ['content', step.content_id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get('/api/v1/contents/{content_id}', { path: { content_id: step.content_id }, signal }),
      staleTime: 300_000,
    })),
  });
  const prerequisites = new Map(contents.flatMap(({ data }) => (data === undefined ? [] : [[data.content_id, data.prerequisite_content_ids] as const])));
  const behind = new Map((skills.data ?? []).map((skill) => [skill.skill_id, skill.prerequisites.map((p) => p.skill_id)] as const));
  const edges = edgesOf(plan.steps, prerequisites, behind);
  const { places, columns, rows } = layout(
    plan.steps.map((step) => step.position),
    edges,
  );
  const x = (position: number) => (places.get(position)?.column ?? 0) * (WIDE + GAP_X);
  const y = (position: number) => (places.get(position)?.row ?? 0) * (HIGH + GAP_Y);
  const width = columns * (WIDE + GAP_X) - GAP_X;
  const height = rows * (HIGH + GAP_Y) - GAP_Y;
  return (
    <>
      <div className="graph-scroll" tabIndex={0} role="group" aria-label="Graph of the path; scrolls sideways">
        <div className="graph" style={{ width, height }}>
          <svg width={width} height={height} aria-hidden="true">
            <defs>
              <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0 0 8 4 0 8z" className="arrow-head" />
              </marker>
            </defs>
            {edges.map((edge) => {
              const [x1, y1, x2, y2] = [x(edge.from) + WIDE, y(edge.from) + HIGH / 2, x(edge.to), y(edge.to) + HIGH / 2];
              const bend = Math.max(24, (x2 - x1) / 2);
              return (
                <path
                  key={`${edge.from}-${edge.to}`}
                  className={`edge edge-${edge.kind} ${edge.to <= after ? '' : 'edge-later'}`}
                  d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 3} ${y2}`}
                  markerEnd="url(#arrow)"
                />
              );
            })}
          </svg>
          {plan.steps.map((step) => {
            const main = step.mastery[0];
            const from = edges.filter((edge) => edge.to === step.position);
            return (
              <button
                key={step.position}
                type="button"
                className={`node ${step.position <= after ? '' : 'node-later'}`}
                style={{ left: x(step.position), top: y(step.position), width: WIDE, height: HIGH }}
                onClick={() => onPick(step.position)}
              >
                <span className="node-title">
                  <b>{step.position}</b> {step.title}
                </span>
                {from.length === 0 ? null : <span className="sr-only">Builds on {from.map((e) => `step ${e.from}, which ${KINDS[e.kind]}`).join('; ')}.</span>}
                {main === undefined ? null : (
                  <span className="node-skill small">
                    <span className="node-skill-name">{main.skill_name}</span>
                    <span className="muted nowrap">{minutes(step.minutes)}</span>
                    <LevelBar current={main.before.expected} after={step.position <= after ? main.after.expected : main.before.expected} required={main.required_level ?? null} />
                  </span>
                )}
              </button>
            );
          })}
        </div>
      </div>
      <ul className="legend small muted">
        {(Object.keys(KINDS) as Edge['kind'][]).filter((kind) => edges.some((e) => e.kind === kind)).map((kind) => (
          <li key={kind}>
            <svg width="28" height="8" aria-hidden="true">
              <path d="M0 4H28" className={`edge edge-${kind}`} />
            </svg>{' '}
            {KINDS[kind]}
          </li>
        ))}
      </ul>
    </>
  );
}
