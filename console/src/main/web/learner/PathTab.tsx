import { useEffect, useState } from 'react';
import type { Profile } from '../api/queries.ts';
import { Chip, Source } from '../ui/Chip.tsx';
import { minutes, number, percent, words } from '../ui/format.ts';
import { Figure, Panel } from '../ui/Panel.tsx';
import { Degraded, Empty, Failed, Loading, Warnings } from '../ui/State.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import { Mastery } from './Mastery.tsx';
import { PathCalendar } from './PathCalendar.tsx';
import { PathControls } from './PathControls.tsx';
import { PathGraph } from './PathGraph.tsx';
import { PathSteps } from './PathSteps.tsx';
import { usePath, type Path, type PathChange } from './usePath.ts';

const LIMITS: Record<string, string> = {
  NONE: 'nothing: the goal is attained',
  HOURS: 'the hours until the deadline',
  ITEMS: 'the number of contents allowed',
  CATALOGUE: 'the catalogue: no content adds more',
};

/** The contents that lead to the goal: week by week, and as what builds on what. */
export function PathTab({ profile }: { profile: Profile }) {
  const { path, change } = usePath(profile);
  const data = path.data;
  const busy = path.isFetching || change.isPending;
  const fixed = data !== undefined && data.path_id == null; // it could not be kept, so nothing can be changed about it
  const [excluded, setExcluded] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => setExcluded(new Map()), [data?.path_id]);
  const ask = (of: Path, wanted: PathChange) =>
    change.mutate(
      { of, ...wanted },
      {
        onSuccess: () => {
          const titles = new Map(excluded);
          (wanted.exclude_content_ids ?? []).forEach((id) => titles.set(id, of.plan.steps.find((s) => s.content_id === id)?.title ?? id));
          [...(wanted.include_content_ids ?? []), ...(wanted.pin_content_ids ?? [])].forEach((id) => titles.delete(id));
          setExcluded(titles);
        },
      },
    );
  return (
    <>
      <Panel
        title="Learning path"
        lead={data === undefined ? undefined : `${data.plan.target_role ? `to ${data.plan.target_role.title}` : 'to the asked-for skills'} · model ${data.plan.model_version} · ${data.processing_time_ms} ms · version ${data.version} of this path`}
        call="/api/v1/learning-paths/"
        busy={busy}
        actions={<Source of={data?.plan.data_source} />}
      >
        <Degraded reasons={data?.degraded} />
        {path.isPending ? <Loading what="learning path, which takes a second or two" lines={8} /> : null}
        {path.error !== null && data === undefined ? <Failed error={path.error} what="learning path" retry={() => void path.refetch()} /> : null}
        {change.error !== null ? <Failed error={change.error} what="new plan" /> : null}
        {data === undefined ? null : (
          <>
            <Summary path={data} />
            <Warnings of={data.warnings} />
            <PathControls key={data.path_id ?? 'not kept'} path={data} busy={busy || fixed} onChange={(c) => ask(data, c)} />
            {excluded.size === 0 ? null : (
              <p className="small row">
                <span className="muted">Excluded:</span>
                {[...excluded].map(([id, title]) => (
                  <button key={id} type="button" className="button" disabled={busy} onClick={() => ask(data, { include_content_ids: [id] })} aria-label={`Allow ${title} again`}>
                    {title} <span aria-hidden="true">✕</span>
                  </button>
                ))}
              </p>
            )}
          </>
        )}
      </Panel>
      {data === undefined ? null : data.plan.steps.length === 0 ? (
        <Empty title="No step leads nearer to the goal">
          {data.plan.assumptions.join('; ') || 'Name a target role, or say which skills are wanted.'}
        </Empty>
      ) : (
        <Drawn path={data} busy={busy || fixed} onChange={(c) => ask(data, c)} />
      )}
    </>
  );
}

function Summary({ path }: { path: Path }) {
  const { attainment, total_minutes, available_minutes, limited_by, more_hours, baselines } = path.plan;
  const simpler = baselines.toSorted((a, b) => b.attainment.expected - a.attainment.expected);
  return (
    <>
      <dl className="figures">
        <Figure
          label="Goal attained"
          value={`${percent(attainment.before.expected)} → ${percent(attainment.after.expected)}`}
          note={`${percent(attainment.after.lower)} to ${percent(attainment.after.upper)} with probability 0.9`}
        />
        <Figure label="Time" value={minutes(total_minutes)} note={`of ${minutes(available_minutes)}, ${path.plan.weekly_learning_hours} h a week`} />
        <Figure label="Limited by" value={words(limited_by)} note={LIMITS[limited_by]} />
        {simpler[0] === undefined ? null : (
          <Figure label="Best other way" value={percent(simpler[0].attainment.expected)} note={simpler[0].method} />
        )}
      </dl>
      {more_hours.length === 0 ? null : (
        <p className="small muted">
          With more hours a week: {more_hours.map((m) => `${number(m.weekly_learning_hours, m.weekly_learning_hours % 1 === 0 ? 0 : 1)} h attain ${percent(m.expected_attainment)}`).join(', ')}.
        </p>
      )}
      {path.plan.assumptions.length === 0 ? null : <p className="small muted">Assumed: {path.plan.assumptions.join('; ')}.</p>}
      {path.plan.unplaced.map((u) => (
        <p key={u.content_id} className="note note-warn">
          {u.content_id} could not be placed: {u.reason}
        </p>
      ))}
      {path.replanned_because ? (
        <p className="small" role="status">
          <Chip tone="accent">Planned again</Chip> {path.replanned_because}
        </p>
      ) : null}
    </>
  );
}

interface DrawnProps {
  path: Path;
  busy: boolean;
  onChange: (change: PathChange) => void;
}

function Drawn({ path, busy, onChange }: DrawnProps) {
  const [as, setAs] = useState<'calendar' | 'graph'>('calendar');
  const [after, setAfter] = useState(path.plan.steps.length);
  const [picked, setPicked] = useState<number | null>(null);
  const steps = path.plan.steps.length;
  useEffect(() => {
    setAfter(steps);
    setPicked(null);
  }, [path.version, steps]);
  const pick = (position: number) => {
    setPicked(position);
    document.getElementById(`step-${position}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <Panel
        title={as === 'calendar' ? 'Week by week' : 'What builds on what'}
        lead={as === 'calendar' ? 'Each bar is a week; its parts are the contents, as wide as the time they take.' : 'Arrows lead from what prepares to what is prepared. Move the slider to see mastery grow.'}
        busy={busy}
        actions={
          <Segmented
            label="Show the path as"
            value={as}
            onChange={setAs}
            options={[
              ['calendar', 'Calendar'],
              ['graph', 'Graph'],
            ]}
          />
        }
      >
        {as === 'calendar' ? <PathCalendar plan={path.plan} after={after} onPick={pick} /> : <PathGraph plan={path.plan} after={after} onPick={pick} />}
        <Mastery plan={path.plan} after={after} onAfter={setAfter} />
      </Panel>
      <PathSteps path={path} picked={picked} busy={busy} onChange={onChange} />
    </>
  );
}
