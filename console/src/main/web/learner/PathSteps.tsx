import { LevelBar } from '../ui/Bars.tsx';
import { Chip } from '../ui/Chip.tsx';
import { minutes, number, points, words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Path, PathChange } from './usePath.ts';

interface StepsProps {
  path: Path;
  picked: number | null;
  busy: boolean;
  onChange: (change: PathChange) => void;
}

/** The steps in words: what each brings, why it comes there, and buttons that plan the path again. */
export function PathSteps({ path, picked, busy, onChange }: StepsProps) {
  return (
    <Panel title="Steps" lead="Pin what must stay, exclude what must go: the rest is planned again around it." busy={busy}>
      <ol className="steps">
        {path.plan.steps.map((step) => (
          <li key={step.content_id} id={`step-${step.position}`} className={step.position === picked ? 'step step-picked' : 'step'}>
            <div className="row between">
              <h3 className="grow">
                <span className="muted num">{step.position}.</span> {step.title}
              </h3>
              <div className="row">
                {step.pinned ? <Chip tone="accent">Pinned</Chip> : null}
                <button
                  type="button"
                  className="button button-quiet"
                  disabled={busy}
                  onClick={() => onChange(step.pinned ? { unpin_content_ids: [step.content_id] } : { pin_content_ids: [step.content_id] })}
                  aria-label={`${step.pinned ? 'Unpin' : 'Pin'} ${step.title}`}
                >
                  {step.pinned ? 'Unpin' : 'Pin'}
                </button>
                <button type="button" className="button button-quiet" disabled={busy} onClick={() => onChange({ exclude_content_ids: [step.content_id] })} aria-label={`Exclude ${step.title}`}>
                  Exclude
                </button>
              </div>
            </div>
            <p className="small muted">
              {words(step.content_type)} · {minutes(step.minutes)}
              {step.minutes_assumed ? ' (assumed)' : ''} · {step.starts_in_week === step.ends_in_week ? `week ${step.starts_in_week}` : `weeks ${step.starts_in_week} to ${step.ends_in_week}`} · {points(step.attainment_gain)} points of the goal
            </p>
            <ul className="step-skills">
              {step.mastery.map((m) => (
                <li key={m.skill_id}>
                  <span className="small">{m.skill_name}</span>
                  <LevelBar current={m.before.expected} after={m.after.expected} required={m.required_level ?? null} />
                  <span className="small num nowrap">
                    {number(m.before.expected)} → {number(m.after.expected)}
                  </span>
                </li>
              ))}
            </ul>
            <p className="small">{step.why_now.join(' ')}</p>
            {step.alternatives.length === 0 ? null : (
              <p className="small muted">
                Instead: {step.alternatives.map((a) => `${a.title} (${minutes(a.minutes)}, ${points(a.attainment_change)} points)`).join('; ')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
