import type { Schemas } from '@skillpod/client';
import { minutes, shortDay } from '../ui/format.ts';

interface CalendarProps {
  plan: Schemas['LearningPlan'];
  /** How many steps are done on the way that is looked at. */
  after: number;
  onPick: (position: number) => void;
}

/** The path as weeks. */
export function PathCalendar({ plan, after, onPick }: CalendarProps) {
  const full = Math.max(plan.weekly_learning_hours * 60, ...plan.calendar.map((week) => week.minutes));
  const steps = new Map(plan.steps.map((step) => [step.position, step]));
  return (
    <ol className="weeks">
      {plan.calendar.map((week) => (
        <li key={week.week} className="week">
          <span className="week-name">
            <b>Week {week.week}</b>
            <span className="small muted">{shortDay(week.starts_on)}</span>
          </span>
          <span className="week-bar">
            {week.parts.map((part) => {
              const step = steps.get(part.position);
              const wide = (part.minutes / full) * 100;
              return (
                <button
                  key={part.position}
                  type="button"
                  className={`part ${part.position % 2 === 0 ? 'part-even' : ''} ${part.position <= after ? '' : 'part-later'}`}
                  style={{ width: `${wide}%` }}
                  title={`${part.position}. ${step?.title ?? part.content_id}: ${minutes(part.minutes)}`}
                  aria-label={`Step ${part.position}, ${step?.title ?? part.content_id}, ${minutes(part.minutes)}`}
                  onClick={() => onPick(part.position)}
                >
                  <span className="part-number" aria-hidden="true">
                    {wide > 3 ? part.position : ''}
                  </span>
                  {wide > 22 ? (
                    <span className="part-title" aria-hidden="true">
                      {step?.title}
                    </span>
                  ) : null}
                </button>
              );
            })}
          </span>
          <span className="small muted num nowrap week-time">{minutes(week.minutes)}</span>
        </li>
      ))}
    </ol>
  );
}
