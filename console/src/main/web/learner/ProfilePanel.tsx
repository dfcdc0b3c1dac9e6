import { useState } from 'react';
import type { Schemas } from '@skillpod/client';
import { useGaps, useRoles, useSkills, type Profile } from '../api/queries.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import type { WhatIf } from './profile.ts';

interface ProfileProps {
  profile: Schemas['Learner'] | Profile;
  /** What the service is asked with. */
  asked: Profile;
  whatIf: WhatIf;
  onWhatIf: (whatIf: WhatIf) => void;
}

interface SkillRow {
  id: string;
  name: string;
  level: number;
}

const SHOWN = 6;

/** Where the profile stands above what is told and not beside it, the sliders wait to be opened. */
const WIDE = window.matchMedia('(min-width: 1081px)').matches;

/** Who the learner is, with a slider for each skill that asks the service again. */
export function ProfilePanel({ profile, asked, whatIf, onWhatIf }: ProfileProps) {
  const skills = useSkills();
  const gaps = useGaps(asked);
  const roles = useRoles();
  const role = roles.data?.find((r) => r.role_id === profile.target_role)?.title ?? profile.target_role;
  const [all, setAll] = useState(false);
  const own: SkillRow[] = (profile.skills ?? []).map((s) => ({ id: s.skill_id, name: s.skill_name || s.skill_id, level: s.current_level }));
  const known = new Set(own.map((s) => s.id));
  const asksFor: SkillRow[] = (gaps.data?.skill_gaps ?? [])
    .filter((gap) => !known.has(gap.skill_id))
    .slice(0, 4)
    .map((gap) => ({ id: gap.skill_id, name: gap.skill_name, level: gap.current_level }));
  asksFor.forEach((s) => known.add(s.id));
  const added: SkillRow[] = Object.entries(whatIf)
    .filter(([id]) => !known.has(id))
    .map(([id, { name }]) => ({ id, name, level: 0 }));
  const sorted = own.toSorted((a, b) => Number(b.id in whatIf) - Number(a.id in whatIf) || b.level - a.level);
  const set = (row: SkillRow, level: number) => {
    const { [row.id]: _, ...rest } = whatIf;
    onWhatIf(level === row.level && !added.includes(row) ? rest : { ...rest, [row.id]: { name: row.name, level } });
  };
  const drop = (row: SkillRow) => {
    const { [row.id]: _, ...rest } = whatIf;
    onWhatIf(rest);
  };
  const slider = (row: SkillRow) => <SkillSlider key={row.id} row={row} value={whatIf[row.id]?.level} onChange={(v) => set(row, v)} onReset={() => drop(row)} />;
  const tries = Object.keys(whatIf).length;
  return (
    <Panel title="Profile" call="/api/v1/learners/">
      <dl className="facts">
        <Fact name="Works towards" value={role} />
        <Fact name="Goals" value={(profile.career_goals ?? []).join('; ')} />
        <Fact name="Experience" value={profile.experience_level ? words(profile.experience_level) : null} />
        <Fact name="Learns" value={profile.preferred_learning_style ? words(profile.preferred_learning_style) : null} />
        <Fact name="Hours a week" value={profile.weekly_learning_hours} />
      </dl>
      <details className="what-if" open={WIDE}>
        <summary>What if I had this skill?{tries === 0 ? '' : ` (${tries} changed)`}</summary>
        <div className="stack">
      <button type="button" className="button" hidden={tries === 0} onClick={() => onWhatIf({})}>
        Back to the real levels
      </button>
      {asksFor.length > 0 ? (
        <fieldset className="sliders">
          <legend className="small muted">The goal asks for</legend>
          {asksFor.map(slider)}
        </fieldset>
      ) : null}
      {added.length > 0 ? (
        <fieldset className="sliders">
          <legend className="small muted">Added</legend>
          {added.map(slider)}
        </fieldset>
      ) : null}
      {sorted.length > 0 ? (
        <fieldset className="sliders">
          <legend className="small muted">In the profile</legend>
          {(all ? sorted : sorted.slice(0, SHOWN)).map(slider)}
        </fieldset>
      ) : null}
      {sorted.length > SHOWN ? (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${sorted.length} skills`}
        </button>
      ) : null}
      <Combobox
        label="Add a skill"
        placeholder="Kubernetes"
        options={(skills.data ?? []).filter((s) => !known.has(s.skill_id)).map((s) => ({ id: s.skill_id, label: s.name, note: s.area }))}
        onPick={(option) => onWhatIf({ ...whatIf, [option.id]: { name: option.label, level: 60 } })}
      />
        </div>
      </details>
    </Panel>
  );
}

function Fact({ name, value }: { name: string; value: string | number | null | undefined }) {
  return value === null || value === undefined || value === '' ? null : (
    <div>
      <dt className="small muted">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface SliderProps {
  row: SkillRow;
  value: number | undefined;
  onChange: (level: number) => void;
  onReset: () => void;
}

function SkillSlider({ row, value, onChange, onReset }: SliderProps) {
  const now = value ?? row.level;
  const changed = value !== undefined;
  return (
    <div className={changed ? 'slider slider-changed' : 'slider'}>
      <label htmlFor={`skill-${row.id}`}>{row.name}</label>
      <span className="num small">
        {changed ? (
          <>
            <s className="muted">{row.level}</s> {now}{' '}
            <button type="button" className="link" onClick={onReset} aria-label={`Reset ${row.name}`}>
              reset
            </button>
          </>
        ) : (
          now
        )}
      </span>
      <input
        id={`skill-${row.id}`}
        type="range"
        min={0}
        max={100}
        step={1}
        value={now}
        style={{ '--filled': `${now}%` } as React.CSSProperties}
        onChange={(e) => onChange(Number(e.target.value))}
      />
    </div>
  );
}
