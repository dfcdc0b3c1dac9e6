import { useState, type FormEvent } from 'react';
import type { Path, PathChange } from './usePath.ts';

/** Hours, deadline and length of a path; changing them plans it again. */
export function PathControls({ path, busy, onChange }: { path: Path; busy: boolean; onChange: (change: PathChange) => void }) {
  const { weekly_learning_hours, deadline, max_items } = path.plan;
  const [hours, setHours] = useState(weekly_learning_hours);
  const [until, setUntil] = useState(deadline.slice(0, 10));
  const [most, setMost] = useState(max_items);
  const changed = hours !== weekly_learning_hours || until !== deadline.slice(0, 10) || most !== max_items;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({
      weekly_learning_hours: hours,
      max_items: most,
      ...(until === deadline.slice(0, 10) ? {} : { deadline: `${until}T23:59:59Z` }),
    });
  };
  return (
    <form className="row controls" onSubmit={submit}>
      <label className="field">
        <span className="label">Hours a week</span>
        <input className="input input-short" type="number" min={1} max={80} value={hours} onChange={(e) => setHours(Number(e.target.value))} />
      </label>
      <label className="field">
        <span className="label">Until</span>
        <input className="input" type="date" value={until} onChange={(e) => setUntil(e.target.value)} />
      </label>
      <label className="field">
        <span className="label">Contents at most</span>
        <input className="input input-short" type="number" min={1} max={50} value={most} onChange={(e) => setMost(Number(e.target.value))} />
      </label>
      <button className="button button-main" disabled={busy || !changed}>
        {busy ? 'Planning …' : 'Plan again'}
      </button>
    </form>
  );
}
