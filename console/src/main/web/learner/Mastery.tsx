import type { Schemas } from '@skillpod/client';
import { LevelBar } from '../ui/Bars.tsx';
import { number } from '../ui/format.ts';
import { levelsAfter } from './graph.ts';

/** The levels of the goal's skills along the path, with a slider to go along it. */
export function Mastery({ plan, after, onAfter }: { plan: Schemas['LearningPlan']; after: number; onAfter: (steps: number) => void }) {
  const levels = levelsAfter(plan, after);
  const reached = plan.milestones.filter((m) => m.after_step <= after);
  const step = plan.steps[after - 1];
  return (
    <div className="mastery">
      <div className="mastery-slider">
        <label htmlFor="along">
          Along the path: <strong>{after === 0 ? 'before the first step' : `after step ${after} of ${plan.steps.length}`}</strong>
          {step === undefined ? null : <span className="muted"> – {step.title}</span>}
        </label>
        <input
          id="along"
          type="range"
          min={0}
          max={plan.steps.length}
          value={after}
          style={{ '--filled': `${(after / plan.steps.length) * 100}%` } as React.CSSProperties}
          onChange={(e) => onAfter(Number(e.target.value))}
        />
      </div>
      <ul className="mastery-skills" aria-live="off">
        {plan.skills.map((skill) => {
          const level = levels.get(skill.skill_id) ?? skill.before.expected;
          return (
            <li key={skill.skill_id}>
              <span>{skill.skill_name}</span>
              <LevelBar current={skill.before.expected} after={level} required={skill.required_level} />
              <span className="small num nowrap">
                {number(level)} / {number(skill.required_level)}
              </span>
            </li>
          );
        })}
      </ul>
      {reached.length === 0 ? null : (
        <p className="small muted">Reached: {reached.map((m) => m.text).join('; ')}</p>
      )}
    </div>
  );
}
