import type { ReactNode } from 'react';
import { useDegraded, useModels } from '../api/queries.ts';
import { Source } from '../ui/Chip.tsx';
import { Degraded } from '../ui/State.tsx';

/** The head of a view: what it is for, where the models' data come from, and what is degraded now. */
export function ViewHead({ title, lead, children }: { title: string; lead: ReactNode; children?: ReactNode }) {
  const models = useModels();
  const degraded = useDegraded();
  const sources = new Set((models.data?.models ?? []).map((model) => model.data_source));
  const source = sources.size > 1 ? 'mixed' : [...sources][0];
  return (
    <>
      <header className="view-head">
        <div className="grow">
          <h1>{title}</h1>
          <p className="muted">{lead}</p>
        </div>
        <div className="row">
          <Source of={source} />
          {children}
        </div>
      </header>
      <Degraded title="Degraded now." reasons={degraded} />
    </>
  );
}
